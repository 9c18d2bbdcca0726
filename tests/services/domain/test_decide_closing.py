"""Ending and opening again: what the table alone does not say."""

import pytest

from services.domain.commands import Acknowledge, Close, Confirm, Decline, Refuse, Reopen, Verify
from services.domain.events import Absorbed, Closed, Merged
from services.domain.policy import DAY, HOUR, MINUTE
from services.domain.refusals import BadFormat, BadState, Denied, NotFound
from services.domain.report import Outcome, Pending, Priority, Report, State
from services.domain.rules import apply
from services.domain.squads import Squad
from tests.builders import (
    BUDI,
    NOW,
    SARI,
    a_claim,
    a_covert_report,
    a_dispatcher,
    a_report,
    a_room,
    a_supervisor,
    a_user,
)
from tests.services.domain.deciding import after, events_of

DUPLICATE = Close(outcome=Outcome.DUPLICATE, reason="duplicate", note="Sama", into="r-other")
UNFOUNDED = Close(outcome=Outcome.UNFOUNDED, reason="no_problem_found")


class TestVerifying:
    """Who confirms a result, and what becomes of one refused."""

    def test_somebody_else_closes_as_done(self) -> None:
        report = after(a_report(State.RESOLVED), Verify())
        assert (report.state, report.outcome, report.closed) == (State.CLOSED, Outcome.DONE, NOW)
        assert report.closed_from is State.RESOLVED
        assert report.resolved == a_report(State.RESOLVED).resolved

    @pytest.mark.parametrize("command", [Verify(), Close(outcome=Outcome.DONE, reason="done")])
    @pytest.mark.parametrize("actor", [a_dispatcher(BUDI), a_supervisor(BUDI)])
    def test_not_by_whoever_resolved_it(self, command: Verify | Close, actor: object) -> None:
        with pytest.raises(Denied):
            after(a_report(State.RESOLVED), command, actor=actor)  # type: ignore[arg-type] # both are users

    def test_closing_as_done_keeps_its_reason(self) -> None:
        (event,) = events_of(a_report(State.RESOLVED), Close(outcome=Outcome.DONE, reason="other", note="Lihat foto"))
        assert isinstance(event, Closed)
        assert (event.outcome, event.reason, event.note, event.pending) == ("done", "other", "Lihat foto", False)

    def test_a_refused_result_goes_back_to_the_queue_and_counts(self) -> None:
        resolved = a_report(State.RESOLVED, sources={"resolved": "on_behalf", "accepted": "member"})
        report = after(resolved, Refuse(reason="not_solved"))
        assert (report.state, report.refusals, report.members, report.handoffs) == (State.QUEUED, 1, (), 0)
        assert (report.resolved, report.resolved_by, dict(report.sources)) == (None, None, {"accepted": "member"})
        assert report.queued == a_report(State.RESOLVED).queued


class TestClosing:
    """What closing ends, and what a supervisor must confirm."""

    def test_it_ends_lease_pause_and_request(self) -> None:
        asked = Pending("close", BUDI, NOW, "other_authority", outcome=Outcome.NOT_OURS)
        held = a_report(State.WAITING, claim=a_claim(a_dispatcher()), pending=asked)
        report = after(held, Close(outcome=Outcome.CANCELLED, reason="citizen_withdrew"))
        assert (report.claim, report.pending, report.waiting) == (None, None, None)
        assert (report.paused, report.closed_from) == (5 * MINUTE, State.WAITING)

    def test_unfounded_is_asked_for_and_the_clocks_run_on(self) -> None:
        asked = after(a_report(State.ON_SCENE), UNFOUNDED)
        assert asked.pending == Pending("close", SARI, NOW, "no_problem_found", outcome=Outcome.UNFOUNDED)
        assert (asked.state, asked.closed) == (State.ON_SCENE, None)

    def test_a_supervisor_confirms_what_somebody_else_asked_for(self) -> None:
        asked = after(a_report(State.ON_SCENE), UNFOUNDED, actor=a_supervisor())
        with pytest.raises(Denied):
            after(asked, Confirm(), actor=a_supervisor())
        report = after(asked, Confirm(), actor=a_supervisor(BUDI), now=NOW + HOUR)
        assert (report.state, report.outcome, report.closed) == (State.CLOSED, Outcome.UNFOUNDED, NOW + HOUR)

    def test_declined_all_is_as_before(self) -> None:
        asked = after(a_report(State.ON_SCENE), UNFOUNDED)
        report = after(asked, Decline(reason="other", note="Sudah ada foto"), actor=a_supervisor())
        assert (report.state, report.pending) == (State.ON_SCENE, None)

    def test_one_thing_is_asked_for_at_a_time(self) -> None:
        asked = after(a_report(State.ON_SCENE), UNFOUNDED)
        with pytest.raises(BadState):
            after(asked, UNFOUNDED)

    def test_what_nobody_asked_for_is_not_confirmed(self) -> None:
        for command in (Confirm(), Decline(reason="not_solved")):
            with pytest.raises(BadState):
                after(a_report(State.ON_SCENE), command, actor=a_supervisor())


def merged(report: Report, target: Report, *, cleared: bool = False) -> tuple[Report, Report]:
    command = Close(outcome=Outcome.DUPLICATE, reason="duplicate", note="Sama", into=target.id)
    events = events_of(report, command, actor=a_dispatcher(cleared=cleared), room=a_room(report, target))
    first, second = events
    assert isinstance(first, Merged)
    assert isinstance(second, Absorbed)
    return apply(report, first), apply(target, second)


class TestMerging:
    """Closing as a duplicate tells of two reports."""

    def test_the_duplicate_closes_and_the_other_knows_it_and_both_keep_their_times(self) -> None:
        twin = a_report(State.QUEUED, id="r-other", received=NOW - HOUR, suspected=("r-7Q3K92", "r-x"))
        duplicate, target = merged(a_report(State.ASSIGNED, claim=a_claim(a_dispatcher())), twin)
        assert (duplicate.state, duplicate.outcome, duplicate.closed) == (State.CLOSED, Outcome.DUPLICATE, NOW)
        assert (duplicate.merged_into, duplicate.claim) == ("r-other", None)
        assert (target.state, target.duplicates, target.suspected) == (State.QUEUED, (duplicate.id,), ("r-x",))
        assert (duplicate.received, target.received) == (a_report().received, NOW - HOUR)

    def test_photos_move_along_each_once(self) -> None:
        twin = a_report(State.QUEUED, id="r-other", photos=("p-1", "p-2"))
        _, target = merged(a_report(photos=("p-2", "p-3")), twin)
        assert target.photos == ("p-1", "p-2", "p-3")

    def test_reason_and_note_are_kept(self) -> None:
        event, _ = events_of(a_report(), DUPLICATE, room=a_room(a_report(), a_report(id="r-other")))
        assert isinstance(event, Merged)
        assert (event.reason, event.note) == ("duplicate", "Sama")

    def test_a_covert_target_is_hidden_from_the_uncleared(self) -> None:
        duplicate, target = merged(a_report(photos=("p-1",)), a_covert_report(State.QUEUED), cleared=True)
        assert duplicate.hidden_links == (target.id,)
        assert (target.hidden_links, target.photos) == ((), ("p-1",))

    def test_a_covert_reports_photos_never_move_to_a_public_one(self) -> None:
        public = a_report(State.QUEUED, id="r-other")
        duplicate, target = merged(a_covert_report(photos=("p-1",)), public, cleared=True)
        assert (target.photos, target.hidden_links) == ((), (duplicate.id,))
        assert duplicate.hidden_links == ()

    def test_the_target_is_another_report_that_one_sees(self) -> None:
        report = a_report()
        with pytest.raises(BadFormat, match="into"):
            after(report, Close(outcome=Outcome.DUPLICATE, reason="duplicate", into=report.id))
        with pytest.raises(NotFound):
            after(report, DUPLICATE)
        with pytest.raises(NotFound):
            after(report, DUPLICATE, room=a_room(report, a_covert_report(id="r-other")))

    def test_the_target_is_open(self) -> None:
        with pytest.raises(BadState):
            after(a_report(), DUPLICATE, room=a_room(a_report(State.CLOSED, id="r-other")))


class TestReopening:
    """The next episode."""

    def test_a_new_episode_in_the_queue_adds_up_what_the_citizen_waited(self) -> None:
        closed = a_report(State.CLOSED, escalation=2, ladder=("late_100",), retired=True)
        report = after(closed, Reopen(reason="problem_back"), actor=a_supervisor(), now=NOW + 2 * DAY)
        assert (report.state, report.episode, report.reopened) == (State.QUEUED, 2, NOW + 2 * DAY)
        assert report.open_before == 7 * MINUTE
        assert (report.outcome, report.closed, report.resolved, report.closed_from) == (None, None, None, None)
        assert (report.members, report.retired) == ((), False)
        assert (report.escalation, report.ladder, report.acted) == (0, (), None)
        assert (report.queued, report.on_scene) == (closed.queued, closed.on_scene)

    def test_a_third_episode_adds_the_second(self) -> None:
        second = a_report(State.CLOSED, reopened=NOW - 2 * HOUR, closed=NOW - HOUR, open_before=MINUTE, episode=2)
        report = after(second, Reopen(reason="problem_back"))
        assert (report.episode, report.open_before) == (3, HOUR + MINUTE)

    def test_what_was_closed_before_it_was_taken_in_is_taken_in_now(self) -> None:
        closed = after(a_report(), Close(outcome=Outcome.CANCELLED, reason="test"))
        report = after(closed, Reopen(reason="closed_by_mistake"), now=NOW + MINUTE)
        assert (report.acknowledged, report.queued) == (NOW + MINUTE, NOW + MINUTE)

    def test_without_a_squad_it_is_given_one_in_the_queue(self) -> None:
        closed = after(a_report(squad=None), Close(outcome=Outcome.CANCELLED, reason="test"))
        queued = after(closed, Reopen(reason="closed_by_mistake"))
        assert after(queued, Acknowledge(squad=Squad.RED, priority=Priority.P2)).squad is Squad.RED

    def test_a_dispatcher_within_a_day_a_supervisor_always(self) -> None:
        closed = a_report(State.CLOSED, closed=NOW)
        assert after(closed, Reopen(reason="problem_back"), now=NOW + DAY).state is State.QUEUED
        with pytest.raises(Denied):
            after(closed, Reopen(reason="problem_back"), now=NOW + DAY + 1)
        reopened = after(closed, Reopen(reason="problem_back"), actor=a_supervisor(), now=NOW + 90 * DAY)
        assert reopened.state is State.QUEUED

    def test_a_reopened_duplicate_stands_for_itself_again(self) -> None:
        duplicate, _ = merged(a_report(photos=("p-1",)), a_covert_report(State.QUEUED), cleared=True)
        report = after(duplicate, Reopen(reason="closed_by_mistake"))
        assert (report.merged_into, report.hidden_links) == (None, ())


def test_a_supervisor_who_is_a_dispatcher_too_has_the_rights_of_both() -> None:
    both = a_user("u-x", *a_dispatcher().roles, *a_supervisor().roles)
    assert after(a_report(State.CLOSED, closed=NOW - 9 * DAY), Reopen(reason="problem_back"), actor=both).episode == 2
