"""Likely duplicates are looked for among what the viewer sees, and nothing else."""

from typing import Any

from services.domain.access import project
from services.domain.people import User
from services.domain.report import Report, State
from services.domain.similar import MOST_SHOWN
from services.hub.lookalikes import lookalikes
from tests.builders import NOW, a_covert_report, a_dispatcher, a_policy, a_report
from tests.services.hub.memory import MemoryState

HERE: dict[str, Any] = {"lat": -8.05, "lon": 111.71, "text": "Lubang besar", "received": NOW}
POLICY = a_policy()
MINE = a_report(**HERE)


def found(*near: Report, viewer: User | None = None) -> list[str]:
    """What a viewer is shown of the reports near by."""
    viewer = viewer or a_dispatcher()
    state: Any = MemoryState(reports={one.id: one for one in near})
    mine = project(MINE, viewer, POLICY)
    assert mine is not None
    return [id_ for id_, _ in lookalikes(state, mine, [*state.reports, "r-gone"], viewer=viewer, policy=POLICY)]


def test_a_covert_report_is_shown_to_the_cleared_alone() -> None:
    public, covert = a_report(id="r-public", **HERE), a_covert_report(**HERE)
    assert found(public, covert) == ["r-public"] == found(public)
    assert found(public, covert, viewer=a_dispatcher(cleared=True)) == ["r-public", covert.id]


def test_what_is_closed_or_something_else_is_not_shown() -> None:
    closed = a_report(State.CLOSED, id="r-closed", **HERE)
    other = a_report(id="r-other", **{**HERE, "label": "balap_liar", "text": "Knalpot brong"})
    assert found(closed, other) == []


def test_hidden_reports_take_no_places_from_those_that_are_seen() -> None:
    public = [a_report(id=f"r-{n}", **{**HERE, "lat": -8.05 + n / 10_000}) for n in range(MOST_SHOWN + 2)]
    covert = [a_covert_report(id=f"c-{n}", **HERE) for n in range(MOST_SHOWN)]
    assert found(*covert, *public) == found(*public) == [f"r-{n}" for n in range(MOST_SHOWN)]
