"""The acts of the detail: at most six, by their names, on as many lines as they need."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.widgets.showing import different, in_every_paint, showing
from widgets.acts_bar import SLOTS, ActButton, ActsBar
from widgets.key_button import KeyButton
from widgets.paint.source import Paint, make_paint

pytestmark = pytest.mark.usefixtures("qapp")
ACTS = tuple(ActButton(f"act-{n}", f"Tindakan {n}", "ATPEQF"[n % 6], enabled=n != 2) for n in range(7))


def a_bar(paint: Paint, parent: QWidget | None = None) -> ActsBar:
    bar = ActsBar(paint=paint, parent=parent)
    bar.set_acts(ACTS)
    return bar


def buttons(bar: ActsBar) -> list[KeyButton]:
    return [button for button in bar.findChildren(KeyButton) if not button.isHidden()]


def test_the_pressed_act_is_named_and_no_more_than_six_are_offered() -> None:
    wanted: list[str] = []
    with showing(lambda window: a_bar(make_paint("dark"), window), width=900) as bar:
        bar.act_wanted.connect(wanted.append)
        assert len(buttons(bar)) == SLOTS
        for button in buttons(bar):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wanted == ["act-0", "act-1", "act-3", "act-4", "act-5"], "what cannot be done now is not pressed"


def test_fewer_acts_hide_the_other_buttons() -> None:
    with showing(lambda window: a_bar(make_paint("dark"), window)) as bar:
        bar.set_acts(ACTS[:2])
        assert [button.text() for button in buttons(bar)] == ["Tindakan 0", "Tindakan 1"]
        bar.set_acts(())
        assert buttons(bar) == []


def test_a_narrow_bar_needs_more_lines_and_no_button_leaves_it() -> None:
    with showing(lambda window: a_bar(make_paint("dark"), window), width=1200) as bar:
        one_line = bar.height()
        bar.resize(360, bar.height())
        assert bar.height() > one_line
        assert all(bar.rect().contains(button.geometry()) for button in buttons(bar))


def test_it_is_painted_in_every_theme_and_scale() -> None:
    assert different(in_every_paint(a_bar)) == 3
