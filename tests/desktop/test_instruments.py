"""The column of instruments in the room: map, ranking and flow follow the board and lead back to the queue."""

from desktop.geography import MapFileFault, Wrong, shipped_map
from desktop.instruments import Instruments
from desktop.language import Languages
from desktop.regency_map import RegencyMap
from desktop.surroundings import Surroundings
from tests.builders import NOW
from tests.desktop.conftest import Opened
from tests.desktop.looping import a_moment, on_qt_loop
from tests.desktop.seat import Seat, seated
from widgets.alarm_list import AlarmList
from widgets.models.map_points import AreaCount
from widgets.paint.source import make_paint


def counts(seat: Seat) -> dict[str, AreaCount]:
    return {count.code: count for count in seat.view.instruments.map.map.counts if count.open}


@on_qt_loop
async def test_the_map_counts_the_board(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        found = counts(seat)
        assert (found["35.03.04"].open, found["35.03.08"].open) == (2, 3)
        assert found["35.03.03"].late == 1


@on_qt_loop
async def test_a_covert_report_is_neither_on_the_map_nor_marked_as_chosen(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.room.put("r-01", "rev-x", covert=True)
        seat.view.instruments.frame({"r-01": seat.desk.row("r-01")}, (), NOW + 10_000)  # type: ignore[dict-item] # on the board
        assert "35.03.01" not in counts(seat)
        seat.view.instruments.choose("r-01")
        assert seat.view.instruments.map.map.looks.near is None


@on_qt_loop
async def test_a_change_of_the_board_reaches_the_map(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.room.put("r-07", "rev-x", kecamatan="35.03.02", desa=None)
        seat.view.instruments.frame({"r-07": seat.desk.row("r-07")}, (), NOW + 10_000)  # type: ignore[dict-item] # on the board
        assert counts(seat)["35.03.02"].open == 2


@on_qt_loop
async def test_the_chosen_report_is_marked_where_it_lies(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        assert seat.view.instruments.map.map.looks.near == "35.03.08"
        seat.view.instruments.choose(None)
        assert seat.view.instruments.map.map.looks.near is None


@on_qt_loop
async def test_a_mark_leads_to_its_report_and_tells_what_it_is(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        seat.view.instruments.map.map.report_chosen.emit("r-10")
        assert seat.chosen == "r-10" == seat.shown()
        hint = seat.view.instruments.map.map._hint  # noqa: SLF001 - what the tool tip asks
        assert "Posyandu kehabisan vaksin" in hint("r-10")
        assert hint("r-none") == ""


@on_qt_loop
async def test_instruments_stand_above_each_other_without_touching(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        for height in (1080, 864, 800):
            seat.window.resize(1920, height)
            await a_moment()
            column = seat.view.instruments
            parts = [column.strip, column.flow, column.map, *column.findChildren(AlarmList)]
            assert all(part.isVisible() for part in parts)
            edges = [(part.geometry().top(), part.geometry().bottom() + 1) for part in parts]
            assert [top for top, _ in edges] == [0, *(bottom for _, bottom in edges[:-1])]
            assert edges[-1][1] == column.height()


@on_qt_loop
async def test_a_map_file_that_cannot_be_used_is_told_below_the_map(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        bad = RegencyMap(shipped_map(), MapFileFault(Wrong.NO_COLLECTION, field="type"))
        around = Surroundings(seat.desk, "id")
        column = Instruments(seat.desk, around=around, paint=make_paint("dark"), regency_map=bad)
        column.retranslate()
        assert "type" in column.map.toolTip()
        column.deleteLater()
