"""The menu under the user's name: how the screen looks, another window, and signing out."""

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.preferences import Preferences
from widgets.paint.source import SCALES

translate = QCoreApplication.translate


class RoomMenu(QObject):
    """Makes the menu anew each time it is opened, so that it always says how things stand.

    Signals:
        window_wanted(): another window of this room.
        sign_out_wanted(): this person leaves the desk.
    """

    window_wanted = Signal()
    sign_out_wanted = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences, self._over = preferences, parent
        self._menu: QMenu | None = None

    def open(self, place: QPoint) -> QMenu:
        """Show the menu with its right upper corner at a place of the screen; it closes by itself."""
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu = self._make()
        menu.popup(place - QPoint(menu.sizeHint().width(), 0))
        return menu

    def _make(self) -> QMenu:
        wants, menu = self._preferences, QMenu(self._over)
        other = self.tr("Light theme") if wants.dark else self.tr("Dark theme")
        self._add(menu, other).triggered.connect(wants.switch_theme)
        language = "English" if wants.languages.language == "id" else "Bahasa Indonesia"
        self._add(menu, language).triggered.connect(wants.switch_language)
        menu.addMenu(self._sizes(menu))
        still = self._add(menu, self.tr("Reduce motion"))
        still.setCheckable(True)
        still.setChecked(wants.still)
        still.triggered.connect(wants.set_still)
        menu.addSeparator()
        window = self._add(menu, self.tr("Another window"))
        window.setShortcut("Ctrl+Shift+N")
        window.triggered.connect(self.window_wanted)
        menu.addSeparator()
        self._add(menu, self.tr("Sign out")).triggered.connect(self.sign_out_wanted)
        return menu

    def _sizes(self, menu: QMenu) -> QMenu:
        sizes = QMenu(self.tr("Text size"), menu)
        group = QActionGroup(sizes)
        for scale in SCALES:
            action = self._add(sizes, f"{scale * 100:.0f}%")
            action.setCheckable(True)
            action.setChecked(scale == self._preferences.scale)
            action.triggered.connect(lambda _=False, scale=scale: self._preferences.set_scale(scale))
            group.addAction(action)
        return sizes

    def _add(self, menu: QMenu, words: str) -> QAction:
        action = QAction(words, menu)
        menu.addAction(action)
        return action
