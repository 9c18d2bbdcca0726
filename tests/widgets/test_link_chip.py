"""The link chip: a dot while it lives, a box when it is lost, and no jumping about while seconds are counted."""

from functools import partial

import pytest
from PySide6.QtWidgets import QWidget

from tests.widgets.showing import different, in_every_paint, picture, share, showing
from widgets.link_chip import LinkChip, LinkLook, LinkTone
from widgets.paint.source import Paint, make_paint

pytestmark = pytest.mark.usefixtures("qapp")


def a_chip(
    paint: Paint,
    window: QWidget | None = None,
    *,
    tone: LinkTone = LinkTone.LIVE,
    words: str = "Langsung",
    detail: str = "",
) -> LinkChip:
    chip = LinkChip(paint=paint, parent=window)
    chip.tell(LinkLook(tone, words, detail))
    return chip


def test_only_a_lost_link_is_boxed_in_red() -> None:
    paint = make_paint("dark")
    red = {}
    for tone in LinkTone:
        with showing(
            partial(a_chip, paint, tone=tone, words="Terputus 38 dtk", detail="3 perubahan"), width=200
        ) as chip:
            red[tone] = share(picture(chip), paint.theme.latebg)
    assert red[LinkTone.LOST] > 0.5
    assert red[LinkTone.LIVE] == red[LinkTone.AGING] == 0


def test_live_has_the_accent_s_dot_and_old_data_has_not() -> None:
    paint = make_paint("dark")
    dots = []
    for tone in (LinkTone.LIVE, LinkTone.AGING):
        with showing(partial(a_chip, paint, tone=tone), width=200) as chip:
            dots.append(share(picture(chip), paint.theme.acc) > 0)
    assert dots == [True, False]


def test_counting_seconds_moves_nothing_and_longer_words_make_room() -> None:
    chip = a_chip(make_paint("dark"), tone=LinkTone.LOST, words="Terputus 38 dtk")
    before = chip.sizeHint()
    chip.tell(LinkLook(LinkTone.LOST, "Terputus 39 dtk"))
    assert chip.sizeHint() == before
    chip.tell(LinkLook(LinkTone.LOST, "Terputus 39 dtk", "3 perubahan menunggu kirim"))
    assert chip.sizeHint().width() > before.width()


def test_it_says_both_lines_to_screen_readers() -> None:
    chip = a_chip(make_paint("dark"), detail="data 14.02.11")
    assert chip.accessibleName() == "Langsung data 14.02.11"
    look = chip.look
    chip.tell(look)
    assert chip.look is look


@pytest.mark.parametrize("tone", LinkTone)
def test_it_is_painted_in_every_theme_and_scale(tone: LinkTone) -> None:
    pictures = in_every_paint(partial(a_chip, tone=tone, detail="data 14.02.11"), width=260)
    assert different(pictures) == 3
