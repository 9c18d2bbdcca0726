"""The conflict banner: what happened, what was not sent, three ways on, and never by Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.widgets.showing import different, in_every_paint, picture, showing
from widgets.compare_table import CompareLine, CompareLook, CompareTable
from widgets.conflict_bar import WAYS, ConflictBar, ConflictLook
from widgets.key_button import KeyButton
from widgets.paint.source import Paint, make_paint

pytestmark = pytest.mark.usefixtures("qapp")
LOOK = ConflictLook(
    "Rizal sudah memindahkan ke Kuning", "Belum terkirim: ke Biru", "Ikuti Rizal", "Kirim", "Bandingkan"
)
COMPARED = CompareLook("semula", "pilihan saya", "Rizal", (CompareLine("pasukan", "Oranye", "Biru", "Kuning"),))


def a_bar(paint: Paint, window: QWidget) -> ConflictBar:
    bar = ConflictBar(paint=paint, parent=window)
    bar.tell(LOOK)
    return bar


def test_each_way_is_chosen_by_its_button_which_prints_its_key() -> None:
    chosen: list[str] = []
    with showing(lambda window: a_bar(make_paint("dark"), window), height=140) as bar:
        bar.chosen.connect(chosen.append)
        buttons = bar.findChildren(KeyButton)
        assert [button.toolTip() for button in buttons] == [
            "Ikuti Rizal (Alt 1)",
            "Kirim (Alt 2)",
            "Bandingkan (Alt 3)",
        ]
        for button in buttons:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        for button in buttons:
            button.setFocus()
            QTest.keyClick(button, Qt.Key.Key_Return)
    assert chosen == list(WAYS), "Enter chooses nothing: the banner can appear under the hand"


def test_comparing_shows_the_three_versions_and_once_more_hides_them() -> None:
    with showing(lambda window: a_bar(make_paint("dark"), window), height=140) as bar:
        lower = bar.sizeHint().height()
        bar.compare(COMPARED)
        assert bar.table.isVisible()
        assert bar.table.accessibleName() == "pasukan: semula Oranye, pilihan saya Biru, Rizal Kuning"
        assert bar.sizeHint().height() > lower
        bar.compare(COMPARED)
        assert not bar.table.isVisible()
        bar.compare(COMPARED)
        bar.tell(None)
        assert bar.table.look is None


def test_nothing_is_told_where_there_is_no_conflict() -> None:
    with showing(lambda window: a_bar(make_paint("dark"), window), height=140) as bar:
        assert bar.telling
        bar.tell(None)
        assert not bar.isVisible()
        bar.compare(COMPARED)
        bar.show()
        assert picture(bar).height() > 0
        assert not bar.telling


def test_the_table_is_painted_in_every_theme_and_scale() -> None:
    def a_table(paint: Paint, parent: QWidget) -> CompareTable:
        table = CompareTable(paint=paint, parent=parent)
        table.compare(COMPARED)
        return table

    assert different(in_every_paint(a_table)) == 3


def test_it_is_said_to_screen_readers_and_painted_in_every_theme_and_scale() -> None:
    with showing(lambda window: a_bar(make_paint("dark"), window)) as bar:
        assert bar.accessibleName() == f"{LOOK.happened}. {LOOK.unsent}"
    assert different(in_every_paint(a_bar, height=160)) == 3
