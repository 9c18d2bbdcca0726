"""What the top bar says: product and place, modes, the user, the state of the feed, and the hub's clock."""

from PySide6.QtCore import QObject

from desktop.desk import Desk
from desktop.link_watch import LinkWatch
from desktop.preferences import Preferences
from services.domain.report import Millis
from widgets import words
from widgets.top_bar import Mode, TopBar, TopWords
from widgets.wording import clock_seconds, date_long


class TopSpeech(QObject):
    """Keeps the top bar's words up to date."""

    def __init__(self, top: TopBar, desk: Desk, *, preferences: Preferences, demo: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._top, self._desk, self._preferences, self._demo = top, desk, preferences, demo
        self._watch = LinkWatch(desk, parent=self)
        self._watch.told.connect(self._tell_link)

    def tick(self, now: Millis) -> None:
        """Let a second pass."""
        self._tell_link()
        self._top.set_clock(clock_seconds(now), date_long(now, self._preferences.languages.language))

    def say(self) -> None:
        """Say everything in the language of the screen."""
        wants = self._preferences
        self._top.say(
            TopWords(self.tr("Pendopo"), self.tr("Trenggalek regency"), self.tr("DEMO") if self._demo else ""),
            theme=self.tr("Light") if wants.dark else self.tr("Dark"),
            language="English" if wants.languages.language == "id" else "Indonesia",
        )
        self._top.set_modes((Mode("dispatcher", self.tr("Operator"), "F1", chosen=True),))
        user = self._desk.user
        self._top.set_user(user.name, ", ".join(words.role_word(role) for role in sorted(user.roles)))

    def _tell_link(self, *_: object) -> None:
        self._top.set_link(self._watch.look(self._preferences.languages.language))
