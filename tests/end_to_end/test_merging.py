"""Duplicates at a real hub: suspected, found, merged and taken apart again; and a reply that is taken back."""

from typing import Any

import pytest

from tests.end_to_end.hub_process import HubProcess
from tests.end_to_end.steps import done, opened, shown


@pytest.mark.asyncio
async def test_two_reports_of_one_thing_are_suspected_merged_and_taken_apart(hub: HubProcess) -> None:
    sari, budi = await hub.board("sari"), await hub.board("budi")
    place: dict[str, Any] = {"desa": "35.03.08.2012", "lat": -8.2711, "lon": 111.7423}
    one = await opened(sari, **place)
    two = await opened(sari, text="Ada lubang besar sekali", **place)
    await shown(budi, one, suspected=[two])
    await shown(budi, two, suspected=[one])
    similar = (await budi.get("similar", report=one))["value"]["reports"]
    assert [found["id"] for found in similar] == [two]

    await done(sari, "merge", one, into=two)
    await shown(budi, one, state="closed", outcome="duplicate", merged_into=two, suspected=[])
    await shown(budi, two, duplicates=[one], suspected=[])
    assert (await budi.get("similar", report=two))["value"]["reports"] == []

    await done(budi, "unmerge", one)
    await shown(sari, one, state="received", outcome=None, merged_into=None, suspected=[])
    await shown(sari, two, duplicates=[])
    events = [line["event"] for line in (await sari.get("history", report=two))["value"]["events"]]
    assert events == ["opened", "absorbed", "parted"]


@pytest.mark.asyncio
async def test_a_reply_is_in_the_history_and_can_be_taken_back(hub: HubProcess) -> None:
    sari = await hub.board("sari")
    report = await opened(sari)
    replied = await done(sari, "reply", report, text="Petugas sudah berangkat.")
    line = (await sari.get("history", report=report))["value"]["events"][-1]
    assert (line["event"], line["words"], line["by"]) == ("replied", "Petugas sudah berangkat.", "Sari")
    assert (await sari.command("undo", of=replied["key"]))["ok"]
    assert (await sari.command("undo", of=replied["key"]))["code"] == "bad_state"


@pytest.mark.asyncio
async def test_a_merge_into_a_covert_report_is_not_found_like_one_into_none(hub: HubProcess) -> None:
    rina, sari = await hub.board("rina"), await hub.board("sari")
    covert, report = await opened(rina, label="pungli"), await opened(sari)
    await shown(sari, report, state="received")
    answers = [await sari.command("merge", report, into=into) for into in (covert, "r-nobody")]
    told = [{name: answer[name] for name in answer if name not in {"key", "reply_to", "at"}} for answer in answers]
    assert told[0] == told[1]
    assert told[0]["code"] == "not_found"
