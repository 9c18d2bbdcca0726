"""A desk subscribes at once when it needs to, once at a time, and never in a frenzy."""

from itertools import count

import pytest

from services.domain.board import Board
from services.protocol.desk_messages import Subscribe
from services.protocol.hub_messages import Error, Subscribed
from services.protocol.subscriber import Subscriber
from services.protocol.view_sync import ANSWER_WITHIN, ViewSync


def a_subscriber(cursor: str | None = "a") -> tuple[Subscriber, ViewSync]:
    sync = ViewSync("board", Board(), cursor=cursor)
    return Subscriber(sync, 0), sync


def test_a_desk_subscribes_with_its_cursor_once_until_it_is_answered() -> None:
    subscriber, _ = a_subscriber()
    numbers = count(7).__next__

    assert subscriber.due(0, numbers) == [Subscribe(id=7, view="board", cursor="a")]
    assert subscriber.due(ANSWER_WITHIN - 1, numbers) == []
    assert subscriber.next_tick() == ANSWER_WITHIN
    assert subscriber.due(ANSWER_WITHIN, numbers) == [Subscribe(id=8, view="board", cursor="a")]


def test_a_live_view_needs_no_subscription() -> None:
    subscriber, sync = a_subscriber()
    subscriber.due(0, lambda: 7)
    sync.receive(Subscribed(reply_to=7, view="board", mode="resume"), 0)

    assert subscriber.due(1, lambda: 8) == []


def test_a_chain_that_breaks_again_and_again_is_mended_more_slowly() -> None:
    subscriber, sync = a_subscriber()
    sent = 0
    for now in range(0, 20_000, 50):
        sent += len(subscriber.due(now, lambda: 7))
        sync.lost()

    assert 5 <= sent <= 9
    assert (subscriber.next_tick() or 0) > 20_000


@pytest.mark.parametrize("code", ["denied", "bad_format", "not_found"])
def test_a_view_the_role_may_not_have_is_not_asked_for_again(code: str) -> None:
    subscriber, _ = a_subscriber()
    subscriber.due(0, lambda: 7)

    assert subscriber.failed(Error(reply_to=7, code=code), 0) == code


def test_a_hub_that_is_busy_is_asked_again_after_the_wait() -> None:
    subscriber, _ = a_subscriber()
    subscriber.due(0, lambda: 7)

    assert subscriber.failed(Error(reply_to=7, code="rate", wait=400), 0) is None
    assert subscriber.due(399, lambda: 8) == []
    assert subscriber.due(400, lambda: 8) == [Subscribe(id=8, view="board", cursor="a")]
    assert subscriber.failed(Error(reply_to=8, code="internal"), 400) is None
    assert subscriber.next_tick() == 1_400


def test_errors_about_something_else_are_none_of_its_business() -> None:
    subscriber, _ = a_subscriber()

    assert subscriber.failed(Error(code="denied"), 0) is None
    subscriber.due(0, lambda: 7)
    assert subscriber.failed(Error(reply_to=6, code="denied"), 0) is None
