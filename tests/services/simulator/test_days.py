"""The days behind now are believable, the same for the same seed, and made by the rules alone."""

import re
import time
from collections import Counter

import pytest

from services.domain.access import project
from services.domain.applying import fold
from services.domain.deadlines import dues
from services.domain.events import DutyBegan, DutyEnded, Event, Opened
from services.domain.people import Role
from services.domain.policy import DAY, HOUR
from services.domain.report import Outcome, Priority, Report, State
from services.domain.report_row import row_of
from services.domain.squads import PUBLIC_SQUADS, Squad
from services.domain.urgency import LATE, SOON, group
from services.figures.cells import Cell, Reached
from services.figures.observations import observation
from services.figures.table import speed_table
from services.simulator.people import NUR_AINI, PEOPLE, SARI, STAFF
from services.simulator.regency import Regency, live_through, policy_at
from services.simulator.stories import load_stories
from tests.builders import NOW
from tests.services.simulator.conftest import lived

ANY_TIME = [
    pytest.param(1, NOW, id="Tuesday morning"),
    pytest.param(2, NOW + 17 * HOUR, id="in the night"),
    pytest.param(3, NOW + 5 * DAY + HOUR, id="Sunday"),
    pytest.param(4, NOW + 31 * DAY, id="Christmas"),
    pytest.param(5, NOW + 8 * HOUR, id="evening"),
]


def reports(regency: Regency) -> list[Report]:
    return list(regency.past.reports.values())


def opened(regency: Regency) -> list[Report]:
    return [report for report in reports(regency) if report.open]


def groups(regency: Regency, now: int) -> Counter[object]:
    policy = policy_at(now)
    return Counter(group(row_of(report, dues(report, policy)), now) for report in opened(regency) if not report.covert)


def figures(regency: Regency) -> dict[str, Cell]:
    policy = policy_at(NOW)
    rows = {report.id: row_of(report, dues(report, policy)) for report in reports(regency)}
    seen = [one for id_, row in rows.items() if (one := observation(id_, row, "first_action")) is not None]
    cells = speed_table(seen, by=("squad",), since=NOW - 30 * DAY, until=NOW + 1, now=NOW)
    return {str(cell.key[0]): cell for cell in cells}


def test_the_same_seed_and_time_give_the_same_days(regency: Regency) -> None:
    assert live_through(1, NOW) == regency


def test_another_seed_gives_other_days(regency: Regency) -> None:
    assert lived(2, NOW + 17 * HOUR).past.reports.keys().isdisjoint(regency.past.reports)


def test_a_month_is_lived_through_in_a_moment() -> None:
    begin = time.process_time()
    live_through(6, NOW)
    assert time.process_time() - begin < 6


@pytest.mark.parametrize(("seed", "now"), ANY_TIME)
def test_every_state_is_there_whenever_the_room_is_opened(seed: int, now: int) -> None:
    on_board = [report for report in reports(lived(seed, now)) if not report.retired and not report.covert]
    assert {report.state for report in on_board} == set(State)


@pytest.mark.parametrize(("seed", "now"), ANY_TIME)
def test_the_room_is_alive_whenever_it_is_opened(seed: int, now: int) -> None:
    regency = lived(seed, now)
    urgent = groups(regency, now)
    assert 40 <= len(opened(regency)) <= 80
    assert 2 <= urgent[LATE] <= 20
    assert urgent[SOON] >= 4
    assert any(report.closed and now - report.closed < DAY for report in reports(regency))
    today = [one for one in opened(regency) if one.priority is Priority.P1 and now - one.received < 3 * HOUR]
    assert len(today) >= 2


@pytest.mark.parametrize(("seed", "now"), ANY_TIME)
def test_the_rules_refuse_nothing_that_the_room_wants(seed: int, now: int) -> None:
    assert lived(seed, now).past.given_up == []


@pytest.mark.parametrize(("seed", "now"), ANY_TIME)
def test_nothing_happens_before_its_time_or_after_now(seed: int, now: int) -> None:
    times = [entry.at for entry in lived(seed, now).past.log]
    assert times == sorted(times)
    assert now - 33 * DAY < times[0]
    assert times[-1] <= now


def test_reports_are_what_their_events_make_of_them(regency: Regency) -> None:
    events: dict[str, list[Event]] = {}
    for entry in regency.past.log:
        for event in entry.events:
            if not isinstance(event, DutyBegan | DutyEnded):
                events.setdefault(event.report, []).append(event)
    assert {id_: fold(one) for id_, one in events.items()} == regency.past.reports


def test_each_public_squad_has_enough_for_its_figures(regency: Regency) -> None:
    assert all(figures(regency)[squad].n >= 10 and figures(regency)[squad].used50 for squad in PUBLIC_SQUADS)


def test_white_and_blue_answer_well_and_red_badly(regency: Regency) -> None:
    used = {squad: figures(regency)[squad].used50 or 0 for squad in PUBLIC_SQUADS}
    assert used[Squad.WHITE] < 0.8
    assert used[Squad.BLUE] < 0.8
    assert used[Squad.RED] > max(used[Squad.WHITE], used[Squad.BLUE], 1)
    assert isinstance(figures(regency)[Squad.WHITE].p50, Reached)


def test_what_does_not_go_straight_happens_too() -> None:
    seen: Counter[str] = Counter()
    for seed, now in ((1, NOW), (2, NOW + 17 * HOUR), (5, NOW + 8 * HOUR)):
        past = lived(seed, now).past
        seen += Counter(type(event).__name__ for entry in past.log for event in entry.events)
    wanted = {
        *("Routed", "Relabelled", "HandedBack", "Refused", "Reopened", "WaitingBegan", "Resumed", "Released"),
        *("Lapsed", "Breached", "Escalated", "Merged", "Absorbed", "Confirmed", "Declined", "Noted", "Prioritised"),
    }
    assert wanted <= seen.keys()


def test_reports_end_in_every_way(regency: Regency) -> None:
    assert {report.outcome for report in reports(regency)} == {None, *Outcome}


def test_no_text_with_a_number_of_a_person_is_told(regency: Regency) -> None:
    long_number = re.compile(r"(\d[\s .\-]*){9,}")
    told = [event for entry in regency.past.log for event in entry.events if isinstance(event, Opened)]
    assert told
    assert not [event.text for event in told if long_number.search(event.text)]


def test_what_is_delicate_has_no_point_no_place_and_no_photo(regency: Regency) -> None:
    labels = policy_at(NOW).labels
    delicate = [one for one in reports(regency) if labels[one.label].sensitive or labels[one.label].covert]
    assert delicate
    assert not [one for one in delicate if one.lat is not None or one.place or one.photos]


def test_covert_reports_exist_for_the_cleared_alone(regency: Regency) -> None:
    policy, covert = policy_at(NOW), [report for report in reports(regency) if report.covert]
    assert covert
    for report in covert:
        assert NUR_AINI.user.id in report.access
        assert project(report, NUR_AINI.user, policy) is not None
        seeing = {person.login for person in PEOPLE if project(report, person.user, policy) is not None}
        assert seeing == {"nuraini", "hendro"}
        assert project(report, SARI.user, policy) is None


def test_nobody_looks_over_his_own_work(regency: Regency) -> None:
    closed = [one for one in reports(regency) if one.outcome is Outcome.DONE]
    verifiers = {
        event.report: event.by
        for entry in regency.past.log
        for event in entry.events
        if type(event).__name__ == "Verified"
    }
    assert closed
    assert all(verifiers[one.id] != one.resolved_by for one in closed)


def test_only_people_of_the_room_and_its_connector_act(regency: Regency) -> None:
    actors = {event.by for entry in regency.past.log for event in entry.events}
    assert actors <= {*STAFF, "t-penerima", "hub"}
    assert all(Role.DISPATCHER in STAFF[by].roles or by == "u-hendro" for by in actors & STAFF.keys())


def test_most_members_are_on_duty(regency: Regency) -> None:
    members = regency.past.members.values()
    assert sum(member.on for member in members) > 0.7 * len(members)
    assert all(member.code_name and member.desa is None for member in members if member.squad.covert)
    assert {member.squad for member in members} == set(Squad)


def test_titles_of_open_reports_are_told_apart(regency: Regency) -> None:
    titles = Counter(report.title for report in opened(regency))
    assert max(titles.values()) <= 2
    assert all(titles)


def test_every_story_has_a_short_title() -> None:
    stories = load_stories()
    assert len(stories) > 150
    assert len({story.title for story in stories}) == len(stories)
    assert all(0 < len(story.title) <= 60 for story in stories)
