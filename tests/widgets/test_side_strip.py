"""The strip beside a detail without instruments: what is late and what nobody has seen is counted on it."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.widgets.showing import different, in_every_paint, picture, share, showing
from widgets.paint.source import Paint, make_paint
from widgets.side_strip import SideStrip

pytestmark = pytest.mark.usefixtures("qapp", "indonesian")


def a_strip(paint: Paint, window: QWidget) -> SideStrip:
    strip = SideStrip(paint=paint, parent=window)
    strip.set_late(3)
    strip.set_unseen(140)
    return strip


def test_counts_are_red_and_said_to_a_screen_reader_and_none_is_nothing() -> None:
    late = make_paint("dark").theme.late
    with showing(lambda window: a_strip(make_paint("dark"), window), width=48, height=300) as strip:
        assert "3" in strip.accessibleName()
        assert "140" in strip.accessibleName()
        both = share(picture(strip), late)
        strip.set_unseen(0)
        one = share(picture(strip), late)
        assert "140" not in strip.accessibleName()
        strip.set_late(0)
        assert both > one > share(picture(strip), late) == 0


def test_it_is_painted_in_every_theme_and_scale() -> None:
    assert different(in_every_paint(a_strip, width=72, height=300)) == 3
