"""Map and ranking stand beside each other, show the same counts, and speak with one voice."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import NOW
from tests.widgets.maps import a_tile_map, reported
from tests.widgets.showing import different, in_every_paint, picture, showing
from widgets.map_panel import MapPanel
from widgets.map_view import REDRAW_AFTER
from widgets.models.map_points import MapPoints
from widgets.paint.source import Paint, make_paint


@pytest.fixture
def points(qapp: QApplication) -> MapPoints:
    points = MapPoints(a_tile_map())
    points.put([("r-1", reported()), ("r-2", reported("35.03.08", late=True))])
    return points


@pytest.fixture
def panel(points: MapPoints) -> Iterator[MapPanel]:
    paint = make_paint("dark")
    with showing(lambda window: MapPanel(points, paint=paint, hint=str, parent=window), width=472, height=320) as made:
        made.restart(NOW)
        yield made


def test_map_and_ranking_fill_the_panel_without_touching(panel: MapPanel) -> None:
    left, right = panel.map.geometry(), panel.ranking.geometry()
    assert left.right() < right.left()
    assert (left.left(), panel.width() - right.right() - 1) == (24, 24)
    assert left.top() == right.top() == 52


def test_the_ranking_counts_what_the_map_shows(panel: MapPanel, points: MapPoints) -> None:
    assert [row.code for row in panel.ranking.rows()] == ["35.03.08", "35.03.01"]
    points.put([("r-3", reported()), ("r-4", reported())])
    panel.tick(NOW + REDRAW_AFTER)
    assert [(row.code, row.open) for row in panel.ranking.rows()] == [("35.03.01", 3), ("35.03.08", 1)]


def test_what_either_chooses_the_panel_says(qtbot: QtBot, panel: MapPanel) -> None:
    for source in (panel.map, panel.ranking):
        with qtbot.waitSignal(panel.area_chosen) as chosen:
            source.area_chosen.emit("35.03.08")
        assert chosen.args == ["35.03.08"]
    with qtbot.waitSignal(panel.report_chosen) as report:
        panel.map.report_chosen.emit("r-1")
    assert report.args == ["r-1"]


def test_what_is_chosen_elsewhere_is_marked_in_both(panel: MapPanel) -> None:
    before = [picture(panel.map), picture(panel.ranking)]
    panel.set_chosen("r-1", "35.03.01")
    panel.set_area("35.03.08")
    assert panel.map.looks.near == "35.03.01"
    assert panel.map.looks.shown == "35.03.08"
    assert different([*before, picture(panel.map), picture(panel.ranking)]) == 4


def test_a_note_stands_below_the_map(panel: MapPanel) -> None:
    height, before = panel.map.height(), picture(panel)
    panel.set_note("Berkas peta tidak dipakai: type: bukan FeatureCollection")
    assert panel.map.height() == height - 22
    assert (
        panel.toolTip() == panel.accessibleDescription() == "Berkas peta tidak dipakai: type: bukan FeatureCollection"
    )
    assert different([before, picture(panel)]) == 2


def test_another_language_is_painted_at_once(panel: MapPanel) -> None:
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.minimumSizeHint().height() < panel.sizeHint().height()


def test_every_paint_shows_the_panel(points: MapPoints) -> None:
    def made(paint: Paint, window: QWidget) -> MapPanel:
        panel = MapPanel(points, paint=paint, hint=str, parent=window)
        panel.restart(NOW)
        return panel

    assert different(in_every_paint(made, width=500, height=330)) == 3
