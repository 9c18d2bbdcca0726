"""The product's own window on a prepared hub, and a look over its shoulder: what each painted queue showed, and when."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from desktop.failures import Failures
from desktop.language import Languages
from desktop.shell import Shell
from services.feed.credentials import Password
from tests.benchmarks.hub import Hub
from tests.benchmarks.resting import at_rest
from tests.benchmarks.room import PROBE, probe_in
from widgets.models.queue_model import QueueModel
from widgets.paint.source import ThemeSource
from widgets.queue_view import QueueView

Painted = Callable[[QueueView, QPaintEvent], None]


@contextmanager
def watching(painted: Painted) -> Iterator[None]:
    """Call `painted` at the end of every paint of a queue that is made from now on."""
    paint = QueueView.paintEvent

    def paint_and_tell(view: QueueView, event: QPaintEvent) -> None:
        paint(view, event)
        painted(view, event)

    QueueView.paintEvent = paint_and_tell  # type: ignore[method-assign] # looked over the shoulder, not changed
    try:
        yield
    finally:
        QueueView.paintEvent = paint  # type: ignore[method-assign] # as it was


@dataclass(slots=True)
class Sightings:
    """When each probe was first seen on the screen, in nanoseconds of the monotonic clock."""

    seen: dict[int, int] = field(default_factory=dict)
    there: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once a painted queue showed reports."""

    def painted(self, view: QueueView, event: QPaintEvent) -> None:
        """Take note of the probe that this paint has put on the screen, if it painted that row."""
        model = view.parentWidget().findChild(QueueModel)
        if not isinstance(model, QueueModel) or not model.counts.total:
            return
        self.there.set()
        place, row = model.row_of(PROBE), model.row(PROBE)
        probe = None if row is None else probe_in(row.title)
        if place is None or probe is None or probe in self.seen:
            return
        middle = view.row_rect(place).center().toPoint()
        if event.region().contains(middle) and view.viewport().rect().contains(middle):
            self.seen[probe] = time.monotonic_ns()


@asynccontextmanager
async def open_window(hub: Hub, folder: Path, application: QApplication) -> AsyncIterator[Sightings]:
    """Show the desk's window, signed in, all 10,000 reports on the board and everything at rest."""
    sightings, failures = Sightings(), Failures()
    failures.install()
    with watching(sightings.painted):
        shell = Shell(
            hub.url,
            folder=folder,
            themes=ThemeSource("dark"),
            languages=Languages("id"),
            failures=failures,
            settings=QSettings(str(folder / "memory.ini"), QSettings.Format.IniFormat),
            user="sari",
        )
        shell.show()
        shell.sign_in(Password("sari", "bench"))
        try:
            await sightings.there.wait()
            await at_rest()
            yield sightings
        finally:
            await shell.take_down()
            application.processEvents()
    if failures.count:
        raise RuntimeError(f"the desk failed {failures.count} times")
