"""What was asked by `get` gets exactly one answer, in the shape of what was asked."""

import pytest
from msgspec import Raw

from services.protocol.answers import Band, Day, Found, FoundReport, History, Line, OneReport
from services.protocol.client_outputs import ReadAnswered, ReadFailed
from services.protocol.desk_messages import Get
from services.protocol.frames import encode_value
from services.protocol.hub_messages import Answer, Error
from services.protocol.reads import Reads
from tests.services.protocol.builders import ROW

HISTORY = History(events=(Line(event="assigned", at=5, by="Sari", details={"members": ["m-31"]}),))
ONE = OneReport(rev="v1", value=ROW)
FOUND = Found(reports=(FoundReport(id="r-1", rev="v1", value=ROW),))
DAY = Day(
    day="2026-11-24",
    at=9,
    open=5,
    late=1,
    step=900_000,
    received=(1, 2),
    answered=(0, 1),
    usual=Band(low=(), high=(), weeks=2),
)


@pytest.mark.parametrize(
    ("what", "value"),
    [
        ("history", HISTORY),
        ("report", ONE),
        ("search", FOUND),
        ("similar", FOUND),
        ("speed", {"cells": []}),
        ("day", DAY),
        ("points", [{"report": "r-1"}]),
    ],
)
def test_an_answer_has_the_shape_of_what_was_asked(what: str, value: object) -> None:
    reads = Reads()
    reads.ask(3, what)

    assert reads.answer(Answer(reply_to=3, value=Raw(encode_value(value)))) == [ReadAnswered(3, value)]  # type: ignore[arg-type] # one of these


def test_the_question_carries_its_members() -> None:
    assert Reads().ask(3, "search", query="banjir", limit=5) == Get(id=3, what="search", query="banjir", limit=5)


def test_a_member_nobody_knows_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError):
        Reads().ask(3, "search", words="banjir")


def test_an_answer_of_another_shape_is_a_failure() -> None:
    reads = Reads()
    reads.ask(3, "history")

    assert reads.answer(Answer(reply_to=3, value=Raw(b'{"events":5}'))) == [ReadFailed(3, "bad_format", "value")]


def test_an_error_fails_what_it_is_about_and_nothing_else() -> None:
    reads = Reads()
    reads.ask(3, "report", report="r-1")

    assert reads.fail(Error(reply_to=4, code="not_found")) == []
    assert reads.fail(Error(code="bad_format")) == []
    assert reads.fail(Error(reply_to=3, code="not_found")) == [ReadFailed(3, "not_found")]
    assert reads.fail(Error(reply_to=3, code="not_found")) == []


def test_an_answer_to_nothing_is_ignored() -> None:
    assert Reads().answer(Answer(reply_to=3, value=Raw(b"{}"))) == []


def test_with_the_connection_everything_asked_is_lost() -> None:
    reads = Reads()
    reads.ask(3, "people")
    reads.ask(4, "people")

    assert reads.lost() == [ReadFailed(3, "lost"), ReadFailed(4, "lost")]
    assert reads.lost() == []
