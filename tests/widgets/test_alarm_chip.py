"""The alarm chip: red while somebody must look, quiet while alarms stand, gone when there is none."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.widgets.showing import different, in_every_paint, picture, share, showing
from widgets.alarm_chip import AlarmChip, AlarmChipLook
from widgets.paint.source import Paint, make_paint

pytestmark = pytest.mark.usefixtures("qapp")


def a_chip(paint: Paint, window: QWidget | None = None, *, calling: bool = True) -> AlarmChip:
    chip = AlarmChip(paint=paint, parent=window)
    chip.tell(AlarmChipLook("1 belum dilihat", calling))
    return chip


def test_it_is_red_only_while_something_was_not_seen() -> None:
    paint = make_paint("dark")
    red = []
    for calling in (True, False):
        with showing(lambda window, calling=calling: a_chip(paint, window, calling=calling), width=180) as chip:  # type: ignore[misc] # this turn's
            red.append(share(picture(chip), paint.theme.late))
    assert red[0] > 0.4
    assert red[1] == 0


def test_without_an_alarm_it_is_not_there() -> None:
    with showing(lambda window: a_chip(make_paint("dark"), window)) as chip:
        assert chip.isVisible()
        assert chip.accessibleName() == "1 belum dilihat"
        chip.tell(AlarmChipLook())
        assert not chip.isVisible()
        chip.tell(AlarmChipLook())
        assert chip.look == AlarmChipLook()


def test_the_focus_is_seen() -> None:
    with showing(lambda window: a_chip(make_paint("dark"), window, calling=False), width=180) as chip:
        chip.clearFocus()
        plain = picture(chip)
        chip.setFocus()
        assert picture(chip) != plain


def test_it_is_painted_in_every_theme_and_scale() -> None:
    assert different(in_every_paint(a_chip, width=180)) == 3


def test_the_count_alone_takes_less_room_and_still_says_all_to_a_screen_reader() -> None:
    with showing(lambda window: a_chip(make_paint("dark"), window), width=180) as chip:
        whole = chip.sizeHint().width()
        chip.set_short(True)
        assert chip.sizeHint().width() == chip.width_of(short=True) < whole / 2
        assert chip.accessibleName() == chip.toolTip() == "1 belum dilihat"
