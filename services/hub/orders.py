"""A command on its way into the store, what it is decided with, and what comes out of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from services.domain.people import User
from services.domain.places import Gazetteer
from services.domain.policy import Policy
from services.hub.commit import Commit
from services.hub.draw import Draw
from services.protocol.envelopes import Envelope
from services.protocol.outcomes import Outcome
from services.protocol.revs import Revs


@dataclass(frozen=True, slots=True)
class Order:
    """A command as it came in from a desk, and who gives it."""

    envelope: Envelope
    desk: str
    actor: User


@dataclass(frozen=True, slots=True)
class House:
    """What every command of this hub is decided with."""

    policy: Policy
    gazetteer: Gazetteer
    revs: Revs
    draw: Draw
    has_photo: Callable[[str], bool]
    """Whether a photo of that id is kept beside the database."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What an `open` alone needs of the store: who is cleared now, and a sealed place for the reporter's identity."""

    cleared: Callable[[], frozenset[str]]
    seal: Callable[[str], str]


class Executed(NamedTuple):
    """What the desk is told, and what was committed, if anything happened."""

    outcome: Outcome
    commit: Commit | None = None
