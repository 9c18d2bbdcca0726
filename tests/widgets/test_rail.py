"""The rail shows every squad in its place, in every height, and says which queue is wanted."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTranslator
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from services.domain.squads import Squad
from widgets.models.queue_marks import Sieve
from widgets.paint.source import Paint, make_paint
from widgets.paint.themes import THEME_NAMES
from widgets.rail import Rail
from widgets.rail_look import ExtraLook, HeadLook, RailLook, SquadLook
from widgets.rail_painter import NARROW_LEAST, SQUAD_LEAST, head_name, squad_lines
from widgets.rail_row import RailRow

BAR = 52
SCREENS = (1080 - BAR, 864 - BAR, 768 - BAR)
PUBLIC = 6


@pytest.fixture
def paint(qapp: QApplication) -> Paint:
    return make_paint("dark")


def a_squad(squad: Squad, *, late: int = 0, used50: float | None = 0.7) -> SquadLook:
    return SquadLook(
        squad=squad.value, name=squad.name.title(), function="Function", open=9, late=late, used50=used50,
        p50_text="38 m", key=str(squad.key),
    )  # fmt: skip


EXTRAS = (
    ExtraLook("unassigned", "Not assigned yet", 9, "U"),
    ExtraLook("mine", "My tasks", 0, "M"),
    ExtraLook("to_verify", "To be verified", 5, "V"),
)


def a_look(squads: int = 7, *, chosen: Sieve | None = None, late: int = 0) -> RailLook:
    rows = tuple(a_squad(squad, late=late) for squad in list(Squad)[:squads])
    return RailLook(all_open=68, all_late=late, squads=rows, extras=EXTRAS, chosen=chosen or Sieve())


MakeRail = Callable[..., Rail]


@pytest.fixture
def a_rail(qtbot: QtBot, paint: Paint) -> Iterator[MakeRail]:
    """Makes rails of a look and a height, each in a window that is shown."""
    windows: list[QWidget] = []

    def make(look: RailLook, *, height: int = SCREENS[0]) -> Rail:
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(400, 1080)
        rail = Rail(paint=paint, parent=window)
        rail.set_look(look)
        rail.resize(rail.width(), height)
        window.show()
        return rail

    yield make
    windows.clear()


def heights(rail: Rail) -> list[int]:
    """The heights of the squads' rows."""
    return [row.height() for row in rail.rows() if isinstance(row.look, SquadLook)]


def has(widget: QWidget, colour: QColor) -> bool:
    image = widget.grab().toImage()
    return any(image.pixelColor(x, y) == colour for x in range(image.width()) for y in range(image.height()))


def foot(rail: Rail) -> int:
    """Where the last row ends, from the upper end of what is seen."""
    last = rail.rows()[-1]
    return last.mapTo(rail, QPoint(0, last.height())).y()


@pytest.mark.parametrize("height", SCREENS)
def test_everything_is_seen_on_every_screen(a_rail: MakeRail, height: int) -> None:
    rail = a_rail(a_look(), height=height)
    assert foot(rail) <= height
    assert min(heights(rail)) >= SQUAD_LEAST
    assert max(heights(rail)) - min(heights(rail)) <= 1
    rows = rail.rows()
    assert all(upper.geometry().bottom() < lower.geometry().top() for upper, lower in pairwise(rows))


def test_where_there_is_room_a_squad_has_88_pixels(a_rail: MakeRail) -> None:
    assert heights(a_rail(a_look())) == [88] * 7


def test_below_the_least_height_it_scrolls(a_rail: MakeRail) -> None:
    rail = a_rail(a_look(), height=400)
    assert set(heights(rail)) == {64}
    assert rail.verticalScrollBar().maximum() > 0


def test_patches_and_counts_alone_are_all_seen_on_a_low_screen(a_rail: MakeRail) -> None:
    rail = a_rail(a_look(PUBLIC), height=562)
    rail.set_narrow(True)
    rail.resize(rail.minimumWidth(), 562)
    assert foot(rail) <= 562
    assert min(heights(rail)) >= NARROW_LEAST


def test_without_the_covert_squad_nothing_else_is_missing_or_moved(a_rail: MakeRail) -> None:
    seven, six = a_rail(a_look(7)), a_rail(a_look(PUBLIC))
    for with_it, without in zip(seven.rows()[: PUBLIC + 1], six.rows(), strict=False):
        assert with_it.geometry() == without.geometry()
        assert with_it.look == without.look
    assert [row.look for row in six.rows()[-3:]] == list(EXTRAS)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_in_the_lowest_row_nothing_touches(qapp: QApplication, scale: float) -> None:
    paint = make_paint("dark", scale=scale)
    for height in (64.0, 76.0, 88.0):
        lines = squad_lines(height * scale, paint)
        assert lines.patch + 17 * scale < lines.bar - 4 * scale
        assert lines.count + 10 * scale <= lines.pill - 9 * scale
        assert lines.pill + 9.5 * scale < lines.bar - 4 * scale
        assert lines.bar + 6 * scale < height * scale


def test_a_click_asks_for_the_queue(a_rail: MakeRail) -> None:
    rail = a_rail(a_look())
    asked: list[object] = []
    rail.squad_chosen.connect(asked.append)
    rail.extra_chosen.connect(lambda extra: asked.append(("extra", extra)))
    for place in (3, 0, 9):
        QTest.mouseClick(rail.rows()[place], Qt.MouseButton.LeftButton)
    assert asked == ["orange", None, ("extra", "mine")]


def test_a_row_is_checked_only_while_its_queue_is_shown(a_rail: MakeRail) -> None:
    rail = a_rail(a_look(chosen=Sieve(squad="pink")))
    QTest.mouseClick(rail.rows()[2], Qt.MouseButton.LeftButton)
    QTest.mouseClick(rail.rows()[1], Qt.MouseButton.LeftButton)
    assert [row.isChecked() for row in rail.rows()].index(True) == 1
    rail.set_look(a_look(chosen=Sieve(extra="mine")))
    assert [n for n, row in enumerate(rail.rows()) if row.isChecked()] == [9]


def test_a_click_leaves_the_keyboard_with_the_list(a_rail: MakeRail) -> None:
    rail = a_rail(a_look())
    assert {row.focusPolicy() for row in rail.rows()} == {Qt.FocusPolicy.TabFocus}


def test_the_keyboard_goes_up_and_down_and_presses(a_rail: MakeRail) -> None:
    rail = a_rail(a_look(chosen=Sieve(squad="pink")))
    asked: list[object] = []
    rail.squad_chosen.connect(asked.append)
    rail.activateWindow()
    QApplication.processEvents()
    rail.setFocus()
    assert QApplication.focusWidget() is rail.rows()[1]
    QTest.keyClick(rail.rows()[1], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rail.rows()[2]
    QTest.keyClick(rail.rows()[2], Qt.Key.Key_Return)
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert isinstance(focused, RailRow)
        QTest.keyClick(focused, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is rail.rows()[0]
    assert asked == ["white"]


def test_letters_and_digits_are_the_windows(a_rail: MakeRail) -> None:
    row = a_rail(a_look()).rows()[0]
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_3, Qt.KeyboardModifier.NoModifier, "3")
    event.accept()
    row.keyPressEvent(event)
    assert not event.isAccepted()


def test_the_focus_is_seen(a_rail: MakeRail, paint: Paint) -> None:
    row = a_rail(a_look(chosen=Sieve(squad="blue"))).rows()[1]
    row.activateWindow()
    QApplication.processEvents()
    assert not has(row, paint.theme.acc)
    row.setFocus()
    assert has(row, paint.theme.acc)


def test_new_figures_keep_the_rows_and_other_queues_make_new_ones(a_rail: MakeRail) -> None:
    rail = a_rail(a_look())
    before = rail.rows()
    rail.set_look(a_look(late=3))
    assert rail.rows() == before
    assert rail.rows()[0].look == HeadLook(open=68, late=3)
    rail.set_look(a_look(PUBLIC))
    assert len(rail.rows()) == len(before) - 1
    assert rail.look == a_look(PUBLIC)


def test_red_is_seen_where_something_is_late_and_nowhere_else(a_rail: MakeRail, paint: Paint) -> None:
    rail = a_rail(a_look())
    blue = rail.rows()[4]
    assert not has(blue, paint.theme.late)
    blue.set_look(a_squad(Squad.BLUE, late=1))
    assert has(blue, paint.theme.late)
    blue.set_look(a_squad(Squad.BLUE, used50=2.0))
    assert has(blue, paint.theme.late)


def test_a_screen_reader_hears_the_whole_row(a_rail: MakeRail) -> None:
    rows = a_rail(a_look(late=1)).rows()
    assert rows[0].accessibleName() == "All squads: 68 open, 1 late"
    assert rows[3].accessibleName() == "Orange, Function: 9 open, 1 late, median 38 m"
    assert rows[8].accessibleName() == "Not assigned yet: 9"


def test_narrow_it_shows_patches_and_counts_and_tells_the_rest(a_rail: MakeRail, paint: Paint) -> None:
    rail = a_rail(a_look(late=12), height=SCREENS[2])
    assert (rail.width(), rail.rows()[1].toolTip()) == (236, "")
    rail.set_narrow(True)
    assert rail.width() == 72
    assert rail.rows()[1].toolTip() == rail.rows()[1].accessibleName()
    assert [has(row, paint.theme.late) for row in rail.rows()] == [True] * 8 + [False] * 3
    rail.set_narrow(False)
    assert rail.width() == 236


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_another_theme_or_scale_is_painted_at_once(a_rail: MakeRail, theme: str) -> None:
    rail = a_rail(a_look())
    other = make_paint(theme, scale=1.25)
    rail.set_paint(other)
    assert rail.width() == 295
    assert rail.grab().toImage().pixelColor(2, 2) == other.theme.bg1
    assert has(rail.rows()[1], other.theme.squads["pink"].fill)


class _Brackets(QTranslator):
    """Puts what it translates in brackets."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        del disambiguation, n
        return f"[{source}]" if context == "Rail" else source

    def isEmpty(self) -> bool:
        return False


def test_another_language_is_spoken_at_once(a_rail: MakeRail) -> None:
    rail = a_rail(a_look())
    brackets = _Brackets()
    QCoreApplication.installTranslator(brackets)
    try:
        QApplication.sendEvent(rail, QEvent(QEvent.Type.LanguageChange))
        assert rail.rows()[0].accessibleName() == "[All squads: 68 open, 0 late]"
        assert rail.accessibleName() == "[Squads]"
    finally:
        QCoreApplication.removeTranslator(brackets)


def test_a_row_says_when_it_shows_something_else(qtbot: QtBot, paint: Paint) -> None:
    row = RailRow(EXTRAS[0], paint=paint)
    qtbot.addWidget(row)
    row.set_look(replace(EXTRAS[0], count=10))
    assert row.accessibleName() == "Not assigned yet: 10"


def test_beside_a_large_count_the_name_of_all_squads_is_a_shorter_one_and_not_cut(paint: Paint) -> None:
    assert (head_name(paint, 140), head_name(paint, 60)) == ("All squads", "All")
