"""Merging and taking it back: two reports, both as they were."""

from dataclasses import replace
from typing import Any

import pytest

from services.domain.commands import Merge, Reopen, Unmerge
from services.domain.decide_merging import BY_MISTAKE, before_merge
from services.domain.events import Event, Merged, Reopened
from services.domain.link_events import Parted, Unmerged
from services.domain.policy import DAY, HOUR
from services.domain.refusals import BadFormat, BadState, Denied, NotFound
from services.domain.report import Outcome, Pending, Report, State, Waiting
from services.domain.rules import apply
from services.domain.table import allowed
from tests.builders import (
    BUDI,
    NOW,
    a_claim,
    a_covert_report,
    a_dispatcher,
    a_report,
    a_room,
    a_supervisor,
    an_opened,
)
from tests.services.domain.deciding import events_of

TWIN = "r-other"
CLEARED = a_dispatcher(cleared=True)


def both(report: Report, other: Report, command: Merge | Reopen | Unmerge, **changes: Any) -> tuple[Report, Report]:
    """Both reports after a command on the first."""
    room = a_room(report, other, before_merge=changes.pop("before", lambda _: None))
    for event in events_of(report, command, room=room, **changes):
        report = apply(report, event) if event.report == report.id else report
        other = apply(other, event) if event.report == other.id else other
    return report, other


def merged_and_back(report: Report, other: Report, **changes: Any) -> tuple[Report, Report]:
    """Both reports after a merge and its taking back an hour later."""
    after = both(report, other, Merge(into=other.id), **changes)
    return both(*after, Unmerge(), now=NOW + HOUR, before=lambda _: report, **changes)


class TestMerge:
    """The short way to close a duplicate."""

    def test_it_is_what_closing_as_a_duplicate_is(self) -> None:
        report, twin = a_report(State.QUEUED, photos=("p-1",)), a_report(State.ASSIGNED, id=TWIN)
        after, target = both(report, twin, Merge(into=TWIN))
        assert (after.state, after.outcome, after.merged_into) == (State.CLOSED, Outcome.DUPLICATE, TWIN)
        assert (target.duplicates, target.photos, target.state) == ((report.id,), ("p-1",), State.ASSIGNED)

    def test_the_target_is_another_open_report_that_one_sees(self) -> None:
        report = a_report()
        with pytest.raises(BadFormat, match="into"):
            both(report, a_report(id=TWIN), Merge(into=report.id))
        with pytest.raises(NotFound):
            both(report, a_covert_report(State.QUEUED, id=TWIN), Merge(into=TWIN))
        with pytest.raises(NotFound):
            both(report, a_report(id=TWIN), Merge(into="r-nobody"))
        with pytest.raises(BadState):
            both(report, a_report(State.CLOSED, id=TWIN), Merge(into=TWIN))

    def test_a_covert_target_and_none_at_all_are_refused_alike(self) -> None:
        report = a_report()
        refused = []
        for into in (TWIN, "r-nobody"):
            with pytest.raises(NotFound) as why:
                both(report, a_covert_report(State.QUEUED, id=TWIN), Merge(into=into))
            refused.append(str(why.value))
        assert refused[0] == refused[1]


class TestReopen:
    """A merged report that is reopened is no duplicate any more."""

    REOPEN = Reopen(reason="problem_back")

    def test_the_target_loses_it_and_its_photos_and_may_get_it_again(self) -> None:
        twin = a_report(id=TWIN, photos=("p-2",))
        report, target = both(*both(a_report(photos=("p-1",)), twin, Merge(into=TWIN)), self.REOPEN)
        assert (report.merged_into, target.duplicates, target.photos) == (None, (), ("p-2",))
        report, target = both(report, target, Merge(into=TWIN))
        assert (target.duplicates, target.photos) == ((report.id,), ("p-2", "p-1"))

    def test_a_target_that_one_does_not_see_is_left_as_it_is_and_never_has_it_twice(self) -> None:
        covert = a_covert_report(State.QUEUED, id=TWIN)
        report, target = both(a_report(), covert, Merge(into=TWIN), actor=CLEARED)
        report, target = both(report, target, self.REOPEN, actor=a_dispatcher())
        assert (report.merged_into, target.duplicates) == (None, (report.id,))
        report, target = both(report, target, Merge(into=TWIN), actor=CLEARED)
        assert target.duplicates == (report.id,)


class TestUnmerge:
    """Both by themselves again."""

    @pytest.mark.parametrize("state", [State.RECEIVED, State.QUEUED, State.ASSIGNED, State.ON_SCENE, State.WAITING])
    def test_the_state_is_what_it_was(self, state: State) -> None:
        report = a_report(state)
        after, _ = merged_and_back(report, a_report(id=TWIN))
        assert replace(after, version=report.version, claim=report.claim) == report

    def test_a_pause_and_what_was_asked_for_come_back_and_the_lease_does_not(self) -> None:
        pending = Pending("close", BUDI, NOW, "no_problem_found", outcome=Outcome.UNFOUNDED)
        pause = Waiting("citizen", NOW + DAY, NOW - HOUR, State.ON_SCENE)
        report = a_report(State.WAITING, waiting=pause, paused=7, pending=pending, claim=a_claim(a_dispatcher()))
        after, _ = merged_and_back(report, a_report(id=TWIN))
        assert (after.waiting, after.paused, after.pending, after.claim) == (pause, 7, pending, None)

    def test_what_became_of_it_while_it_was_closed_stays(self) -> None:
        report = a_report()
        after, twin = both(report, a_report(id=TWIN), Merge(into=TWIN))
        after = replace(after, replied=NOW + 1, retired=True)
        back, _ = both(after, twin, Unmerge(), before=lambda _: report)
        assert (back.replied, back.retired, back.state) == (NOW + 1, False, State.RECEIVED)

    def test_the_target_loses_it_and_its_photos(self) -> None:
        twin = a_report(id=TWIN, photos=("p-2",))
        report, target = merged_and_back(a_report(photos=("p-1",)), twin)
        assert (target.duplicates, target.photos) == ((), ("p-2",))
        assert report.photos == ("p-1",)

    def test_a_photo_that_another_duplicate_brought_too_stays(self) -> None:
        report = a_report(photos=("p-1", "p-3"))
        after, twin = both(report, a_report(id=TWIN, duplicates=("r-third", "r-gone")), Merge(into=TWIN))
        third = a_report(State.CLOSED, id="r-third", photos=("p-3",))
        room = a_room(after, twin, third, before_merge=lambda _: report)
        _, parted = events_of(after, Unmerge(), room=room)
        assert isinstance(parted, Parted)
        assert parted.photos == ("p-1",)

    def test_it_works_though_the_target_is_closed_by_now(self) -> None:
        report = a_report()
        after, twin = both(report, a_report(id=TWIN), Merge(into=TWIN))
        back, _ = both(after, replace(twin, state=State.CLOSED), Unmerge(), before=lambda _: report)
        assert back.open

    def test_a_dispatcher_has_a_day_and_a_supervisor_any_time(self) -> None:
        report, twin = a_report(), a_report(id=TWIN)
        after, target = both(report, twin, Merge(into=TWIN))
        late = {"now": NOW + DAY + 1, "before": lambda _: report}
        with pytest.raises(Denied):
            both(after, target, Unmerge(), **late)
        assert both(after, target, Unmerge(), actor=a_supervisor(), **late)[0].open

    def test_what_was_not_merged_is_not_unmerged(self) -> None:
        closed = a_report(State.CLOSED)
        with pytest.raises(BadState) as refused:
            both(closed, a_report(id=TWIN), Unmerge())
        assert "unmerge" not in refused.value.allow
        merged = replace(closed, merged_into=TWIN)
        with pytest.raises(NotFound):
            both(merged, a_report(id="r-third"), Unmerge(), before=lambda _: closed)
        with pytest.raises(BadState):
            both(merged, a_report(id=TWIN), Unmerge())


class TestHidden:
    """What was merged into a covert report was merely closed, for whoever is not cleared."""

    def pair(self) -> tuple[Report, Report]:
        covert = a_covert_report(State.QUEUED, id="r-covert")
        return both(a_report(photos=("p-1",)), covert, Merge(into="r-covert"), actor=CLEARED)

    def test_the_uncleared_are_told_what_they_are_told_of_any_cancelled_report(self) -> None:
        report, covert = self.pair()
        plain = a_report(State.CLOSED, outcome=Outcome.CANCELLED, closed=NOW)
        assert allowed(report, a_dispatcher(), now=NOW) == allowed(plain, a_dispatcher(), now=NOW)
        told = []
        for one in (report, plain):
            with pytest.raises(BadState) as refused:
                both(one, covert, Unmerge(), before=lambda _: a_report())
            told.append(refused.value.allow)
        assert told[0] == told[1]

    def test_it_comes_back_as_a_reopening_like_any_other(self) -> None:
        report, covert = self.pair()
        room = a_room(report, covert, before_merge=lambda _: a_report())
        reopened, parted = events_of(report, Unmerge(), actor=CLEARED, room=room)
        assert isinstance(reopened, Reopened)
        assert reopened.reason == BY_MISTAKE
        assert apply(report, reopened) == apply(
            report, events_of(report, Reopen(reason=BY_MISTAKE), actor=CLEARED, room=room)[0]
        )
        assert isinstance(parted, Parted)
        assert apply(covert, parted).duplicates == ()

    def test_two_covert_reports_come_apart_like_two_public_ones(self) -> None:
        one, two = a_covert_report(State.QUEUED, id="r-one"), a_covert_report(State.QUEUED, id="r-two")
        back, target = merged_and_back(one, two, actor=CLEARED)
        assert (back.state, back.hidden_links, target.hidden_links) == (State.QUEUED, (), ())

    def test_a_covert_duplicate_takes_no_photo_out_of_a_public_report(self) -> None:
        covert = a_covert_report(State.QUEUED, id="r-covert", photos=("p-1",))
        public = a_report(id=TWIN, photos=("p-1",))
        _, target = merged_and_back(covert, public, actor=CLEARED)
        assert replace(target, version=public.version) == public


def test_what_a_report_was_before_its_last_merge_is_the_fold_until_then() -> None:
    opened = an_opened()
    merged = Merged(report=opened.report, at=NOW, by=BUDI, into=TWIN)
    log: list[Event] = [opened, merged]
    assert before_merge([opened]) is None
    assert before_merge(log) == apply(None, opened)
    first = apply(apply(None, opened), merged)
    back = Unmerged(report=opened.report, at=NOW, by=BUDI, into=TWIN, before=apply(None, opened))
    again = apply(first, back)
    assert before_merge([*log, back, merged]) == again
