"""The letters of every screen: loads the bundled IBM Plex and makes one font per step of the type scale."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication

import resources
from widgets.paint.tokens import TypeStyle

FONT_FILES = tuple(
    f"fonts/IBMPlex{family}-{weight}.woff2"
    for family in ("Sans", "SansCondensed")
    for weight in ("Regular", "Medium", "SemiBold", "Bold")
)
"""IBM's own files, unmodified: the licence reserves the name Plex."""
_SANS_NAMES = ("IBM Plex Sans",)
CONDENSED_NAMES = ("IBM Plex Sans Condensed", "IBM Plex Sans Cond")
"""The typographic name and the shorter one some platforms show instead."""
_FALLBACK = "Noto Sans"
"""For names in scripts Plex has no letters for."""
_LOADED = "pendopo_fonts_loaded"


class FontsMissing(RuntimeError):
    """A bundled font could not be loaded; the message names the file or the family."""


class TextRole(StrEnum):
    """What a text is for; the value is its key in the type scale of `measures.toml`."""

    CLOCK = "clock"
    TITLE = "title"
    COUNT = "count"
    VIEW = "view"
    ROW_UNREAD = "row_unread"
    ROW_READ = "row_read"
    STRONG = "strong"
    BUTTON = "button"
    BODY = "body"
    TIME = "time"
    CAPTION = "caption"
    META = "meta"
    META_STRONG = "meta_strong"
    MAP_NAME = "map_name"
    AXIS = "axis"
    KEY = "key"
    PILL_SMALL = "pill_small"


@dataclass(frozen=True, slots=True)
class Families:
    """The names under which this machine knows the two bundled families."""

    sans: str
    condensed: str


@dataclass(frozen=True, slots=True)
class FontSet:
    """A font and its measures for every role at one text scale."""

    families: Families
    scale: float
    fonts: Mapping[TextRole, QFont]
    metrics_by_role: Mapping[TextRole, QFontMetricsF]

    def font(self, role: TextRole) -> QFont:
        """Return the font of a role; do not change it, it is shared."""
        return self.fonts[role]

    def metrics(self, role: TextRole) -> QFontMetricsF:
        """Return the measures of a role's font, in logical pixels."""
        return self.metrics_by_role[role]


def load_fonts(files: tuple[str, ...] = FONT_FILES) -> Families:
    """Load the bundled fonts into the running application, once, and return their family names.

    Raises:
        FontsMissing: a file could not be read as a font, or no family appeared under a known name.
    """
    app = QGuiApplication.instance()
    if app is None:
        message = "fonts can be loaded only after the application object exists"
        raise FontsMissing(message)
    if not app.property(_LOADED):
        for name in files:
            if QFontDatabase.addApplicationFont(str(resources.path(name))) < 0:
                message = f"{name} could not be read as a font"
                raise FontsMissing(message)
        app.setProperty(_LOADED, True)
    known = set(QFontDatabase.families())
    return Families(sans=known_family(_SANS_NAMES, known), condensed=known_family(CONDENSED_NAMES, known))


def make_font_set(*, families: Families, styles: Mapping[str, TypeStyle], scale: float) -> FontSet:
    """Return the fonts of the type scale, letters enlarged by `scale` (1.0 to 1.5).

    Raises:
        KeyError: the type scale lacks a role.
    """
    fonts = {role: make_font(families=families, style=styles[role], scale=scale) for role in TextRole}
    metrics = {role: QFontMetricsF(font) for role, font in fonts.items()}
    return FontSet(families=families, scale=scale, fonts=fonts, metrics_by_role=metrics)


def make_font(*, families: Families, style: TypeStyle, scale: float) -> QFont:
    """Return one font: whole pixels, unhinted, so that it looks the same at every device pixel ratio.

    Plex needs no feature for tabular digits: all ten have the same advance.
    """
    family = families.condensed if style.family == "condensed" else families.sans
    font = QFont([family, _FALLBACK])
    font.setPixelSize(int(style.px * scale + 0.5))
    font.setWeight(QFont.Weight(style.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font


def known_family(names: tuple[str, ...], known: set[str]) -> str:
    """Return the first of a family's names under which this machine knows it.

    Raises:
        FontsMissing: it knows none of them.
    """
    for name in names:
        if name in known:
            return name
    message = f"no font family is called {' or '.join(names)}"
    raise FontsMissing(message)
