"""Keys that once did nothing, or something to a report that was not in sight: each does one thing, or says why not."""

import pytest

from desktop.language import Languages
from services.domain.policy import MINUTE
from services.domain.rows import ClaimRow
from tests.builders import NOW
from tests.desktop.conftest import Opened
from tests.desktop.hands import press
from tests.desktop.looping import on_qt_loop
from tests.desktop.seat import Seat, seated

RIZAL = ClaimRow("u-x", "Rizal", NOW + 5 * MINUTE)


async def at(seat: Seat, report: str) -> None:
    await seat.choose(report)
    seat.view.queue.view.setFocus()


@on_qt_loop
async def test_a_queue_without_the_report_under_the_focus_begins_at_its_first(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian) as seat:
        await at(seat, seat.ids()[5])
        press(seat.view, "6")
        assert seat.chosen == seat.shown() == seat.ids()[0]
        press(seat.view, "U")
        assert seat.chosen == seat.ids()[0], "the place in the queue before is not the place here"


@on_qt_loop
async def test_a_queue_with_the_report_under_the_focus_keeps_it_and_shows_it(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian, size=(1920, 700)) as seat:
        last = [report for report in seat.ids() if (row := seat.desk.row(report)) and row.squad == "red"][-1]
        await at(seat, last)
        press(seat.view, "6", "0")
        assert seat.chosen == last
        assert seat.place(last) + 1 < seat.view.queue.view.viewport().height()


@on_qt_loop
async def test_a_queue_without_reports_leaves_the_one_that_is_read(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian, r_05={"claim": None}) as seat:
        await at(seat, "r-07")
        press(seat.view, "M")
        assert (seat.ids(), seat.shown()) == ([], "r-07")


@on_qt_loop
async def test_ctrl_enter_that_was_meant_for_a_sheet_takes_no_suggestion(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian, r_07={"claim": None}) as seat:
        await at(seat, "r-07")
        press(seat.view, "Ctrl+Enter", "Alt+Enter")
        seat.view.detail.detail.setFocus()
        press(seat.view, "Ctrl+Enter")
        assert seat.hub.said("command") == []
        press(seat.view, "Enter")
        assert (await seat.room.ordered())["command"] == "acknowledge"


@on_qt_loop
async def test_enter_says_where_nothing_is_suggested(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian, r_07={"claim": RIZAL, "state": "queued"}) as seat:
        await at(seat, "r-07")
        press(seat.view, "Enter")
        assert seat.foot == "Tidak ada saran di sini, pilih tindakannya"
        assert seat.hub.said("command") == []


@pytest.mark.parametrize(
    ("reports", "act", "said"),
    [
        (("r-05", "r-11"), "T", "Tugaskan: tidak ada pilihan yang cocok untuk semua yang ditandai"),
        (("r-08", "r-09"), "T", "Tugaskan: tidak bisa untuk laporan yang ditandai"),
    ],
    ids=["squads differ", "assigned already"],
)
@on_qt_loop
async def test_what_cannot_be_done_to_the_ticked_reports_is_said_of_them(
    at_hand: Opened, indonesian: Languages, reports: tuple[str, ...], act: str, said: str
) -> None:
    async with seated(at_hand, indonesian) as seat:
        for report in reports:
            await at(seat, report)
            press(seat.view, "X")
        press(seat.view, act)
        assert seat.foot == said
        assert seat.view.queue.ticks.reports == reports
        assert not seat.asking()
