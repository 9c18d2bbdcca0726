"""The desk's one window: the sign-in page until somebody is let in, then the room; ends its feed when it closes."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLayout, QMainWindow, QStackedWidget

from desktop.desk import Desk
from desktop.dispatcher import DispatcherView
from desktop.failures import Failures
from desktop.link import FeedLink
from desktop.memory import Memory
from desktop.preferences import Preferences
from desktop.room_window import LEAST, RoomWindow
from desktop.telling import sign_in_trouble
from services.domain.people import User
from services.domain.report import Millis
from services.feed.credentials import Password
from services.feed.local_store import StoreUnusable
from services.feed.outputs import LinkChanged, LinkState, SignedIn, SignInRefused
from widgets.paint.source import Paint
from widgets.paint.styles import palette, style_sheet
from widgets.sign_in import SignInForm

_WINDOW = "dispatcher"
_SIZE = (1920, 1080)


class Shell(QMainWindow):
    """The desk's window.

    Signals: closing() the person has closed it.
    """

    closing = Signal()

    def __init__(
        self,
        hub: str,
        *,
        folder: Path,
        preferences: Preferences,
        failures: Failures,
        settings: QSettings,
        user: str = "",
        demo: bool = False,
    ) -> None:
        super().__init__()
        self._hub = hub
        self._folder = folder
        self._preferences = preferences
        self._themes, self._languages = preferences.themes, preferences.languages
        self._further: list[RoomWindow] = []
        self._failures = failures
        self._settings = settings
        self._memory: Memory | None = None
        self._demo = demo
        self._trying = self._leaving = False
        self._link: FeedLink | None = None
        self._desk: Desk | None = None
        self._view: DispatcherView | None = None
        self._pages = QStackedWidget(self)
        self._form = SignInForm(paint=preferences.themes.paint, user=user, parent=self)
        self._pages.addWidget(self._form)
        self.setCentralWidget(self._pages)
        layout = self.layout()
        if layout is not None:
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(*LEAST)
        self.resize(*_SIZE)
        self._join()
        self._paint_with(preferences.themes.paint)
        self._retranslate()

    @property
    def view(self) -> DispatcherView | None:
        """The room, once somebody is let in."""
        return self._view

    @property
    def desk(self) -> Desk | None:
        """The desk, once somebody tried to sign in."""
        return self._desk

    @property
    def further(self) -> tuple[RoomWindow, ...]:
        """The further windows of this room."""
        return tuple(self._further)

    @property
    def link(self) -> FeedLink | None:
        """The feed, once somebody tried to sign in."""
        return self._link

    def clock(self) -> Millis:
        """The hub's time; 0 before a feed was opened."""
        return 0 if self._desk is None else self._desk.now

    def open_and_late(self) -> Mapping[str, tuple[int, int]]:
        """Open and late reports by squad, as the rail shows them; nothing before the first board."""
        return {} if self._view is None else self._view.open_and_late()

    def choose_telling(self) -> None:
        """Put the focus on the most urgent report that has a photo and a history, for a picture."""
        if self._view is not None:
            self._view.choose_telling()

    def complete(self) -> bool:
        """Whether the report under the focus is shown with its timeline and all its photos."""
        return self._view is not None and self._view.detail.complete()

    def choose_first(self) -> None:
        """Put the focus on the most urgent report."""
        if self._view is not None:
            self._view.queue.view.step(1)

    def sign_in(self, credentials: Password) -> None:
        """Try to sign in; the room is shown as soon as the hub lets this user in, or from what this PC kept."""
        self._try_again("", waiting=True)
        link = self._link
        if link is None:
            self._open(credentials)
        elif link.takes(credentials.user):
            link.sign_in(credentials)
        else:
            self._leave_room()
            link.retire(lambda: self._open(credentials))

    def come_to_front(self) -> None:
        """Be seen: over other windows, and out of the task bar."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def sign_out(self) -> None:
        """Leave the desk to the next person; what is not sent yet waits on this PC for the same one."""
        link, self._link = self._link, None
        self._leave_room()
        self._try_again("")
        self._pages.setCurrentWidget(self._form)
        if link is not None:
            link.retire(link.deleteLater)

    def open_further(self) -> None:
        """Open one more window of this room, for a second monitor."""
        if self._desk is None or self._memory is None or self._view is None:
            return
        window = RoomWindow(
            self._desk,
            preferences=self._preferences,
            memory=self._memory,
            name=f"{_WINDOW}-{len(self._further) + 2}",
            demo=self._demo,
        )
        window.closed.connect(self._on_further_closed)
        self._further.append(window)
        window.show()

    def _on_further_closed(self, window: RoomWindow) -> None:
        if window in self._further:
            self._further.remove(window)
            window.leave()

    async def take_down(self) -> None:
        """End the feed and let go of the window."""
        self._leaving = True
        self._leave_room()
        if self._link is not None:
            await self._link.close()
        self.hide()
        self._languages.leave()
        self.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the program end in good order."""
        event.accept()
        self.closing.emit()

    def _join(self) -> None:
        self._form.sign_in_wanted.connect(self._on_sign_in_wanted)
        self._themes.theme_changed.connect(self._paint_with)

    def _open(self, credentials: Password) -> None:
        """Open the feed of a user; his files are his alone, so another one gets another feed."""
        if self._leaving:
            return
        try:
            self._open_link(credentials)
        except StoreUnusable as unusable:
            self._try_again(self.tr("The folder for this desk's files cannot be used: {why}").format(why=unusable))

    def _open_link(self, credentials: Password) -> None:
        for former in (self._desk, self._link):
            if former is not None:
                former.deleteLater()
        self._desk = self._link = None
        link = FeedLink(self._hub, credentials, folder=self._folder, language=self._languages.language, parent=self)
        self._link = link
        self._desk = Desk(link, parent=self)  # hears of a sign-in before this window does
        link.signed_in.connect(self._on_signed_in)
        link.refused.connect(self._on_refused)
        link.revoked.connect(self._on_revoked)
        link.link_changed.connect(self._on_link_changed)
        link.failed.connect(self._failures.take)
        link.start()

    def _on_sign_in_wanted(self, user: str, password: str) -> None:
        self.sign_in(Password(user, password))

    def _on_signed_in(self, signed_in: SignedIn) -> None:
        self._enter(signed_in.user)

    def _on_recalled(self, user: User | None) -> None:
        """Show the last board to whom it belongs, as long as no hub answers."""
        if user is None or not self._trying or self._desk is None:
            return
        self._desk.sit_down(user)
        self._enter(user)

    def _enter(self, user: User) -> None:
        """Show the room to somebody who was let in."""
        self._try_again("")
        if self._desk is None:
            return
        if self._view is None:
            self._memory = Memory(self._settings, user.id)
            self._view = self._show_room(self._desk, self._memory)
        self._pages.setCurrentWidget(self._view)
        self._view.queue.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_room(self, desk: Desk, memory: Memory) -> DispatcherView:
        self._preferences.follow(memory)
        view = DispatcherView(desk, preferences=self._preferences, demo=self._demo)
        view.window_wanted.connect(self.open_further)
        view.sign_out_wanted.connect(self.sign_out)
        self._failures.set_tell(view.tell_trouble)
        self._pages.addWidget(view)
        memory.restore(self, _WINDOW)
        return view

    def _leave_room(self) -> None:
        """Let go of a user's room, if there is one, and remember where its window was."""
        if self._view is None or self._desk is None or self._memory is None:
            return
        self._memory.keep(self, _WINDOW)
        for window in self._further:
            window.leave()
        self._further.clear()
        self._failures.set_tell(None)
        self._view.stop()
        self._pages.removeWidget(self._view)
        self._view.deleteLater()
        self._view = None

    def _try_again(self, trouble: str, *, waiting: bool = False) -> None:
        """Say on the form what went wrong, or that somebody is about to be let in."""
        self._trying = waiting
        self._form.set_waiting(waiting)
        self._form.tell(trouble)

    def _on_link_changed(self, changed: LinkChanged) -> None:
        """Say to somebody who waits to be let in why it takes so long."""
        if self._trying and changed.link.state is LinkState.LOST:
            self._form.tell(self.tr("No link to the server yet, trying again"))
            if self._link is not None:
                self._link.recall_user(self._on_recalled)
        elif self._trying and changed.link.state is LinkState.STOPPED:
            self._on_refused(SignInRefused(changed.link.why or ""))

    def _on_refused(self, refused: SignInRefused) -> None:
        self._try_again(sign_in_trouble(refused.code, refused.retry_after))
        self._pages.setCurrentWidget(self._form)

    def _on_revoked(self) -> None:
        self._on_refused(SignInRefused("revoked"))

    def _paint_with(self, paint: Paint) -> None:
        QApplication.setPalette(palette(paint))
        self.setStyleSheet(style_sheet(paint))
        self._form.set_paint(paint)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Pendopo, operations room"))
        self._form.retranslate()
        self._form.tell("", where=self._hub)
