"""What a window paints with, and how it changes: one `Paint` value, one owner that says when it is another."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from widgets.paint.fonts import FontSet, load_fonts, make_font_set
from widgets.paint.icons import IconCache
from widgets.paint.pixmaps import PixmapCache
from widgets.paint.text import TextCache
from widgets.paint.themes import load_measures, load_theme
from widgets.paint.tokens import Measures, Theme

SCALES = (1.0, 1.1, 1.25, 1.5)
"""The text scales a person can choose."""


@dataclass(frozen=True, slots=True)
class Paint:
    """Theme, fonts, measures and caches for one theme at one text scale; good for every device pixel ratio."""

    theme: Theme
    measures: Measures
    fonts: FontSet
    pixmaps: PixmapCache
    icons: IconCache
    texts: TextCache
    scale: float
    still: bool = False
    """Whether a person asked for no motion at all: nothing flashes, nothing slides."""

    def px(self, length: float) -> float:
        """Return a length of the design at this text scale, in logical pixels, unrounded."""
        return length * self.scale


def make_paint(theme_name: str, *, scale: float = 1.0, still: bool = False) -> Paint:
    """Return the paint of a shipped theme, `dark` or `light`; `scale` is 1.0 to 1.5.

    Raises:
        ThemeFileError: no such theme.
        FontsMissing: the bundled fonts cannot be loaded.
        ValueError: the scale is out of range.
    """
    if not SCALES[0] <= scale <= SCALES[-1]:
        message = f"text scale {scale} is not between {SCALES[0]} and {SCALES[-1]}"
        raise ValueError(message)
    measures = load_measures()
    fonts = make_font_set(families=load_fonts(), styles=measures.type, scale=scale)
    pixmaps = PixmapCache()
    return Paint(
        theme=load_theme(theme_name),
        measures=measures,
        fonts=fonts,
        pixmaps=pixmaps,
        icons=IconCache(pixmaps, stroke=measures.icon.stroke),
        texts=TextCache(fonts),
        scale=scale,
        still=still,
    )


class ThemeSource(QObject):
    """The paint of one window; a new `Paint` has new caches, so that nothing old is shown.

    Signals: theme_changed(Paint) the paint from now on, after another theme or text scale was chosen.
    """

    theme_changed = Signal(Paint)

    def __init__(self, theme_name: str = "dark", *, scale: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paint = make_paint(theme_name, scale=scale)

    @property
    def paint(self) -> Paint:
        """The paint now."""
        return self._paint

    def set_theme(self, theme_name: str) -> None:
        """Change the theme; nothing happens if it is this one already."""
        self._change(theme_name, self._paint.scale, still=self._paint.still)

    def set_scale(self, scale: float) -> None:
        """Change the text scale; nothing happens if it is this one already."""
        self._change(self._paint.theme.name, scale, still=self._paint.still)

    def set_still(self, still: bool) -> None:
        """Allow motion or not; nothing happens if it is so already."""
        self._change(self._paint.theme.name, self._paint.scale, still=still)

    def _change(self, theme_name: str, scale: float, *, still: bool) -> None:
        if (theme_name, scale, still) == (self._paint.theme.name, self._paint.scale, self._paint.still):
            return
        self._paint = make_paint(theme_name, scale=scale, still=still)
        self.theme_changed.emit(self._paint)
