"""What an event makes of a report, where no command shows it."""

import pytest

from services.domain.events import Claimed, Confirmed, Noted, Reopened, Retired, Routed
from services.domain.report import Claim, State
from services.domain.rules import apply, fold
from services.domain.squads import Squad
from tests.builders import BUDI, HENDRO, NOW, REPORT, a_covert_report, a_report, an_opened


def test_a_report_begins_with_its_opening() -> None:
    with pytest.raises(ValueError, match="events"):
        fold([])
    with pytest.raises(ValueError, match="report"):
        fold([Noted(report=REPORT, at=NOW, by=BUDI, text="x")])
    assert fold([an_opened()]) == a_report()


def test_the_version_counts_events() -> None:
    report = fold([an_opened(), *[Noted(report=REPORT, at=NOW, by=BUDI, text="x")] * 3])
    assert report.version == 4


def test_an_event_leaves_the_report_it_came_to_as_it_was() -> None:
    report = a_report()
    assert apply(report, Retired(report=REPORT, at=NOW, by="hub")) != report
    assert report == a_report()


def test_a_covert_birth_carries_its_access_list() -> None:
    report = fold([an_opened(covert=True, access=(HENDRO,), squad=Squad.SHADOW)])
    assert (report.covert, report.access) == (True, frozenset({HENDRO}))
    assert a_covert_report().covert


def test_the_hub_may_route_what_had_no_squad() -> None:
    routed = Routed(report=REPORT, at=NOW, by="hub", squad="blue", handoff=False, to_queue=False)
    report = apply(a_report(squad=None), routed)
    assert (report.squad, report.state, report.handoffs) == (Squad.BLUE, State.RECEIVED, 0)


def test_a_renewal_after_the_lapse_begins_a_lease() -> None:
    report = apply(a_report(), Claimed(report=REPORT, at=NOW, by=BUDI, name="Budi", until=NOW + 5, renewed=True))
    assert report.claim == Claim(BUDI, "Budi", NOW, NOW + 5)


def test_where_nothing_is_pending_confirming_changes_nothing() -> None:
    report = a_report(State.ON_SCENE)
    assert apply(report, Confirmed(report=REPORT, at=NOW, by=BUDI)) == a_report(
        State.ON_SCENE, version=report.version + 1
    )


def test_a_report_that_is_open_can_be_reopened_by_the_log_without_harm() -> None:
    report = apply(a_report(State.QUEUED), Reopened(report=REPORT, at=NOW, by=BUDI, reason="problem_back"))
    assert (report.episode, report.open_before) == (2, NOW - report.received)
