"""The native peer: Qt's own table of 10,000 rows, kept sorted by due time, its items edited in place as changes come.

It is fed by the very client the product uses, so that only the showing differs; nothing is gathered, as such a window
is usually written.
"""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem

from services.domain.rows import ReportRow
from services.domain.urgency import next_due
from services.feed.client import FeedClient
from services.feed.credentials import Password
from services.feed.local_store import NothingKept
from services.feed.outputs import BoardChanged, BoardReplaced, Output
from services.feed.steady_clock import steady_clock
from tests.benchmarks.hub import Hub
from tests.benchmarks.probe import PROBE, probe_in
from tests.benchmarks.resting import at_rest
from tests.benchmarks.sightings import Sightings

HEADS = ("Jatuh tempo", "Prioritas", "Laporan", "Status", "Regu", "Desa", "Petugas", "Nomor")
_TITLE = 2
_SIZE = (1920, 1080)
_WIDTHS = (150, 80, 640, 120, 100, 160, 200, 120)


class PeerTable(QTableWidget):
    """The table; says in `sightings` what each of its paints has shown."""

    def __init__(self, sightings: Sightings) -> None:
        super().__init__(0, len(HEADS))
        self._sightings = sightings
        self._items: dict[str, list[QTableWidgetItem]] = {}
        self.setHorizontalHeaderLabels(list(HEADS))
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self.resize(*_SIZE)

    def fill(self, rows: dict[str, ReportRow]) -> None:
        """Show these rows, sorted by due time."""
        self.setSortingEnabled(False)
        self.setRowCount(len(rows))
        for place, (report, row) in enumerate(rows.items()):
            self._items[report] = [QTableWidgetItem(text) for text in cells(row)]
            for column, item in enumerate(self._items[report]):
                self.setItem(place, column, item)
        self.sortItems(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def change(self, report: str, row: ReportRow) -> None:
        """Show a row as it is now, cell by cell where the text is another."""
        for item, text in zip(self._items[report], cells(row), strict=True):
            if item.text() != text:
                item.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and take note of the probe that is on the screen now."""
        super().paintEvent(event)
        if PROBE not in self._items:
            return
        self._sightings.there.set()
        item = self._items[PROBE][_TITLE]
        probe = probe_in(item.text())
        middle: QPoint = self.visualItemRect(item).center()
        if probe is not None and event.region().contains(middle) and self.viewport().rect().contains(middle):
            self._sightings.saw(probe)


@asynccontextmanager
async def open_window(hub: Hub, folder: Path, application: QApplication) -> AsyncIterator[Sightings]:
    """Show the table with all reports on it and everything at rest."""
    del folder
    sightings = Sightings()
    table = PeerTable(sightings)

    def on_output(output: Output) -> None:
        rows = client.board.entries("report")
        if isinstance(output, BoardReplaced):
            table.fill({report: entry.row for report, entry in rows.items()})
        elif isinstance(output, BoardChanged):
            for kind, report in output.changes.put:
                if kind == "report":
                    table.change(report, rows[report].row)

    client = FeedClient(
        hub.url,
        NothingKept(),
        desk="d-peer",
        credentials=Password("sari", "bench"),
        on_output=on_output,
        clock=steady_clock(),
        chance=random.Random(7).random,
    )
    table.show()
    running = asyncio.get_running_loop().create_task(client.run())
    try:
        await sightings.there.wait()
        await at_rest()
        yield sightings
    finally:
        client.stop()
        await running
        table.deleteLater()
        application.processEvents()


def cells(row: ReportRow) -> tuple[str, ...]:
    """Return what a table shows of a report, as texts."""
    members = ", ".join(row.members)
    return (due_text(row), row.priority, row.title, row.state, row.squad or "", row.desa or "", members, row.number)


def due_text(row: ReportRow) -> str:
    """Return when a report is due, as a text that can be sorted."""
    due = next_due(row)
    return "" if due is None else datetime.fromtimestamp(due / 1000, UTC).isoformat(" ", "minutes")
