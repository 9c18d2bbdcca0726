"""The product's own window on a prepared hub, and a look over its shoulder at what each paint has shown."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from desktop.failures import Failures
from desktop.language import Languages
from desktop.preferences import Preferences
from desktop.shell import Shell
from services.feed.credentials import Password
from tests.benchmarks.hub import Hub
from tests.benchmarks.probe import PROBE, probe_in
from tests.benchmarks.resting import at_rest
from tests.benchmarks.sightings import Sightings
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

    QueueView.paintEvent = paint_and_tell  # type: ignore[assignment, method-assign] # looked over the shoulder, not changed
    try:
        yield
    finally:
        QueueView.paintEvent = paint  # type: ignore[method-assign] # as it was


def model_of(view: QueueView) -> QueueModel:
    """Return the model a queue shows."""
    column = view.parentWidget()
    model = column.findChild(QueueModel) if column is not None else None
    if not isinstance(model, QueueModel):
        raise TypeError("the queue's column has no model")
    return model


def shown_reports(view: QueueView) -> int:
    """Return how many reports a queue shows, those out of sight too."""
    return model_of(view).counts.total


def queue_of(application: QApplication) -> QueueView:
    """Return the queue of the window that is open."""
    return next(view for top in application.topLevelWidgets() for view in top.findChildren(QueueView))


def _note(view: QueueView, event: QPaintEvent, sightings: Sightings) -> None:
    """Take note of the probe that this paint has put on the screen, if it painted that row."""
    model = model_of(view)
    if not model.counts.total:
        return
    sightings.there.set()
    place, row = model.row_of(PROBE), model.row(PROBE)
    probe = None if row is None else probe_in(row.title)
    if place is None or probe is None:
        return
    middle = view.row_rect(place).center().toPoint()
    if event.region().contains(middle) and view.viewport().rect().contains(middle):
        sightings.saw(probe)


Window = Callable[[Hub, Path, QApplication], AbstractAsyncContextManager[Sightings]]
"""Opens a window that follows a hub, and holds it open."""


@asynccontextmanager
async def open_window(hub: Hub, folder: Path, application: QApplication) -> AsyncIterator[Sightings]:
    """Show the desk's window, signed in, all 10,000 reports on the board and everything at rest."""
    sightings, failures = Sightings(), Failures()
    failures.install()
    with watching(lambda view, event: _note(view, event, sightings)):
        shell = Shell(
            hub.url,
            folder=folder,
            preferences=Preferences(ThemeSource("dark"), Languages("id")),
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
