"""Who looks at what is told to whoever sees the report, and hidden looks neither hasten nor reorder it."""

import asyncio
from typing import Any

import pytest

from services.domain.people import Role
from services.domain.squads import Squad
from tests.services.hub.running import End, Running


async def told(desk: End, kind: str) -> list[dict[str, Any]]:
    """Return the messages of a kind this desk has been told by now."""
    desk.heard.clear()
    desk.say({"type": "ping", "id": 900, "sent": 1})
    await desk.hear("pong")
    return [one for one in desk.heard if one["type"] == kind]


def look(desk: End, report: str) -> None:
    """Look at a report."""
    desk.say({"type": "presence", "report": report, "activity": "viewing"})


@pytest.mark.asyncio
async def test_a_look_at_what_a_desk_does_not_see_says_nothing_to_it_and_its_own_second_does(running: Running) -> None:
    await asyncio.to_thread(running.add_user, "ratna", Role.DISPATCHER, squads=(Squad.ORANGE,))
    ratna, budi, sari = await running.board("ratna"), await running.board("budi"), await running.board("sari")
    connector = await running.desk("lapor")
    report = (await connector.command("open", label="jalan_rusak", text="Lubang"))["report"]
    budi.heard.clear()
    look(budi, report)
    assert [one["name"] for one in (await ratna.hear("presence"))["desks"]] == ["Budi"]
    budi.say({"type": "get", "id": 7, "what": "report", "report": report})
    base = (await budi.hear("answer"))["value"]["rev"]
    assert (await budi.command("reassign", report, base=base, squad="blue", reason="wrong_squad"))["ok"]
    look(sari, report)
    assert await told(ratna, "presence") == []
    running.now += 1_000
    await running.chores.second()
    assert (await ratna.hear("presence"))["desks"] == []


@pytest.mark.asyncio
async def test_a_renewed_look_is_told_to_nobody(running: Running) -> None:
    sari, budi, hendro = await running.board("sari"), await running.board("budi"), await running.board("hendro")
    connector = await running.desk("lapor")
    report = (await connector.command("open", label="jalan_rusak", text="Lubang"))["report"]
    look(sari, report)
    look(budi, report)
    assert len(await told(hendro, "presence")) == 2
    look(sari, report)
    running.now += 1_000
    await running.chores.second()
    assert await told(hendro, "presence") == []
