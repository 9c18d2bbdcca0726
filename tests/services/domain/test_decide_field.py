"""Work in the field, written down by the desk: what the table alone does not say."""

import pytest

from services.domain.commands import (
    Accept,
    Arrive,
    Assign,
    Confirm,
    Decline,
    Evidence,
    HandBack,
    Prioritise,
    Resolve,
    Resume,
    Wait,
)
from services.domain.events import Accepted, Arrived, Resolved, Resumed
from services.domain.people import HUB
from services.domain.policy import DAY, HOUR, MINUTE
from services.domain.refusals import BadFormat, BadState, Denied
from services.domain.report import Outcome, Pending, Priority, State, Waiting
from tests.builders import BUDI, NOW, SARI, a_dispatcher, a_report, a_room, a_supervisor
from tests.services.domain.deciding import after, events_of

LONG = Wait(reason="material", until=NOW + 10 * DAY)


class TestOnBehalf:
    """What a member said or did."""

    def test_what_a_dispatcher_writes_for_a_member_says_so_and_keeps_way_and_words(self) -> None:
        (event,) = events_of(a_report(State.ASSIGNED), Accept(member="m-31", via="radio", words="siap"))
        assert isinstance(event, Accepted)
        assert (event.member, event.via, event.words, event.by) == ("m-31", "radio", "siap", SARI)
        report = after(a_report(State.ASSIGNED), Accept(member="m-31"))
        assert (report.accepted, dict(report.sources)) == (NOW, {"accepted": "on_behalf"})

    def test_who_arrives_has_accepted(self) -> None:
        events = events_of(a_report(State.ASSIGNED), Arrive(member="m-31", via="whatsapp"))
        assert [type(event) for event in events] == [Accepted, Arrived]
        report = after(a_report(State.ASSIGNED), Arrive(member="m-31"))
        assert (report.accepted, report.on_scene, report.acted) == (NOW, NOW, NOW)
        assert dict(report.sources) == {"accepted": "on_behalf", "on_scene": "on_behalf"}
        assert [type(event) for event in events_of(a_report(State.ACCEPTED), Arrive(member="m-31"))] == [Arrived]

    @pytest.mark.parametrize("command", [Accept(member="m-32"), Arrive(member="m-32")])
    def test_only_a_member_who_has_the_report(self, command: Accept | Arrive) -> None:
        with pytest.raises(BadFormat, match="member"):
            after(a_report(State.ASSIGNED), command)

    def test_the_first_times_stay_whoever_comes_later(self) -> None:
        again = a_report(State.ASSIGNED, accepted=NOW - HOUR, on_scene=NOW - HOUR, acted=NOW - HOUR)
        report = after(again, Arrive(member="m-31"))
        assert (report.accepted, report.on_scene, report.acted) == (NOW - HOUR, NOW - HOUR, NOW - HOUR)
        assert not report.sources


class TestPauses:
    """What a dispatcher pauses by himself."""

    def test_a_pause_stops_the_squad_clock_until_it_ends(self) -> None:
        paused = after(a_report(State.ACCEPTED), Wait(reason="unsafe", until=NOW + 2 * HOUR))
        assert paused.waiting == Waiting("unsafe", NOW + 2 * HOUR, NOW, State.ACCEPTED)
        back = after(paused, Resume(), now=NOW + HOUR)
        assert (back.state, back.waiting, back.paused) == (State.ACCEPTED, None, HOUR)

    def test_pauses_add_up(self) -> None:
        report = a_report(State.ON_SCENE, paused=7 * MINUTE)
        paused = after(report, Wait(reason="unsafe", until=NOW + HOUR))
        assert after(paused, Resume(), now=NOW + 3 * MINUTE).paused == 10 * MINUTE

    def test_a_pause_never_counts_beyond_its_end(self) -> None:
        paused = after(a_report(State.ON_SCENE), Wait(reason="unsafe", until=NOW + HOUR))
        assert after(paused, Resume(), now=NOW + 5 * HOUR).paused == HOUR

    def test_the_hub_ends_a_pause_too(self) -> None:
        (event,) = events_of(a_report(State.WAITING), Resume(), actor=HUB)
        assert isinstance(event, Resumed)
        assert event.automatic
        (event, *_) = events_of(a_report(State.WAITING), Resume())
        assert isinstance(event, Resumed)
        assert not event.automatic

    @pytest.mark.parametrize(("reason", "most"), [("material", 72 * HOUR), ("citizen", 7 * DAY)])
    def test_a_dispatcher_pauses_so_long_by_himself(self, reason: str, most: int) -> None:
        assert after(a_report(State.ON_SCENE), Wait(reason=reason, until=NOW + most)).state is State.WAITING

    def test_for_the_citizen_nobody_pauses_longer_than_seven_days(self) -> None:
        for actor in (a_dispatcher(), a_supervisor()):
            with pytest.raises(BadFormat, match="until"):
                after(a_report(State.ON_SCENE), Wait(reason="citizen", until=NOW + 7 * DAY + 1), actor=actor)

    @pytest.mark.parametrize("until", [NOW, NOW - HOUR, NOW + 366 * DAY + 1])
    def test_the_end_lies_ahead_and_within_a_year(self, until: int) -> None:
        with pytest.raises(BadFormat, match="until"):
            after(a_report(State.ON_SCENE), Wait(reason="material", until=until), actor=a_supervisor())


class TestLongPauses:
    """What a supervisor decides."""

    def test_a_dispatcher_asks_and_the_clocks_run_on(self) -> None:
        asked = after(a_report(State.ON_SCENE), LONG)
        assert asked.pending == Pending("pause", SARI, NOW, "material", until=LONG.until)
        assert (asked.state, asked.waiting) == (State.ON_SCENE, None)

    def test_once_confirmed_it_counts_from_the_request(self) -> None:
        asked = after(a_report(State.ON_SCENE), LONG)
        paused = after(asked, Confirm(), actor=a_supervisor(), now=NOW + 3 * HOUR)
        assert paused.waiting == Waiting("material", LONG.until, NOW, State.ON_SCENE)
        assert (paused.state, paused.pending) == (State.WAITING, None)
        assert after(paused, Resume(), now=NOW + 5 * HOUR).paused == 5 * HOUR

    def test_declined_all_is_as_before(self) -> None:
        asked = after(a_report(State.ON_SCENE), LONG)
        report = after(asked, Decline(reason="not_solved"), actor=a_supervisor())
        assert (report.state, report.pending, report.paused) == (State.ON_SCENE, None, 0)

    def test_a_supervisor_need_not_ask(self) -> None:
        assert after(a_report(State.ON_SCENE), LONG, actor=a_supervisor()).state is State.WAITING

    def test_one_thing_is_asked_for_at_a_time(self) -> None:
        asked = after(a_report(State.ON_SCENE), LONG)
        with pytest.raises(BadState):
            after(asked, LONG)

    def test_who_asked_does_not_decide(self) -> None:
        both = a_supervisor(BUDI)
        waiting = a_report(State.ON_SCENE, pending=Pending("pause", BUDI, NOW, "material", until=NOW + DAY))
        for command in (Confirm(), Decline(reason="not_solved")):
            with pytest.raises(Denied):
                after(waiting, command, actor=both)

    @pytest.mark.parametrize(
        "command",
        [
            Resolve(evidence=(Evidence("photo"),)),
            HandBack(reason="no_access"),
            Wait(reason="unsafe", until=NOW + HOUR),
        ],
    )
    def test_the_request_falls_when_the_work_ends(self, command: Resolve | HandBack | Wait) -> None:
        asked = after(a_report(State.ON_SCENE), LONG)
        assert after(asked, command).pending is None

    def test_the_request_survives_the_arrival(self) -> None:
        asked = after(a_report(State.ACCEPTED), LONG)
        arrived = after(asked, Arrive(member="m-31"))
        assert arrived.pending == asked.pending
        confirmed = after(arrived, Confirm(), actor=a_supervisor())
        assert confirmed.waiting
        assert confirmed.waiting.back is State.ON_SCENE


class TestEndOfWork:
    """Resolving and handing back."""

    def test_evidence_is_kept_side_by_side(self) -> None:
        evidence = (Evidence("photo", id="p-1"), Evidence("visit_note", words="Sudah ditambal."))
        (event,) = events_of(a_report(State.ON_SCENE), Resolve(evidence=evidence, via="whatsapp", note="Rapi."))
        assert isinstance(event, Resolved)
        assert (event.kinds, event.ids, event.words) == (("photo", "visit_note"), ("p-1", ""), ("", "Sudah ditambal."))
        assert (event.via, event.note) == ("whatsapp", "Rapi.")

    def test_a_photo_that_is_named_must_be_kept_here_and_one_without_a_name_may_be_with_the_member(self) -> None:
        report = a_report(State.ON_SCENE)
        room = a_room(report, has_photo=lambda photo: photo == "p-1")
        for good in (Evidence("photo", id="p-1"), Evidence("photo"), Evidence("document", id="SK-9")):
            assert after(report, Resolve(evidence=(good,)), room=room).state is State.RESOLVED
        with pytest.raises(BadFormat) as refused:
            after(report, Resolve(evidence=(Evidence("photo", id="p-9"),)), room=room)
        assert refused.value.field == "evidence"

    def test_it_stops_the_squad_clock_and_says_who_wrote_it(self) -> None:
        report = after(a_report(State.ON_SCENE), Resolve(evidence=(Evidence("photo"),)))
        assert (report.resolved, report.resolved_by, report.sources["resolved"]) == (NOW, SARI, "on_behalf")

    def test_handing_back_counts_and_frees_the_members(self) -> None:
        report = after(a_report(State.WAITING, handoffs=2), HandBack(reason="not_competent"))
        assert (report.state, report.members, report.handoffs) == (State.QUEUED, (), 3)
        assert (report.waiting, report.paused, report.assigned_since) == (None, 5 * MINUTE, None)
        assert (report.queued, report.queued_since) == (a_report(State.WAITING).queued, NOW)

    def test_a_request_to_close_survives_all_of_it(self) -> None:
        asked = a_report(
            State.ON_SCENE, pending=Pending("close", BUDI, NOW, "no_problem_found", outcome=Outcome.UNFOUNDED)
        )
        for command in (
            Resolve(evidence=(Evidence("photo"),)),
            HandBack(reason="no_access"),
            Wait(reason="unsafe", until=NOW + HOUR),
            Prioritise(priority=Priority.P1, reason="new_facts"),
        ):
            assert after(asked, command).pending == asked.pending
        assert after(after(asked, HandBack(reason="no_access")), Assign(members=("m-31",))).pending == asked.pending
