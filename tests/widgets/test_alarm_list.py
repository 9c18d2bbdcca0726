"""The alarm list: red while nobody has seen it, markers that flash and words that do not, more by scrolling."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.widgets.showing import click, different, in_every_paint, picture, share, showing
from widgets.alarm_list import AlarmList
from widgets.alarm_look import AlarmLine, AlarmTone
from widgets.paint.source import Paint, make_paint

pytestmark = pytest.mark.usefixtures("qapp")

LINE = AlarmLine(
    "unacknowledged.orange", AlarmTone.CRITICAL, "P1 belum diterima", "3 m · Terima (A)", "14.30", False, "r-1"
)
SEEN = replace(LINE, key="seen", seen=True, report="r-2")
STATUS = AlarmLine("burst", AlarmTone.STATUS, "11 laporan longsor di Tugu", "", "14.21", True, "r-3")
FIRST_ROW, SECOND_ROW, ON_MARKER, ON_WORDS = 78.0, 136.0, 25.0, 200.0


def a_list(paint: Paint, window: QWidget | None = None, *lines: AlarmLine) -> AlarmList:
    shown = AlarmList(paint=paint, parent=window)
    shown.set_alarms(lines or (LINE, STATUS), hint="Shift A")
    return shown


def test_only_a_line_nobody_has_seen_is_filled_with_red() -> None:
    paint = make_paint("dark")
    red = []
    for line in (LINE, SEEN, STATUS):
        with showing(lambda window, line=line: a_list(paint, window, line), width=460) as shown:  # type: ignore[misc] # this turn's line
            red.append(share(picture(shown), paint.theme.latebg))
    assert red[0] > 0.15
    assert red[1:] == [0, 0]


def test_a_critical_line_has_a_red_bar_and_something_to_know_none() -> None:
    paint = make_paint("dark")
    for line, expected in ((SEEN, True), (STATUS, False)):
        with showing(lambda window, line=line: a_list(paint, window, line), width=460) as shown:  # type: ignore[misc] # this turn's line
            assert (share(picture(shown), paint.theme.late) > 0) is expected


def test_the_marker_flashes_and_nothing_else_changes() -> None:
    paint = make_paint("dark")
    with showing(lambda window: a_list(paint, window), width=460) as shown:
        assert shown.flashing
        bright = picture(shown)
        shown._flashing.half(500)  # noqa: SLF001 - half a second without waiting for it
        quiet = picture(shown)
        assert bright != quiet
        beside = bright.rect().adjusted(56, 0, 0, 0)
        assert bright.copy(beside) == quiet.copy(beside)


def test_nothing_flashes_when_all_is_seen_or_nothing_may_move() -> None:
    shown = a_list(make_paint("dark"))
    shown.set_alarms((SEEN, STATUS))
    flashed = [shown.flashing]
    shown.set_alarms((LINE,))
    flashed.append(shown.flashing)
    shown.set_paint(make_paint("dark", still=True))
    flashed.append(shown.flashing)
    assert flashed == [False, True, False]


def test_a_press_leads_to_the_report_and_on_the_marker_says_seen() -> None:
    with showing(lambda window: a_list(make_paint("dark"), window, LINE, SEEN), width=460) as shown:
        chosen: list[str] = []
        seen: list[str] = []
        shown.alarm_chosen.connect(chosen.append)
        shown.seen_wanted.connect(seen.append)
        click(shown, ON_WORDS, FIRST_ROW)
        click(shown, ON_MARKER, FIRST_ROW)
        click(shown, ON_MARKER, SECOND_ROW)
        click(shown, ON_WORDS, 10)
        assert (chosen, seen) == (["r-1", "r-2"], [LINE.key])


def test_two_lines_are_in_sight_and_the_others_by_wheel_or_keys() -> None:
    lines = [replace(SEEN, key=f"k{n}", report=f"r-{n}") for n in range(5)]
    with showing(lambda window: a_list(make_paint("dark"), window, *lines), width=460) as shown:
        assert [line.key for line in shown.in_sight()] == ["k0", "k1"]
        QApplication.sendEvent(shown, a_wheel(shown, -240))
        assert [line.key for line in shown.in_sight()] == ["k2", "k3"]
        QApplication.sendEvent(shown, a_wheel(shown, -2400))
        assert [line.key for line in shown.in_sight()] == ["k3", "k4"]
        shown.setFocus()
        for _ in range(4):
            QTest.keyClick(shown, Qt.Key.Key_Down)
        chosen: list[str] = []
        shown.alarm_chosen.connect(chosen.append)
        QTest.keyClick(shown, Qt.Key.Key_Return)
        assert chosen == ["r-4"]
        for _ in range(4):
            QTest.keyClick(shown, Qt.Key.Key_Up)
        assert [line.key for line in shown.in_sight()] == ["k0", "k1"]
        QTest.keyClick(shown, Qt.Key.Key_F)


def test_what_has_just_come_is_in_sight() -> None:
    lines = [replace(SEEN, key=f"k{n}") for n in range(5)]
    with showing(lambda window: a_list(make_paint("dark"), window, *lines), width=460) as shown:
        QApplication.sendEvent(shown, a_wheel(shown, -240))
        shown.set_alarms((LINE, *lines))
        assert shown.in_sight()[0] == LINE
        QApplication.sendEvent(shown, a_wheel(shown, -240))
        shown.set_alarms((LINE, *lines[:4]))
        assert shown.in_sight()[0] != LINE  # nothing new: what somebody looks at stays


def test_it_is_as_high_empty_as_full_and_says_that_there_is_none() -> None:
    paint = make_paint("light")
    empty = AlarmList(paint=paint)
    assert empty.sizeHint() == a_list(paint).sizeHint()
    assert empty.minimumSizeHint().height() < empty.sizeHint().height()
    with showing(lambda window: AlarmList(paint=paint, parent=window), width=460) as shown:
        assert share(picture(shown), paint.theme.bg1) < 1


def test_a_reader_hears_every_line() -> None:
    shown = a_list(make_paint("dark"))
    assert shown.accessibleDescription() == "P1 belum diterima, 3 m · Terima (A); 11 laporan longsor di Tugu"


def test_it_is_painted_in_every_theme_and_scale() -> None:
    assert different(in_every_paint(a_list, width=460)) == 3


def a_wheel(widget: QWidget, turned: int) -> QWheelEvent:
    return QWheelEvent(
        QPointF(50, 80), widget.mapToGlobal(QPointF(50, 80)), QPoint(), QPoint(0, turned),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
