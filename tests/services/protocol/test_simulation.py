"""Under loss, doubling, reordering and crashes boards are the hub's, and no command is lost or done twice."""

import pytest
from msgspec.structs import replace

from services.domain.board import Board
from services.domain.report import Millis
from services.protocol.client_outputs import BoardChanged, BoardReplaced
from services.protocol.envelopes import Envelope
from services.protocol.hub_messages import Delta, Feed
from services.protocol.outbox import Order
from services.protocol.outcomes import Outcome
from services.protocol.view_sync import ViewSync
from tests.services.protocol.fake_hub import VIEW, FakeHub
from tests.services.protocol.simulation import CALM, STORM, SimulatedDesk, World


def weathered(world: World) -> World:
    """A world after half a minute of storm and enough calm to settle."""
    world.run(30, STORM, busy=True)
    world.run(75, CALM, busy=False)
    return world


def check_boards(world: World) -> None:
    """Every board is the one a new desk would get."""
    fresh = world.hub.board()
    for desk in world.desks:
        assert desk.session.sync is not None
        assert desk.session.sync.live
        assert desk.session.sync.board == fresh
        assert desk.disk.board == fresh


def check_answers(world: World) -> None:
    """Every order has one answer, the hub's; what was answered with yes was carried out once, and nothing else was."""
    answers = {tag: outcome for desk in world.desks for tag, outcome in desk.disk.answers.items()}
    assert answers.keys() == set(world.tags)
    assert all(len(desk.session.outbox) == 0 for desk in world.desks)
    for outcome in answers.values():
        desk, _, n = (outcome.key or "").rpartition(".")
        if outcome.code != "internal":
            _, stored = world.hub.answers[desk][int(n)]
            assert (outcome.ok, outcome.code, outcome.rev) == (stored["ok"], stored.get("code"), stored.get("rev"))
    agreed = [outcome.key or "" for outcome in answers.values() if outcome.ok]
    assert sorted(change.key for change in world.hub.log) == sorted(agreed)
    assert len(set(world.hub.effects)) == len(world.hub.effects)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_weather_boards_are_fresh_and_orders_are_done_once(seed: int) -> None:
    world = weathered(World(seed))

    check_boards(world)
    check_answers(world)
    assert len(world.tags) > 50


class ForgettingHub(FakeHub):
    """Planted: it stores no answers' bodies, so that the same key is carried out again."""

    def _execute(self, desk: str, order: Envelope, now: int) -> Outcome:
        outcome = super()._execute(desk, order, now)
        return self._carry_out(order, now) if outcome.repeated else outcome


class HastyHub(FakeHub):
    """Planted: it takes any number."""

    def _execute(self, desk: str, order: Envelope, now: int) -> Outcome:
        known = self.answers.setdefault(desk, {})
        if order.n > max(known, default=0) + 1:
            return self._carry_out(order, now)
        return super()._execute(desk, order, now)


class TrustingView(ViewSync):
    """Planted: it applies deltas whatever they start from."""

    def receive(self, message: Feed, now: Millis) -> BoardReplaced | BoardChanged | None:
        if isinstance(message, Delta) and self.cursor:
            message = replace(message, start=self.cursor)
        return super().receive(message, now)


class TrustingDesk(SimulatedDesk):
    """Planted: a desk with a trusting view."""

    def view(self, board: Board, cursor: str | None) -> ViewSync:
        return TrustingView(VIEW, board, cursor=cursor)


class LazyDesk(SimulatedDesk):
    """Planted: it says that a number is written down and does not write it."""

    def _written_down(self) -> list[Order]:
        done, self.unstored = self.unstored, []
        return done


@pytest.mark.parametrize(
    ("hub", "desk"),
    [
        (ForgettingHub, SimulatedDesk),
        (HastyHub, SimulatedDesk),
        (FakeHub, TrustingDesk),
        (FakeHub, LazyDesk),
    ],
)
def test_a_planted_fault_is_found(hub: type[FakeHub], desk: type[SimulatedDesk]) -> None:
    with pytest.raises((AssertionError, KeyError)):
        check_all(hub, desk)


def check_all(hub: type[FakeHub], desk: type[SimulatedDesk]) -> None:
    """Run as many worlds as are run without a fault."""
    for seed in range(16):
        world = weathered(World(seed, hub=hub, desk=desk))
        check_boards(world)
        check_answers(world)
