"""What a desk wants goes out when it can, and comes back with an answer."""

import json

import pytest
from msgspec import Raw

from services.domain.refusals import BadFormat
from services.protocol.answers import OneReport
from services.protocol.client_outputs import (
    Answered,
    KeepOrder,
    Present,
    ReadAnswered,
    ReadFailed,
    RecallWanted,
)
from services.protocol.frames import encode_value
from services.protocol.hub_messages import (
    Answer,
    Error,
    Looking,
    Presences,
    Recall,
)
from services.protocol.outcomes import Outcome, Result, Results
from tests.builders import NOW
from tests.services.protocol.builders import DESK, ROW, a_frame, an_order
from tests.services.protocol.desk_side import connected, give, keep_all, live, messages, of


def test_a_command_is_numbered_kept_sent_and_answered() -> None:
    client = live(last_command=41)

    numbered = client.submit(NOW, an_order("a"))
    assert messages(numbered) == []
    assert [output.order.n for output in numbered if isinstance(output, KeepOrder)] == [42]

    (command,) = messages(keep_all(client, numbered))
    assert command | {"id": 0} == {
        "type": "command",
        "id": 0,
        "key": f"{DESK}.42",
        "command": "note",
        "report": "r-1",
        "args": {"text": "a"},
        "made": NOW,
    }
    outcome = Outcome(key=command["key"], ok=True, at=NOW, report="r-1", rev="v2")
    (answered,) = give(
        client, Result(reply_to=command["id"], key=command["key"], ok=True, at=NOW, report="r-1", rev="v2")
    )
    assert isinstance(answered, Answered)
    assert answered.settled.order.tag == "a"
    assert (answered.settled.outcome.rev, answered.settled.outcome.report) == (outcome.rev, outcome.report)


def test_answers_to_many_at_once_are_taken_one_by_one() -> None:
    client = live()
    for tag in "ab":
        keep_all(client, client.submit(NOW, an_order(tag)))
    outcomes = tuple(Outcome(key=f"{DESK}.{n}", ok=True, at=NOW) for n in (1, 2))

    assert len(of(Answered, give(client, Results(items=outcomes)))) == 2


def test_what_was_not_answered_goes_again_after_a_new_sign_in() -> None:
    client = live()
    keep_all(client, client.submit(NOW, an_order("a")))
    client.closed(NOW + 1, None)
    assert client.submit(NOW + 2, an_order("b")) == []

    outputs = connected(client, NOW + 200, last_command=1)

    assert [one["key"] for one in messages(outputs, "command")] == [f"{DESK}.1"]
    (later,) = messages(keep_all(client, outputs, NOW + 200), "command")
    assert (later["key"], later["offline"]) == (f"{DESK}.2", True)


def test_what_the_hub_puts_off_is_sent_again_when_it_said() -> None:
    client = live()
    keep_all(client, client.submit(NOW, an_order("a")))
    give(client, Result(key=f"{DESK}.1", ok=False, at=NOW, code="busy", wait=300))
    client.tick(NOW)

    assert client.next_tick() == NOW + 300
    assert len(messages(client.tick(NOW + 300), "command")) == 1


@pytest.mark.parametrize("text", ["\ud800", "x" * 65_536])
def test_what_cannot_be_sent_never_enters_the_outbox(text: str) -> None:
    client = live()

    with pytest.raises(BadFormat):
        client.submit(NOW, an_order("a", args={"text": text}))

    assert len(client.outbox) == 0


def test_a_question_is_answered_by_its_number() -> None:
    client = live()

    number, outputs = client.read("report", report="r-1")

    assert messages(outputs) == [{"type": "get", "id": number, "what": "report", "report": "r-1"}]
    answer = a_frame("answer", reply_to=number, value={"rev": "v1", "value": json.loads(encode_value(ROW))})
    assert client.receive(NOW, answer) == [ReadAnswered(number, OneReport(rev="v1", value=ROW))]


def test_a_question_can_fail_or_be_lost() -> None:
    client = live()
    first, _ = client.read("report", report="r-1")
    second, _ = client.read("people")

    assert give(client, Error(reply_to=first, code="not_found")) == [ReadFailed(first, "not_found")]
    assert of(ReadFailed, client.closed(NOW, None)) == [ReadFailed(second, "lost")]
    third, outputs = client.read("people")
    assert outputs == [ReadFailed(third, "lost")]


def test_an_answer_nobody_asked_for_is_nothing() -> None:
    assert give(live(), Answer(reply_to=99, value=Raw(b"{}"))) == []


def test_presence_is_said_and_shown_while_connected() -> None:
    client = live()
    looking = Looking(user="u-budi", name="Budi", report="r-1", activity="viewing")

    assert messages(client.look("r-1", "viewing"))[0] | {"id": 0} == {
        "type": "presence",
        "id": 0,
        "report": "r-1",
        "activity": "viewing",
    }
    assert give(client, Presences(desks=(looking,))) == [Present((looking,))]
    client.closed(NOW, None)
    assert client.look("r-1", "viewing") == []


def test_a_restored_hub_is_given_back_what_was_acknowledged() -> None:
    client = live()
    assert give(client, Recall(since=NOW - 5)) == [RecallWanted(NOW - 5)]
    known = [(an_order(str(n), n=n), NOW + n) for n in range(1, 151)]

    offers = messages(client.offer(known))

    assert [(len(offer["commands"]), offer["more"]) for offer in offers] == [(100, True), (50, False)]
    assert offers[0]["commands"][0]["key"] == f"{DESK}.1"
    assert offers[1]["commands"][-1]["at"] == NOW + 150
    assert [(offer["commands"], offer["more"]) for offer in messages(client.offer([]))] == [([], False)]
    client.closed(NOW, None)
    assert client.offer(known) == []
