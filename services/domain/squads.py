"""The seven squads that answer citizens' reports."""

from enum import StrEnum


class Squad(StrEnum):
    """A colour squad; its value is its name on the wire, its order is its key on the keyboard."""

    PINK = "pink"
    WHITE = "white"
    ORANGE = "orange"
    BLUE = "blue"
    YELLOW = "yellow"
    RED = "red"
    SHADOW = "shadow"

    @property
    def code(self) -> str:
        """The two letters on the squad's patch."""
        return _CODES[self]

    @property
    def key(self) -> int:
        """The digit that shows this squad's queue, 1 to 7."""
        return _ORDER[self]

    @property
    def covert(self) -> bool:
        """Whether this squad's reports do not exist for whoever is not cleared."""
        return self is Squad.SHADOW


_CODES = {
    Squad.PINK: "PI",
    Squad.WHITE: "PU",
    Squad.ORANGE: "OR",
    Squad.BLUE: "BI",
    Squad.YELLOW: "KU",
    Squad.RED: "ME",
    Squad.SHADOW: "BY",
}
_ORDER = {squad: n for n, squad in enumerate(Squad, start=1)}

PUBLIC_SQUADS: tuple[Squad, ...] = tuple(squad for squad in Squad if not squad.covert)
