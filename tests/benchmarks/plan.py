"""How much is run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effort:
    """`rounds` counts what is kept: a round that warms up comes before, where a benchmark needs one."""

    rounds: int


WHOLE = Effort(5)
QUICK = Effort(3)
