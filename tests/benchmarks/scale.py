"""What ten times as many open reports cost: opening the queue, one frame of changes, and one squad's queue.

The product is the queue with its model, painting included. The reference is the same with 10,000 reports; for opening,
the peer is Qt's own sorting proxy over a Python model of 10,000.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QTableView

from desktop.app import make_application, run
from desktop.queue_column import QueueColumn
from services.domain.board import Put
from services.domain.rows import ReportRow
from tests.benchmarks import window
from tests.benchmarks.figure import Figure, Limits
from tests.benchmarks.hub import Hub
from tests.benchmarks.parts import run_part
from tests.benchmarks.peer_table import HEADS, cells, due_text
from tests.benchmarks.plan import Effort
from tests.benchmarks.probe import OPEN
from tests.benchmarks.room import changes, opening
from widgets.models.queue_marks import Sieve

NOW = 1_795_485_600_000
MANY = 100_000
A_FRAME, FRAMES = 160, 30
_PASSING = 1_000
"""Milliseconds of the hub's time from one frame to the next."""
_MILLI = 1_000.0
_Index = QModelIndex | QPersistentModelIndex


def measure(effort: Effort) -> list[Figure]:
    """Run all rounds in one process, product, reference and peer in turn."""
    found = {name: tuple(values) for name, values in run_part("scale", "rounds", effort.rounds).items()}
    return [
        Figure(
            name="scale, a frame at 100,000", unit="ms", rounds=found["frame many"],
            reference_rounds=found["frame few"], limits=Limits(most=16.0, ratio=4.0),
        ),
        Figure(
            name="scale, opening 100,000", unit="ms", rounds=found["opening many"],
            reference_rounds=found["opening few"], peer_rounds=found["proxy"], limits=Limits(peer_ratio=1 / 20),
        ),
        Figure(
            name="scale, a squad of 100,000", unit="ms", rounds=found["squad many"],
            reference_rounds=found["squad few"],
        ),
    ]  # fmt: skip


def rounds(count: str) -> dict[str, list[float]]:
    """Return the milliseconds of processor time each part took in each round; the first round is thrown away."""
    application = make_application()
    boards = {"few": opening(NOW), "many": opening(NOW, MANY)}
    found: dict[str, list[float]] = {}

    async def program() -> int:
        with Hub("pour", NOW, 0) as hub, tempfile.TemporaryDirectory() as folder:
            async with window.open_window(hub, Path(folder), application):
                column = window.queue_of(application).parentWidget()
                if not isinstance(column, QueueColumn):
                    raise TypeError("the queue is in no column")
                for _ in range(int(count) + 1):
                    for size, board in boards.items():
                        for part, spent in _parts(column, board):
                            found.setdefault(f"{part} {size}", []).append(spent)
                    found.setdefault("proxy", []).append(_proxy(boards["few"]))
        return 0

    run(program)
    return {name: values[1:] for name, values in found.items()}


def _parts(column: QueueColumn, board: list[Put[Any]]) -> Iterator[tuple[str, float]]:
    rows = {put.id: put.row for put in board if put.kind == "report"}
    view = column.view
    column.show_queue(Sieve())

    def open_all() -> None:
        view.set_board(rows, NOW)

    yield "opening", _spent(open_all, view)
    stream = changes(board, NOW)
    puts = [{put.id: put.row for put in islice(stream, A_FRAME)} for _ in range(FRAMES)]

    def frames() -> None:
        for number, put in enumerate(puts):
            view.frame(put, (), NOW + number * _PASSING)
            view.viewport().repaint()

    yield "frame", _spent(frames, view) / FRAMES
    yield "squad", _spent(lambda: column.show_queue(Sieve(squad="orange")), view)


def _spent(work: Callable[[], None], view: QAbstractScrollArea) -> float:
    began = time.thread_time()
    work()
    view.viewport().repaint()
    return (time.thread_time() - began) * _MILLI


class _Table(QAbstractTableModel):
    """A model as one writes it first: it says of each report what it is asked for."""

    def __init__(self, rows: list[ReportRow]) -> None:
        super().__init__()
        self._reports = rows

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's default)
        return 0 if parent.isValid() else len(self._reports)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's default)
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        row, column = self._reports[index.row()], index.column()
        return due_text(row) if column == 0 else cells(row)[column]


def _proxy(board: list[Put[Any]]) -> float:
    model = _Table([put.row for put in board if put.kind == "report"][:OPEN])
    view = QTableView()
    proxy = QSortFilterProxyModel(view)

    def open_all() -> None:
        proxy.setDynamicSortFilter(True)
        proxy.setSourceModel(model)
        view.setModel(proxy)
        view.setSortingEnabled(True)
        proxy.sort(0)
        view.show()

    spent = _spent(open_all, view)
    view.close()
    return spent
