"""Commands are judged one by one, within the limits of the role, and each message gets exactly one answer."""

import json
from typing import Any

import pytest

from services.domain.people import Role
from services.protocol.outcomes import Outcome
from services.protocol.server_actions import Execute, Send
from services.protocol.server_session import ServerSession
from tests.builders import NOW
from tests.services.protocol.builders import DESK, a_command, a_frame, an_open_session, closing, sent


def give(session: ServerSession, *items: Any, now: int = NOW, **members: Any) -> Execute | dict[str, Any]:
    """Give a `commands` and return what the hub must carry out, or the answer."""
    (action,) = session.receive(now, a_frame("commands", items=list(items), **{"id": 9, **members}))
    assert isinstance(action, Execute | Send)
    return action if isinstance(action, Execute) else json.loads(action.frame)


def ok(n: int) -> Outcome:
    return Outcome(key=f"{DESK}.{n}", ok=True, at=NOW, report="r-1", rev="v2")


def test_a_command_is_carried_out_and_answered_by_its_number() -> None:
    session = an_open_session()

    (execute,) = session.receive(NOW, a_frame("command", id=9, **a_command(1)))

    assert isinstance(execute, Execute)
    assert [order.n for order in execute.orders] == [1]
    answer = json.loads(session.outcomes(execute.ticket, ok(1)))
    assert (answer["type"], answer["reply_to"], answer["key"], answer["ok"]) == ("result", 9, f"{DESK}.1", True)


def test_a_command_without_a_number_is_carried_out_all_the_same() -> None:
    session = an_open_session()

    (execute,) = session.receive(NOW, a_frame("command", **a_command(1)))

    assert isinstance(execute, Execute)
    assert json.loads(session.outcomes(execute.ticket, ok(1)))["reply_to"] is None


def test_a_batch_gets_one_answer_with_the_fates_in_order() -> None:
    session = an_open_session()

    execute = give(session, a_command(1), a_command(2, args=5), {"key": "d-other.1"}, a_command(3))

    assert isinstance(execute, Execute)
    assert [order.n for order in execute.orders] == [1, 2, 3]
    answer = json.loads(session.outcomes(execute.ticket, ok(1), ok(2), ok(3)))
    assert (answer["type"], answer["reply_to"]) == ("results", 9)
    assert [item["key"] for item in answer["items"]] == [f"{DESK}.1", f"{DESK}.2", "d-other.1", f"{DESK}.3"]
    assert answer["items"][2] | {"at": 0} == {
        "key": "d-other.1",
        "ok": False,
        "at": 0,
        "repeated": False,
        "code": "bad_format",
        "field": "key",
    }


def test_a_command_without_a_readable_key_is_refused_at_once_and_consumes_nothing() -> None:
    session = an_open_session()

    answer = give(session, {"key": 5, "command": "note"}, "x")

    assert isinstance(answer, dict)
    assert [(item["code"], item["field"], item["key"]) for item in answer["items"]] == [("bad_format", "key", None)] * 2


def test_bad_values_cost_only_the_item_they_are_in() -> None:
    session = an_open_session()
    frame = a_frame("commands", id=9, items=[a_command(1), a_command(2, args={"text": float("nan")})])

    (execute,) = session.receive(NOW, frame)

    assert isinstance(execute, Execute)
    assert [isinstance(order.order, Exception) for order in execute.orders] == [False, True]


@pytest.mark.parametrize("items", [[], {}, None, "x"])
def test_a_batch_must_be_a_list_with_something_in_it(items: object) -> None:
    actions = an_open_session().receive(NOW, a_frame("commands", id=9, items=items))

    assert [(one["code"], one["field"], one["reply_to"]) for one in sent(actions)] == [("bad_format", "items", 9)]


def test_a_batch_of_more_than_a_hundred_is_too_large() -> None:
    items = [a_command(n) for n in range(1, 102)]

    actions = an_open_session(Role.INTAKE).receive(NOW, a_frame("commands", id=9, items=items))

    assert [(one["code"], one["field"]) for one in sent(actions)] == [("too_large", "items")]
    assert isinstance(give(an_open_session(Role.INTAKE), *items[:100]), Execute)


def test_a_batch_without_a_number_that_cannot_be_read_ends_the_connection() -> None:
    actions = an_open_session().receive(NOW, a_frame("commands", items=5))

    assert closing(actions) == 4400


def test_a_person_has_sixty_commands_at_once_and_ten_a_second() -> None:
    session = an_open_session()

    execute = give(session, *(a_command(n) for n in range(1, 63)))

    assert isinstance(execute, Execute)
    assert len(execute.orders) == 60
    answer = json.loads(session.outcomes(execute.ticket, *map(ok, range(1, 61))))
    assert [(item["code"], item["wait"]) for item in answer["items"][60:]] == [("rate", 101)] * 2
    assert isinstance(give(session, a_command(61), now=NOW + 101), Execute)


def test_a_connector_has_two_thousand_at_once() -> None:
    session = an_open_session(Role.INTAKE)
    taken = 0

    for start in range(1, 2_101, 100):
        execute = give(session, *(a_command(n) for n in range(start, start + 100)))
        if isinstance(execute, Execute):
            taken += len(execute.orders)
            session.outcomes(execute.ticket, *map(ok, range(len(execute.orders))))

    assert taken == 2_000


def test_no_more_than_sixteen_messages_may_be_under_way() -> None:
    session = an_open_session()
    tickets = [give(session, a_command(n)) for n in range(1, 17)]

    refused = give(session, a_command(17))

    assert isinstance(refused, dict)
    assert [(item["code"], item["wait"]) for item in refused["items"]] == [("rate", 100)]
    assert isinstance(tickets[0], Execute)
    session.outcomes(tickets[0].ticket, ok(1))
    assert isinstance(give(session, a_command(17)), Execute)


def test_an_answer_can_be_given_once_only() -> None:
    session = an_open_session()
    execute = give(session, a_command(1))
    assert isinstance(execute, Execute)
    session.outcomes(execute.ticket, ok(1))

    with pytest.raises(KeyError):
        session.outcomes(execute.ticket, ok(1))
