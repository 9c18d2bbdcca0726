"""What is under the focus after an act: the next report, where the act has settled this one."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.acting import Acting
from desktop.actions import SETTLING
from services.domain.report import Millis
from widgets.queue_view import QueueView


class Advancing(QObject):
    """Goes on to the next report after an act that leaves nothing to do here; nothing else moves the focus.

    Which one is next is looked at before the order is given, as the queue stood under the eyes of the person.
    """

    def __init__(
        self, acting: Acting, view: QueueView, *, clock: Callable[[], Millis], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._view, self._clock = view, clock
        self._next: str | None = None
        acting.giving.connect(self._on_giving)
        acting.given.connect(self._on_given)

    def _on_giving(self, reports: frozenset[str]) -> None:
        self._view.touched(self._clock())
        self._next = self._view.after(reports) if self._view.chosen in reports else None

    def _on_given(self, act: str) -> None:
        if act in SETTLING and self._next is not None:
            self._view.choose(self._next)
        self._next = None
