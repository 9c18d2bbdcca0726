"""Which part of a map's plane is seen in a widget, and how large: fitted, zoomed and moved; no Qt."""

from dataclasses import dataclass, replace

import numpy as np

from widgets.models.map_shapes import Floats, Spot

CLOSEST = 12.0
"""How many times larger than the whole map it can be seen."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A place of the plane lies at `x * scale + left`, `y * scale + top` in the widget, in logical pixels.

    `whole` is the scale at which the whole map fits into `size`; `bounds` are those of the map.
    """

    bounds: tuple[float, float, float, float]
    size: tuple[float, float]
    whole: float
    scale: float
    left: float
    top: float

    @property
    def closer(self) -> float:
        """How many times larger than the whole map it is seen: 1 to `CLOSEST`."""
        return self.scale / self.whole

    def on_screen(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Return where places of the plane are seen."""
        return x * self.scale + self.left, y * self.scale + self.top

    def at(self, spot: Spot) -> Spot:
        """Return where one place of the plane is seen."""
        return spot[0] * self.scale + self.left, spot[1] * self.scale + self.top

    def under(self, x: float, y: float) -> Spot:
        """Return the place of the plane that is seen at a point of the widget."""
        return (x - self.left) / self.scale, (y - self.top) / self.scale

    def zoomed(self, factor: float, about: Spot) -> "Sight":
        """Return the sight with everything larger by a factor, around a point of the widget."""
        scale = float(np.clip(self.scale * factor, self.whole, self.whole * CLOSEST))
        x, y = self.under(*about)
        return _kept(replace(self, scale=scale, left=about[0] - x * scale, top=about[1] - y * scale))

    def moved(self, across: float, down: float) -> "Sight":
        """Return the sight with everything moved by so many pixels, as far as the map reaches."""
        return _kept(replace(self, left=self.left + across, top=self.top + down))


def whole_map(bounds: tuple[float, float, float, float], size: tuple[float, float], *, margin: float) -> Sight:
    """Return the sight of the whole map in the middle of a widget of this size, a margin left free around it."""
    left, top, right, bottom = bounds
    room = (max(1.0, size[0] - 2 * margin), max(1.0, size[1] - 2 * margin))
    scale = min(room[0] / max(right - left, 1e-9), room[1] / max(bottom - top, 1e-9))
    return _kept(Sight(bounds, size, scale, scale, 0.0, 0.0))


def _kept(sight: Sight) -> Sight:
    """Move the map so that it is in the middle where it is smaller than the widget, and leaves no edge bare else."""
    left, top, right, bottom = sight.bounds
    return replace(
        sight,
        left=_held(sight.left, left * sight.scale, right * sight.scale, length=sight.size[0]),
        top=_held(sight.top, top * sight.scale, bottom * sight.scale, length=sight.size[1]),
    )


def _held(offset: float, low: float, high: float, *, length: float) -> float:
    middle = (length - low - high) / 2
    slack = max(0.0, (high - low - length) / 2) + (length * 0.1 if high - low > length else 0.0)
    return float(np.clip(offset, middle - slack, middle + slack))
