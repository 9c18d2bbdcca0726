"""Where the focus is after an undo."""

import pytest

from desktop.language import Languages
from tests.desktop.conftest import Opened
from tests.desktop.hands import press
from tests.desktop.looping import a_moment, on_qt_loop, until
from tests.desktop.seat import Seat, seated
from widgets.queue_view import HOLD


async def assigned(seat: Seat) -> str:
    """Assign a report by the suggestion; the next one is under the focus then."""
    await seat.room.put("r-07", "v2", state="queued", squad="orange", claim=None, members=())
    await seat.choose("r-07")
    seat.view.queue.view.setFocus()
    press(seat.view, "Enter")
    await seat.room.ordered()
    assert seat.chosen not in {None, "r-07"}
    return seat.chosen or ""


@on_qt_loop
async def test_the_report_that_was_put_back_is_under_the_focus(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await assigned(seat)
        press(seat.view, "Z")
        assert seat.chosen == "r-07"


@on_qt_loop
async def test_a_report_that_had_left_the_queue_is_waited_for(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        following = await assigned(seat)
        row = {name: value for name, value in seat.hub.rows["report", "r-07"]["value"].items() if name != "sources"}
        seat.room.tell({"op": "delete", "kind": "report", "id": "r-07"})
        await until(lambda: seat.desk.row("r-07") is None)
        press(seat.view, "Z")
        await a_moment()
        assert seat.chosen == following

        await seat.room.put("r-07", "v9", **row)
        seat.room.clock.now += HOLD
        await until(lambda: seat.chosen == "r-07")


@on_qt_loop
async def test_whoever_has_gone_on_is_left_where_he_is(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await assigned(seat)
        row = {name: value for name, value in seat.hub.rows["report", "r-07"]["value"].items() if name != "sources"}
        seat.room.tell({"op": "delete", "kind": "report", "id": "r-07"})
        await until(lambda: seat.desk.row("r-07") is None)
        press(seat.view, "Z", "J")
        elsewhere = seat.chosen
        await seat.room.put("r-07", "v9", **row)
        await a_moment()
        assert seat.chosen == elsewhere


@pytest.mark.parametrize("key", ["B", "N", "Enter"])
@on_qt_loop
async def test_whoever_has_begun_something_else_is_not_torn_from_it(
    at_hand: Opened, indonesian: Languages, key: str
) -> None:
    async with seated(at_hand, indonesian) as seat:
        await assigned(seat)
        row = {name: value for name, value in seat.hub.rows["report", "r-07"]["value"].items() if name != "sources"}
        seat.room.tell({"op": "delete", "kind": "report", "id": "r-07"})
        await until(lambda: seat.desk.row("r-07") is None)
        press(seat.window, "Z", key)
        focus, shown = seat.window.focusWidget(), seat.shown()

        await seat.room.put("r-07", "v9", **row)
        seat.room.clock.now += HOLD
        await until(lambda: "r-07" in seat.ids())
        await a_moment()
        assert (seat.window.focusWidget(), seat.shown()) == (focus, shown)
