"""A command is sent when it is on the disk and no sooner; a disk that fails is tried again."""

import asyncio
import sqlite3
from concurrent.futures import Future

import pytest

from services.domain.commands import Note
from services.domain.report import Millis
from services.feed import outputs as told
from services.feed.keeping import Keeping, when_done
from services.feed.local_store import NothingKept
from services.feed.outbox import Acknowledged
from services.protocol.outbox import Order
from tests.builders import NOW
from tests.services.feed.builders import HandClock, an_order, settle
from tests.services.feed.conftest import DESK, Desks
from tests.services.feed.hub_by_hand import HubByHand


class SlowStore(NothingKept):
    """Keeps commands when the test says so."""

    def __init__(self) -> None:
        self.kept: list[tuple[Order, Future[None]]] = []
        self.settled: list[tuple[str, Millis | None]] = []

    def keep(self, order: Order) -> "Future[None]":
        future: Future[None] = Future()
        self.kept.append((order, future))
        return future

    def settle(self, order: Order, *, at: Millis | None) -> "Future[None]":
        self.settled.append((order.tag, at))
        return super().settle(order, at=at)

    def acknowledged(self, since: Millis) -> "Future[list[Acknowledged]]":
        future: Future[list[Acknowledged]] = Future()
        future.set_result([Acknowledged(an_order("o-1", n=3), since)])
        return future


@pytest.mark.asyncio
async def test_nothing_is_sent_before_it_is_on_the_disk(hub: HubByHand, desk: Desks) -> None:
    store = SlowStore()

    async with desk(store=store) as room:
        tag = room.client.order(Note(text="x"), "r-1")
        await settle()
        (order, future) = store.kept[0]
        assert (order.tag, order.n) == (tag, 1)
        assert hub.said("command") == []

        future.set_result(None)
        await settle()

        assert [message["key"] for message in hub.said("command")] == [f"{DESK}.1"]
        assert store.settled == [(tag, NOW)]


@pytest.mark.asyncio
async def test_a_refused_command_is_not_remembered_as_acknowledged(hub: HubByHand, desk: Desks) -> None:
    store = SlowStore()
    hub.codes = [{"code": "bad_state", "allow": ["note"]}]

    async with desk(store=store) as room:
        tag = room.client.order(Note(text="x"), "r-1")
        store.kept[0][1].set_result(None)
        await settle()

        assert store.settled == [(tag, None)]
        assert room.told(told.Answered)[0].allow == ("note",)


@pytest.mark.asyncio
async def test_a_disk_that_fails_is_said_and_tried_again_each_second(hub: HubByHand, desk: Desks) -> None:
    store = SlowStore()

    async with desk(store=store) as room:
        tag = room.client.order(Note(text="x"), "r-1")
        store.kept[0][1].set_exception(sqlite3.OperationalError("database or disk is full"))
        await settle()
        assert room.told(told.DiskTrouble) == [told.DiskTrouble(tag, "database or disk is full")]

        await room.clock.wind(1.1)
        store.kept[1][1].set_result(None)
        await settle()

        assert [answered.ok for answered in room.told(told.Answered)] == [True]


@pytest.mark.asyncio
async def test_a_command_without_a_number_is_kept_and_kept_again_when_it_has_one(hub: HubByHand, desk: Desks) -> None:
    store = SlowStore()
    hub.silent = True

    async with desk(store=store) as room:
        tag = room.client.order(Note(text="x"), "r-1")
        hub.silent = False
        hub.hang_up()
        await room.clock.wind(1)

        assert [(order.tag, order.n) for order, _ in store.kept] == [(tag, None), (tag, 1)]
        store.kept[1][1].set_result(None)
        store.kept[0][1].set_result(None)
        await settle()
    assert len(hub.said("command")) == 1


@pytest.mark.asyncio
async def test_an_older_form_of_a_command_is_not_tried_again() -> None:
    store, clock = SlowStore(), HandClock()
    kept: list[Order] = []
    keeping = Keeping(store, later=clock.later, on_kept=kept.append, on_trouble=lambda _order, _reason: None)

    keeping.keep(an_order("o-1", n=5))
    keeping.keep(an_order("o-1", n=4))
    store.kept[0][1].set_exception(sqlite3.OperationalError("disk I/O error"))
    store.kept[1][1].set_result(None)
    await clock.wind(2)

    assert kept == [an_order("o-1", n=4)]
    assert len(store.kept) == 2


@pytest.mark.asyncio
async def test_after_the_end_nothing_is_tried_again() -> None:
    store, clock = SlowStore(), HandClock()
    keeping = Keeping(store, later=clock.later, on_kept=lambda _order: None, on_trouble=lambda _order, _reason: None)
    keeping.keep(an_order("o-1"))
    store.kept[0][1].set_exception(sqlite3.OperationalError("disk I/O error"))
    await settle()

    keeping.stop()
    await clock.wind(2)

    assert len(store.kept) == 1


@pytest.mark.asyncio
async def test_a_restored_hub_gets_back_what_the_desk_knows_to_be_acknowledged(hub: HubByHand, desk: Desks) -> None:
    async with desk(store=SlowStore()):
        hub.say({"type": "recall", "since": NOW - 5})
        await settle()

    (offer,) = hub.said("offer")
    assert [(command["key"], command["at"]) for command in offer["commands"]] == [(f"{DESK}.3", NOW - 5)]


@pytest.mark.asyncio
async def test_a_journal_that_cannot_be_read_offers_nothing(hub: HubByHand, desk: Desks) -> None:
    class Broken(NothingKept):
        def acknowledged(self, since: Millis) -> "Future[list[Acknowledged]]":
            future: Future[list[Acknowledged]] = Future()
            future.set_exception(sqlite3.DatabaseError("malformed"))
            return future

    async with desk(store=Broken()):
        hub.say({"type": "recall", "since": NOW})
        await settle()

    assert hub.said("offer") == []


def test_a_thread_that_ends_after_the_loop_troubles_nobody() -> None:
    future: Future[None] = Future()
    called: list[object] = []

    async def wait_no_longer() -> None:
        when_done(future, called.append)

    asyncio.run(wait_no_longer())
    future.set_result(None)

    assert called == []
