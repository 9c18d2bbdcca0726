"""A message to a citizen is held, then goes out once, even over a restart; undone in time it never does."""

from pathlib import Path

import pytest

from services.domain.replied import HELD_FOR
from services.store.database import Store
from services.store.kept import Held
from services.store.transaction import Transaction
from tests.builders import NOW
from tests.services.hub.running import End, Running
from tests.services.hub.test_hub import OPEN

TEXT = "Petugas sudah berangkat."


async def replied(running: Running) -> tuple[End, str]:
    """A report that Sari has replied to."""
    desk, connector = await running.desk("sari"), await running.desk("lapor")
    report = (await connector.command("open", **OPEN))["report"]
    assert (await desk.command("reply", report, text=TEXT))["ok"]
    return desk, report


async def turn(running: Running, later: int) -> None:
    """Let time pass and the clockwork run."""
    running.now += later
    await running.chores.pulse()
    await running.hub.commanding.drain()
    running.hub.commanding.draining = False


def messages(running: Running) -> tuple[list[str], list[str]]:
    """The reports with a message that is held, and with one that is sent."""
    with running.store.read() as reader:
        held, sent = reader.held_messages(), reader.sent_messages()
    return [one.report for one in held], [one.report for one in sent]


@pytest.mark.asyncio
async def test_a_reply_is_held_and_then_goes_out_once(running: Running) -> None:
    _, report = await replied(running)
    await turn(running, HELD_FOR)
    assert messages(running) == ([report], [])
    await turn(running, 1)
    assert messages(running) == ([], [report])
    await turn(running, HELD_FOR)
    assert messages(running) == ([], [report])
    assert TEXT not in str(running.logged)


@pytest.mark.asyncio
async def test_undone_in_time_it_never_goes_out(running: Running) -> None:
    desk, report = await replied(running)
    running.now += HELD_FOR
    assert (await desk.command("undo", of="d-sari.1"))["ok"]
    assert (await desk.command("reply", report, text="Mohon tunggu."))["ok"]
    await turn(running, 1)
    assert messages(running) == ([report], []), "the other one waits for its own time"
    await turn(running, HELD_FOR)
    assert messages(running) == ([], [report])
    with running.store.read() as reader:
        assert reader.load_report(report).replied == NOW + HELD_FOR  # type: ignore[union-attr] # it is there


@pytest.mark.asyncio
async def test_what_has_gone_out_is_not_undone(running: Running) -> None:
    desk, report = await replied(running)
    await turn(running, HELD_FOR + 1)
    result = await desk.command("undo", of="d-sari.1")
    assert (result["ok"], result["code"]) == (False, "conflict")
    assert messages(running) == ([], [report])


@pytest.mark.asyncio
async def test_what_was_held_when_the_hub_stopped_goes_out_after_its_start_once(tmp_path: Path) -> None:
    first = Running(tmp_path)
    await first.start()
    _, report = await replied(first)
    await first.stop()

    again = Running(tmp_path, now=NOW + HELD_FOR + 1)
    await again.start_again()
    await turn(again, 0)
    assert messages(again) == ([], [report])
    await turn(again, HELD_FOR)
    assert messages(again) == ([], [report])
    await again.stop()


def test_a_message_has_one_fate(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "data", clock=lambda: NOW)
    messages_ = [Held(1, "r-1", NOW), Held(2, "r-2", NOW)]

    def write(transaction: Transaction) -> None:
        for message in messages_:
            transaction.hold_message(message)
        for sent in (True, False):
            transaction.end_message(messages_[0], sent=sent, at=NOW)
        transaction.end_message(messages_[1], sent=False, at=NOW)

    store.submit(write).result()
    with store.read() as reader:
        assert (reader.held_messages(), reader.sent_messages()) == ([], messages_[:1])
    store.close()
