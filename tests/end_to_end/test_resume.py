"""Coming back: after a lost connection, after `kill -9` under load, and when nothing can be resumed."""

import asyncio

import pytest

from tests.end_to_end.hub_process import HubProcess
from tests.end_to_end.steps import done, open_many, opened, shown
from tests.end_to_end.wire import Message, WireDesk


@pytest.mark.asyncio
async def test_a_desk_that_was_away_gets_exactly_what_it_missed(hub: HubProcess) -> None:
    away, here = await hub.board("sari"), await hub.board("budi")
    report, leaving = await opened(here), await opened(here)
    await shown(away, leaving)
    await shown(here, leaving)
    await away.close()
    await done(here, "acknowledge", report)
    new = await opened(here)
    cursor = away.cursor
    assert (await away.come_back())["mode"] == "resume"
    first = next(away.deltas())
    assert first["from"] == cursor
    assert first["replay"] is True
    assert [one.get("caught_up", False) for one in away.deltas()].count(True) == 1
    assert away.report(report)["state"] == "queued"
    assert ("report", new) in away.rows
    await away.send({"type": "check", "id": 900, "view": "board", "cursor": away.cursor, "digest": away.digest()})
    assert (await away.answer(900))["same"] is True


@pytest.mark.asyncio
async def test_rows_that_left_the_view_meanwhile_are_deleted_and_own_commands_are_told(hub: HubProcess) -> None:
    ratna, sari = await hub.board("ratna"), await hub.board("sari")
    stays, goes = await opened(sari), await opened(sari)
    await shown(ratna, goes)
    await shown(sari, goes)
    result = await done(ratna, "acknowledge", stays)
    ratna.done.clear()
    await ratna.close()
    await done(sari, "reassign", goes, squad="blue", reason="wrong_squad")
    passes = await opened(sari)
    await shown(sari, passes)
    await done(sari, "reassign", passes, squad="blue", reason="wrong_squad")
    assert (await ratna.come_back())["mode"] == "resume"
    assert ("report", goes) not in ratna.rows
    assert not any(op["id"] == passes for delta in ratna.deltas() for op in delta["ops"])
    assert result["key"] not in ratna.done
    cursor = ratna.cursor
    await ratna.command("note", stays, text="jawaban hilang")
    await ratna.close()
    ratna.cursor, ratna.done = cursor, []
    await ratna.come_back()
    assert f"{ratna.desk}.{ratna.n}" in ratna.done


@pytest.mark.asyncio
async def test_a_foreign_or_altered_cursor_gets_a_snapshot(hub: HubProcess) -> None:
    sari, budi = await hub.board("sari"), await hub.board("budi")
    assert budi.cursor is not None
    assert sari.cursor is not None
    for cursor in (budi.cursor, sari.cursor[:-1] + ("A" if sari.cursor[-1] != "A" else "B"), "", "x" * 200):
        said = await sari.subscribe(cursor=cursor)
        assert (said["mode"], said["why"]) == ("snapshot", "unknown")


async def _order(connector: WireDesk, acknowledged: list[Message], *, enough: asyncio.Event, count: int) -> None:
    """Open reports one after the other until the hub is gone, and say when there are enough."""
    while connector.closed is None:
        source = {"system": "load", "id": str(connector.n + 1)}
        number = await connector.order("open", label="banjir", text="Air naik", source=source)
        acknowledged.append(await connector.answer(number))
        if len(acknowledged) == count:
            enough.set()


@pytest.mark.asyncio
async def test_after_kill_9_under_load_nothing_acknowledged_is_lost_and_the_desk_resumes(own_hub: HubProcess) -> None:
    hub = own_hub
    desk, connector = await hub.board("sari"), await hub.sign_in("lapor")
    await open_many(connector, 100, system="before")
    acknowledged: list[Message] = []
    for turn in range(3):
        enough = asyncio.Event()
        load = asyncio.create_task(_order(connector, acknowledged, enough=enough, count=len(acknowledged) + 20))
        await enough.wait()
        hub.kill()
        await asyncio.gather(load, return_exceptions=True)
        await desk.until_closed()
        hub.start()
        said = await desk.come_back()
        assert (said["mode"], said["why"]) == ("resume", None), turn
        welcome = await connector.sign_in()
        assert welcome["last_command"] >= max(int(one["key"].rpartition(".")[2]) for one in acknowledged)
        connector.n = welcome["last_command"]
        assert all(("report", one["report"]) in desk.rows for one in acknowledged)
    fresh = await hub.board("budi")
    await desk.until(lambda: desk.rows == fresh.rows)
    assert desk.digest() == fresh.digest()
    last = acknowledged[-1]
    n = int(last["key"].rpartition(".")[2])
    body = connector.body(n, "open", label="banjir", text="Air naik", source={"system": "load", "id": str(n)})
    await connector.send({"type": "command", "id": 99_999, **body})
    assert (await connector.answer(99_999)) == {**last, "reply_to": 99_999, "repeated": True}


@pytest.mark.asyncio
async def test_a_graceful_stop_says_so_finishes_what_it_took_and_exits_with_0(own_hub: HubProcess) -> None:
    hub = own_hub
    desk, connector = await hub.board("sari"), await hub.sign_in("lapor")
    numbers = [await connector.order("open", label="banjir", text="Air") for _ in range(30)]
    await connector.answer(numbers[0])
    status = await asyncio.to_thread(hub.stop)
    assert status == 0
    assert await desk.until_closed() == 4000
    assert any(one["type"] == "notice" and one["code"] == "drain" for one in desk.heard)
    await connector.until_closed()
    answered = [one for one in connector.heard if one["type"] == "result"]
    taken = [one for one in answered if one["ok"]]
    hub.start()
    assert (await desk.come_back())["mode"] == "resume"
    assert {one["report"] for one in taken} == set(desk.of("report"))
