"""The four widths of the room."""

import pytest

from desktop.widths import Beside, widths


@pytest.mark.parametrize(
    ("width", "rail", "beside", "single"),
    [
        (1920, 236, Beside.INSTRUMENTS, False),
        (1760, 236, Beside.INSTRUMENTS, False),
        (1759, 236, Beside.STRIP, False),
        (1440, 236, Beside.STRIP, False),
        (1439, 72, Beside.STRIP, False),
        (1200, 72, Beside.STRIP, False),
        (1199, 72, Beside.STRIP, True),
        (1024, 72, Beside.STRIP, True),
    ],
)
def test_each_width_has_its_columns(width: int, rail: int, beside: Beside, single: bool) -> None:
    found = widths(width, 1000)

    assert (found.rail, found.beside, found.single) == (rail, beside, single)
    assert found.narrow_rail == (rail == 72)


@pytest.mark.parametrize("width", range(1200, 1760, 40))
def test_list_and_detail_are_both_readable_where_they_share_the_room(width: int) -> None:
    found = widths(width, 1000)

    assert found.queue >= 500
    assert width - found.rail - found.queue - 48 >= 500


def test_the_list_alone_takes_all_the_room() -> None:
    assert widths(1100, 700).queue == 1100 - 72 - 48


def test_larger_text_needs_a_larger_window() -> None:
    assert widths(1920, 1028, scale=1.25) == widths(1536, 1028 / 1.25)
    assert widths(1920, 1028, scale=1.25).beside is Beside.STRIP


def test_rows_are_lower_in_a_low_window() -> None:
    assert (widths(1366, 747).short_rows, widths(1366, 748).short_rows) == (True, False)
