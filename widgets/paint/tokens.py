"""The tokens every screen is painted from: colours of a theme, lengths and letter sizes."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class SquadColours:
    """A squad's colours: patch fill, code on it, edge of the patch, and its marks on charts and maps."""

    fill: QColor
    ink: QColor
    outline: QColor
    line: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme (SCREENS.md section 4.1 says what each is for).

    `line`, `line2` and `t4` are never text. `late` is never text in the dark theme: it is a filled shape or a stroke.
    """

    name: str
    dark: bool
    squads: Mapping[str, SquadColours]
    """By the squad's wire name, which a `Squad` equals."""
    bg0: QColor
    bg1: QColor
    bg2: QColor
    bg3: QColor
    bg4: QColor
    line: QColor
    line2: QColor
    t1: QColor
    t2: QColor
    t3: QColor
    t4: QColor
    acc: QColor
    accbg: QColor
    acct: QColor
    late: QColor
    latet: QColor
    latebg: QColor
    done: QColor


@dataclass(frozen=True, slots=True)
class Space:
    """Distances in logical pixels: the grid, and the padding inside panels."""

    grid: float
    queue: float
    detail: float
    wall: float


@dataclass(frozen=True, slots=True)
class Radius:
    """Corner radii in logical pixels; a pill's radius is half its height."""

    control: float
    alarm: float
    box: float
    key: float


@dataclass(frozen=True, slots=True)
class RowHeights:
    """Heights of list rows in logical pixels: normal, on a low screen, and of a group head."""

    normal: float
    short: float
    head: float


@dataclass(frozen=True, slots=True)
class IconSizes:
    """Edges of icons in logical pixels, and their stroke in units of the 24-unit drawing."""

    row: float
    list: float
    rail: float
    stroke: float


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """One step of the type scale: letter size in logical pixels, weight, family, line height in letter sizes."""

    px: float
    weight: int
    family: str
    line: float


@dataclass(frozen=True, slots=True)
class Measures:
    """The lengths that do not depend on the theme, at text scale 1."""

    space: Space
    radius: Radius
    row: RowHeights
    icon: IconSizes
    type: Mapping[str, TypeStyle]
