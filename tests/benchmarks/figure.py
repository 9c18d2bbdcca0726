"""One measured figure: its rounds beside those of a reference and a peer, what is demanded, and whether that is met."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a figure may be at most: in its own unit, times the reference, times the peer. None: nothing is demanded.

    `times_peer`: where more is better, how many times the peer's it must be at least.
    """

    most: float | None = None
    ratio: float | None = None
    peer_ratio: float | None = None
    times_peer: float | None = None

    def words(self, unit: str) -> str:
        """Return the demand in words, nothing where there is none."""
        parts = (
            (self.most, f"≤ {_short(self.most)} {unit}"),
            (self.ratio, f"≤ {_short(self.ratio)} × reference"),
            (self.peer_ratio, f"≤ {_share(self.peer_ratio)} of the peer"),
            (self.times_peer, f"≥ {_short(self.times_peer)} × the peer"),
        )
        return ", ".join(words for limit, words in parts if limit is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The medians of some rounds. Ratios are medians of each round's own ratio: the machine drifts between rounds."""

    name: str
    unit: str
    rounds: tuple[float, ...]
    reference_rounds: tuple[float, ...] = ()
    peer_rounds: tuple[float, ...] = ()
    limits: Limits = Limits()

    @property
    def value(self) -> float:
        """The product's figure."""
        return median(self.rounds)

    @property
    def spread(self) -> float:
        """How far the rounds lie apart, as a share of their median."""
        return (max(self.rounds) - min(self.rounds)) / self.value if self.value else 0.0

    @property
    def reference(self) -> float | None:
        """The reference's figure."""
        return median(self.reference_rounds) if self.reference_rounds else None

    @property
    def peer(self) -> float | None:
        """The peer's figure."""
        return median(self.peer_rounds) if self.peer_rounds else None

    @property
    def ratio(self) -> float | None:
        """The product's figure by the reference's."""
        return _ratio(self.rounds, self.reference_rounds)

    @property
    def peer_ratio(self) -> float | None:
        """The product's figure by the peer's."""
        return _ratio(self.rounds, self.peer_rounds)

    @property
    def demand(self) -> str:
        """What is demanded, in words."""
        return self.limits.words(self.unit)

    @property
    def met(self) -> bool | None:
        """Whether the demand is met; None where there is none."""
        limits = self.limits
        pairs = ((self.value, limits.most), (self.ratio, limits.ratio), (self.peer_ratio, limits.peer_ratio))
        kept = [found is not None and found <= most for found, most in pairs if most is not None]
        if limits.times_peer is not None:
            kept.append(self.peer_ratio is not None and self.peer_ratio >= limits.times_peer)
        return all(kept) if kept else None

    def line(self) -> str:
        """Return the figure as a line of JSON."""
        values = {
            "name": self.name,
            "value": _rounded(self.value),
            "unit": self.unit,
            "spread": _rounded(self.spread),
            "reference": _rounded(self.reference),
            "ratio": _rounded(self.ratio),
            "peer": _rounded(self.peer),
            "peer_ratio": _rounded(self.peer_ratio),
            "demand": self.demand,
            "met": self.met,
        }
        return json.dumps(values, ensure_ascii=False)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least this share (0 to 1) of the values do not exceed.

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("no values to take a percentile of")
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def table(figures: Sequence[Figure]) -> str:
    """Return figures as lines for people, under a head."""
    head = ("", "median", "spread", "reference", "ratio", "peer", "ratio", "demand", "met")
    rows = [head, *(_cells(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join(_line(row, widths) for row in rows)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    words = {0, len(widths) - 2}
    parts = [
        cell.ljust(width) if column in words else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join(parts).rstrip()


def _cells(figure: Figure) -> tuple[str, ...]:
    return (
        figure.name,
        f"{_short(figure.value)} {figure.unit}",
        f"{figure.spread:.0%}",
        _short(figure.reference),
        _short(figure.ratio),
        _short(figure.peer),
        _short(figure.peer_ratio),
        figure.demand,
        {True: "yes", False: "NO", None: ""}[figure.met],
    )


def _ratio(rounds: Sequence[float], others: Sequence[float]) -> float | None:
    if not others:
        return None
    ratios = [one / other for one, other in zip(rounds, others, strict=True) if other]
    return median(ratios) if ratios else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.4g}")


def _short(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _share(value: float | None) -> str:
    return "" if value is None else f"1/{1 / value:.0f}" if value < 1 else _short(value)
