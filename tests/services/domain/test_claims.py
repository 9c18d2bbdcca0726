"""Leases as a row shows them: held, run out, and taken over with or without a reason."""

from dataclasses import replace
from typing import Any

import pytest

from services.domain.access import project
from services.domain.claims import holder, taking_needs_reason
from services.domain.decide_standing import TWO_HANDS
from services.domain.policy import HOUR
from services.domain.report import Millis
from services.domain.rows import ClaimRow, ReportRow
from tests.builders import BUDI, NOW, SARI, a_dispatcher, a_policy, a_report


def a_row(claim: ClaimRow | None, **changes: Any) -> ReportRow:
    row = project(a_report(), a_dispatcher(), a_policy())
    assert row is not None
    return replace(row, claim=claim, **changes)


def held(since: Millis, user: str = BUDI) -> ClaimRow:
    return ClaimRow(user, "Budi", since + HOUR)


def test_a_lease_holds_until_it_runs_out() -> None:
    assert holder(a_row(None), NOW) is None
    assert holder(a_row(held(NOW)), NOW) == held(NOW)
    assert holder(a_row(held(NOW)), NOW + HOUR) is None


@pytest.mark.parametrize(
    ("claim", "needs"),
    [
        (None, False),
        (held(NOW - TWO_HANDS), False),
        (held(NOW - TWO_HANDS - 1), True),
        (held(NOW - TWO_HANDS - 1, SARI), False),
        (held(NOW - HOUR), False),
    ],
)
def test_taking_over_needs_a_reason_after_twenty_seconds(claim: ClaimRow | None, needs: bool) -> None:
    assert taking_needs_reason(a_row(claim), SARI, NOW) is needs
