"""What hub and window must agree on: how many reports are open, and which one carries the probes, and how."""

OPEN = 10_000
PROBE = "r-probe"
"""The report that probes change: always the most urgent one, so that it stands at the top of every queue."""
_WORD = "Probe"


def title_of(probe: int) -> str:
    """Return the title that carries a probe's number."""
    return f"{_WORD} {probe}"


def probe_in(title: str) -> int | None:
    """Return the number of the probe a title carries, None for any other title."""
    word, _, number = title.partition(" ")
    return int(number) if word == _WORD and number.isdecimal() else None
