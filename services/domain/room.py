"""What a command is decided against besides its report: policy, members, other reports, what was done before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from services.domain.events import Absorbed, Event
from services.domain.link_events import Parted
from services.domain.people import Member
from services.domain.places import Gazetteer
from services.domain.policy import Policy
from services.domain.report import Millis, Report


@dataclass(frozen=True, slots=True)
class Done:
    """One command of the past, as `undo` needs it; `undoing.done_of` makes it from the histories."""

    actor: str
    at: Millis
    """When it was committed."""
    before: tuple[Report, ...]
    """Each report it touched as it was just before; empty for what cannot be put back (`open`, `undo`, `member_on`)."""
    later: tuple[Event, ...]
    """What has happened to these reports since."""
    held: bool = False
    """Whether a message to a citizen is part of it, which goes out while other acts can still be put back."""
    hidden_ties: tuple[Absorbed | Parted, ...] = ()
    """What it tied to, or untied from, a public report out of the uncleared's sight: for them it did nothing there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The surroundings of a decision; ids are drawn by the caller, so that the same call gives the same events."""

    policy: Policy
    members: Mapping[str, Member]
    gazetteer: Gazetteer
    find: Callable[[str], Report | None]
    """A report by its id, as it is now."""
    done: Callable[[str], Done | None]
    """A command by its key."""
    cleared: frozenset[str]
    """The ids of all users who hold `covert`: the access list of a report born covert."""
    fresh_id: str
    """The id a new report gets."""
    fresh_number: str
    """The printed number a new report gets, already tried against the others."""
    before_merge: Callable[[str], Report | None] = lambda _: None
    """A report as it was when it was merged into another; a desk that foresees does not know."""
    has_photo: Callable[[str], bool] = lambda _: True
    """Whether a photo of that id is kept; whoever cannot look, like a desk that foresees, takes it to be."""
    identity: str | None = None
    """The reference under which the reporter's identity was sealed, if `open` carried one."""
