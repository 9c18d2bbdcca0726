"""Replies that are ready: chosen by digit, arrow and click; letters go to the text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.widgets.showing import different, in_every_paint, showing
from widgets.paint.source import Paint, make_paint
from widgets.reply_list import ReplyList, ReplyOffer

OFFERS = (ReplyOffer("Laporan diterima", "Terima kasih."), ReplyOffer("Selesai", "Laporan sudah selesai."))


def a_list(paint: Paint, parent: QWidget) -> ReplyList:
    """Two replies, the first of which was used."""
    made = ReplyList(paint=paint, parent=parent)
    made.set_paint(paint)
    made.offer(OFFERS, used=0)
    return made


@pytest.fixture
def paint(qapp: QApplication) -> Paint:
    """The dark theme."""
    return make_paint("dark")


@pytest.fixture
def ready(paint: Paint) -> Iterator[ReplyList]:
    """A list in sight."""
    with showing(lambda window: a_list(paint, window), width=500) as made:
        made.setFocus()
        yield made


def test_digit_arrow_and_click_choose(ready: ReplyList) -> None:
    chosen: list[int] = []
    ready.chosen.connect(chosen.append)

    QTest.keyClick(ready, Qt.Key.Key_2)
    QTest.keyClick(ready, Qt.Key.Key_Down)
    QTest.keyClick(ready, Qt.Key.Key_Return)
    QTest.mouseClick(ready, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))

    assert chosen == [1, 1, 0]


def test_letters_and_spaces_belong_to_the_text(ready: ReplyList) -> None:
    typed: list[str] = []
    chosen: list[int] = []
    ready.letter_typed.connect(typed.append)
    ready.chosen.connect(chosen.append)

    QTest.keyClicks(ready, "a 9")
    QTest.keyClick(ready, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(ready, Qt.Key.Key_Tab)

    assert (typed, chosen) == (["a", " ", "9"], [])


def test_it_is_seen_in_every_paint(qapp: QApplication) -> None:
    def made(paint: Paint, window: QWidget) -> ReplyList:
        ready = a_list(paint, window)
        ready.use(1)
        return ready

    assert different(in_every_paint(made, width=500, height=140)) == 3
