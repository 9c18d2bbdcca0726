"""The map shows every report in its place and answers pointer and keys; it is drawn twice a second at most."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from services.domain.rows import ReportRow
from tests.builders import NOW
from tests.widgets.maps import a_real_map, a_tile_map, reported
from tests.widgets.showing import different, in_every_paint, picture, share, showing
from widgets.map_view import REDRAW_AFTER, MapView
from widgets.models.map_points import MapPoints
from widgets.models.map_shapes import SLOTS, Geography
from widgets.paint.source import Paint, make_paint

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def paint(qapp: QApplication) -> Paint:
    return make_paint("dark")


@pytest.fixture
def points() -> MapPoints:
    points = MapPoints(a_real_map())
    points.put([("r-1", at(111.45)), ("r-2", at(111.55, late=True)), ("r-3", at(111.67)), ("r-4", at(111.671))])
    return points


@pytest.fixture
def view(paint: Paint, points: MapPoints) -> Iterator[MapView]:
    """Three squares with a report, a late one, and two at nearly one place."""
    with showing(lambda window: a_view(points, paint, window), width=320, height=140) as made:
        made.clearFocus()
        made.restart(NOW)
        yield made


def at(lon: float, *, late: bool = False) -> ReportRow:
    codes = ("35.03.01", "35.03.02", "35.03.08")
    return reported(codes[int((lon - 111.4) * 10)], lat=-8.35, lon=lon, late=late)


def a_view(points: MapPoints, paint: Paint, parent: QWidget) -> MapView:
    return MapView(points, paint=paint, hint=lambda report: f"laporan {report}", parent=parent)


def where(view: MapView, lon: float, lat: float = -8.35) -> QPoint:
    squeeze = a_real_map().squeeze
    assert squeeze is not None
    x, y = view.sight.at((lon * squeeze, -lat))
    return QPoint(round(x), round(y))


def wheel(view: MapView, at: QPoint, notches: int) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(view.mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        NONE, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def move(view: MapView, at: QPoint, *, held: bool = False) -> None:
    held_button = LEFT if held else Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(view.mapToGlobal(at)), Qt.MouseButton.NoButton, held_button, NONE
    )
    QApplication.sendEvent(view, event)


def drag(view: MapView, start: QPoint, by: QPoint) -> None:
    QTest.mousePress(view, LEFT, NONE, start)
    move(view, start + by / 2, held=True)
    move(view, start + by, held=True)
    QTest.mouseRelease(view, LEFT, NONE, start + by)


def test_a_click_on_a_mark_chooses_its_report(qtbot: QtBot, view: MapView) -> None:
    with qtbot.waitSignal(view.report_chosen) as chosen, qtbot.assertNotEmitted(view.area_chosen):
        QTest.mouseClick(view, LEFT, NONE, where(view, 111.55))
    assert chosen.args == ["r-2"]


def test_a_click_on_an_area_chooses_it(qtbot: QtBot, view: MapView) -> None:
    with qtbot.waitSignal(view.area_chosen) as chosen, qtbot.assertNotEmitted(view.report_chosen):
        QTest.mouseClick(view, LEFT, NONE, where(view, 111.43, -8.32))
    assert chosen.args == ["35.03.01"]


def test_a_click_on_a_count_comes_closer(qtbot: QtBot, view: MapView) -> None:
    with qtbot.assertNotEmitted(view.area_chosen), qtbot.assertNotEmitted(view.report_chosen):
        QTest.mouseClick(view, LEFT, NONE, where(view, 111.67))
    assert view.sight.closer > 2


def test_other_buttons_and_places_beside_the_map_do_nothing(qtbot: QtBot, view: MapView) -> None:
    with qtbot.assertNotEmitted(view.area_chosen), qtbot.assertNotEmitted(view.report_chosen):
        QTest.mouseClick(view, Qt.MouseButton.RightButton, NONE, where(view, 111.55))
        QTest.mouseClick(view, LEFT, NONE, QPoint(2, 2))
    assert view.sight.closer == 1.0


def test_on_tiles_a_click_on_a_count_chooses_the_tile(qtbot: QtBot, paint: Paint) -> None:
    points = MapPoints(a_tile_map())
    points.replace({f"r-{n}": reported("35.03.08") for n in range(len(SLOTS) + 1)})
    with showing(lambda window: a_view(points, paint, window), width=300, height=200) as view:
        view.restart(NOW)
        seen = view.clusters()
        assert seen.count.tolist() == [len(SLOTS) + 1]
        with qtbot.waitSignal(view.area_chosen) as chosen:
            QTest.mouseClick(view, LEFT, NONE, QPointF(seen.x[0], seen.y[0]).toPoint())
    assert chosen.args == ["35.03.08"]


def test_the_wheel_zooms_around_the_pointer(view: MapView) -> None:
    place = where(view, 111.55)
    wheel(view, place, 4)
    assert view.sight.closer == pytest.approx(1.25**4)
    assert (where(view, 111.55) - place).manhattanLength() <= 2
    wheel(view, place, -9)
    assert view.sight.closer == 1.0


def test_dragging_moves_a_closer_map_and_chooses_nothing(qtbot: QtBot, view: MapView) -> None:
    wheel(view, where(view, 111.55), 6)
    before = view.sight.left
    with qtbot.assertNotEmitted(view.area_chosen), qtbot.assertNotEmitted(view.report_chosen):
        drag(view, QPoint(160, 70), QPoint(-40, 0))
    assert view.sight.left == pytest.approx(before - 40, abs=1)


def test_the_pointer_tells_what_can_be_pressed(view: MapView) -> None:
    move(view, where(view, 111.43, -8.32))
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert view.looks.hovered == "35.03.01"
    move(view, QPoint(1, 1))
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor
    move(view, where(view, 111.43, -8.32))
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.looks.hovered is None


def test_marks_counts_and_areas_tell_what_they_are(view: MapView) -> None:
    assert view.hint_at(QPointF(where(view, 111.55))) == "laporan r-2"
    assert view.hint_at(QPointF(where(view, 111.67))) == "2 reports"
    assert view.hint_at(QPointF(where(view, 111.53, -8.32))) == "Munjungan: 1 open, 1 late"
    assert view.hint_at(QPointF(1, 1)) == ""


@pytest.mark.qt_log_ignore("does not support raise")  # no window manager off-screen
def test_a_tool_tip_says_it(view: MapView) -> None:
    place = where(view, 111.45)
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    assert QToolTip.text() == "laporan r-1"
    QToolTip.hideText()


def test_arrows_go_from_area_to_area_and_enter_takes_one(qtbot: QtBot, view: MapView) -> None:
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusIn))
    assert view.looks.focused == "35.03.01"
    for key, code in (("Right", "35.03.02"), ("Right", "35.03.08"), ("Right", "35.03.08"), ("Left", "35.03.02")):
        QTest.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
        assert view.looks.focused == code
    assert view.accessibleDescription() == "Munjungan: 1 open, 1 late"
    with qtbot.waitSignal(view.area_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == ["35.03.02"]
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusOut))
    assert view.looks.focused is None


def test_the_focus_begins_where_the_chosen_report_lies(view: MapView) -> None:
    view.set_chosen("r-3", "35.03.08")
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusIn))
    assert view.looks.focused == "35.03.08"


def test_keys_zoom_and_show_the_whole_map_again(view: MapView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.sight.closer == 1.25
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.sight.closer == pytest.approx(1.0)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.sight.closer == 1.0


def test_other_keys_are_left_to_the_room(view: MapView) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_J, NONE)
    view.keyPressEvent(event)
    assert not event.isAccepted()


def test_it_is_drawn_twice_a_second_at_most(view: MapView, points: MapPoints) -> None:
    points.put([("r-9", at(111.42))])
    view.tick(NOW + REDRAW_AFTER - 1)
    assert view.clusters().count.sum() == 4
    view.tick(NOW + REDRAW_AFTER)
    assert view.clusters().count.sum() == 5


def test_a_clock_set_back_does_not_stop_it(view: MapView, points: MapPoints) -> None:
    points.put([("r-9", at(111.42))])
    view.tick(NOW - 60_000)
    assert view.clusters().count.sum() == 5


def test_time_alone_makes_a_mark_late(view: MapView) -> None:
    view.tick(NOW + 3_600_001)
    assert view.clusters().late.all()


def test_nothing_is_drawn_while_it_is_hidden_and_all_once_it_is_seen(view: MapView, points: MapPoints) -> None:
    view.hide()
    points.put([("r-9", at(111.42))])
    view.tick(NOW + 60_000)
    assert view.counts[0].open == 2
    view.show()
    assert {count.code: count.open for count in view.counts}["35.03.01"] == 2


def test_a_late_report_is_ringed_red_and_the_chosen_one_twice_in_teal(view: MapView, paint: Paint) -> None:
    before = picture(view)
    assert share(before, paint.theme.late) > 0
    assert share(before, paint.theme.acc) == 0
    view.set_chosen("r-1", "35.03.01")
    assert share(picture(view), paint.theme.acc) > 0
    view.set_chosen("unknown", None)
    assert share(picture(view), paint.theme.acc) == 0


def test_a_report_chosen_before_the_map_was_drawn_with_it_is_not_looked_for(view: MapView, points: MapPoints) -> None:
    picture(view)
    points.put([("r-9", at(111.5))])

    view.set_chosen("r-9", "35.03.01")
    picture(view)
    view.tick(NOW + 600)

    assert view.grab().width() == 320


def test_the_area_shown_alone_is_marked(view: MapView) -> None:
    before = picture(view)
    view.set_area("35.03.02")
    marked = picture(view)
    view.set_area(None)
    assert different([before, marked, picture(view)]) == 2


def test_a_screen_reader_hears_the_counts(view: MapView) -> None:
    assert view.accessibleName() == "Map of open reports"
    assert "Munjungan: 1 open, 1 late" in view.accessibleDescription()
    assert "Watulimo: 2 open" in view.accessibleDescription()


@pytest.mark.parametrize("geography", [a_real_map(), a_tile_map()])
def test_every_paint_shows_the_map(qapp: QApplication, geography: Geography) -> None:
    points = MapPoints(geography)
    points.put([("r-1", reported()), ("r-2", reported("35.03.08", late=True))])

    def made(paint: Paint, window: QWidget) -> MapView:
        view = a_view(points, paint, window)
        view.restart(NOW)
        return view

    assert different(in_every_paint(made, width=320, height=240)) == 3


def test_another_language_is_spoken_at_once(view: MapView) -> None:
    view.setAccessibleName("")
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    assert view.accessibleName() == "Map of open reports"
