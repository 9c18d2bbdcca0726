"""Choices by digit: chosen by key, arrow and click, on as many lines as they need."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.widgets.showing import different, in_every_paint, showing
from widgets.digit_row import DigitChoice, DigitRow
from widgets.paint.source import Paint, make_paint

CHOICES = (DigitChoice("counter", "Loket"), DigitChoice("phone", "Telepon"), DigitChoice("radio", "Radio"))


def a_row(paint: Paint, parent: QWidget) -> DigitRow:
    """Three choices."""
    row = DigitRow(paint=paint, parent=parent)
    row.set_paint(paint)
    row.offer(CHOICES)
    return row


@pytest.fixture
def paint(qapp: QApplication) -> Paint:
    """The dark theme."""
    return make_paint("dark")


@pytest.fixture
def row(paint: Paint) -> Iterator[DigitRow]:
    """A row in sight."""
    with showing(lambda window: a_row(paint, window), width=400) as made:
        made.setFocus()
        yield made


def test_digit_and_click_choose_and_arrows_only_show(row: DigitRow) -> None:
    chosen: list[str] = []
    row.chosen.connect(chosen.append)

    QTest.keyClick(row, Qt.Key.Key_2)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.keyClick(row, Qt.Key.Key_Left)
    QTest.keyClick(row, Qt.Key.Key_9)

    assert (chosen, row.code) == (["phone", "counter"], "radio")


def test_it_flows_over_more_lines_where_it_is_narrow(row: DigitRow) -> None:
    one = row.height()
    row.resize(120, row.height())
    assert row.height() > 2 * one


def test_it_is_seen_in_every_paint(qapp: QApplication) -> None:
    assert different(in_every_paint(a_row, width=400, height=60)) == 3
