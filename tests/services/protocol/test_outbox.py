"""Commands get their numbers in order, are written down before they are sent, and are sent until answered."""

from typing import Any

import pytest

from services.domain.commands import Assign
from services.protocol.hub_messages import Bounds
from services.protocol.outbox import ANSWER_WITHIN, GIVE_UP, PAUSE, Order, Outbox, order_of
from services.protocol.outcomes import AGAIN, Outcome
from tests.services.protocol.builders import DESK, an_order

BOUNDS = Bounds(frame=65_536, in_flight=4, commands_per_second=10, burst=6)


def an_outbox(*orders: Order, last_command: int = 0) -> Outbox:
    outbox = Outbox(DESK, orders)
    outbox.connected(0, last_command, bounds=BOUNDS)
    return outbox


def keep(outbox: Outbox) -> list[int | None]:
    """Write down what has got a number; return the numbers."""
    orders = outbox.next_to_keep()
    for order in orders:
        outbox.stored(order)
    return [order.n for order in orders]


def send(outbox: Outbox, now: int = 0) -> list[int | None]:
    return [order.n for order in outbox.next_to_send(now)]


def answer(outbox: Outbox, n: int, code: str | None = None, now: int = 0, **members: Any) -> str | None:
    """Answer a number; return the tag of the order that is settled by it."""
    settled = outbox.answered(now, Outcome(key=f"{DESK}.{n}", ok=code is None, at=now, code=code, **members))
    return settled.order.tag if settled else None


def test_a_command_of_the_domain_becomes_an_order() -> None:
    assert order_of(Assign(members=("m-31",)), tag="a", made=5, report="r-1", base="v1") == Order(
        tag="a", command="assign", args={"members": ["m-31"]}, report="r-1", base="v1", made=5
    )


def test_numbers_follow_the_hubs_highest() -> None:
    outbox = an_outbox(an_order("a"), an_order("b"), last_command=41)

    assert keep(outbox) == [42, 43]
    assert send(outbox) == [42, 43]


def test_nothing_is_sent_before_it_is_written_down() -> None:
    outbox = an_outbox(an_order("a"), an_order("b"))
    first, second = outbox.next_to_keep()

    assert send(outbox) == []
    outbox.stored(second)
    assert send(outbox) == []
    outbox.stored(first)
    assert send(outbox) == [1, 2]
    outbox.stored(first)
    outbox.stored(an_order("a"))
    assert send(outbox) == []


def test_no_more_than_the_hub_allows_are_numbered_and_under_way() -> None:
    outbox = an_outbox(*(an_order(str(n)) for n in range(6)))

    assert keep(outbox) == [1, 2, 3, 4]
    assert keep(outbox) == []
    assert send(outbox) == [1, 2, 3, 4]
    assert answer(outbox, 1) == "0"
    assert keep(outbox) == [5]
    assert send(outbox) == [5]


def test_no_more_a_second_than_the_hub_allows() -> None:
    outbox = an_outbox(*(an_order(str(n)) for n in range(8)))
    for n in range(1, 7):
        keep(outbox)
        send(outbox)
        answer(outbox, n)
    keep(outbox)

    assert send(outbox) == []
    assert outbox.next_tick() == 101
    assert send(outbox, 101) == [7]


def test_without_a_connection_nothing_gets_a_number() -> None:
    outbox = Outbox(DESK, [an_order("a")])

    assert keep(outbox) == []
    assert send(outbox) == []
    assert outbox.next_tick() is None
    assert len(outbox) == 1


def test_what_is_put_in_without_a_connection_was_made_offline() -> None:
    outbox = Outbox(DESK)
    outbox.add(an_order("a"))
    outbox.connected(0, 0, bounds=BOUNDS)
    outbox.add(an_order("b"))

    assert [(order.tag, order.offline) for order in outbox.orders] == [("a", True), ("b", False)]


def test_only_what_has_no_number_can_be_taken_out_again() -> None:
    outbox = an_outbox(an_order("a"))
    keep(outbox)
    outbox.add(an_order("b"))

    assert outbox.withdraw("b")
    assert not outbox.withdraw("b")
    assert not outbox.withdraw("a")
    assert [order.tag for order in outbox.orders] == ["a"]


def test_after_a_new_connection_all_that_has_no_answer_is_sent_again() -> None:
    outbox = an_outbox(an_order("a"), an_order("b"), an_order("c"))
    keep(outbox)
    send(outbox)
    answer(outbox, 1)
    outbox.lost()

    outbox.connected(50, 2, bounds=BOUNDS)

    assert keep(outbox) == []
    assert send(outbox, 50) == [2, 3]


def test_what_a_desk_had_kept_is_sent_under_its_old_numbers() -> None:
    outbox = an_outbox(an_order("b", n=8), an_order("c"), an_order("a", n=7), last_command=7)

    assert send(outbox) == [7, 8]
    assert keep(outbox) == [9]


def test_a_gap_that_the_hub_never_saw_is_closed() -> None:
    outbox = an_outbox(an_order("a", n=7), an_order("b", n=9), an_order("c", n=10), last_command=7)

    moved = outbox.next_to_keep()

    assert [(order.tag, order.n) for order in moved] == [("b", 8), ("c", 9)]
    assert send(outbox) == [7]
    for order in moved:
        outbox.stored(order)
    assert send(outbox) == [8, 9]


def test_an_answer_settles_once() -> None:
    outbox = an_outbox(an_order("a"))
    keep(outbox)
    send(outbox)

    assert answer(outbox, 1) == "a"
    assert answer(outbox, 1) is None
    assert answer(outbox, 99) is None
    assert len(outbox) == 0


def test_an_answer_for_another_desk_settles_nothing() -> None:
    outbox = an_outbox(an_order("a"))
    keep(outbox)

    assert outbox.answered(0, Outcome(key="d-other.1", ok=True, at=0)) is None
    assert outbox.answered(0, Outcome(key=None, ok=False, at=0, code="rate")) is None


@pytest.mark.parametrize("code", ["conflict", "denied", "bad_state", "not_found", "bad_format", "key_reuse"])
def test_a_refusal_settles_too(code: str) -> None:
    outbox = an_outbox(an_order("a"))
    keep(outbox)
    send(outbox)

    assert answer(outbox, 1, code) == "a"


@pytest.mark.parametrize("code", sorted(AGAIN - {"internal"}))
def test_what_consumed_no_number_is_sent_again_after_the_wait_in_order(code: str) -> None:
    outbox = an_outbox(an_order("a"), an_order("b"))
    keep(outbox)
    send(outbox)

    assert answer(outbox, 1, code, wait=300) is None
    assert answer(outbox, 2, "out_of_order", wait=200, last_command=0) is None

    assert outbox.next_tick() == 300
    assert send(outbox, 299) == []
    assert send(outbox, 300) == [1, 2]


def test_without_a_named_wait_it_is_a_second() -> None:
    outbox = an_outbox(an_order("a"))
    keep(outbox)
    send(outbox)
    answer(outbox, 1, "busy")

    assert outbox.next_tick() == PAUSE


def test_a_long_silence_says_nothing_so_the_same_keys_go_again() -> None:
    outbox = an_outbox(an_order("a"), an_order("b"))
    keep(outbox)
    send(outbox)

    assert outbox.next_tick() == ANSWER_WITHIN
    assert send(outbox, ANSWER_WITHIN - 1) == []
    assert send(outbox, ANSWER_WITHIN) == [1, 2]


def test_a_command_the_hub_fails_on_is_given_up_and_its_number_goes_to_the_next() -> None:
    outbox = an_outbox(an_order("a"), an_order("b"))
    keep(outbox)
    now = 0
    for _ in range(GIVE_UP - 1):
        assert send(outbox, now) == [1, 2]
        assert answer(outbox, 1, "internal", now) is None
        assert answer(outbox, 2, "out_of_order", now, wait=0) is None
        now += 60_000

    send(outbox, now)
    assert answer(outbox, 1, "internal", now) == "a"
    assert [(order.tag, order.n) for order in outbox.next_to_keep()] == [("b", 1)]


def test_the_pause_after_a_failure_of_the_hub_doubles() -> None:
    outbox = an_outbox(an_order("a"))
    keep(outbox)
    waits = []
    for now in (0, 100_000, 200_000):
        send(outbox, now)
        answer(outbox, 1, "internal", now)
        waits.append((outbox.next_tick() or 0) - now)

    assert waits == [2 * PAUSE, 4 * PAUSE, 8 * PAUSE]


def over(report: str, base: str | None, tag: str) -> Order:
    """An order on a report that was made over a row as it stood at `base`."""
    return Order(tag=tag, command="assign", report=report, base=base)


def test_an_order_waits_for_the_one_before_it_on_the_same_report_and_is_made_over_what_that_left() -> None:
    outbox = an_outbox(over("r-1", "v1", "a"), over("r-1", "v1", "b"), over("r-1", "v1", "c"))
    assert keep(outbox) == [1]
    send(outbox)

    answer(outbox, 1, rev="v2", report="r-1")
    second = outbox.next_to_keep()

    assert [(order.tag, order.n, order.base) for order in second] == [("b", 2, "v2")]
    outbox.stored(second[0])
    send(outbox)
    answer(outbox, 2, rev="v3", report="r-1")
    assert [(order.tag, order.base) for order in outbox.next_to_keep()] == [("c", "v3")]


def test_orders_on_other_reports_or_over_no_row_wait_for_nothing() -> None:
    outbox = an_outbox(over("r-1", "v1", "a"), over("r-2", "w1", "b"), over("r-1", None, "c"))

    assert keep(outbox) == [1, 2, 3]


def test_an_order_made_over_another_row_keeps_its_base() -> None:
    outbox = an_outbox(over("r-1", "v1", "a"), over("r-1", "v0", "b"))
    keep(outbox)
    send(outbox)

    answer(outbox, 1, rev="v2", report="r-1")

    assert [order.base for order in outbox.next_to_keep()] == ["v0"]


@pytest.mark.parametrize("members", [{"code": "conflict"}, {"rev": None}])
def test_what_was_refused_or_left_no_row_moves_no_base(members: dict[str, Any]) -> None:
    outbox = an_outbox(over("r-1", "v1", "a"), over("r-1", "v1", "b"))
    keep(outbox)
    send(outbox)

    answer(outbox, 1, report="r-1", **members)

    assert [order.base for order in outbox.next_to_keep()] == ["v1"]
