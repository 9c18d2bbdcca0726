"""The ranking shows the kecamatan with most open reports first, and adds up those there is no room for."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.widgets.showing import click, different, in_every_paint, picture, share, showing
from widgets.area_ranking import AreaRanking
from widgets.models.map_points import AreaCount
from widgets.paint.source import Paint, make_paint

NAMES = {f"35.03.{n:02}": f"Kecamatan {n}" for n in range(1, 15)}
COUNTS = tuple(AreaCount(code, 20 - n, 1 if n == 1 else 0) for n, code in enumerate(NAMES))


@pytest.fixture
def paint(qapp: QApplication) -> Paint:
    return make_paint("dark")


@pytest.fixture
def ranking(paint: Paint) -> Iterator[AreaRanking]:
    with showing(lambda window: AreaRanking(NAMES, paint=paint, parent=window), width=132, height=8 * 38) as made:
        made.clearFocus()
        made.set_counts(COUNTS)
        yield made


def test_what_there_is_no_room_for_is_added_up(ranking: AreaRanking) -> None:
    rows = ranking.rows()
    assert [row.name for row in rows[:2]] == ["Kecamatan 1", "Kecamatan 2"]
    assert len(rows) == 8
    assert (rows[-1].code, rows[-1].name, rows[-1].open) == (None, "7 others", sum(range(7, 14)))


def test_in_a_low_column_the_lines_come_closer(ranking: AreaRanking) -> None:
    ranking.resize(132, 130)
    assert len(ranking.rows()) == 5


def test_areas_without_reports_are_left_out(ranking: AreaRanking) -> None:
    ranking.set_counts((AreaCount("35.03.01", 2, 0), AreaCount("35.03.02", 0, 0)))
    assert [row.code for row in ranking.rows()] == ["35.03.01"]
    ranking.set_counts(())
    assert ranking.rows() == ()


def test_a_click_chooses_an_area_but_not_the_others(qtbot: QtBot, ranking: AreaRanking) -> None:
    with qtbot.waitSignal(ranking.area_chosen) as chosen:
        click(ranking, 20, 38 * 1.5)
    assert chosen.args == ["35.03.02"]
    with qtbot.assertNotEmitted(ranking.area_chosen):
        click(ranking, 20, 38 * 7.5)
        click(ranking, 20, 10_000)


def test_the_pointer_tells_what_can_be_pressed(ranking: AreaRanking) -> None:
    for y, shape in ((10, Qt.CursorShape.PointingHandCursor), (38 * 7 + 9, Qt.CursorShape.ArrowCursor)):
        place = QPoint(20, y)
        event = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(place), QPointF(ranking.mapToGlobal(place)), Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(ranking, event)
        assert ranking.cursor().shape() == shape


def test_keys_go_up_and_down_and_choose(qtbot: QtBot, ranking: AreaRanking) -> None:
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(ranking, key)
    with qtbot.waitSignal(ranking.area_chosen) as chosen:
        QTest.keyClick(ranking, Qt.Key.Key_Return)
    assert chosen.args == ["35.03.03"]
    for _ in range(20):
        QTest.keyClick(ranking, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(ranking.area_chosen):
        QTest.keyClick(ranking, Qt.Key.Key_Return)
        QTest.keyClick(ranking, Qt.Key.Key_X)


def test_without_lines_keys_do_nothing(qtbot: QtBot, ranking: AreaRanking) -> None:
    ranking.set_counts(())
    with qtbot.assertNotEmitted(ranking.area_chosen):
        QTest.keyClick(ranking, Qt.Key.Key_Return)


def test_a_late_area_has_a_ring_and_the_marked_one_the_accent(ranking: AreaRanking, paint: Paint) -> None:
    assert share(picture(ranking), paint.theme.late) > 0
    assert share(picture(ranking), paint.theme.acc) == 0
    ranking.set_near("35.03.02")
    assert share(picture(ranking), paint.theme.acc) > 0
    one = share(picture(ranking), paint.theme.acc)
    ranking.set_area("35.03.03")
    assert 0 < share(picture(ranking), paint.theme.acc) < 1.5 * one, "only what is shown alone, beside a near one"


def test_a_screen_reader_hears_the_lines(ranking: AreaRanking) -> None:
    assert ranking.accessibleName() == "Open reports by kecamatan"
    assert ranking.accessibleDescription().startswith("Kecamatan 1: 20 open; Kecamatan 2: 19 open, 1 late")
    QApplication.sendEvent(ranking, QFocusEvent(QEvent.Type.FocusIn))
    QApplication.sendEvent(ranking, QFocusEvent(QEvent.Type.FocusOut))
    QApplication.sendEvent(ranking, QEvent(QEvent.Type.LanguageChange))
    assert "7 others" in ranking.accessibleDescription()


def test_every_paint_shows_the_ranking(qapp: QApplication) -> None:
    def made(paint: Paint, window: QWidget) -> AreaRanking:
        ranking = AreaRanking(NAMES, paint=paint, parent=window)
        ranking.set_counts(COUNTS)
        return ranking

    assert different(in_every_paint(made, width=200, height=330)) == 3


def test_with_the_focus_a_ring_is_seen(ranking: AreaRanking, paint: Paint) -> None:
    ranking.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert ranking.hasFocus()
    assert share(picture(ranking), paint.theme.acc) > 0
    assert ranking.accessibleDescription() == "Kecamatan 1: 20 open"
