"""The filter bar: a field while somebody types, chips for what stays, and nothing where nothing is filtered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.widgets.showing import different, in_every_paint, picture, showing
from widgets.filter_bar import Chip, FilterBar, FilterChip
from widgets.icon_button import IconButton
from widgets.paint.source import Paint, make_paint

pytestmark = pytest.mark.usefixtures("qapp")
CHIPS = (FilterChip("kecamatan", "Watulimo", "map-pin"), FilterChip("words", "lubang"))


def a_bar(paint: Paint, window: QWidget) -> FilterBar:
    bar = FilterBar(paint=paint, parent=window)
    bar.show_filter(CHIPS, saved=False)
    return bar


def dark_bar(window: QWidget) -> FilterBar:
    return a_bar(make_paint("dark"), window)


def chips(bar: FilterBar) -> list[str]:
    return [chip.accessibleName() for chip in bar.findChildren(Chip) if chip.isVisible()]


def test_it_is_there_only_while_somebody_filters() -> None:
    with showing(dark_bar) as bar:
        bar.show_filter((), saved=False)
        assert not bar.isVisible()
        bar.edit("")
        assert (bar.isVisible(), bar.editing, bar.field.hasFocus()) == (True, True, True)
        bar.finish()
        assert not bar.isVisible()


def test_what_is_typed_and_how_it_ends_is_told() -> None:
    told: list[str] = []
    with showing(dark_bar) as bar:
        bar.typed.connect(told.append)
        bar.kept.connect(lambda: told.append("kept"))
        bar.cleared.connect(lambda: told.append("cleared"))
        bar.edit("lubang")
        QTest.keyClicks(bar.field, "ja")
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
        QTest.keyClick(bar.field, Qt.Key.Key_Down)
        QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert told == ["j", "ja", "kept", "kept", "cleared"], "the field begins with all its words chosen"


def test_chips_and_buttons_tell_what_is_wanted() -> None:
    told: list[str] = []
    with showing(dark_bar) as bar:
        bar.dropped.connect(told.append)
        bar.save_wanted.connect(lambda: told.append("save"))
        bar.cleared.connect(lambda: told.append("clear"))
        for chip in bar.findChildren(Chip):
            QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        for button in bar.findChildren(IconButton):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == ["kecamatan", "words", "save", "clear"]


def test_the_words_are_no_chip_while_they_are_typed() -> None:
    with showing(dark_bar) as bar:
        assert len(chips(bar)) == 2
        bar.edit("lubang")
        assert chips(bar) == ["Drop filter Watulimo"]
        bar.finish()
        assert len(chips(bar)) == 2


@pytest.mark.parametrize("width", [300, 420, 620])
def test_nothing_lies_over_something_else(width: int) -> None:
    with showing(dark_bar, width=width) as bar:
        bar.resize(width, bar.height())
        for editing in (False, True):
            if editing:
                bar.edit("x")
            QApplication.processEvents()
            parts = [*bar.findChildren(IconButton), *bar.findChildren(Chip), *([bar.field] if editing else [])]
            rects = [part.geometry().adjusted(4, 4, -4, -4) for part in parts if part.isVisible()]
            assert [one for n, one in enumerate(rects) for other in rects[n + 1 :] if one.intersects(other)] == []


def test_a_saved_filter_looks_saved() -> None:
    with showing(dark_bar) as bar:
        seen = [picture(bar)]
        bar.show_filter(CHIPS, saved=True)
        seen.append(picture(bar))
        bar.edit("lubang")
        seen.append(picture(bar))
        assert different(seen) == 3


def test_it_is_painted_in_every_theme_and_scale() -> None:
    assert different(in_every_paint(a_bar)) == 3
