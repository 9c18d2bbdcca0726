"""Fewer corners for outlines that share borders: both neighbours lose the same ones, so that no gap opens; no Qt."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from widgets.models.map_shapes import Floats

_Corner = tuple[float, float]
_LEAST_RING = 3


def simplified(rings: Sequence[Floats], tolerance: float) -> list[Floats]:
    """Return rings (closed without repeating the first corner) whose borders move by at most `tolerance`.

    Borders are cut where more than two areas meet, and each piece is thinned as by Douglas and Peucker. A ring that
    would shrink below a triangle is left as it is.
    """
    corners = [[(float(x), float(y)) for x, y in ring] for ring in rings]
    meetings = _meetings(corners)
    return [_thin_ring(ring, meetings, tolerance) for ring in corners]


def _meetings(rings: Iterable[Sequence[_Corner]]) -> frozenset[_Corner]:
    """The corners from which borders lead in more than two directions."""
    beside: dict[_Corner, set[_Corner]] = {}
    for ring in rings:
        for here, there in zip(ring, (*ring[1:], ring[0]), strict=True):
            beside.setdefault(here, set()).add(there)
            beside.setdefault(there, set()).add(here)
    return frozenset(corner for corner, others in beside.items() if len(others - {corner}) > 2)  # noqa: PLR2004 - a line has two ends


def _thin_ring(ring: list[_Corner], meetings: frozenset[_Corner], tolerance: float) -> Floats:
    cuts = [n for n, corner in enumerate(ring) if corner in meetings] or [ring.index(min(ring))]
    turned = ring[cuts[0] :] + ring[: cuts[0]]
    ends = [cut - cuts[0] for cut in cuts] + [len(ring)]
    closed = [*turned, turned[0]]
    made: list[_Corner] = []
    for start, end in pairwise(ends):
        made += _thin(closed[start : end + 1], tolerance)[:-1]
    return np.array(made if len(made) >= _LEAST_RING else ring)


def _thin(line: list[_Corner], tolerance: float) -> list[_Corner]:
    """Thin one piece of border; from either end the same corners stay."""
    if line[0] > line[-1] or (line[0] == line[-1] and line[1] > line[-2]):
        return _thin(line[::-1], tolerance)[::-1]
    points = np.array(line)
    keep = {0, len(line) - 1}
    open_pieces = [(0, len(line) - 1)]
    while open_pieces:
        start, end = open_pieces.pop()
        if end - start < 2:  # noqa: PLR2004 - nothing lies between neighbours
            continue
        far = _distances(points[start : end + 1])
        middle = int(far.argmax())
        if far[middle] > tolerance:
            keep.add(start + middle)
            open_pieces += [(start, start + middle), (start + middle, end)]
    return [line[n] for n in sorted(keep)]


def _distances(points: Floats) -> Floats:
    """How far points lie from the line between the first and the last, or from the first where these are one."""
    across = points[-1] - points[0]
    length = float(np.hypot(*across))
    off = points - points[0]
    from_line = np.hypot(off[:, 0], off[:, 1])
    if length > 0.0:
        from_line = np.abs(off[:, 0] * across[1] - off[:, 1] * across[0]) / length
    far: Floats = from_line.astype(np.float64)
    return far
