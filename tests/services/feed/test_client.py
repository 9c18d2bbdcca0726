"""The client of the feed against a hub written by hand: board, commands, undoing, reading, what is told."""

import asyncio
from pathlib import Path

import pytest

from services.domain.board import Changes
from services.domain.commands import Escalate, MemberOn, Note, Open, Undo
from services.domain.refusals import BadFormat
from services.feed import outputs as told
from services.feed.address import BadAddress
from services.feed.client import FeedClient, Unanswered
from services.feed.credentials import DeviceToken, Password
from services.feed.local_store import LocalStore, NothingKept
from services.feed.offline import NeedsHub
from services.feed.outputs import LinkState
from services.feed.reading import ReadRefused, ReportRead, ReportsFound, Timeline
from services.protocol.outbox import Order
from tests.builders import NOW
from tests.services.feed.builders import HandClock, a_put, a_row, settle
from tests.services.feed.conftest import DESK, Desks
from tests.services.feed.hub_by_hand import TOKEN, HubByHand, a_value

pytestmark = pytest.mark.asyncio


async def test_a_desk_signs_in_and_has_the_board(hub: HubByHand, desk: Desks) -> None:
    hub.put("r-1", "v1", title="Jalan berlubang")

    async with desk() as room:
        assert room.client.board.entries("report")["r-1"].row == a_row(title="Jalan berlubang")
        assert room.told(told.BoardReplaced) == [told.BoardReplaced()]
        assert room.told(told.LinkChanged)[-1].link.state is LinkState.LIVE
        assert room.client.data_at == NOW
        user = room.client.user
        assert user is not None
        assert (user.id, user.name) == ("u-sari", "Sari")
    hello = hub.said("hello")[0]
    assert hello["desk"] == DESK
    assert hello["auth"] == {"user": "sari", "password": "rahasia"}


async def test_a_delta_is_on_the_board_when_the_window_is_told(hub: HubByHand, desk: Desks) -> None:
    hub.put("r-1", "v1")

    async with desk() as room:
        event = {"event": "assigned", "report": "r-1", "by": "Budi", "at": NOW}
        hub.say(hub.delta(hub.put("r-1", "v2", title="Baru"), events=[event]))
        await settle()

        assert room.client.board.entries("report")["r-1"].rev == "v2"
        assert room.told(told.BoardChanged) == [
            told.BoardChanged(
                changes=Changes(put=frozenset({("report", "r-1")})),
                events=(told.FeedEvent("assigned", "r-1", "Budi", NOW),),
            )
        ]


async def test_a_command_is_sent_answered_and_done_under_the_name_order_gave(hub: HubByHand, desk: Desks) -> None:
    hub.last_command = 41

    async with desk() as room:
        tag = room.client.order(Note(text="Sudah ditelepon."), "r-1")
        await settle()
        hub.say(hub.delta(hub.put("r-1", "v2"), done=[f"{DESK}.42"]))
        await settle()

        (answered,) = room.told(told.Answered)
        assert (answered.key, answered.command, answered.ok, answered.rev) == (tag, "note", True, "w42")
        assert room.told(told.BoardChanged)[-1].done == (tag,)
        assert room.client.unanswered() == ()
    (sent,) = hub.said("command")
    assert (sent["key"], sent["command"], sent["args"]) == (f"{DESK}.42", "note", {"text": "Sudah ditelepon."})


async def test_a_snapshot_has_the_effects_of_all_commands_answered_before(hub: HubByHand, desk: Desks) -> None:
    async with desk() as room:
        tag = room.client.order(Note(text="x"), "r-1")
        await settle()
        hub.say(hub.delta(**{"from": "a gap"}))
        await settle()

        assert room.told(told.BoardReplaced)[-1].done == (tag,)


async def test_a_conflict_comes_with_the_row_as_it_is_now(hub: HubByHand, desk: Desks) -> None:
    hub.codes = [
        {
            "code": "conflict",
            "current": {"rev": "v7", "value": a_value(state="queued")},
            "changed": ["state"],
            "by": "Budi",
            "changed_at": NOW,
        }
    ]

    async with desk() as room:
        room.client.order(Escalate(level=1, reason="late"), "r-1", "v1")
        await settle()

        (answered,) = room.told(told.Answered)
        assert (answered.ok, answered.code, answered.changed, answered.by) == (False, "conflict", ("state",), "Budi")
        assert answered.current == told.Current("v7", a_row(state="queued"))
    assert hub.said("command")[0]["base"] == "v1"


async def test_what_consumed_no_number_is_sent_again_until_it_is_answered(hub: HubByHand, desk: Desks) -> None:
    hub.codes = [{"code": "busy", "wait": 300}]

    async with desk() as room:
        tags = [room.client.order(Note(text=str(n)), "r-1") for n in range(3)]
        await room.clock.wind(5)

        assert [answered.key for answered in room.told(told.Answered)] == tags
        assert all(answered.ok for answered in room.told(told.Answered))
    assert hub.last_command == 3


async def test_undo_names_the_key_the_command_has_on_the_wire(hub: HubByHand, desk: Desks) -> None:
    async with desk() as room:
        tag = room.client.order(Note(text="x"), "r-1")
        await settle()
        room.client.order(Undo(of=tag))
        await settle()

    assert hub.said("command")[1]["args"] == {"of": f"{DESK}.1"}


async def test_what_has_not_left_yet_is_taken_back_without_the_hub(hub: HubByHand, desk: Desks) -> None:
    hub.silent = True

    async with desk() as room:
        tag = room.client.order(Note(text="x"), "r-1")
        undo = room.client.order(Undo(of=tag))
        await settle()

        assert room.told(told.Answered) == [
            told.Answered(key=tag, command="note", ok=False, code="withdrawn"),
            told.Answered(key=undo, command="undo", ok=True),
        ]
        assert room.client.unanswered() == ()
    assert hub.said("command") == []


async def test_without_a_hub_some_commands_wait_and_the_others_are_refused(hub: HubByHand, desk: Desks) -> None:
    hub.silent = True

    async with desk() as room:
        tag = room.client.order(Note(text="x"), "r-1")

        with pytest.raises(NeedsHub, match="member_on"):
            room.client.order(MemberOn(member="m-1"))
        assert room.client.unanswered() == (Unanswered(tag, Note(text="x"), "r-1", NOW + 10),)

        hub.silent = False
        hub.hang_up()
        await room.clock.wind(1)

        assert [answered.key for answered in room.told(told.Answered)] == [tag]
    assert hub.said("command")[0]["offline"] is True


async def test_what_waited_too_long_is_not_sent_but_given_back(hub: HubByHand, desk: Desks) -> None:
    hub.silent = True

    async with desk() as room:
        old = room.client.order(Escalate(level=1, reason="late"), "r-1", "v1")
        await room.clock.wind(16 * 60)
        young = room.client.order(Note(text="x"), "r-1")
        hub.silent = False
        await room.clock.wind(60)

        assert room.told(told.Expired) == [told.Expired(old, "escalate", "r-1", NOW + 10)]
        assert [answered.key for answered in room.told(told.Answered)] == [young]


async def test_a_command_that_cannot_be_sent_is_refused_at_once(desk: Desks) -> None:
    async with desk() as room:
        with pytest.raises(BadFormat, match="args"):
            room.client.order(Note(text="\ud800"), "r-1")
        with pytest.raises(BadFormat, match="args"):
            room.client.order(Note(text="x" * 100_000), "r-1")

        assert room.client.unanswered() == ()


async def test_what_is_read_comes_as_plain_values(hub: HubByHand, desk: Desks) -> None:
    hub.gets = {
        "history": {"events": [{"event": "noted", "at": NOW, "by": "Sari", "source": "hub", "words": "x"}]},
        "report": {"rev": "v1", "value": a_value()},
        "search": {"reports": [{"id": "r-1", "rev": "v1", "value": a_value()}]},
        "speed": {"cells": []},
    }

    async with desk() as room:
        history = await room.client.get("history", report="r-1")
        assert isinstance(history, Timeline)
        assert [(entry.event, entry.by, entry.words) for entry in history.entries] == [("noted", "Sari", "x")]
        assert await room.client.get("report", report="r-1") == ReportRead("v1", a_row())
        assert await room.client.get("search", query="x") == ReportsFound({"r-1": ReportRead("v1", a_row())})
        assert await room.client.get("speed", measure="resolve") == {"cells": []}
        with pytest.raises(ReadRefused, match="not_found"):
            await room.client.get("points", measure="resolve")


async def test_a_reading_fails_with_its_connection(hub: HubByHand, desk: Desks) -> None:
    async with desk() as room:
        hub.silent = True
        async with asyncio.TaskGroup() as tasks:
            reading = tasks.create_task(_refusal(room.client))
            await settle()
            hub.hang_up()
        assert reading.result() == "lost"
        assert await _refusal(room.client) == "lost"


async def _refusal(client: FeedClient) -> str:
    with pytest.raises(ReadRefused) as refused:
        await client.get("history", report="r-1")
    return refused.value.code


async def test_a_reading_nobody_waits_for_any_more_is_dropped(hub: HubByHand, desk: Desks) -> None:
    async with desk() as room:
        hub.silent = True
        async with asyncio.TaskGroup() as tasks:
            reading = tasks.create_task(room.client.get("report", report="r-1"))
            await settle()
            reading.cancel()
        asked = hub.said("get")[0]["id"]
        hub.say({"type": "answer", "reply_to": asked, "value": {"rev": "v1", "value": a_value()}})
        await settle()

        assert room.told(told.LinkChanged)[-1].link.state is LinkState.LIVE


async def test_who_looks_at_what_is_passed_on(hub: HubByHand, desk: Desks) -> None:
    async with desk() as room:
        room.client.look("r-1")
        room.client.look(None)
        hub.say(
            {"type": "presence", "desks": [{"user": "u-1", "name": "Budi", "report": "r-1", "activity": "viewing"}]}
        )
        hub.say({"type": "notice", "code": "clock"})
        await settle()

        assert room.told(told.Present) == [told.Present((told.Looking("u-1", "Budi", "r-1", "viewing"),))]
        assert room.told(told.Noticed) == [told.Noticed("clock")]
    assert [(said.get("report"), said.get("activity")) for said in hub.said("presence")] == [
        ("r-1", "viewing"),
        (None, None),
    ]


async def test_the_hubs_clock_is_told_when_it_is_known(desk: Desks) -> None:
    async with desk() as room:
        await room.clock.wind(5)

        assert room.told(told.ClockOffset)[-1] == told.ClockOffset(500)
        assert room.client.offset == 500


async def test_a_wrong_password_asks_for_another_one(hub: HubByHand, desk: Desks) -> None:
    hub.refuse = {"code": "bad_credentials", "retry_after": 2_000}

    async with desk() as room:
        assert room.told(told.SignInRefused) == [told.SignInRefused("bad_credentials", 2_000)]
        assert room.told(told.LinkChanged)[-1].link.state is LinkState.STOPPED
        await room.clock.wind(60)
        assert len(hub.said("hello")) == 1

        hub.refuse = None
        room.client.sign_in(Password("sari", "betul"))
        await room.clock.wind(1)

        assert room.told(told.LinkChanged)[-1].link.state is LinkState.LIVE
    assert hub.said("hello")[1]["auth"] == {"user": "sari", "password": "betul"}


async def test_after_signing_in_the_token_serves(hub: HubByHand, desk: Desks) -> None:
    async with desk() as room:
        hub.hang_up(4001)
        await room.clock.wind(1)

    assert hub.said("hello")[1]["auth"] == {"token": TOKEN}


@pytest.mark.parametrize("code", [4400, 4401, 4409, 4426])
async def test_after_a_final_close_code_the_desk_stops_and_says_so(hub: HubByHand, desk: Desks, code: int) -> None:
    async with desk() as room:
        hub.hang_up(code)
        await room.clock.wind(60)

        link = room.told(told.LinkChanged)[-1].link
        assert (link.state, link.why) == (LinkState.STOPPED, str(code))
    assert len(hub.said("hello")) == 1


async def test_changed_rights_take_the_board_away_and_ask_for_a_new_one(hub: HubByHand, desk: Desks) -> None:
    hub.put("r-1", "v1")

    async with desk() as room:
        hub.rows.clear()
        hub.hang_up(4101)
        await settle()
        assert len(room.client.board) == 0
        assert room.told(told.BoardReplaced)[-1] == told.BoardReplaced()
        await room.clock.wind(1)

        assert room.told(told.LinkChanged)[-1].link.state is LinkState.LIVE
    assert "cursor" not in hub.said("subscribe")[1]


async def test_a_revoked_user_leaves_nothing_behind(hub: HubByHand, desk: Desks) -> None:
    store = Kept()
    hub.put("r-1", "v1")

    async with desk(store=store) as room:
        hub.hang_up(4403)
        await room.clock.wind(1)

        assert store.wiped
        assert len(room.client.board) == 0
        assert room.told(told.Revoked)
        assert room.told(told.LinkChanged)[-1].link.state is LinkState.STOPPED


class Kept(NothingKept):
    """Notes that it was told to wipe."""

    wiped = False

    def wipe(self) -> None:
        self.wiped = True


async def test_commands_of_a_program_that_knew_more_are_sent_but_not_drawn(hub: HubByHand, desk: Desks) -> None:
    class Older(NothingKept):
        def load_orders(self) -> list[Order]:
            return [Order(tag="o-9", command="fly", report="r-1", made=NOW, n=1)]

    hub.silent = True
    async with desk(store=Older()) as room:
        assert room.client.unanswered() == ()
        hub.silent = False
        hub.hang_up()
        await room.clock.wind(1)

        assert [answered.key for answered in room.told(told.Answered)] == ["o-9"]


async def test_a_connector_has_no_board_and_asks_for_none(hub: HubByHand, desk: Desks) -> None:
    hub.roles = ["intake"]

    async with desk(view=None, credentials=DeviceToken("device-1")) as room:
        room.client.order(Open(label="banjir", text="x"))
        await settle()

        assert room.told(told.Answered)[0].report == "r-1"
        assert room.client.data_at is None
    assert hub.said("hello")[0]["auth"] == {"token": "device-1"}
    assert hub.said("subscribe") == []


async def test_without_a_hub_the_last_board_is_there_with_its_age(tmp_path: Path, desk: Desks, hub: HubByHand) -> None:
    store = LocalStore(tmp_path, desk=DESK, pause=0)
    store.replace([a_put("r-1", "v1")], "c7", NOW - 5)
    store.close()
    store = LocalStore(tmp_path, desk=DESK, pause=0)
    hub.silent = True

    async with desk(store=store) as room:
        assert set(room.client.board.entries("report")) == {"r-1"}
        assert room.client.data_at == NOW - 5
        link = room.told(told.LinkChanged)[-1].link
        assert (link.state, link.data_at) == (LinkState.CONNECTING, NOW - 5)

        hub.silent, hub.cursor = False, "c7"
        hub.hang_up()
        await room.clock.wind(1)
        assert hub.said("subscribe")[0]["cursor"] == "c7"
        assert room.told(told.LinkChanged)[-1].link.state is LinkState.LIVE
    store.close()


async def test_an_address_in_the_clear_off_this_machine_is_refused() -> None:
    with pytest.raises(BadAddress, match="wss"):
        FeedClient(
            "ws://hub.example:8443",
            NothingKept(),
            desk=DESK,
            credentials=DeviceToken("x"),
            on_output=lambda _output: None,
            clock=HandClock(),
            chance=lambda: 0.5,
        )
