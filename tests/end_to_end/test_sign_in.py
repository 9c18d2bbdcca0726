"""Signing in at a real hub: who comes in, who does not, and what each is told."""

import asyncio

import pytest

from tests.end_to_end.hub_process import PASSWORD, HubProcess, admin
from tests.end_to_end.wire import Message


@pytest.mark.asyncio
async def test_a_dispatcher_signs_in_and_may_sign_in_again_with_the_token_of_the_welcome(hub: HubProcess) -> None:
    desk = hub.desk("sari")
    welcome = await desk.sign_in(sent=1)
    assert welcome["version"] == 1
    assert welcome["user"] == {"id": "u-sari", "name": "Sari", "roles": ["dispatcher"], "squads": None}
    assert welcome["timezone"] == "Asia/Jakarta"
    assert welcome["last_command"] == 0
    assert welcome["heartbeat"] == 5000
    assert welcome["limits"] == {"frame": 65536, "in_flight": 16, "commands_per_second": 10, "burst": 60}
    assert welcome["token_expires"] > welcome["answered"] >= welcome["received"]
    desk.auth = {"token": welcome["token"]}
    again = await desk.sign_in()
    assert again["type"] == "welcome"
    assert again["token"] != welcome["token"]
    assert again["epoch"] == welcome["epoch"]
    foreign = hub.desk("sari", "d-other")
    foreign.auth = {"token": again["token"]}
    assert (await foreign.sign_in())["code"] == "bad_credentials"


@pytest.mark.asyncio
async def test_a_wrong_user_and_a_wrong_password_are_told_the_same_ever_more_slowly(hub: HubProcess) -> None:
    loop = asyncio.get_running_loop()
    said: list[Message] = []
    waits: list[float] = []
    for user in ("sari", "nobody", "sari"):
        desk = hub.desk(user, f"d-{user}-{len(said)}")
        desk.auth = {"user": user, "password": "wrong"}
        start = loop.time()
        refused = await desk.sign_in()
        waits.append(loop.time() - start)
        assert await desk.until_closed() == 4401
        said.append(refused)
    assert [one["code"] for one in said] == ["bad_credentials"] * 3
    assert said[0] == said[1]
    assert said[2]["retry_after"] > said[0]["retry_after"]
    assert waits[2] > waits[0]
    assert (await hub.desk("sari", "d-right").sign_in())["type"] == "welcome"


@pytest.mark.asyncio
async def test_another_version_is_refused_and_nothing_but_hello_opens_the_door(hub: HubProcess) -> None:
    desk = hub.desk("sari")
    assert (await desk.sign_in(versions=[2, 3]))["code"] == "version"
    assert await desk.until_closed() == 4401
    await desk.connect()
    await desk.send({"type": "subscribe", "id": 1, "view": "board"})
    assert await desk.until_closed() == 4401


@pytest.mark.asyncio
async def test_the_newer_of_two_connections_of_one_desk_wins_and_a_desk_belongs_to_one_user(hub: HubProcess) -> None:
    older = await hub.sign_in("sari", "d-one")
    newer = await hub.sign_in("sari", "d-one")
    assert await older.until_closed() == 4409
    foreign = hub.desk("budi", "d-one")
    assert (await foreign.sign_in())["code"] == "bad_credentials"
    assert newer.closed is None


@pytest.mark.asyncio
async def test_a_revoked_user_is_out_within_a_second_and_stays_out(own_hub: HubProcess) -> None:
    hub = own_hub
    desk, other = await hub.board("sari"), await hub.board("budi")
    await asyncio.to_thread(admin, hub.folder, "user revoke sari")
    assert await desk.until_closed(patience=1.0) == 4403
    assert {"type": "notice", "code": "revoked"} in desk.heard
    refused = await desk.sign_in()
    assert refused["code"] == "revoked"
    assert await desk.until_closed() == 4403
    assert other.closed is None
    await asyncio.to_thread(admin, hub.folder, "user add dewi --role dispatcher --password-stdin")
    assert (await hub.desk("dewi").sign_in())["type"] == "welcome"


@pytest.mark.asyncio
async def test_a_token_is_renewed_and_the_hub_tells_its_time(hub: HubProcess) -> None:
    desk = await hub.sign_in("sari")
    await desk.send({"type": "renew", "id": 3})
    renewed = await desk.answer(3)
    assert renewed["type"] == "renewed"
    await desk.send({"type": "ping", "id": 4, "sent": 17})
    pong = await desk.answer(4)
    assert pong["sent"] == 17
    assert pong["answered"] >= pong["received"] > 1_700_000_000_000
    desk.auth = {"token": renewed["token"]}
    assert (await desk.sign_in())["type"] == "welcome"


@pytest.mark.asyncio
async def test_password_of_the_fixture_is_not_in_the_log(hub: HubProcess) -> None:
    desk = await hub.sign_in("sari")
    await desk.command("open", label="jalan_rusak", text="Lubang di depan rumah Pak Slamet 081234567890")
    log = (hub.folder / "hub.log").read_text()
    assert "signed in" in log
    assert PASSWORD not in log
    assert "Slamet" not in log
