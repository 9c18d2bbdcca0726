"""Keeps the day's flow up to date: asks the hub once a minute, and says when the figures are old."""

from PySide6.QtCore import QObject, Signal

from desktop.desk import Desk
from services.domain.report import Millis
from services.feed.outputs import LinkState
from services.feed.reading import Answer, ReadRefused
from services.figures.day import DayFlow
from widgets.models.flow_day import FlowDay

ASK_EVERY: Millis = 60_000
_LOST = frozenset({LinkState.STALE, LinkState.LOST})


class FlowWatch(QObject):
    """The flow of today as the hub tells it.

    Signals:
        day_changed(FlowDay): the hub has told it anew.
        stale_changed(bool): the link is lost, so that the last flow stays; or it is back.
    """

    day_changed = Signal(object)
    stale_changed = Signal(bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: Millis | None = None
        self._stale = self._stopped = False

    def stop(self) -> None:
        """Take no answer any more."""
        self._stopped = True

    def restart(self, now: Millis) -> None:
        """Ask at once: the board is another one."""
        self._ask(now)

    def tick(self, now: Millis) -> None:
        """Let time pass."""
        lost = self._desk.link.state.state in _LOST
        if lost != self._stale:
            self._stale = lost
            self.stale_changed.emit(lost)
        elif lost or self._asked is None or 0 <= now - self._asked < ASK_EVERY:
            return
        if not lost:  # back again, or a minute is over
            self._ask(now)

    def _ask(self, now: Millis) -> None:
        self._asked = now
        self._desk.link.ask("day", self._on_answer, owner=self)

    def _on_answer(self, answer: Answer | ReadRefused) -> None:
        if isinstance(answer, DayFlow) and not self._stopped:
            self.day_changed.emit(FlowDay(answer.flow, answer.at))
