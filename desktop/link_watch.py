"""Keeps the link chip up to date: the age of the data, what waits, and for a moment that all is well again."""

from PySide6.QtCore import QObject, Signal

from desktop.desk import Desk
from desktop.telling import BACK_FOR, back_look, clock_warning, link_look
from services.domain.report import Millis
from services.feed.outputs import LinkChanged, LinkState
from widgets.link_chip import LinkLook
from widgets.wording import Language


class LinkWatch(QObject):
    """Follows the feed's state.

    Signals: told(LinkLook) what the chip says now.
    """

    told = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._link = desk.link.state
        self._back_until: Millis = 0
        self._waited = 0
        desk.link.link_changed.connect(self._on_changed)

    def look(self, language: Language) -> LinkLook:
        """Return what the chip says now."""
        now = self._desk.now
        if now < self._back_until and self._link.state is LinkState.LIVE:
            return back_look(self._waited)
        warning = clock_warning(self._desk.link.offset, language)
        look = link_look(
            self._link, data_at=self._desk.link.data_at, silent=self._desk.link.silent(self._link), language=language
        )
        if warning is not None and self._link.state is LinkState.LIVE:
            return LinkLook(look.tone, look.words, warning)
        return look

    def _on_changed(self, changed: LinkChanged) -> None:
        before, self._link = self._link, changed.link
        down = {LinkState.LOST, LinkState.STALE}
        if before.state in down:
            self._waited = max(self._waited, before.waiting)
        if before.state is LinkState.LOST and changed.link.state is LinkState.LIVE:
            self._back_until = self._desk.now + BACK_FOR
        elif changed.link.state in down and before.state not in down:
            self._waited = 0
        self.told.emit(changed.link)
