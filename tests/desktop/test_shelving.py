"""Alarms put aside by a supervisor: from the list and the palette; and the quiet line of what is due soon."""

from dataclasses import asdict
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.language import Languages
from desktop.shelving import Shelving
from services.domain.policy import HOUR, MINUTE
from services.domain.rows import ClaimRow
from tests.alarm_rows import an_alarm
from tests.builders import NOW
from tests.desktop.conftest import Opened
from tests.desktop.hands import press
from tests.desktop.looping import a_moment, on_qt_loop, until
from tests.desktop.seat import Seat, seated
from widgets.alarm_look import AlarmTone


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QApplication, "beep", lambda: None)


async def alarm(seat: Seat, id_: str, report: str, **changes: Any) -> None:
    value = asdict(an_alarm(**{"report": report, "reports": [report], **changes}))
    seat.room.tell({"op": "put", "kind": "alarm", "id": id_, "rev": "v1", "value": value})
    await until(lambda: id_ in seat.desk.alarms())
    await seat.room.framed()


def nothing_sent(seat: Seat) -> bool:
    return seat.hub.said("command") == []


@on_qt_loop
async def test_w_in_the_list_asks_how_long_and_why(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian, role="supervisor") as seat:
        await alarm(seat, "a-1", "r-07")
        assert seat.view.alarm_list.hint.endswith("W: tangguhkan")
        seat.view.alarm_list.setFocus()

        press(seat.window, "W")
        assert seat.shown() == "r-07"
        assert seat.asking()
        press(seat.window, "2", "1")

        order = await seat.room.ordered()
        until_then = order["args"].pop("until")
        assert (order["command"], order["args"]) == ("alarm_shelve", {"alarm": "a-1", "reason": "in_hand"})
        assert abs(until_then - seat.desk.now - 30 * MINUTE) < MINUTE
        await until(lambda: seat.foot.startswith("Alarm ditangguhkan sampai"))


@on_qt_loop
async def test_an_emergency_is_never_put_aside(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian, role="supervisor") as seat:
        await alarm(seat, "a-1", "r-07", priority="P1")
        seat.view.alarm_list.setFocus()
        press(seat.window, "W")
        await a_moment()
        assert not seat.asking()
        assert seat.foot.startswith("Tangguhkan")

        await alarm(seat, "a-2", "r-02")
        seat.view.shelving.begin("")
        assert seat.shown() == "r-02", "the most urgent one that can be put aside"


@on_qt_loop
async def test_a_dispatcher_puts_nothing_aside(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await alarm(seat, "a-1", "r-07")
        assert "W:" not in seat.view.alarm_list.hint
        seat.view.alarm_list.setFocus()
        press(seat.window, "W")
        assert not seat.asking()
        assert nothing_sent(seat)
        press(seat.window, "Ctrl+K")
        assert "do:alarm_shelve" not in offered(seat)


def offered(seat: Seat) -> set[str]:
    """What the palette offers."""
    groups = seat.view.seeking.finding._groups  # noqa: SLF001 - of many groups only the first ones are shown
    return {entry.id for _, entries in groups for entry in entries}


@on_qt_loop
async def test_the_palette_leads_there_and_a_refusal_is_told(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian, role="supervisor") as seat:
        await alarm(seat, "a-1", "r-07")
        press(seat.window, "Ctrl+K")
        assert "do:alarm_shelve" in offered(seat)
        seat.view.seeking.finding.palette.chosen.emit("do:alarm_shelve")
        seat.hub.codes = [{"code": "not_found"}]
        press(seat.view.detail.prompt, "1")
        seat.view.detail.prompt.digit_pressed.emit(3)
        await until(lambda: seat.foot.startswith("Tangguhkan"))


@on_qt_loop
async def test_without_a_hub_and_without_its_report_nothing_is_put_aside(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian, role="supervisor") as seat:
        await alarm(seat, "a-1", "r-gone")
        assert isinstance(seat.view.shelving, Shelving)
        seat.view.shelving.begin("")
        assert not seat.asking()
        assert seat.foot.startswith("Tangguhkan")


@on_qt_loop
async def test_what_i_hold_and_is_due_soon_is_a_quiet_line(at_hand: Opened, indonesian: Languages) -> None:
    mine = {"state": "queued", "received": NOW - HOUR, "due_first": NOW + 10 * MINUTE, "reopened": None}
    claim = asdict(ClaimRow("u-sari", "Sari", NOW + HOUR))
    async with seated(at_hand, indonesian, r_07={**mine, "claim": claim}) as seat:
        seat.view.alarms.tick()
        (line,) = (one for one in seat.view.alarm_list.lines if one.key == "due.r-07")
        assert (line.tone, line.calling, line.report) == (AlarmTone.STATUS, False, "r-07")
        assert line.title.startswith("Tenggat tanggap ")

        await seat.room.put("r-07", "v2", **{**mine, "claim": None})
        seat.view.alarms.tick()
        assert "due.r-07" not in {one.key for one in seat.view.alarm_list.lines}
