"""The foot of the queue: hints, and for a while what was done and how to put it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.builders import NOW
from tests.widgets.showing import click, different, in_every_paint, picture, share, showing
from widgets.foot_bar import FootBar, FootMessage, Hint, MessageTone
from widgets.key_button import KeyButton
from widgets.paint.source import Paint, make_paint

pytestmark = pytest.mark.usefixtures("qapp")
HINTS = (Hint(("J", "K"), "pindah"), Hint(("A",), "terima"), Hint(("1–7",), "pasukan"))
DONE = FootMessage("7Q3K-92 dipindahkan ke Biru", NOW, NOW + 8_000, undo="Urungkan")
TROUBLE = FootMessage("Hanya penyelia", NOW, NOW + 8_000, detail="laporan 7Q3K-92", tone=MessageTone.TROUBLE)


def a_bar(paint: Paint, window: QWidget, message: FootMessage | None = None) -> FootBar:
    bar = FootBar(paint=paint, parent=window)
    bar.set_hints(HINTS)
    bar.tell(message)
    return bar


def undo_of(bar: FootBar) -> KeyButton:
    button = bar.findChild(KeyButton)
    assert isinstance(button, KeyButton)
    return button


def told(bar: FootBar) -> FootMessage | None:
    return bar.message


def test_an_act_can_be_put_back_by_the_button_as_long_as_it_is_told() -> None:
    wanted: list[bool] = []
    with showing(lambda window: a_bar(make_paint("dark"), window, DONE)) as bar:
        bar.undo_wanted.connect(lambda: wanted.append(True))
        QTest.mouseClick(undo_of(bar), Qt.MouseButton.LeftButton)
        assert wanted == [True]
        bar.tick(NOW + 7_999)
        assert bar.message == DONE
        bar.tick(NOW + 8_000)
        assert told(bar) is None
        assert not undo_of(bar).isVisible()


def test_the_line_over_an_undo_grows_shorter() -> None:
    paint = make_paint("dark")
    lengths = []
    with showing(lambda window: a_bar(paint, window, DONE)) as bar:
        for passed in (0, 4_000, 7_900):
            bar.tick(NOW + passed)
            lengths.append(share(picture(bar).copy(0, 0, 600, 2), paint.theme.acc))
    assert lengths == [pytest.approx(1.0), pytest.approx(0.5, abs=0.01), pytest.approx(0.0125, abs=0.01)]


def test_trouble_offers_no_undo_and_says_its_words_to_screen_readers() -> None:
    with showing(lambda window: a_bar(make_paint("dark"), window, TROUBLE)) as bar:
        assert not undo_of(bar).isVisible()
        assert bar.accessibleName() == "Hanya penyelia"


def test_hints_stand_there_while_nothing_is_told_and_too_many_are_left_out() -> None:
    with showing(lambda window: a_bar(make_paint("dark"), window)) as bar:
        few = picture(bar)
        bar.tick(NOW)
        bar.set_hints(HINTS * 9)
        many = picture(bar)
        bar.set_hints(HINTS * 10)
        assert picture(bar) == many != few


def test_a_click_goes_no_further() -> None:
    reached: list[object] = []
    with showing(lambda window: a_bar(make_paint("dark"), window)) as bar:
        bar.window().mousePressEvent = reached.append  # type: ignore[method-assign] # what came through
        click(bar, 300, 20)
        assert reached == []


@pytest.mark.parametrize("message", [None, DONE, TROUBLE])
def test_it_is_painted_in_every_theme_and_scale(message: FootMessage | None) -> None:
    assert different(in_every_paint(lambda paint, window: a_bar(paint, window, message))) == 3


def test_the_button_goes_when_it_can_no_longer_be_put_back_though_there_is_more_to_read() -> None:
    message = FootMessage("2 dipindahkan, 1 tidak", NOW, NOW + 15_000, undo="Urungkan", undo_until=NOW + 8_000)
    with showing(lambda window: a_bar(make_paint("dark"), window, message)) as bar:
        bar.tick(NOW + 7_999)
        assert undo_of(bar).isVisible()
        bar.tick(NOW + 8_000)
        assert not undo_of(bar).isVisible()
        assert bar.message == message
        picture(bar)
        bar.tick(NOW + 15_000)
        assert told(bar) is None
