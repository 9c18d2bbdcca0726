"""How the columns are placed in a real window."""

import itertools

import pytest

from desktop.language import Languages
from tests.desktop.conftest import Opened
from tests.desktop.hands import press
from tests.desktop.looping import on_qt_loop
from tests.desktop.seat import seated


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1500, 900), (1920, 1080), (2560, 1440)])
@on_qt_loop
async def test_no_column_lies_over_another(at_hand: Opened, indonesian: Languages, size: tuple[int, int]) -> None:
    async with seated(at_hand, indonesian, size=size) as seat:
        await seat.choose("r-07")
        seat.view.grab()
        panels = seat.view.columns.panels
        for left, right in itertools.pairwise(panels):
            assert left.geometry().right() < right.geometry().left()
        assert all(seat.view.columns.rect().contains(panel.geometry()) for panel in panels)
        assert seat.view.queue.isVisible()
        assert seat.view.detail.isVisible() == (size[0] >= 1200)


@on_qt_loop
async def test_the_focus_goes_round_the_panels_and_opens_the_instruments(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian, size=(1500, 900)) as seat:
        columns = seat.view.columns
        assert not columns.instruments_open
        for _ in range(4):
            press(seat.view, "F6")
        assert seat.view.instruments.isVisible()
        assert seat.view.instruments.geometry().intersects(seat.view.detail.geometry())
        columns.toggle_instruments()
        assert not seat.view.instruments.isVisible()


@on_qt_loop
async def test_in_a_narrow_window_the_detail_takes_the_place_of_the_list(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian, size=(1100, 700)) as seat:
        await seat.choose("r-07")
        seat.view.queue.view.setFocus()
        press(seat.view, "Enter")
        assert (seat.view.detail.isVisible(), seat.view.queue.isVisible()) == (True, False)
        press(seat.view, "Esc")
        assert (seat.view.detail.isVisible(), seat.view.queue.isVisible()) == (False, True)
