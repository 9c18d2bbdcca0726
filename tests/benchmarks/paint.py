"""What it costs to paint the queue, rows from their kept pictures and rows that must all be drawn anew.

The product is the queue of the desk's own window. The reference is Qt's own table over its own C++ model, as large,
with rows as high and eight plain cells in each.
"""

import asyncio
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView, QWidget

from desktop.app import make_application, run
from tests.benchmarks import window
from tests.benchmarks.figure import Figure, Limits
from tests.benchmarks.hub import Hub
from tests.benchmarks.parts import run_part
from tests.benchmarks.plan import Effort
from widgets.queue_view import QueueView

NOW = 1_795_485_600_000
WARM, STALE = 20, 5
_CELLS = 8
_ROWS = 1_000
"""Of the reference, of which it paints those in sight."""
_MILLI = 1_000.0
_SHOWN = 0.2
"""Seconds after which a window that was shown is there."""


def measure(effort: Effort) -> list[Figure]:
    """Run all rounds in one process, product and reference in turn."""
    found = run_part("paint", "rounds", effort.rounds)
    table = tuple(found["table"])
    return [
        Figure(
            name=f"paint, {what} rows", unit="ms", rounds=tuple(found[what]), reference_rounds=table,
            limits=Limits(ratio=most),
        )
        for what, most in {"warm": 0.25, "stale": 3.0}.items()
    ]  # fmt: skip


def rounds(count: str) -> dict[str, list[float]]:
    """Return the milliseconds of processor time a paint took in each round; the first round is thrown away."""
    application = make_application()
    found: dict[str, list[float]] = {"warm": [], "stale": [], "table": []}

    async def program() -> int:
        with Hub("pour", NOW, 0) as hub, tempfile.TemporaryDirectory() as folder:
            async with window.open_window(hub, Path(folder), application):
                view = window.queue_of(application)
                table = _table(view)
                await asyncio.sleep(_SHOWN)
                for _ in range(int(count) + 1):
                    found["warm"].append(_painting(view.viewport(), WARM))
                    found["table"].append(_painting(table.viewport(), WARM))
                    found["stale"].append(_painting(view.viewport(), STALE, before=view.refresh))
                table.close()
        return 0

    run(program)
    return {name: values[1:] for name, values in found.items()}


def _painting(widget: QWidget, times: int, *, before: Callable[[], None] | None = None) -> float:
    spent = 0.0
    for _ in range(times):
        if before is not None:
            before()
        began = time.thread_time()
        widget.repaint()
        spent += time.thread_time() - began
    return spent * _MILLI / times


def _table(view: QueueView) -> QTableView:
    """Show a table that has as many cells in sight as the queue has room for."""
    model = QStandardItemModel(_ROWS, _CELLS)
    for row in range(_ROWS):
        for column in range(_CELLS):
            model.setItem(row, column, QStandardItem(f"Laporan {row}, {column}"))
    table = QTableView()
    model.setParent(table)
    table.setModel(model)
    table.horizontalHeader().hide()
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(round(view.row_rect(1).height()))
    table.resize(view.size())
    for column in range(_CELLS):
        table.setColumnWidth(column, view.width() // _CELLS)
    table.show()
    return table
