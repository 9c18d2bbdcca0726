"""Merging side by side: which candidates there are, what is shown of both, and the order."""

from dataclasses import asdict
from typing import Any

from desktop.language import Languages
from tests.builders import NOW
from tests.desktop.conftest import Opened
from tests.desktop.hands import press, write
from tests.desktop.looping import on_qt_loop, until
from tests.desktop.seat import Seat, seated
from tests.services.feed.builders import a_row
from widgets.merge_sheet import MergeSheet


def sheet_of(seat: Seat) -> MergeSheet:
    """The view of a desk."""
    return seat.view.writing.merge.sheet


async def with_two_alike(seat: Seat) -> tuple[str, str]:
    """Put two more reports on the board that the hub finds similar to the one under the focus."""
    changes: dict[str, Any] = {"label": "banjir", "squad": "orange", "state": "queued"}
    await seat.room.put("r-a", "a1", number="AAAA-11", title="Banjir satu", received=NOW - 60_000, **changes)
    await seat.room.put("r-b", "b1", number="BBBB-22", title="Banjir dua", **changes, photos=["p-1"])
    found = [
        {"id": id_, "rev": "x1", "value": asdict(a_row(sources={}, number=number))}
        for id_, number in (("r-a", "AAAA-11"), ("r-b", "BBBB-22"))
    ]
    seat.hub.gets["similar"] = {"reports": found}
    return "r-a", "r-b"


@on_qt_loop
async def test_j_and_k_go_among_the_candidates_and_enter_merges(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await with_two_alike(seat)
        this = seat.chosen
        merge = seat.view.writing.merge
        press(seat.window, "G")
        await until(lambda: merge.shown == "r-a")
        assert sheet_of(seat).this.look is not None

        press(seat.window, "J")
        assert merge.shown == "r-b"
        press(seat.window, "J")
        assert merge.shown == "r-a"
        press(seat.window, "K", "Enter")

        order = await seat.room.ordered()
        assert (order["command"], order["report"], order["args"]) == ("merge", this, {"into": "r-b"})
        assert "base" in order
        assert seat.foot.endswith("digabung") or "digabung" in seat.foot
        assert seat.chosen != this, "the next one is under the focus"
        assert not sheet_of(seat).laid


@on_qt_loop
async def test_what_differs_is_marked(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await with_two_alike(seat)
        await seat.choose("r-b")
        await seat.room.put("r-b", "b2", number="BBBB-22", label="banjir", squad="orange", suspected=["r-a"])
        press(seat.window, "G")

        other = sheet_of(seat).other.look
        assert other is not None
        assert other.number == "AAAA-11", "a suspected one is there before the hub answers"
        assert {icon: differs for icon, _, differs in other.facts}["tag"] is False
        assert {icon: differs for icon, _, differs in other.facts}["clock"] is True
        assert "label sama" in sheet_of(seat).strip.accessibleName()


@on_qt_loop
async def test_another_report_is_found_by_its_number(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await with_two_alike(seat)
        seat.hub.gets["similar"] = {"reports": []}
        press(seat.window, "G")
        assert sheet_of(seat).other.look is None

        press(seat.window, "/")
        write(seat.window, "zz")
        press(seat.window, "Enter")
        assert sheet_of(seat).number_error == "Tidak ada laporan aktif bernomor ini di layar"
        press(seat.window, "Backspace", "Backspace")
        write(seat.window, "bbbb2")
        press(seat.window, "Enter")

        assert (await seat.room.ordered())["args"] == {"into": "r-b"}


@on_qt_loop
async def test_without_a_candidate_enter_asks_for_a_number(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        press(seat.window, "G", "J", "Enter")

        assert sheet_of(seat).number_error == "Ketik nomor laporan lain"
        press(seat.window, "Esc")
        assert seat.view.queue.view.hasFocus()
        assert seat.hub.said("command") == []


@on_qt_loop
async def test_a_candidate_that_is_closed_meanwhile_leaves(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await with_two_alike(seat)
        merge = seat.view.writing.merge
        press(seat.window, "G")
        await until(lambda: merge.shown == "r-a")

        await seat.room.put("r-a", "a2", state="closed", number="AAAA-11")

        assert merge.shown == "r-b"


@on_qt_loop
async def test_who_may_not_merge_is_told(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.room.put("r-a", "a1", state="resolved", number="AAAA-11")
        await seat.choose("r-a")

        press(seat.window, "G")

        assert not sheet_of(seat).laid
        assert "tidak bisa" in seat.foot.casefold()
