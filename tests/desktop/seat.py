"""A dispatcher's window at a hub by hand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from typing import Any

from PySide6.QtWidgets import QLayout, QMainWindow

from desktop.dispatcher import DispatcherView
from desktop.language import Languages
from desktop.preferences import Preferences
from tests.desktop.at_hand import AtHand, furnish
from tests.desktop.conftest import Opened
from tests.desktop.hands import sit_down
from tests.desktop.looping import a_moment
from tests.services.feed.hub_by_hand import HubByHand
from tests.widgets.rows import a_room
from widgets.models.queue_model import QueueModel
from widgets.paint.source import ThemeSource


class Seat:
    """A window and the room behind it."""

    def __init__(self, room: AtHand, languages: Languages) -> None:
        self.room, self.hub, self.desk = room, room.hub, room.desk
        self.languages = languages
        self.themes = ThemeSource("dark")
        self.window = QMainWindow()
        layout = self.window.layout()
        assert layout is not None
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.view = DispatcherView(room.desk, preferences=Preferences(self.themes, languages), demo=True)
        self.window.setCentralWidget(self.view)

    @property
    def chosen(self) -> str | None:
        """The report under the focus."""
        return self.view.queue.view.chosen

    @property
    def foot(self) -> str:
        """What is told at the foot of the queue."""
        message = self.view.queue.foot.message
        return "" if message is None else message.words

    def place(self, report: str) -> float:
        """How far below the top of the list a report is seen."""
        model = self.view.queue.findChild(QueueModel)
        assert isinstance(model, QueueModel)
        return next(rect.top() for row, rect in self.view.queue.view.in_sight() if model.report_at(row) == report)

    def ids(self) -> list[str]:
        """The queue from its top."""
        order = self.view.queue.order
        return list(order.ids(0, order.counts.total))

    async def choose(self, report: str) -> None:
        """Put the focus on a report."""
        self.view.queue.view.choose(report)
        await a_moment()

    def asking(self) -> bool:
        """Whether a question stands."""
        return self.view.detail.prompt.asking

    def in_conflict(self) -> bool:
        """Whether the banner stands."""
        return self.view.detail.conflict.telling

    def shown(self) -> str | None:
        """The report of the detail."""
        return self.view.detail.report


def fill(hub: HubByHand, **changes: dict[str, Any]) -> None:
    """Give a hub the believable room; `r_02={...}` changes one of its reports."""
    furnish(hub)
    for report, row in a_room().items():
        if not row.covert:
            hub.put(report, "v1", **{**_values(row), **changes.get(report.replace("-", "_"), {})})


@asynccontextmanager
async def seated(
    at_hand: Opened,
    languages: Languages,
    *,
    size: tuple[int, int] = (1920, 1080),
    role: str = "dispatcher",
    **changes: dict[str, Any],
) -> AsyncIterator[Seat]:
    """Sit down at a desk whose board is there."""
    async with at_hand() as room:
        room.hub.roles = [role]
        fill(room.hub, **changes)
        await room.signed_in()
        seat = Seat(room, languages)
        await sit_down(seat.window, size=size)
        try:
            yield seat
        finally:
            seat.view.stop()
            seat.window.hide()
            seat.window.deleteLater()
            await a_moment()


def _values(row: Any) -> dict[str, Any]:
    return {name: value for name, value in asdict(row).items() if name != "sources"}
