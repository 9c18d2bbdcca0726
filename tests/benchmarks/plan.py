"""How much is run: rounds, and whether web peers are wanted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """`rounds` counts what is kept: a round that warms up comes before where a benchmark needs one."""

    rounds: int = 5
    quick: bool = False
    web_peers: bool = False
