"""The feed of a real hub: snapshot, chained deltas, two desks, and what each viewer may see."""

import asyncio

import pytest

from tests.end_to_end.hub_process import HubProcess
from tests.end_to_end.steps import done, open_many, opened, shown
from tests.end_to_end.wire import WireDesk


def reports(desk: WireDesk) -> dict[tuple[str, str], object]:
    """Return the rows of reports with their revs."""
    return {key: row for key, row in desk.rows.items() if key[0] == "report"}


@pytest.mark.asyncio
async def test_a_snapshot_has_every_row_and_its_digest(hub: HubProcess) -> None:
    connector = await hub.sign_in("lapor")
    report = await opened(connector)
    desk = await hub.board("sari")
    assert desk.report(report)["state"] == "received"
    assert desk.report(report)["squad"] == "orange"
    assert set(desk.of("squad")) == {"pink", "white", "orange", "blue", "yellow", "red"}
    assert len(desk.of("member")) == 3
    assert desk.of("label")["pungli"]["squad"] is None
    again = await desk.subscribe()
    assert (again["mode"], again["why"]) == ("snapshot", "new")


@pytest.mark.asyncio
async def test_a_thousand_reports_of_a_connector_reach_a_desk_in_one_chain_without_a_gap(hub: HubProcess) -> None:
    desk, connector = await hub.board("sari"), await hub.sign_in("lapor")
    acknowledged = await open_many(connector, 1_000, system="thousand")
    await desk.until(lambda: all(("report", report) in desk.rows for report in acknowledged))
    assert len(set(acknowledged)) == 1_000
    assert sum(event["event"] == "opened" for event in desk.events) == 1_000
    fresh = await hub.board("budi")
    assert reports(desk) == reports(fresh)
    assert [event["report"] for event in desk.events if event["event"] == "opened"] == acknowledged


@pytest.mark.asyncio
async def test_each_of_two_desks_sees_what_the_other_does_within_a_second(hub: HubProcess) -> None:
    sari, budi = await hub.board("sari"), await hub.board("budi")
    report = await opened(sari)
    await shown(budi, report, state="received")
    member = next(id_ for id_, row in budi.of("member").items() if row["squad"] == "orange")
    await done(budi, "acknowledge", report)
    await shown(sari, report, state="queued")
    await done(sari, "assign", report, members=[member])
    row = await shown(budi, report, state="assigned", members=[member])
    assert row["acknowledged"] <= row["assigned"]
    await budi.until(lambda: budi.of("member")[member]["open"] >= 1, patience=1.0)
    names = [(event["event"], event["by"]) for event in budi.events if event["report"] == report]
    assert names == [("opened", "Sari"), ("acknowledged", "Budi"), ("assigned", "Sari")]


@pytest.mark.asyncio
async def test_the_result_comes_before_the_delta_that_carries_its_done(hub: HubProcess) -> None:
    desk, other = await hub.board("sari"), await hub.board("budi")
    report = await opened(desk)
    await shown(desk, report)
    for _ in range(3):
        result = await done(desk, "note", report, text="Dihubungi")
        key = result["key"]
        about = [one["type"] for one in desk.heard if one.get("key") == key or key in one.get("done", ())]
        assert about == ["result", "delta"]
    assert other.done == []


@pytest.mark.asyncio
async def test_a_covert_report_exists_for_the_cleared_alone(hub: HubProcess) -> None:
    rina, sari, bupati = await hub.board("rina"), await hub.board("sari"), await hub.board("bupati")
    before = bupati.of("squad")["shadow"]["open"]
    connector = await hub.sign_in("lapor")
    secret = await opened(connector, "pungli", text="Diminta uang")
    await shown(rina, secret, covert=True, squad="shadow")
    result = await sari.command("open", label="pungli", text="Diminta uang juga")
    assert (result["ok"], result["rev"]) == (True, None)
    assert result["report"]
    await sari.until(lambda: result["key"] in sari.done)
    assert (await sari.command("acknowledge", result["report"], base="x"))["code"] == "not_found"
    for what in ("report", "history"):
        assert (await sari.get(what, report=secret))["code"] == "not_found"
        assert (await sari.get(what, report="r-NOBODY"))["code"] == "not_found"
        assert (await connector.get(what, report=secret))["code"] in {"not_found", "denied"}
    assert (await sari.get("search", query="diminta"))["value"] == {"reports": []}
    assert len((await rina.get("search", query="diminta"))["value"]["reports"]) == 2
    await opened(connector, text="Terlihat")
    await bupati.until(lambda: bupati.of("squad")["shadow"]["open"] == before + 2, patience=2.0)
    await rina.until(lambda: rina.of("squad")["shadow"]["open"] >= 2, patience=2.0)
    assert {row["squad"] for row in rina.of("member").values()} == {"orange", "blue", "shadow"}
    for desk in (sari, bupati):
        said = str([one for one in desk.heard if one.get("type") in {"snapshot", "delta"}])
        assert secret not in said
        assert "Elang" not in said
        assert not any(row["squad"] == "shadow" for row in desk.of("report").values())
    assert "shadow" not in sari.of("squad")


@pytest.mark.asyncio
async def test_a_dispatcher_of_one_squad_has_that_squad_alone(hub: HubProcess) -> None:
    ratna, sari = await hub.board("ratna"), await hub.board("sari")
    orange, blue = await opened(sari), await opened(sari, "tindak_kriminal")
    await shown(ratna, orange)
    await shown(sari, blue)
    assert ("report", blue) not in ratna.rows
    assert (await ratna.command("acknowledge", blue, base="x"))["code"] == "not_found"
    assert (await ratna.get("report", report=blue))["code"] == "not_found"
    await done(sari, "reassign", orange, squad="blue", reason="wrong_squad")
    await ratna.until(lambda: ("report", orange) not in ratna.rows, patience=1.0)
    await done(sari, "reassign", orange, squad="orange", reason="wrong_squad")
    await shown(ratna, orange)


@pytest.mark.asyncio
async def test_views_are_for_their_roles(hub: HubProcess) -> None:
    wall, connector = await hub.sign_in("dinding"), await hub.sign_in("lapor")
    assert (await wall.subscribe())["code"] == "denied"
    assert (await connector.subscribe())["code"] == "denied"
    assert (await wall.subscribe("nothing"))["code"] == "not_found"
    assert (await wall.subscribe("wall"))["code"] == "not_found"
    assert (await wall.subscribe("audit"))["code"] == "denied"
    assert (await wall.get("search", query="a"))["code"] == "denied"


@pytest.mark.asyncio
async def test_presence_is_told_to_those_who_may_see_the_report(hub: HubProcess) -> None:
    sari, budi, ratna = await hub.board("sari"), await hub.board("budi"), await hub.board("ratna")
    report = await opened(sari, "tindak_kriminal")
    await shown(budi, report)
    await budi.send({"type": "presence", "report": report, "activity": "viewing"})
    told = await sari.hear("presence")
    assert told["desks"] == [{"user": "u-budi", "name": "Budi", "report": report, "activity": "viewing"}]
    await budi.send({"type": "presence", "report": None})
    await sari.until(lambda: {"type": "presence", "desks": []} in sari.heard)
    assert not any(one["type"] == "presence" for one in ratna.heard)


@pytest.mark.asyncio
async def test_a_check_agrees_or_brings_a_snapshot(hub: HubProcess) -> None:
    desk = await hub.board("sari")
    report = await opened(desk)
    await shown(desk, report)
    await desk.send({"type": "check", "id": 901, "view": "board", "cursor": desk.cursor, "digest": desk.digest()})
    assert (await desk.answer(901)) == {"type": "checked", "reply_to": 901, "same": True}
    await desk.send({"type": "check", "id": 902, "view": "board", "cursor": desk.cursor, "digest": "0" * 16})
    said = await desk.answer(902)
    assert (said["mode"], said["why"]) == ("snapshot", "digest")
    await asyncio.sleep(0)
    await desk.until(lambda: desk.heard[-1]["type"] != "snapshot")
