"""The flow chart draws what came in, what was answered, and what is usual; it says its time when it is old."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from services.figures.daily import STEP, STEPS, Flow, Usual
from tests.widgets.showing import different, in_every_paint, picture, share, showing
from widgets.flow_chart import FlowChart
from widgets.models.flow_day import FlowDay
from widgets.paint.source import Paint, make_paint

SO_FAR = 48
HIGH = Usual(tuple(n for n in range(STEPS)), tuple(n + 20 for n in range(STEPS)), 6)
LOW = Usual((0,) * STEPS, (2,) * STEPS, 6)
NOTHING = Usual((), (), 1)


@pytest.fixture
def paint(qapp: QApplication) -> Paint:
    return make_paint("dark")


@pytest.fixture
def chart(paint: Paint) -> Iterator[FlowChart]:
    with showing(lambda window: FlowChart(paint=paint, language="id", parent=window), width=472, height=172) as made:
        yield made


def a_day(usual: Usual = HIGH) -> FlowDay:
    flow = Flow("2026-11-24", STEP, tuple(range(SO_FAR)), tuple(n // 2 for n in range(SO_FAR)), usual)
    return FlowDay(flow, FlowDay(flow, 0).since + SO_FAR * STEP)


def near(image: QImage, place: QPointF) -> set[str]:
    x, y = round(place.x()), round(place.y())
    return {image.pixelColor(x + dx, y + dy).name() for dx in range(-2, 3) for dy in range(-2, 3)}


def test_before_the_hub_has_told_it_there_is_an_axis_only(chart: FlowChart, paint: Paint) -> None:
    assert chart.day is None
    assert chart.words() == ()
    assert share(picture(chart), paint.theme.acc) == 0


def test_both_lines_end_now_at_their_counts(chart: FlowChart, paint: Paint) -> None:
    chart.set_day(a_day())
    plot, image = chart.plot(), picture(chart)
    x = plot.left() + plot.width() / 2
    for count, colour in ((47, paint.theme.t1), (23, paint.theme.acc)):
        y = plot.bottom() - count / 115 * (plot.height() - 3.5)
        assert colour.name() in near(image, QPointF(x, y))


def test_the_band_is_behind_them(chart: FlowChart, paint: Paint) -> None:
    chart.set_day(a_day())
    banded = share(picture(chart), paint.theme.bg3)
    chart.set_day(a_day(NOTHING))
    assert share(picture(chart), paint.theme.bg3) == 0 < banded


def test_totals_and_weekday_are_written(chart: FlowChart) -> None:
    chart.set_day(a_day())
    assert chart.words() == ("47 received", "23 answered", "Usual Selasa")
    chart.set_language("en")
    assert chart.words()[-1] == "Usual Tuesday"
    chart.set_day(a_day(NOTHING))
    assert chart.words() == ("47 received", "23 answered")


def test_while_the_link_is_lost_it_says_its_time(chart: FlowChart) -> None:
    chart.set_day(a_day())
    before = picture(chart)
    chart.set_stale(True)
    assert chart.words()[-1] == "Data 12.00"
    assert different([before, picture(chart)]) == 2
    chart.set_stale(False)
    assert picture(chart) == before


def test_the_word_for_the_band_never_leaves_the_chart(chart: FlowChart) -> None:
    before = []
    for usual in (HIGH, LOW):
        chart.set_day(a_day(usual))
        before.append(picture(chart))
    assert different(before) == 2


def test_a_screen_reader_hears_the_totals(chart: FlowChart) -> None:
    chart.set_day(a_day())
    assert chart.accessibleName() == "Flow today"
    assert chart.accessibleDescription() == "47 received, 23 answered, Usual Selasa"
    QApplication.sendEvent(chart, QEvent(QEvent.Type.LanguageChange))
    assert chart.accessibleDescription().startswith("47")


def test_the_same_day_again_is_not_drawn_again(chart: FlowChart) -> None:
    chart.set_day(a_day())
    first = chart.day
    chart.set_day(a_day())
    assert chart.day is first


def test_every_paint_shows_the_chart(qapp: QApplication) -> None:
    def made(paint: Paint, window: QWidget) -> FlowChart:
        chart = FlowChart(paint=paint, language="id", parent=window)
        chart.set_day(a_day())
        return chart

    assert different(in_every_paint(made, width=472)) == 3
