"""A queue on the screen for tests: view, model and what was painted of it."""

from collections.abc import Mapping

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from services.domain.rows import ReportRow
from tests.builders import NOW
from tests.widgets.rows import MEMBERS
from widgets import queue_look
from widgets.models.queue_model import QueueModel
from widgets.models.queue_order import QueueOrder
from widgets.names import Names
from widgets.paint.source import Paint, make_paint
from widgets.queue_view import QueueView

NAMES = Names(
    members={id_: row.name for id_, row in MEMBERS.items()},
    kecamatan={"35.03.08": "Watulimo", "35.03.03": "Pule"},
    desa={"35.03.08.2004": "Tasikmadu", "35.03.03.2001": "Jombok"},
    labels={"jalan_rusak": "Jalan rusak", "sampah_menumpuk": "Sampah menumpuk", "lainnya": "Lainnya"},
)


class WatchedQueue(QueueView):
    """A queue that remembers what was painted."""

    def __init__(self, paint: Paint) -> None:
        self.painted: list[QRect] = []
        self.model_under = QueueModel(
            QueueOrder("u-sari"),
            describe=lambda row: queue_look.describe_row(row, names=NAMES, now=NOW, language="id"),
            head=queue_look.say_head,
        )
        super().__init__(
            self.model_under,
            paint=paint,
            look=lambda _, row: queue_look.row_look(row, names=NAMES, user="u-sari", now=NOW, language="id"),
            time=lambda row, now: queue_look.row_time(row, now, "id"),
            heads=queue_look.head_words,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(event.rect())
        super().paintEvent(event)

    def place_of(self, report: str) -> float | None:
        """Where a report stands on the screen, None if it is not in the queue."""
        row = self.model_under.row_of(report)
        return None if row is None else self.row_rect(row).top()

    def paint_all(self) -> list[QRect]:
        """Let everything that waits be painted, and return what was."""
        self.painted.clear()
        QApplication.processEvents()
        return self.painted


def a_queue(rows: Mapping[str, ReportRow], *, width: int = 620, height: int = 600, scale: float = 1.0) -> WatchedQueue:
    """A queue that shows these rows, painted once."""
    queue = WatchedQueue(make_paint("dark", scale=scale))
    queue.resize(width, height)
    queue.set_board(rows, NOW)
    queue.show()
    queue.paint_all()
    return queue
