"""Commands of a real hub: keys, bases, limits, and reads."""

import pytest

from tests.end_to_end.hub_process import HubProcess
from tests.end_to_end.steps import done, opened, shown


@pytest.mark.asyncio
async def test_a_stale_base_is_answered_with_a_conflict_that_lists_what_changed(hub: HubProcess) -> None:
    sari, budi = await hub.board("sari"), await hub.board("budi")
    report = await opened(sari)
    await shown(budi, report)
    stale = budi.rows["report", report][0]
    await done(sari, "acknowledge", report)
    result = await budi.command("reassign", report, squad="blue", reason="wrong_squad", base=stale)
    assert (result["ok"], result["code"], result["by"]) == (False, "conflict", "Sari")
    assert {"state", "acknowledged", "queued", "claim"} <= set(result["changed"])
    assert "label" not in result["changed"]
    await shown(budi, report, state="queued")
    assert result["current"] == {"rev": budi.rows["report", report][0], "value": budi.report(report)}
    assert result["changed_at"] == budi.report(report)["acknowledged"]


@pytest.mark.asyncio
async def test_a_stale_base_passes_where_the_changes_do_not_meet_and_an_unknown_one_never(hub: HubProcess) -> None:
    sari, budi = await hub.board("sari"), await hub.board("budi")
    report = await opened(sari)
    await shown(budi, report)
    stale = budi.rows["report", report][0]
    await done(sari, "prioritise", report, priority="P2", reason="new_facts")
    assert (await budi.command("relabel", report, label="banjir", reason="new_facts", base=stale))["ok"]
    never = await budi.command("relabel", report, label="banjir", reason="new_facts", base="AAAAAAAAAAAA")
    assert never["code"] == "conflict"
    assert len(never["changed"]) > 40
    missing = await budi.command("relabel", report, label="banjir", reason="new_facts", base=None)
    assert (missing["code"], missing["field"]) == ("bad_format", "base")


@pytest.mark.asyncio
async def test_one_key_has_one_effect_and_one_answer(hub: HubProcess) -> None:
    desk = await hub.board("sari")
    body = desk.body(1, "open", label="jalan_rusak", text="Sekali saja")
    await desk.send({"type": "command", "id": 501, **body})
    await desk.send({"type": "command", "id": 502, **body, "made": 12, "offline": True})
    first, second = await desk.answer(501), await desk.answer(502)
    assert (first["ok"], first["repeated"]) == (True, False)
    assert second == {**first, "reply_to": 502, "repeated": True}
    await desk.send({"type": "command", "id": 503, **desk.body(1, "open", label="jalan_rusak", text="Lain")})
    assert (await desk.answer(503))["code"] == "key_reuse"
    await desk.send({"type": "command", "id": 504, **desk.body(3, "open", label="jalan_rusak", text="Terlalu awal")})
    early = await desk.answer(504)
    assert (early["code"], early["last_command"]) == ("out_of_order", 1)
    found = (await desk.get("search", query="sekali saja"))["value"]["reports"]
    assert [one["id"] for one in found].count(first["report"]) == 1
    assert (await desk.sign_in())["last_command"] == 1


@pytest.mark.asyncio
async def test_refusals_consume_their_number_and_are_repeated(hub: HubProcess) -> None:
    desk = await hub.board("sari")
    report = await opened(desk)
    await shown(desk, report)
    refusals = [
        ("verify", report, {}, "bad_state"),
        ("verify", "r-NOBODY", {"base": "x"}, "not_found"),
        ("open", None, {"label": "jalan_rusak"}, "bad_format"),
        ("fly", None, {}, "unknown_command"),
        ("confirm", report, {}, "denied"),
    ]
    for name, about, args, code in refusals:
        body = desk.body(desk.n + 1, name, about, **args)
        result = await desk.command(name, about, **args)
        assert (result["ok"], result["code"]) == (False, code), name
        await desk.send({"type": "command", "id": 700 + desk.n, **body})
        repeated = await desk.answer(700 + desk.n)
        assert repeated == {**result, "reply_to": 700 + desk.n, "repeated": True}
    assert "acknowledge" in (await desk.command("verify", report))["allow"]


@pytest.mark.asyncio
async def test_a_connector_may_have_64_commands_under_way_and_a_source_opens_once(hub: HubProcess) -> None:
    connector = await hub.sign_in("lapor")
    numbers = [
        await connector.order("open", label="banjir", text="Air", source={"system": "once", "id": str(n % 40)})
        for n in range(64)
    ]
    results = [await connector.answer(number) for number in numbers]
    assert all(result["ok"] for result in results)
    assert [result.get("existing", False) for result in results] == [False] * 40 + [True] * 24
    assert len({result["report"] for result in results}) == 40


@pytest.mark.asyncio
async def test_people_have_sixty_commands_at_once_and_then_wait(hub: HubProcess) -> None:
    desk = await hub.sign_in("budi")
    codes = []
    for _ in range(75):
        result = await desk.command("note", "r-NOBODY", text="x")
        codes.append(result["code"])
        if result["code"] == "rate":
            assert result["wait"] > 0
            desk.n -= 1
    assert codes[:60] == ["not_found"] * 60
    assert "rate" in codes[60:]


@pytest.mark.asyncio
async def test_many_at_once_have_each_their_key_and_fate(hub: HubProcess) -> None:
    desk = await hub.board("sari")
    items = [
        desk.body(1, "open", label="jalan_rusak", text="Satu"),
        desk.body(2, "open", label="jalan_rusak"),
        desk.body(3, "open", label="jalan_rusak", text="Tiga"),
        desk.body(9, "open", label="jalan_rusak", text="Terlalu awal"),
    ]
    await desk.send({"type": "commands", "id": 77, "items": items})
    results = await desk.answer(77)
    assert results["type"] == "results"
    fates = [(one["key"], one["ok"], one.get("code")) for one in results["items"]]
    assert fates == [
        (items[0]["key"], True, None),
        (items[1]["key"], False, "bad_format"),
        (items[2]["key"], True, None),
        (items[3]["key"], False, "out_of_order"),
    ]
    await desk.until(lambda: items[0]["key"] in desk.done and items[2]["key"] in desk.done)


@pytest.mark.asyncio
async def test_a_command_can_be_undone_by_who_gave_it(hub: HubProcess) -> None:
    desk = await hub.board("sari")
    report = await opened(desk)
    await shown(desk, report)
    result = await done(desk, "acknowledge", report)
    await shown(desk, report, state="queued")
    undone = await desk.command("undo", of=result["key"])
    assert undone["ok"], undone
    await shown(desk, report, state="received", claim=None)
    await done(desk, "acknowledge", report)


@pytest.mark.asyncio
async def test_a_report_goes_its_whole_way_and_its_history_tells_it(hub: HubProcess) -> None:
    sari, budi = await hub.board("sari"), await hub.board("budi")
    report = await opened(sari, reporter="Sumarni 081234567890")
    await shown(sari, report)
    member = next(id_ for id_, row in sari.of("member").items() if row["squad"] == "orange")
    await done(sari, "assign", report, members=[member])
    await done(sari, "accept", report, member=member, via="radio", words="siap")
    await done(sari, "arrive", report, member=member, via="radio")
    await done(sari, "resolve", report, evidence=[{"kind": "visit_note", "words": "ditambal"}])
    assert (await sari.command("verify", report))["ok"] is False
    await shown(budi, report, state="resolved")
    await done(budi, "verify", report)
    row = await shown(sari, report, state="closed", outcome="done")
    assert row["sources"]["on_scene"] == "on_behalf"
    history = (await sari.get("history", report=report))["value"]["events"]
    names = [line["event"] for line in history]
    assert names == ["opened", "acknowledged", "assigned", "accepted", "arrived", "resolved", "verified"]
    accepted = history[3]
    assert (accepted["by"], accepted["words"], accepted["source"]) == ("Sari", "siap", "on_behalf")
    assert accepted["details"] == {"member": member, "via": "radio"}
    assert "Sumarni" not in str(sari.heard)
    read = (await budi.get("report", report=report))["value"]
    assert read == {"rev": budi.rows["report", report][0], "value": budi.report(report)}
    speed = (await sari.get("speed", measure="first_action", by=["squad"]))["value"]
    cell = next(one for one in speed["cells"] if one["key"] == ["orange"])
    assert cell["answered"] >= 1
    points = (await sari.get("points", measure="first_action", squad="orange"))["value"]
    assert any(point["report"] == report and point["answered"] for point in points)
    assert (await sari.get("speed", measure="joy"))["field"] == "measure"
    assert (await sari.get("speed", by=["colour"]))["field"] == "by"


@pytest.mark.asyncio
async def test_members_begin_and_end_their_duty(hub: HubProcess) -> None:
    desk, other = await hub.board("hendro"), await hub.board("sari")
    member = next(id_ for id_, row in desk.of("member").items() if row["squad"] == "blue")
    before = other.of("squad")["blue"]["on"]
    assert (await desk.command("member_on", member=member))["ok"]
    await other.until(lambda: other.of("member")[member]["on"] is True, patience=1.0)
    await other.until(lambda: other.of("squad")["blue"]["on"] == before + 1, patience=1.0)
    assert (await desk.command("member_off", member=member))["ok"]
    await other.until(lambda: other.of("member")[member]["on"] is False, patience=1.0)
