"""The event of a message to the citizen, and how long it waits at the hub before it goes out."""

from dataclasses import dataclass

from services.domain.happening import Happening
from services.domain.report import Millis

HELD_FOR: Millis = 8_000
"""How long a message to a citizen waits; undone within that time it never goes out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replied(Happening):
    """Somebody wrote to the citizen; it goes out when it has been held."""

    text: str
