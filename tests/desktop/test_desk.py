"""The desk: what the hub has with this desk's own acts laid over it, and what becomes of them."""

from typing import Any

from services.domain.commands import Acknowledge, Note, Reassign, Undo
from services.domain.squads import Squad
from services.feed.outputs import LinkState
from tests.desktop.conftest import Opened
from tests.desktop.looping import on_qt_loop, until

MOVE = Reassign(squad=Squad.BLUE, reason="wrong_squad")


@on_qt_loop
async def test_an_act_is_shown_at_once_and_falls_with_the_delta_that_carries_it(at_hand: Opened) -> None:
    async with at_hand() as room:
        room.hub.put("r-1", "v1")
        await room.signed_in()

        room.desk.order(Acknowledge(), "r-1")

        assert [frame.puts["r-1"].state for frame in room.frames] == ["queued"]
        assert room.desk.sending("r-1")
        assert room.desk.rows()["r-1"].state == "queued"
        key = (await room.ordered())["key"]
        await room.answered()
        assert room.desk.sending("r-1"), "an answer alone does not show what the row is now"
        await room.put("r-1", "v2", state="queued", place="Pasar", done=[key])
        assert not room.desk.sending("r-1")
        assert room.frames[-1].puts["r-1"].place == "Pasar"


@on_qt_loop
async def test_an_order_carries_the_version_that_was_on_the_screen(at_hand: Opened) -> None:
    async with at_hand() as room:
        room.hub.put("r-1", "v1")
        await room.signed_in()
        seen = room.desk.base("r-1")
        await room.put("r-1", "v2")

        room.desk.order(MOVE, "r-1", base=seen)

        assert (await room.ordered())["base"] == "v1"


@on_qt_loop
async def test_a_note_carries_no_version(at_hand: Opened) -> None:
    async with at_hand() as room:
        room.hub.put("r-1", "v1")
        await room.signed_in()

        room.desk.order(Note(text="Sudah ditelepon"), "r-1")

        assert "base" not in {name for name, value in (await room.ordered()).items() if value is not None}


@on_qt_loop
async def test_a_refused_act_is_taken_back_from_the_screen_and_told_with_its_code(at_hand: Opened) -> None:
    async with at_hand() as room:
        room.hub.put("r-1", "v1")
        room.hub.codes = [{"code": "denied"}]
        await room.signed_in()

        room.desk.order(Acknowledge(), "r-1")

        await until(lambda: room.refused)
        assert (room.refused[0].code, room.refused[0].report) == ("denied", "r-1")
        assert room.frames[-1].puts["r-1"].state == "received"


@on_qt_loop
async def test_what_was_refused_cannot_be_undone(at_hand: Opened) -> None:
    async with at_hand() as room:
        room.hub.put("r-1", "v1")
        room.hub.codes = [{"code": "denied"}]
        await room.signed_in()
        room.desk.order(Acknowledge(), "r-1")
        await until(lambda: room.refused)

        assert not room.desk.undo()


async def _in_conflict(room: Any) -> None:
    room.hub.put("r-1", "v1")
    current = {"rev": "v2", "value": room.hub.put("r-1", "v1", squad="yellow")["value"]}
    room.hub.codes = [
        {"code": "conflict", "current": current, "changed": ["squad"], "by": "Rizal", "changed_at": room.clock.now}
    ]
    room.hub.put("r-1", "v1")
    await room.signed_in()
    room.desk.order(MOVE, "r-1")
    await until(lambda: room.conflicts)


@on_qt_loop
async def test_a_conflict_keeps_the_act_unsent_and_shows_the_row_without_it(at_hand: Opened) -> None:
    async with at_hand() as room:
        await _in_conflict(room)

        news = room.desk.conflict("r-1")
        assert news is not None
        assert (news.sent.command, news.answer.by, news.answer.changed) == (MOVE, "Rizal", ("squad",))
        row = room.desk.row("r-1")
        assert row is not None
        assert row.squad == "orange"
        assert room.refused == []


@on_qt_loop
async def test_following_the_others_sends_nothing_more(at_hand: Opened) -> None:
    async with at_hand() as room:
        await _in_conflict(room)

        room.desk.settle_conflict("r-1", send_mine=False)

        assert room.desk.conflict("r-1") is None
        assert len(room.hub.said("command")) == 1


@on_qt_loop
async def test_sending_mine_sends_it_anew_over_what_stands_now(at_hand: Opened) -> None:
    async with at_hand() as room:
        await _in_conflict(room)
        await room.put("r-1", "v2", squad="yellow")

        room.desk.settle_conflict("r-1", send_mine=True)

        again = await room.ordered(2)
        assert (again["command"], again["base"], again["args"]["squad"]) == ("reassign", "v2", "blue")
        assert again["key"] != room.hub.said("command")[0]["key"]


@on_qt_loop
async def test_an_undo_names_the_command_it_puts_back(at_hand: Opened) -> None:
    async with at_hand() as room:
        room.hub.put("r-1", "v1")
        await room.signed_in()
        room.desk.order(Acknowledge(), "r-1")
        done = (await room.ordered())["key"]
        await room.answered()

        assert room.desk.undo()

        undo = await room.ordered(2)
        assert (undo["command"], undo["args"]) == ("undo", {"of": done})
        assert not room.desk.undo(), "one act is put back once"


@on_qt_loop
async def test_an_undo_that_comes_too_late_is_none(at_hand: Opened) -> None:
    async with at_hand() as room:
        room.hub.put("r-1", "v1")
        await room.signed_in()
        room.desk.order(Acknowledge(), "r-1")
        await room.answered()
        room.clock.now += 8_001

        assert not room.desk.undo()


@on_qt_loop
async def test_a_refused_undo_is_told(at_hand: Opened) -> None:
    async with at_hand() as room:
        room.hub.put("r-1", "v1")
        await room.signed_in()
        room.desk.order(Acknowledge(), "r-1")
        await room.answered()
        room.hub.codes = [{"code": "conflict", "changed": [], "by": "Rizal", "changed_at": room.clock.now}]

        room.desk.undo()

        await until(lambda: room.refused)
        assert (type(room.refused[0].command), room.refused[0].code) == (Undo, "conflict")


@on_qt_loop
async def test_without_a_hub_acts_wait_and_what_cannot_wait_is_refused(at_hand: Opened) -> None:
    async with at_hand() as room:
        room.hub.put("r-1", "v1")
        await room.signed_in()
        room.desk.order(Note(text="Sudah ditelepon"), "r-1")
        await room.answered()
        room.hub.silent = True
        room.hub.hang_up()
        await room.clock.wind(26)
        assert room.links[-1].link.state is LinkState.LOST

        assert room.desk.order(Acknowledge(), "r-1") is not None
        assert room.desk.row("r-1").state == "queued"  # type: ignore[union-attr] # it is on the board
        assert room.links[-1].link.waiting == 1
        assert room.desk.order(Note(text="x\ud800"), "r-1") is None

        assert room.refused[-1].code == "bad_format"


@on_qt_loop
async def test_an_undo_of_what_was_never_sent_takes_it_back_without_a_refusal(at_hand: Opened) -> None:
    async with at_hand() as room:
        room.hub.put("r-1", "v1")
        await room.signed_in()
        room.hub.silent = True
        room.hub.hang_up()
        await room.clock.wind(26)
        room.desk.order(Acknowledge(), "r-1")

        assert room.desk.undo()

        await until(lambda: not room.desk.sending("r-1"))
        assert room.desk.row("r-1").state == "received"  # type: ignore[union-attr] # it is on the board
        assert room.refused == []


@on_qt_loop
async def test_an_act_that_waited_too_long_for_a_hub_is_taken_back_and_told(at_hand: Opened) -> None:
    async with at_hand() as room:
        room.hub.put("r-1", "v1", escalation=0)
        await room.signed_in()
        room.hub.silent = True
        room.hub.hang_up()
        await room.clock.wind(26)
        room.desk.order(MOVE, "r-1")
        assert room.desk.sending("r-1")

        room.clock.now += 4 * 3_600_000 + 1
        room.hub.silent = False
        room.hub.hang_up()
        await room.clock.wind(60)

        await until(lambda: room.refused)
        assert (room.refused[0].code, room.refused[0].command) == ("expired", MOVE)
        assert not room.desk.sending("r-1")


@on_qt_loop
async def test_what_others_do_comes_as_frames_and_surroundings(at_hand: Opened) -> None:
    async with at_hand() as room:
        room.hub.put("r-1", "v1")
        await room.signed_in()
        frames, around = len(room.frames), room.surroundings

        await room.put("r-2", "v1", event_by="Budi")
        assert [event.by for event in room.frames[-1].events] == ["Budi"]
        room.hub.rows.pop(("report", "r-2"))
        room.tell({"op": "delete", "kind": "report", "id": "r-2"})
        await until(lambda: room.desk.row("r-2") is None)
        await room.framed()

        assert room.frames[-1].removed == frozenset({"r-2"})
        assert (len(room.frames) - frames, room.surroundings) == (2, around)


@on_qt_loop
async def test_an_act_on_a_report_that_has_left_the_board_shows_nothing(at_hand: Opened) -> None:
    async with at_hand() as room:
        await room.signed_in()

        assert room.desk.order(Note(text="Sudah ditelepon"), "r-gone") is not None

        assert (room.frames, len(room.acted)) == ([], 1)
        assert room.desk.rows() == {}


@on_qt_loop
async def test_after_a_restart_the_acts_without_an_answer_are_laid_over_the_kept_board(at_hand: Opened) -> None:
    async with at_hand() as room:
        room.hub.put("r-1", "v1")
        await room.signed_in()
        room.hub.silent = True
        room.hub.hang_up()
        await room.clock.wind(26)
        room.desk.order(Acknowledge(), "r-1")
        await until(room.desk.link.unanswered)

    async with at_hand() as again:
        again.hub.silent = False
        again.hub.wires = []
        assert again.desk.sending("r-1")
        await again.signed_in()
        assert again.desk.row("r-1").state == "queued"  # type: ignore[union-attr] # it is on the board
        assert (await again.ordered())["command"] == "acknowledge"
