"""Three quarters of a target are gone: told for what a user holds himself, until it is late or out of his hand."""

from typing import Any

import pytest

from services.domain.due_soon import Due, DueSoon
from services.domain.policy import HOUR, MINUTE
from services.domain.rows import ClaimRow, ReportRow
from tests.builders import NOW
from tests.services.feed.builders import a_row

MINE = ClaimRow("u-sari", "Sari", NOW + 10 * HOUR)
LATER = NOW + 45 * MINUTE


def held(**changes: Any) -> ReportRow:
    values: dict[str, Any] = {
        "state": "queued", "received": NOW, "due_first": NOW + HOUR, "claim": MINE, "reopened": None, "sources": {},
    }  # fmt: skip
    return a_row(**{**values, **changes})


def soon(now: int, **rows: ReportRow) -> list[str]:
    due = DueSoon()
    due.take(rows, user="u-sari")
    return [one.report for one in due.soon(now)]


def test_it_begins_with_three_quarters_and_ends_with_the_target() -> None:
    assert [soon(at, a=held()) for at in (LATER - 1, LATER, NOW + HOUR - 1, NOW + HOUR)] == [[], ["a"], ["a"], []]


@pytest.mark.parametrize(
    "changes",
    [
        {"claim": None},
        {"claim": ClaimRow("u-rizal", "Rizal", NOW + 10 * HOUR)},
        {"claim": ClaimRow("u-sari", "Sari", LATER)},
        {"state": "on_scene"},
        {"due_first": None},
        {"covert": True},
    ],
)
def test_nobody_is_told_of_what_he_does_not_hold_or_need_not_hurry_for(changes: dict[str, Any]) -> None:
    assert soon(LATER, a=held(**changes)) == []


def test_the_next_to_be_late_is_first_and_a_reopened_report_counts_from_there() -> None:
    again = held(received=NOW - 10 * HOUR, reopened=NOW)
    assert soon(LATER, a=held(), b=held(due_first=NOW + 50 * MINUTE), c=again) == ["b", "a", "c"]


def test_what_has_changed_or_gone_is_told_no_longer() -> None:
    due = DueSoon()
    due.take({"a": held(), "b": held(), "c": held()}, user="u-sari")
    due.take({"a": held(state="on_scene")}, user="u-sari")
    due.drop(["b", "x"])
    assert due.soon(LATER) == (Due("c", LATER, NOW + HOUR),)
    due.forget()
    assert due.soon(LATER) == ()
