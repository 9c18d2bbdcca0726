"""On an open connection the desk speaks at regular times, and not at others."""

from itertools import count

from services.domain.board import Board
from services.protocol.chores import APPLIED_EVERY, CHECK_AFTER, CHECK_EVERY, RENEW_AGAIN, Chore, Chores
from services.protocol.desk_messages import Applied, Check, Ping, Renew
from services.protocol.hub_clock import QUICK, SLOW, HubClock
from services.protocol.hub_messages import Snapshot, SnapshotEnd, Subscribed
from services.protocol.view_sync import ViewSync

LIFE = 900_000


def a_live_view() -> ViewSync:
    sync = ViewSync("board", Board(), cursor=None)
    sync.asked(1, 0)
    sync.receive(Subscribed(reply_to=1, view="board", mode="snapshot", why="new"), 0)
    sync.receive(Snapshot(view="board", part=0, parts=1, rows=()), 0)
    sync.receive(SnapshotEnd(view="board", cursor="a", rows=0, digest=Board().digest(), at=2_000), 0)
    return sync


def due(chores: Chores, now: int, sync: ViewSync | None = None, clock: HubClock | None = None) -> list[Chore]:
    return chores.due(now, clock=clock or HubClock(), sync=sync, number=count(7).__next__)


def test_the_first_ping_goes_at_once_and_the_next_ones_when_the_clock_wants_them() -> None:
    chores, clock = Chores(0, LIFE), HubClock()

    assert due(chores, 0, clock=clock) == [Ping(id=7, sent=0)]
    assert due(chores, QUICK - 1, clock=clock) == []
    assert chores.next_tick(None) == QUICK
    for _ in range(8):
        clock.learn(sent=0, received=0, answered=0, back=0)
    assert due(chores, QUICK, clock=clock) == [Ping(id=7, sent=QUICK)]
    assert chores.next_tick(None) == QUICK + SLOW


def of(kind: type, chores: list[Chore]) -> list[Chore]:
    return [chore for chore in chores if isinstance(chore, kind)]


def test_every_five_seconds_the_desk_says_how_far_it_has_come() -> None:
    chores, sync, clock = Chores(0, LIFE), a_live_view(), HubClock()
    clock.learn(sent=0, received=1_000, answered=1_000, back=0)

    assert of(Applied, due(chores, APPLIED_EVERY - 1, sync, clock)) == []
    assert chores.next_tick(sync) <= APPLIED_EVERY
    assert of(Applied, due(chores, APPLIED_EVERY, sync, clock)) == [Applied(view="board", cursor="a", lag=4_000)]
    assert of(Applied, due(chores, APPLIED_EVERY, sync, clock)) == []


def test_a_desk_that_has_nothing_yet_says_so() -> None:
    sync = ViewSync("board", Board(), cursor=None)

    assert of(Applied, due(Chores(0, LIFE), APPLIED_EVERY, sync)) == [Applied(view="board", cursor="", lag=0)]


def test_a_desk_is_never_ahead_of_the_hub() -> None:
    assert of(Applied, due(Chores(-APPLIED_EVERY, LIFE), 0, a_live_view())) == [
        Applied(view="board", cursor="a", lag=0)
    ]


def test_a_desk_without_a_view_has_no_progress() -> None:
    assert of(Applied, due(Chores(0, LIFE), APPLIED_EVERY)) == []


def test_the_token_is_renewed_when_a_fifth_of_its_life_is_left() -> None:
    chores = Chores(0, LIFE)

    assert of(Renew, due(chores, LIFE * 4 // 5 - 1)) == []
    assert of(Renew, due(chores, LIFE * 4 // 5)) == [Renew(id=7)]
    assert of(Renew, due(chores, LIFE * 4 // 5 + RENEW_AGAIN - 1)) == []
    assert of(Renew, due(chores, LIFE * 4 // 5 + RENEW_AGAIN)) == [Renew(id=7)]
    chores.renewed(LIFE, LIFE)
    assert of(Renew, due(chores, LIFE + RENEW_AGAIN)) == []


def test_the_board_is_compared_a_minute_after_the_start_and_then_every_ten() -> None:
    chores, sync = Chores(0, LIFE), a_live_view()
    check = Check(id=7, view="board", cursor="a", digest=Board().digest())

    assert of(Check, due(chores, CHECK_AFTER - 1, sync)) == []
    assert of(Check, due(chores, CHECK_AFTER, sync)) == [check]
    assert of(Check, due(chores, CHECK_AFTER + CHECK_EVERY - 1, sync)) == []


def test_a_board_that_is_not_whole_is_not_compared() -> None:
    chores, sync = Chores(0, LIFE), ViewSync("board", Board(), cursor="a")

    assert of(Check, due(chores, CHECK_AFTER, sync)) == []
    assert chores.next_tick(sync) > CHECK_AFTER
