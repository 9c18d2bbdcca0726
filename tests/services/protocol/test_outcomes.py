"""The fate of a command has one form: on the wire, in the store, and read back."""

import json
from types import MappingProxyType
from typing import Any

import pytest

from services.domain.refusals import BadFormat, BadState, CommandRefused, Conflict, Denied, NotFound
from services.protocol.codec import decode_hub_frame
from services.protocol.frames import encode, result_of
from services.protocol.orders import UnknownCommand
from services.protocol.outcomes import AGAIN, Current, Outcome, Results, from_stored, refusal, stored_form
from tests.builders import NOW
from tests.services.protocol.builders import ROW

KEY = "d-9K2M.1"
DONE = Outcome(key=KEY, ok=True, at=NOW, report="r-1", rev="v2")


def told(error: CommandRefused, current: Current | None = None) -> dict[str, Any]:
    return stored_form(refusal(error, key=KEY, at=NOW, current=current))


def test_a_success_names_report_and_rev_even_if_there_is_none() -> None:
    assert stored_form(DONE) == {"key": KEY, "ok": True, "at": NOW, "report": "r-1", "rev": "v2", "repeated": False}
    assert stored_form(Outcome(key=KEY, ok=True, at=NOW))["report"] is None


def test_a_report_that_was_there_already_is_said_to_be_existing() -> None:
    assert stored_form(Outcome(key=KEY, ok=True, at=NOW, report="r-1", existing=True))["existing"] is True


@pytest.mark.parametrize(
    ("error", "members"),
    [
        (BadFormat("args.members", "no"), {"code": "bad_format", "field": "args.members"}),
        (BadFormat("note", "too long"), {"code": "bad_format", "field": "args.note"}),
        (BadFormat("base", "missing"), {"code": "bad_format", "field": "base"}),
        (UnknownCommand("command", "no"), {"code": "unknown_command", "field": "command"}),
        (NotFound(), {"code": "not_found"}),
        (Denied(), {"code": "denied"}),
        (BadState(("assign", "note")), {"code": "bad_state", "allow": ["assign", "note"]}),
        (BadState(), {"code": "bad_state", "allow": []}),
    ],
)
def test_a_refusal_says_what_its_code_promises_and_no_more(error: CommandRefused, members: dict[str, Any]) -> None:
    assert json.loads(json.dumps(told(error))) == {"key": KEY, "ok": False, "at": NOW, "repeated": False, **members}


def test_a_conflict_shows_the_row_as_it_is_now() -> None:
    plain = told(Conflict(("state", "members"), "Budi", NOW - 5), Current(rev="v3", value=ROW))

    assert plain["changed"] == ("state", "members")
    assert (plain["by"], plain["changed_at"]) == ("Budi", NOW - 5)
    assert plain["current"]["rev"] == "v3"
    assert plain["current"]["value"]["number"] == ROW.number


def test_what_was_stored_comes_back_marked_as_repeated() -> None:
    current = Current(rev="v3", value=ROW)
    outcome = refusal(Conflict(("state",), "Budi", NOW), key=KEY, at=NOW, current=current)

    back = from_stored(json.loads(json.dumps(stored_form(outcome))))

    assert back.repeated
    assert (back.code, back.changed, back.current) == ("conflict", ("state",), current)


def test_a_row_with_a_read_only_mapping_can_be_stored() -> None:
    row = type(ROW)(**{name: getattr(ROW, name) for name in ROW.__slots__} | {"sources": MappingProxyType({"a": "b"})})

    plain = told(Conflict(("state",)), Current(rev="v", value=row))

    assert plain["current"]["value"]["sources"] == {"a": "b"}


def test_an_outcome_alone_and_in_a_batch_comes_through() -> None:
    assert decode_hub_frame(encode(result_of(DONE, 9))) == result_of(DONE, 9)
    assert decode_hub_frame(encode(Results(reply_to=9, items=(DONE, DONE)))) == Results(reply_to=9, items=(DONE, DONE))


def test_an_answer_names_the_request_only_on_the_outside() -> None:
    batch = json.loads(encode(Results(reply_to=9, items=(DONE,))))

    assert batch == {"type": "results", "reply_to": 9, "items": [stored_form(DONE)]}
    assert json.loads(encode(result_of(DONE, 9))) == {"type": "result", "reply_to": 9, **stored_form(DONE)}


def test_no_refusal_that_is_stored_asks_to_be_sent_again() -> None:
    stored = {kind.code for kind in (BadFormat, BadState, Conflict, Denied, NotFound, UnknownCommand)}

    assert not stored & AGAIN
