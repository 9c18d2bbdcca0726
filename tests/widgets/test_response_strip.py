"""The response strip draws what was answered today and who still waits, at the right places, twice a second at most."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTranslator
from PySide6.QtGui import QColor, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from services.domain.policy import DAY, HOUR, MINUTE
from services.domain.rows import ReportRow
from services.domain.squads import PUBLIC_SQUADS, Squad
from tests.builders import NOW
from tests.widgets.rows import a_row
from widgets.models.strip_axis import FEW_TICKS, TICKS, place
from widgets.models.strip_points import StripPoints
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint, make_paint
from widgets.paint.themes import THEME_NAMES
from widgets.response_strip import REDRAW_AFTER, STEP, ResponseStrip
from widgets.wording import Language

SQUADS = tuple(squad.value for squad in Squad)
WIDTH = 472


@pytest.fixture
def paint(qapp: QApplication) -> Paint:
    return make_paint("dark")


@pytest.fixture
def points() -> StripPoints:
    return StripPoints()


@pytest.fixture
def strip(qtbot: QtBot, paint: Paint, points: StripPoints) -> ResponseStrip:
    """A strip of all squads without a report, shown."""
    return a_strip(qtbot, paint, points)


def a_strip(
    qtbot: QtBot, paint: Paint, points: StripPoints, *, language: Language = "id", squads: tuple[str, ...] = SQUADS
) -> ResponseStrip:
    strip = ResponseStrip(points, paint=paint, language=language, squads=squads)
    qtbot.addWidget(strip)
    strip.resize(WIDTH, strip.sizeHint().height())
    strip.show()
    strip.tick(NOW)
    strip.plot.show()  # what would be made a moment later
    return strip


def answered(took: int, squad: str = "orange") -> ReportRow:
    return a_row(squad=squad, state="on_scene", received=NOW - took, on_scene=NOW, due_first=NOW)


def waiting(age: int, *, left: int = MINUTE, squad: str = "orange") -> ReportRow:
    return a_row(squad=squad, received=NOW - age, due_first=NOW + left)


def at(strip: ResponseStrip, squad: str, span: int, *, height: float) -> QPointF:
    """Where a time stands in a squad's band, in the strip's own pixels."""
    plot = strip.plot.geometry()
    row = SQUADS.index(squad) + height
    return QPointF(plot.left() + place(span) * plot.width(), plot.top() + row / len(SQUADS) * plot.height())


def colours(strip: ResponseStrip, middle: QPointF) -> set[str]:
    """The colours around a point."""
    image = strip.grab().toImage()
    return {
        image.pixelColor(round(middle.x()) + x, round(middle.y()) + y).name()
        for x in range(-8, 9)
        for y in range(-8, 9)
    }


def test_each_report_is_one_mark_of_its_kind(strip: ResponseStrip, points: StripPoints) -> None:
    points.put([("r-1", answered(HOUR)), ("r-2", waiting(HOUR)), ("r-3", waiting(HOUR, left=-1))])
    strip.tick(NOW + REDRAW_AFTER)
    assert strip.plot.shown("orange") == (1, 1, 1)
    assert strip.plot.shown("blue") == (0, 0, 0)


def test_marks_stand_at_their_time_in_their_squads_band(
    strip: ResponseStrip, points: StripPoints, paint: Paint
) -> None:
    points.put([("r-1", answered(HOUR)), ("r-2", waiting(8 * HOUR, left=-1)), ("r-3", waiting(10 * MINUTE))])
    strip.tick(NOW + REDRAW_AFTER)
    dot, late, soon = (
        colours(strip, at(strip, "orange", span, height=height))
        for span, height in ((HOUR, 0.62), (8 * HOUR, 0.32), (10 * MINUTE, 0.32))
    )
    faint = QColor(paint.theme.squads["orange"].fill)
    assert any(QColor(name).red() > 150 and QColor(name).blue() < faint.blue() + 40 for name in dot)
    assert paint.theme.late.name() in late
    assert paint.theme.late.name() not in soon
    assert paint.theme.t2.name() in soon


def test_it_is_drawn_twice_a_second_at_most(strip: ResponseStrip, points: StripPoints) -> None:
    points.put([("r-1", answered(HOUR))])
    strip.tick(NOW + REDRAW_AFTER - 1)
    assert strip.plot.shown("orange") == (0, 0, 0)
    strip.tick(NOW + REDRAW_AFTER)
    assert strip.plot.shown("orange") == (1, 0, 0)


def test_its_bands_are_drawn_one_after_the_other(qtbot: QtBot, strip: ResponseStrip, points: StripPoints) -> None:
    points.put([("r-1", answered(HOUR)), ("r-2", answered(HOUR, "blue")), ("r-3", answered(HOUR, "red"))])
    strip.tick(NOW + REDRAW_AFTER)
    drawn = [strip.plot.shown(squad) for squad in ("orange", "blue", "red")]
    assert sorted(drawn) == [(0, 0, 0), (0, 0, 0), (1, 0, 0)]
    strip.tick(NOW + REDRAW_AFTER + 1)
    assert drawn == [strip.plot.shown(squad) for squad in ("orange", "blue", "red")]
    qtbot.waitUntil(lambda: all(strip.plot.shown(squad) == (1, 0, 0) for squad in ("orange", "blue", "red")))


def test_a_clock_set_back_does_not_stop_it(strip: ResponseStrip, points: StripPoints) -> None:
    points.put([("r-1", answered(HOUR))])
    strip.tick(NOW - HOUR)
    assert strip.plot.shown("orange") == (1, 0, 0)


def test_time_alone_makes_a_waiting_report_late(strip: ResponseStrip, points: StripPoints) -> None:
    points.put([("r-1", waiting(HOUR, left=MINUTE))])
    strip.tick(NOW + MINUTE)
    assert strip.plot.shown("orange") == (0, 1, 0)
    strip.tick(NOW + 2 * MINUTE)
    assert strip.plot.shown("orange") == (0, 0, 1)


def test_a_report_that_goes_takes_its_mark_with_it(strip: ResponseStrip, points: StripPoints) -> None:
    points.put([("r-1", answered(HOUR)), ("r-2", waiting(HOUR)), *((f"n-{n}", answered(HOUR)) for n in range(200))])
    strip.tick(NOW + REDRAW_AFTER)
    points.remove(["r-2", *(f"n-{n}" for n in range(200))])
    strip.tick(NOW + 2 * REDRAW_AFTER)
    assert strip.plot.shown("orange") == (1, 0, 0)


def test_nothing_is_drawn_while_it_is_hidden_and_all_once_it_is_seen(strip: ResponseStrip, points: StripPoints) -> None:
    strip.hide()
    points.put([("r-1", answered(HOUR))])
    strip.tick(NOW + HOUR)
    assert strip.plot.shown("orange") == (0, 0, 0)
    strip.show()
    assert strip.plot.shown("orange") == (1, 0, 0)


@pytest.mark.parametrize(("report", "span", "height"), [("r-1", HOUR, 0.62), ("r-2", 4 * HOUR, 0.32)])
def test_a_click_on_a_point_chooses_its_report(
    strip: ResponseStrip, points: StripPoints, *, report: str, span: int, height: float
) -> None:
    points.put([("r-1", answered(HOUR)), ("r-2", waiting(4 * HOUR))])
    strip.tick(NOW + REDRAW_AFTER)
    chosen: list[str] = []
    strip.report_chosen.connect(chosen.append)
    place_of_it = at(strip, "orange", span, height=height).toPoint()
    QTest.mouseMove(strip, place_of_it)
    QTest.mouseClick(strip, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, place_of_it)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place_of_it)
    assert chosen == [report]
    assert strip.cursor().shape() == Qt.CursorShape.PointingHandCursor


@pytest.mark.parametrize("place_of_nothing", [QPoint(100, 30), QPoint(100, 120), QPoint(300, 340)])
def test_a_click_beside_all_points_chooses_nothing(
    qtbot: QtBot, strip: ResponseStrip, points: StripPoints, place_of_nothing: QPoint
) -> None:
    points.put([("r-1", answered(HOUR))])
    strip.tick(NOW + REDRAW_AFTER)
    with qtbot.assertNotEmitted(strip.report_chosen):
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place_of_nothing)
    QTest.mouseMove(strip, place_of_nothing)
    assert strip.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_point_tells_how_long_it_took(strip: ResponseStrip, points: StripPoints) -> None:
    points.put([("r-1", answered(HOUR)), ("r-2", waiting(4 * HOUR + 5 * MINUTE))])
    strip.tick(NOW + REDRAW_AFTER)
    assert strip.hint_at(at(strip, "orange", HOUR, height=0.62)) == "Answered after 1 j"
    assert strip.hint_at(at(strip, "orange", 4 * HOUR, height=0.32)) == "Has waited for 4 j 05 m"
    assert strip.hint_at(QPointF(100, 30)) == ""


@pytest.mark.qt_log_ignore("does not support raise")  # no window manager off-screen
def test_a_tool_tip_says_it_too(strip: ResponseStrip, points: StripPoints) -> None:
    points.put([("r-1", answered(HOUR))])
    strip.tick(NOW + REDRAW_AFTER)
    place_of_it = at(strip, "orange", HOUR, height=0.62).toPoint()
    QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, place_of_it, strip.mapToGlobal(place_of_it)))
    assert QToolTip.text() == "Answered after 1 j"
    QToolTip.hideText()


def test_without_any_squad_a_click_chooses_nothing(qtbot: QtBot, paint: Paint, points: StripPoints) -> None:
    strip = a_strip(qtbot, paint, points, squads=())
    assert strip.plot.hit(QPointF(10, 10), NOW) is None


def test_wheel_and_drag_move_nothing(strip: ResponseStrip) -> None:
    middle = strip.plot.geometry().center()
    wheel = QWheelEvent(
        QPointF(middle), QPointF(strip.mapToGlobal(middle)), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(strip, wheel)
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    QTest.mouseMove(strip, middle + QPoint(50, 50))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle + QPoint(50, 50))
    assert strip.plot.range == ((0.0, 1.0), (0.0, 7.0))
    assert strip.plot.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


@pytest.mark.parametrize("squads", [SQUADS, tuple(squad.value for squad in PUBLIC_SQUADS)])
def test_a_band_is_35_pixels_and_its_patch_stands_in_its_middle(
    qtbot: QtBot, paint: Paint, points: StripPoints, squads: tuple[str, ...]
) -> None:
    strip = a_strip(qtbot, paint, points, squads=squads)
    plot = strip.plot.geometry()
    assert plot.height() == 35 * len(squads)
    last = QPointF(35, plot.top() + (len(squads) - 0.5) * 35)
    assert paint.theme.squads[squads[-1]].ink.name() in colours(strip, last)


def test_the_squads_can_become_fewer(strip: ResponseStrip, points: StripPoints) -> None:
    points.put([("r-1", answered(HOUR, "red")), ("r-2", answered(HOUR, "shadow"))])
    strip.set_medians({"red": HOUR, "shadow": 2 * HOUR})
    strip.set_squads(SQUADS[:-1])
    assert strip.plot.shown("red") == (1, 0, 0)
    assert strip.plot.marks[1] == {5: HOUR}
    assert strip.sizeHint().height() == 52 + 6 * 35 + 60
    strip.set_squads(SQUADS[:-1])
    assert strip.plot.shown("red") == (1, 0, 0)


def test_medians_and_targets_are_marked_where_there_are_any(strip: ResponseStrip, points: StripPoints) -> None:
    points.put([("r-1", waiting(HOUR, left=HOUR, squad="blue"))])
    strip.set_medians({"orange": 47 * MINUTE, "blue": None})
    for step in range(2):
        strip.tick(NOW + REDRAW_AFTER + step * STEP)
    targets, medians = strip.plot.marks
    assert (targets, medians) == ({3: 2 * HOUR}, {2: 47 * MINUTE})


def test_the_median_is_seen_over_the_points(strip: ResponseStrip, paint: Paint) -> None:
    strip.set_medians({"orange": HOUR})
    strip.tick(NOW + REDRAW_AFTER)
    middle = at(strip, "orange", HOUR, height=0.64)
    assert paint.theme.t1.name() in colours(strip, middle)
    strip.set_medians({})
    strip.tick(NOW + 2 * REDRAW_AFTER)
    assert paint.theme.t1.name() not in colours(strip, middle)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("id", ["5m", "15m", "30m", "1j", "2j", "4j", "8j", "1h", "3h", "10h"]),
        ("en", ["5m", "15m", "30m", "1h", "2h", "4h", "8h", "1d", "3d", "10d"]),
    ],
)
def test_the_axis_speaks_the_language(
    qtbot: QtBot, paint: Paint, points: StripPoints, *, language: Language, expected: list[str]
) -> None:
    strip = a_strip(qtbot, paint, points, language=language)
    assert [text for _, text in strip.labels()] == expected
    strip.set_language("en")
    assert strip.labels()[-1][1] == "10d"


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_labels_of_the_axis_never_touch(qtbot: QtBot, points: StripPoints, scale: float) -> None:
    strip_paint = make_paint("dark", scale=scale)
    strip = a_strip(qtbot, strip_paint, points)
    for width, written in ((WIDTH, TICKS), (330, FEW_TICKS)):
        strip.resize(round(width * scale), strip.height())
        labels = strip.labels()
        ends = [left + strip_paint.texts.width(text, TextRole.AXIS) for left, text in labels]
        assert all(end < left for end, (left, _) in zip(ends, labels[1:], strict=False))
        assert len(labels) == len(written)


def test_an_empty_chart_keeps_axis_and_legend(strip: ResponseStrip, paint: Paint) -> None:
    plot = strip.plot.geometry()
    assert len(strip.labels()) == len(TICKS)
    image, middle = strip.grab().toImage(), plot.bottom() + 1 + 41
    legend = {image.pixelColor(x, middle).name() for x in range(24, WIDTH - 24)}
    assert paint.theme.t3.name() in legend


def test_a_screen_reader_hears_the_counts(strip: ResponseStrip, points: StripPoints) -> None:
    points.put([("r-1", answered(HOUR)), ("r-2", waiting(HOUR)), ("r-3", waiting(HOUR, left=-1))])
    strip.tick(NOW + REDRAW_AFTER)
    assert strip.accessibleName() == "Response time today"
    assert "Orange: 1 answered, 2 waiting, 1 of them late" in strip.accessibleDescription()
    assert "Blue: 0 answered, 0 waiting, 0 of them late" in strip.accessibleDescription()


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_another_theme_or_scale_is_painted_at_once(strip: ResponseStrip, points: StripPoints, theme: str) -> None:
    points.put([("r-1", waiting(3 * DAY, left=-1, squad="pink"))])
    strip.set_medians({"pink": HOUR})
    other = make_paint(theme, scale=1.25)
    strip.set_paint(other)
    strip.resize(590, strip.sizeHint().height())
    assert strip.plot.geometry().height() == round(35 * 7 * 1.25)
    assert strip.plot.marks[1] == {0: HOUR}
    around = colours(strip, at(strip, "pink", 3 * DAY, height=0.32))
    assert {other.theme.late.name(), other.theme.bg1.name()} <= around


class _Brackets(QTranslator):
    """Puts what it translates in brackets."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        del disambiguation, n
        return f"[{source}]" if context == "ResponseStrip" else source

    def isEmpty(self) -> bool:
        return False


def test_another_language_is_spoken_at_once(strip: ResponseStrip) -> None:
    brackets = _Brackets()
    QCoreApplication.installTranslator(brackets)
    try:
        QApplication.sendEvent(strip, QEvent(QEvent.Type.LanguageChange))
        assert strip.accessibleName() == "[Response time today]"
    finally:
        QCoreApplication.removeTranslator(brackets)
