"""The hub on a real store: signing in, commands, requests, rights, and its clockwork."""

import asyncio
from concurrent.futures import Future
from dataclasses import replace
from typing import Any

import pytest

from services.domain.policy import MINUTE
from services.hub import alive
from services.hub.bridge import Bridge
from services.hub.commanding import Commanding
from services.hub.connection import Ended
from services.protocol.closing import Code
from services.protocol.server_actions import CloseWith
from services.store.acts import RevokeUser, execute
from services.store.failures import Busy, StorageFailed, StoreClosed
from tests.builders import NOW
from tests.services.hub.running import Running

OPEN = {"label": "banjir", "text": "Air naik"}


class _Broken:
    """A store that takes nothing."""

    def __init__(self, failure: Exception, *, at_once: bool = False) -> None:
        self.failure = failure
        self.at_once = at_once

    def submit(self, work: Any) -> "Future[Any]":
        """Fail."""
        if self.at_once:
            raise self.failure
        future: Future[Any] = Future()
        future.set_exception(self.failure)
        return future


@pytest.mark.asyncio
async def test_a_command_is_answered_committed_and_told(running: Running) -> None:
    desk, connector = await running.board("sari"), await running.desk("lapor")
    result = await connector.command("open", **OPEN)
    assert result["ok"]
    delta = await desk.hear("delta")
    assert [op["id"] for op in delta["ops"] if op["kind"] == "report"] == [result["report"]]
    assert delta["events"] == [{"event": "opened", "report": result["report"], "by": "lapor", "at": NOW}]
    with running.store.read() as reader:
        assert reader.load_report(result["report"]) is not None


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("failure", "code", "level"),
    [
        (Busy("locked"), "busy", "error"),
        (StorageFailed("full"), "storage", "error"),
        (StoreClosed("closed"), "busy", "error"),
        (RuntimeError("Slamet 0812"), "internal", "error"),
    ],
)
async def test_what_the_store_does_not_take_is_to_be_sent_again_and_the_hub_lives(
    running: Running, failure: Exception, code: str, level: str
) -> None:
    connector = await running.desk("lapor")
    healthy = running.hub.commanding
    broken = Bridge(_Broken(failure, at_once=isinstance(failure, StoreClosed)), asyncio.get_running_loop())
    running.hub.commanding = Commanding(
        bridge=broken,
        house=running.hub.requests.house,
        publisher=running.hub.publisher,
        clock=running.hub.requests.clock,
        tasks=running.hub.tasks,
        down_since=None,
    )
    result = await connector.command("open", **OPEN)
    assert (result["ok"], result["code"]) == (False, code)
    assert ("ref" in result) is (code == "internal")
    assert ("wait" in result) is (code != "internal")
    assert running.logged[-1]["level"] == level
    assert "Slamet" not in str(running.logged)
    running.hub.commanding = healthy
    connector.n -= 1
    connector.heard.clear()
    assert (await connector.command("open", **OPEN))["ok"]


@pytest.mark.asyncio
async def test_what_has_come_to_be_due_is_written_and_told(running: Running) -> None:
    desk, connector = await running.board("sari"), await running.desk("lapor")
    report = (await connector.command("open", **OPEN))["report"]
    running.now += 5 * MINUTE
    await running.chores.pulse()
    events: list[str] = []
    while "breached" not in events or "escalated" not in events:
        delta = await desk.first(lambda one: one["type"] == "delta" and one["events"] and one["at"] > NOW)
        desk.heard.remove(delta)
        events += [event["event"] for event in delta["events"]]
        assert all(event["report"] == report and event["by"] == "" for event in delta["events"])
    with running.store.read() as reader:
        assert reader.load_report(report).breached == ("acknowledge",)  # type: ignore[union-attr] # it is there
        before = reader.head().seq
    await running.chores.pulse()
    await running.hub.commanding.drain()
    with running.store.read() as reader:
        assert reader.head().seq == before


@pytest.mark.asyncio
async def test_due_events_that_the_store_did_not_take_are_tried_again(running: Running) -> None:
    connector = await running.desk("lapor")
    await connector.command("open", **OPEN)
    commanding = running.hub.commanding
    broken = Commanding(
        bridge=Bridge(_Broken(Busy("locked")), asyncio.get_running_loop()),
        house=running.hub.requests.house,
        publisher=running.hub.publisher,
        clock=running.hub.requests.clock,
        tasks=running.hub.tasks,
        down_since=None,
    )
    broken.begin()
    running.now += 5 * MINUTE
    broken.let_time_pass()
    await broken.drain()
    assert broken.due.due(running.now, 9) == []
    assert len(broken.due.due(running.now + 1_000, 9)) == 1
    assert commanding.draining is False


@pytest.mark.asyncio
async def test_a_revoked_user_is_sent_away_and_everybody_else_stays(running: Running) -> None:
    sari, budi = await running.desk("sari"), await running.desk("budi")
    act = RevokeUser(login="sari")
    await asyncio.wrap_future(running.store.submit(lambda transaction: execute(transaction, act)))
    await running.hub.look_at_rights(running.hub.signed_in())
    assert await sari.ended() == 4403
    assert {"type": "notice", "code": "revoked"} in sari.heard
    assert budi.connection.ending is None


@pytest.mark.asyncio
async def test_somebody_whose_rights_are_others_now_signs_in_again(running: Running) -> None:
    sari = await running.desk("sari")
    assert sari.connection.user is not None
    sari.connection.user = running.hub.publisher.circle(sari.connection.user, NOW).scope.viewer
    object.__setattr__(sari.connection.user, "name", "Sari lain")
    await running.hub.look_at_rights({"u-sari"})
    assert await sari.ended() == 4101


@pytest.mark.asyncio
async def test_what_admin_asks_for_is_done_and_its_members_are_shown(running: Running) -> None:
    desk = await running.board("hendro")
    place = running.store.folder / "requests"
    place.mkdir(mode=0o700)
    said = '{"act":"member_add","squad":"blue","name":"Joko","limit":8,"desa":null,"lat":null,"lon":null}'
    (place / "a.request").write_text(said)
    await running.chores.listen()
    delta = await desk.hear("delta")
    assert [op["value"]["name"] for op in delta["ops"]] == ["Joko"]
    await running.chores.listen()


@pytest.mark.asyncio
async def test_the_hub_notes_that_it_is_up_and_tells_the_time(running: Running) -> None:
    desk = await running.board("sari")
    await running.chores.note()
    assert alive.read(running.store.folder) == NOW
    running.now += 5_000
    await running.chores.pulse()
    assert (await desk.hear("heartbeat"))["at"] == NOW + 5_000
    running.now += 60_000
    await running.chores.second()
    assert (await desk.hear("delta"))["ops"] == []


@pytest.mark.asyncio
async def test_a_desk_that_takes_nothing_for_15_seconds_is_closed_as_slow(running: Running) -> None:
    desk = await running.desk("sari")
    running.now += 5_000
    desk.connection.tick(running.now)
    running.now += 15_000
    desk.connection.tick(running.now)
    assert await desk.ended() == 4001
    running.hub.leave(desk.connection)
    assert running.hub.tasks.counters.closed[4001] == 1


@pytest.mark.asyncio
async def test_a_draining_hub_takes_no_more_commands_and_says_good_bye(running: Running) -> None:
    desk = await running.desk("lapor")
    taken = asyncio.ensure_future(desk.command("open", **OPEN))
    await asyncio.sleep(0)
    await running.hub.drain(1_000)
    assert (await taken)["ok"]
    assert await desk.ended() == 4000
    assert any(one["type"] == "notice" and one["code"] == "drain" for one in desk.heard)
    assert not running.hub.writing
    late = await running.desk("sari")
    assert (await late.command("open", **OPEN))["code"] == "busy"


@pytest.mark.asyncio
async def test_a_request_that_fails_is_answered_with_a_reference_and_logged_without_words(running: Running) -> None:
    desk, connector = await running.desk("sari"), await running.desk("lapor")
    await connector.command("open", label="banjir", text="Slamet")
    defect: Any = None
    running.hub.requests.house = replace(running.hub.requests.house, policy=defect)
    desk.say({"type": "get", "id": 7, "what": "search", "query": "Slamet"})
    said = await desk.hear("error")
    assert (said["reply_to"], said["code"]) == (7, "internal")
    assert said["ref"] == running.logged[-1]["ref"]
    assert running.logged[-1]["event"] == "failed"
    assert "Slamet" not in str(running.logged)
    desk.say({"type": "ping", "id": 8, "sent": 1})
    await desk.hear("pong")


@pytest.mark.asyncio
async def test_two_views_of_one_report_are_told_of_each_other_and_forgotten_when_one_leaves(running: Running) -> None:
    sari, budi, connector = await running.board("sari"), await running.board("budi"), await running.desk("lapor")
    report = (await connector.command("open", **OPEN))["report"]
    await sari.hear("delta")
    budi.say({"type": "presence", "report": report, "activity": "editing"})
    looks = await sari.hear("presence")
    assert [look["name"] for look in looks["desks"]] == ["Budi"]
    sari.heard.clear()
    running.hub.leave(budi.connection)
    assert (await sari.hear("presence"))["desks"] == []
    assert running.hub.counters().desks == 2


@pytest.mark.asyncio
async def test_a_desk_that_leaves_while_it_is_looked_at_takes_no_seat(running: Running) -> None:
    connection = running.hub.join("127.0.0.1")
    connection.receive(
        f'{{"type":"hello","versions":[1],"desk":"d-gone","auth":{{"token":"{running.token}"}}}}', running.now
    )
    running.hub.leave(connection)
    present = await running.desk("lapor", "d-present")
    await present.command("open", **OPEN)
    assert [one.desk for one in running.hub.seats.signed_in()] == ["d-present"]


@pytest.mark.asyncio
async def test_tokens_are_renewed_for_whom_there_still_is(running: Running) -> None:
    desk = await running.desk("sari")
    desk.say({"type": "renew", "id": 3})
    assert (await desk.hear("renewed"))["reply_to"] == 3
    act = RevokeUser(login="sari")
    await asyncio.wrap_future(running.store.submit(lambda transaction: execute(transaction, act)))
    desk.say({"type": "renew", "id": 5})
    assert await desk.ended() == 4403


@pytest.mark.asyncio
async def test_a_view_that_is_denied_and_a_check_without_a_view_are_errors(running: Running) -> None:
    connector, desk = await running.desk("lapor"), await running.desk("sari")
    connector.say({"type": "subscribe", "id": 2, "view": "board"})
    assert (await connector.hear("error"))["code"] == "denied"
    desk.say({"type": "check", "id": 3, "view": "board", "cursor": "x", "digest": "0"})
    assert (await desk.hear("error"))["code"] == "not_found"
    desk.say({"type": "offer", "commands": [], "more": False})
    desk.say({"type": "applied", "view": "board", "cursor": "x", "lag": 3})
    desk.say({"type": "ping", "id": 4, "sent": 1})
    await desk.hear("pong")


@pytest.mark.asyncio
async def test_a_desk_resumes_in_the_same_hub(running: Running) -> None:
    desk, connector = await running.board("sari"), await running.desk("lapor")
    cursor = (await desk.hear("snapshot_end"))["cursor"]
    report = (await connector.command("open", **OPEN))["report"]
    await desk.hear("delta")
    again = await running.desk("sari")
    assert await desk.ended() == 4409
    again.say({"type": "subscribe", "id": 2, "view": "board", "cursor": cursor})
    delta = await again.first(lambda one: one.get("caught_up") is True)
    assert delta["from"] == cursor
    assert report in [op["id"] for op in delta["ops"]]


@pytest.mark.asyncio
async def test_what_is_refused_for_its_form_and_how_each_connection_ends_is_written_down(running: Running) -> None:
    def lines(event: str) -> list[tuple[object, ...]]:
        return [(one["desk"], one["code"], one.get("reason")) for one in running.logged if one["event"] == event]

    desk, other, gone = await running.desk("sari"), await running.desk("budi"), await running.desk("hendro")
    desk.say({"type": "get", "id": 5, "what": "secret words"})
    desk.say({"type": "get", "id": 6, "what": "report"})
    desk.say({"type": "command", "id": 7, "key": "none", "command": "open"})
    await desk.first(lambda one: one.get("reply_to") == 6)
    await desk.command("fly")
    await desk.command("open", label="jalan_rusak")
    codes = ["bad_format", "bad_format", "bad_format", "unknown_command", "bad_format"]
    assert sorted(lines("fault")) == sorted(("d-sari", code, None) for code in codes)

    desk.say({"type": "ping", "secret": 1})
    assert await desk.ended() == 4400
    running.hub.leave(desk.connection)
    running.hub.leave(other.connection, Ended(1009, by_hub=True))
    running.hub.leave(gone.connection, Ended(1000, by_hub=False))
    running.hub.leave(running.hub.join("127.0.0.1"))
    assert lines("closed") == [
        ("d-sari", 4400, "bad_format"),
        ("d-budi", 1009, "library"),
        ("d-hendro", 1000, "desk"),
        ("", 1006, "lost"),
    ]
    assert len(lines("fault")) == len(codes)
    assert running.hub.counters().closed == {4400: 1, 1009: 1}
    assert "secret" not in str(running.logged)


@pytest.mark.asyncio
async def test_who_has_not_signed_in_is_counted_by_address(running: Running) -> None:
    await running.desk("sari")
    for address in ("10.0.0.1", "10.0.0.1", "10.0.0.2"):
        running.hub.join(address)
    assert running.hub.seats.waiting() == {"10.0.0.1": 2, "10.0.0.2": 1}
    assert running.hub.counters().unsigned == 3


@pytest.mark.asyncio
async def test_no_hello_within_five_seconds_is_the_end(running: Running) -> None:
    connection = running.hub.join("127.0.0.1")
    running.now += 4_999
    await running.chores.pulse()
    still = connection.ending
    running.now += 1
    await running.chores.pulse()
    assert (still, connection.ending) == (None, CloseWith(Code.NOT_SIGNED_IN, "no hello"))
