"""Alarms in the room: lines and chip, Shift A, sound for what is new, a notice out of sight, the feed that is lost."""

from dataclasses import asdict
from typing import Any

import pytest
from PySide6.QtCore import QProcess, QStandardPaths
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from desktop.language import Languages
from services.domain.alarms import LAPSED, UNACKNOWLEDGED
from services.domain.policy import MINUTE
from services.feed.outputs import LinkState
from tests.alarm_rows import SEEN, an_alarm
from tests.builders import NOW
from tests.desktop.conftest import Opened
from tests.desktop.hands import press
from tests.desktop.looping import on_qt_loop, until
from tests.desktop.seat import Seat, fill, seated
from widgets.alarm_look import AlarmLine, AlarmTone

Told = list[tuple[str, list[str]]]


@pytest.fixture(autouse=True)
def beeps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sounds of a machine that has a bell and no player."""
    heard: list[str] = []
    monkeypatch.setattr(QStandardPaths, "findExecutable", lambda _: "")
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    return heard


async def alarm(seat: Seat, id_: str, report: str | None, *, replay: bool = False, **changes: Any) -> None:
    """Have the hub tell of an alarm, and wait until the desk knows it."""
    value = asdict(an_alarm(**{"report": report, "reports": [report] if report else [], **changes}))
    op = {"op": "put", "kind": "alarm", "id": id_, "rev": f"{id_}-{changes}", "value": value}
    seat.room.tell(op, replay=replay)
    await until(lambda: id_ in seat.desk.alarms() and seat.desk.link.board.entries("alarm")[id_].rev == op["rev"])
    await seat.room.framed()


async def over(seat: Seat, id_: str) -> None:
    """Have the hub end an alarm."""
    seat.room.tell({"op": "delete", "kind": "alarm", "id": id_})
    await until(lambda: id_ not in seat.desk.alarms())
    await seat.room.framed()


def told(seat: Seat) -> list[AlarmLine]:
    """The lines, but for what this user holds and must hurry with (`test_shelving`)."""
    return [line for line in seat.view.alarm_list.lines if not line.key.startswith("due.")]


def lines(seat: Seat) -> list[str]:
    return [line.title for line in told(seat)]


def chip(seat: Seat) -> tuple[str, bool]:
    look = seat.view.top.alarms.look
    return look.words, look.calling


@on_qt_loop
async def test_an_alarm_of_the_board_is_a_line_and_calls_in_the_top_bar(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        assert (lines(seat), chip(seat)) == ([], ("", False))
        await alarm(seat, "a-1", "r-07", about=UNACKNOWLEDGED, priority="P1", since=NOW - 3 * MINUTE)
        (line,) = told(seat)
        assert (line.tone, line.title, line.report) == (AlarmTone.CRITICAL, "P1 belum diterima", "r-07")
        assert line.detail == "3 m sejak masuk · Terima (A)"
        assert seat.view.alarm_list.hint == "Shift A: sudah dilihat"
        assert chip(seat) == ("1 belum dilihat", True)
        await over(seat, "a-1")
        assert (lines(seat), chip(seat)) == ([], ("", False))


@on_qt_loop
async def test_shift_a_marks_the_most_urgent_then_the_next_and_shows_it_at_once(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian) as seat:
        await alarm(seat, "a-late", "r-02")
        await alarm(seat, "a-p1", "r-07", about=UNACKNOWLEDGED, priority="P1")
        seat.view.queue.view.setFocus()
        for count, id_ in ((1, "a-p1"), (2, "a-late")):
            press(seat.view, "Shift+A")
            order = await seat.room.ordered(count)
            assert (order["command"], order["args"], order.get("report")) == ("alarm_seen", {"alarm": id_}, None)
        assert chip(seat) == ("2 alarm", False)
        assert not seat.view.alarm_list.flashing
        press(seat.view, "Shift+A")
        await seat.room.answered(2)
        assert len(seat.hub.said("command")) == 2


@on_qt_loop
async def test_that_another_saw_it_first_troubles_nobody(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await alarm(seat, "a-1", "r-02")
        seat.hub.codes.append({"code": "bad_state"})
        seat.view.alarms.see_next()
        await seat.room.answered()
        assert (seat.room.refused, seat.foot) == ([], "")
        assert chip(seat) == ("1 belum dilihat", True), "until the hub says that it was seen"
        await alarm(seat, "a-1", "r-02", seen=SEEN)
        assert chip(seat) == ("1 alarm", False)


@on_qt_loop
async def test_a_line_and_the_chip_lead_to_the_report_and_a_marker_sees(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await alarm(seat, "a-1", "r-07")
        await alarm(seat, "a-2", "r-02", about=LAPSED)
        seat.view.alarm_list.alarm_chosen.emit("r-07")
        assert seat.chosen == "r-07"
        seat.view.top.alarms.click()
        assert seat.chosen == "r-02"
        seat.view.alarm_list.seen_wanted.emit(seat.view.alarm_list.lines[1].key)
        assert (await seat.room.ordered())["args"] == {"alarm": "a-1"}
        seat.view.alarm_list.seen_wanted.emit("gone")


@on_qt_loop
async def test_an_alarm_leads_out_of_a_queue_that_does_not_have_its_report(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian) as seat:
        press(seat.view, "4")
        assert "r-07" not in seat.ids()
        seat.view.alarm_list.alarm_chosen.emit("r-07")
        assert seat.chosen == "r-07"


@on_qt_loop
async def test_what_is_new_sounds_once_and_what_was_missed_does_not(
    at_hand: Opened, indonesian: Languages, beeps: list[str]
) -> None:
    async with seated(at_hand, indonesian) as seat:
        await alarm(seat, "a-1", "r-07", replay=True)
        assert beeps == []
        await alarm(seat, "a-2", "r-02")
        seat.view.alarms.tick()
        assert beeps == ["beep"]
        await over(seat, "a-2")
        assert beeps == ["beep"]


@on_qt_loop
async def test_out_of_sight_it_is_told_with_number_and_squad_and_a_covert_one_not_at_all(
    at_hand: Opened, indonesian: Languages, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: Told = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    monkeypatch.setattr(QApplication, "alert", lambda *_: None)
    monkeypatch.setattr(QProcess, "startDetached", lambda program, args: told.append((program, args)))
    async with seated(at_hand, indonesian) as seat:
        await alarm(seat, "a-1", "r-07")
        monkeypatch.setattr(QStandardPaths, "findExecutable", lambda name: "/bin/tell" if "notify" in name else "")
        seat.window.hide()
        await seat.room.clock.wind(40)
        await alarm(seat, "a-covert", "r-none", squad="shadow")
        assert told == []
        await seat.room.clock.wind(40)
        await alarm(seat, "a-2", "r-02", about=UNACKNOWLEDGED, priority="P1")
        number = seat.desk.row("r-02")
        assert number is not None
        assert told == [("/bin/tell", ["--app-name=Pendopo", "--", "P1 belum diterima", f"{number.number} · Oranye"])]


@on_qt_loop
async def test_a_lost_feed_is_an_alarm_of_the_desk_s_own(
    at_hand: Opened, indonesian: Languages, beeps: list[str]
) -> None:
    async with seated(at_hand, indonesian) as seat:
        seat.hub.silent = True
        for _ in range(6):
            await seat.room.clock.wind(5)
        await until(lambda: seat.desk.link.state.state is LinkState.LOST)
        (line,) = told(seat)
        assert line.title == "Data terputus"
        assert line.detail.endswith("Teruskan kerja, perubahan disimpan di PC")
        assert beeps == ["beep"]
        seat.view.alarms.see_next()
        assert chip(seat) == ("1 alarm", False)
        seat.view.top.alarms.click()
        assert seat.hub.said("command") == []


@on_qt_loop
async def test_a_burst_of_like_reports_is_a_line_and_no_alarm(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        for n in range(5):
            await seat.room.put(
                f"r-new-{n}", "v1", label="jalan_rusak", kecamatan="35.03.10", received=NOW - MINUTE, state="received"
            )
        seat.view.alarms.tick()
        (line,) = told(seat)
        assert line.tone is AlarmTone.STATUS
        assert line.title.startswith("6 laporan Jalan rusak, "), "with one that was there"
        assert chip(seat) == ("", False)


@on_qt_loop
async def test_whoever_may_not_mark_alarms_is_not_asked_to(at_hand: Opened, indonesian: Languages) -> None:
    async with at_hand() as room:
        room.hub.roles = ["regent"]
        fill(room.hub)
        await room.signed_in()
        seat = Seat(room, indonesian)
        await alarm(seat, "a-1", "r-02")
        assert (len(lines(seat)), seat.view.alarm_list.hint) == (1, "")
        seat.view.alarms.see_next()
        assert seat.hub.said("command") == []
        seat.view.stop()
        seat.window.deleteLater()
