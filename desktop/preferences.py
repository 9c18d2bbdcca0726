"""How a person wants the screen: theme, language, text size, motion and open instruments; kept for the next time."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from desktop.language import Languages
from desktop.memory import Memory
from desktop.regency_map import RegencyMap
from widgets.paint.source import SCALES, ThemeSource

_GROUP = "screen"
_YES = "yes"
THEME, LANGUAGE, SCALE, STILL, INSTRUMENTS = "theme", "language", "text", "still", "instruments"


class Preferences(QObject):
    """The screen's settings of whoever sits here.

    `given` are the settings that the command line has set: what was kept does not change those.

    Signals: changed() one of them is another one now.
    """

    changed = Signal()

    def __init__(
        self,
        themes: ThemeSource,
        languages: Languages,
        *,
        given: Collection[str] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.themes, self.languages, self._given = themes, languages, frozenset(given)
        self._memory: Memory | None = None
        self._own: dict[str, str] = {}
        self.instruments_open = False
        self.regency_map: RegencyMap | None = None
        """The map of this PC; None: the shipped tiles."""

    @property
    def still(self) -> bool:
        """Whether nothing may move."""
        return self.themes.paint.still

    @property
    def scale(self) -> float:
        """The text scale."""
        return self.themes.paint.scale

    @property
    def dark(self) -> bool:
        """Whether the dark theme is shown."""
        return self.themes.paint.theme.dark

    def follow(self, memory: Memory) -> None:
        """Set the screen as this person had it, and remember from now on what he changes."""
        self._memory = memory
        for name, take in (
            (THEME, self._take_theme),
            (LANGUAGE, self._take_language),
            (SCALE, self._take_scale),
            (STILL, lambda text: self.themes.set_still(text == _YES)),
        ):
            kept = memory.text(_GROUP, name)
            if kept and name not in self._given:
                take(kept)
        self.instruments_open = memory.text(_GROUP, INSTRUMENTS) == _YES
        self.changed.emit()

    def switch_theme(self) -> None:
        """Show the other theme."""
        self.themes.set_theme("light" if self.dark else "dark")
        self._keep(THEME, self.themes.paint.theme.name)

    def switch_language(self) -> None:
        """Speak the other language."""
        self.languages.use(self.languages.other())
        self._keep(LANGUAGE, self.languages.language)

    def set_scale(self, scale: float) -> None:
        """Make the text larger or smaller; one of `SCALES`."""
        self.themes.set_scale(scale)
        self._keep(SCALE, f"{scale:g}")

    def step_scale(self, steps: int) -> None:
        """Make the text larger (+1) or smaller (-1) by a step, as far as it goes."""
        nearest = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - self.scale))
        self.set_scale(SCALES[min(max(nearest + steps, 0), len(SCALES) - 1)])

    def set_still(self, still: bool) -> None:
        """Allow motion, or not."""
        self.themes.set_still(still)
        self._keep(STILL, _YES if still else "no")

    def set_instruments_open(self, opened: bool) -> None:
        """Remember whether the instruments lie open over the detail."""
        self.instruments_open = opened
        self._keep(INSTRUMENTS, _YES if opened else "no")

    def text(self, name: str) -> str:
        """Return a setting that was kept under a name of its own, empty where there is none."""
        return self._own.get(name, "") if self._memory is None else self._memory.text(_GROUP, name)

    def keep_text(self, name: str, text: str) -> None:
        """Remember a setting under a name of its own."""
        self._own[name] = text
        self._keep(name, text)

    def _take_theme(self, name: str) -> None:
        if name in {"dark", "light"}:
            self.themes.set_theme(name)

    def _take_language(self, language: str) -> None:
        if language in {"id", "en"} and language != self.languages.language:
            self.languages.use(self.languages.other())

    def _take_scale(self, text: str) -> None:
        scale = {f"{known:g}": known for known in SCALES}.get(text)
        if scale is not None:
            self.themes.set_scale(scale)

    def _keep(self, name: str, text: str) -> None:
        if self._memory is not None:
            self._memory.keep_text(_GROUP, name, text)
        self.changed.emit()
