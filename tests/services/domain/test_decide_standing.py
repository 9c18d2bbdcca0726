"""What leaves the state alone: escalation, notes, leases, and members' duty."""

import pytest

from services.domain.commands import (
    Accept,
    Assign,
    Command,
    Escalate,
    MemberOff,
    MemberOn,
    Note,
    Prioritise,
    Release,
    TakeClaim,
)
from services.domain.events import Claimed, DutyBegan, DutyEnded, Noted, Prioritised
from services.domain.people import HUB, Role, User
from services.domain.policy import HOUR, MINUTE
from services.domain.refusals import BadFormat, BadState, Denied, NotFound
from services.domain.report import Claim, Priority, Report, State
from services.domain.rules import apply_duty, decide
from services.domain.squads import Squad
from tests.builders import (
    BUDI,
    NOW,
    SARI,
    a_claim,
    a_dispatcher,
    a_member,
    a_regent,
    a_report,
    a_room,
    a_supervisor,
    a_user,
)
from tests.services.domain.deciding import after, events_of

BUDIS = a_dispatcher(BUDI)


class TestEscalating:
    """Only upward, and to the regent not by everybody."""

    def test_only_upward(self) -> None:
        raised = after(a_report(), Escalate(level=2, reason="media"), actor=a_regent())
        assert raised.escalation == 2
        for level in (1, 2):
            with pytest.raises(BadState) as refused:
                after(raised, Escalate(level=level, reason="late"), actor=a_supervisor())
            assert "escalate" in refused.value.allow

    def test_above_the_top_there_is_nothing(self) -> None:
        with pytest.raises(BadState) as refused:
            after(a_report(escalation=3), Escalate(level=3, reason="late"), actor=a_supervisor())
        assert "escalate" not in refused.value.allow

    def test_a_dispatcher_goes_to_the_regent_with_an_emergency_only(self) -> None:
        command = Escalate(level=3, reason="danger")
        assert after(a_report(priority=Priority.P1), command).escalation == 3
        with pytest.raises(Denied):
            after(a_report(), command)

    def test_the_hub_may_go_all_the_way(self) -> None:
        assert after(a_report(), Escalate(level=3, reason="ladder"), actor=HUB).escalation == 3


def test_a_note_changes_nothing_but_the_history() -> None:
    (event,) = events_of(a_report(State.CLOSED), Note(text="Warga puas."), actor=a_regent())
    assert isinstance(event, Noted)
    assert event.text == "Warga puas."
    report = after(a_report(), Note(text="Warga puas."))
    assert report == a_report(version=report.version)


class TestLeases:
    """TABLES.md section 2."""

    @pytest.mark.parametrize(("priority", "minutes"), [(Priority.P1, 5), (Priority.P2, 15), (Priority.P3, 60)])
    def test_it_is_as_long_as_the_priority_says(self, priority: Priority, minutes: int) -> None:
        report = after(a_report(priority=priority), TakeClaim())
        assert report.claim == Claim(SARI, "Sari", NOW, NOW + minutes * MINUTE)

    def test_every_command_of_its_holder_renews_it(self) -> None:
        held = a_report(claim=a_claim(a_dispatcher(), since=NOW - MINUTE))
        *_, event = events_of(held, Note(text="Saya telepon."))
        assert isinstance(event, Claimed)
        assert event.renewed
        assert after(held, Note(text="Saya telepon.")).claim == Claim(SARI, "Sari", NOW - MINUTE, NOW + HOUR)

    def test_it_is_renewed_by_the_priority_just_given_and_never_shortened(self) -> None:
        held = a_report(claim=a_claim(a_dispatcher(), since=NOW - MINUTE))
        command = Prioritise(priority=Priority.P1, reason="new_facts")
        assert [type(event) for event in events_of(held, command)] == [Prioritised]
        assert after(held, command).claim == held.claim

    def test_others_commands_renew_nothing_and_pass(self) -> None:
        held = a_report(State.ASSIGNED, claim=a_claim(BUDIS))
        assert after(held, Accept(member="m-31")).claim == held.claim

    def test_a_lease_run_out_is_not_renewed(self) -> None:
        held = a_report(claim=a_claim(a_dispatcher(), since=NOW - HOUR, length=HOUR))
        assert [type(event) for event in events_of(held, Note(text="Saya telepon."))] == [Noted]

    def test_what_ends_it_does_not_renew_it(self) -> None:
        held = a_report(State.QUEUED, claim=a_claim(a_dispatcher()))
        assert after(held, Assign(members=("m-31",))).claim is None
        assert after(held, Release()).claim is None

    def test_the_holders_own_claim_renews(self) -> None:
        (event,) = events_of(a_report(claim=a_claim(a_dispatcher())), TakeClaim())
        assert isinstance(event, Claimed)
        assert (event.renewed, event.taken_from) == (True, None)

    @pytest.mark.parametrize("seconds", [0, 20])
    def test_two_hands_at_once_need_no_reason(self, seconds: int) -> None:
        held = a_report(claim=a_claim(BUDIS, since=NOW - seconds * 1000))
        (event,) = events_of(held, TakeClaim())
        assert isinstance(event, Claimed)
        assert (event.taken_from, event.until, event.renewed) == (BUDI, NOW + HOUR, False)
        claim = after(held, TakeClaim()).claim
        assert claim == Claim(SARI, "Sari", NOW, NOW + HOUR)

    def test_later_one_of_five_reasons(self) -> None:
        held = a_report(claim=a_claim(BUDIS, since=NOW - 20_001))
        with pytest.raises(BadFormat, match="reason"):
            after(held, TakeClaim())
        (event,) = events_of(held, TakeClaim(reason="other", note="Budi makan"))
        assert isinstance(event, Claimed)
        assert (event.reason, event.note, event.taken_from) == ("other", "Budi makan", BUDI)

    def test_one_run_out_is_free(self) -> None:
        held = a_report(claim=a_claim(BUDIS, since=NOW - 2 * HOUR, length=HOUR))
        (event,) = events_of(held, TakeClaim())
        assert isinstance(event, Claimed)
        assert event.taken_from is None

    def test_only_the_holder_gives_it_back(self) -> None:
        held = a_report(claim=a_claim(BUDIS))
        for actor in (a_dispatcher(), a_supervisor()):
            with pytest.raises(Denied):
                after(held, Release(), actor=actor)
        assert after(held, Release(), actor=BUDIS).claim is None

    def test_where_nobody_holds_it_there_is_nothing_to_give_back(self) -> None:
        expired = a_report(claim=a_claim(a_dispatcher(), since=NOW - HOUR, length=HOUR))
        for report in (a_report(), expired):
            with pytest.raises(BadState):
                after(report, Release())


def duty(command: Command, *, actor: User, member: str = "m-31", **changes: object) -> DutyBegan | DutyEnded:
    squad = Squad.SHADOW if member == "m-71" else Squad.ORANGE
    room = a_room(members=[a_member(member, squad, **changes)])
    (event,) = decide(None, command, actor=actor, now=NOW, room=room)
    assert isinstance(event, DutyBegan | DutyEnded)
    return event


class TestDuty:
    """Who begins and ends a member's duty."""

    def test_it_begins_and_ends(self) -> None:
        began = duty(MemberOn(member="m-31"), actor=a_dispatcher(), on=False)
        assert (began.report, began.by, began.at) == ("m-31", SARI, NOW)
        on = apply_duty(a_member(on=False, on_since=None), began)
        assert (on.on, on.on_since) == (True, NOW)
        ended = duty(MemberOff(member="m-31", reason="sakit"), actor=a_supervisor())
        assert isinstance(ended, DutyEnded)
        assert ended.reason == "sakit"
        off = apply_duty(on, ended)
        assert (off.on, off.on_since) == (False, None)

    @pytest.mark.parametrize("squads", [None, [Squad.ORANGE]])
    def test_a_dispatcher_does_it_for_the_squads_he_serves(self, squads: list[Squad] | None) -> None:
        assert duty(MemberOff(member="m-31"), actor=a_dispatcher(squads=squads)).report == "m-31"
        with pytest.raises(NotFound):
            duty(MemberOff(member="m-31"), actor=a_dispatcher(squads=[Squad.BLUE]))

    def test_nobody_knows_an_unknown_member_and_the_uncleared_no_covert_one(self) -> None:
        with pytest.raises(NotFound):
            decide(None, MemberOn(member="m-99"), actor=a_supervisor(), now=NOW, room=a_room())
        with pytest.raises(NotFound):
            duty(MemberOff(member="m-71"), member="m-71", actor=a_supervisor())
        assert duty(MemberOff(member="m-71"), member="m-71", actor=a_supervisor(cleared=True)).report == "m-71"

    @pytest.mark.parametrize("actor", [a_regent(), a_user("u-wall", Role.WALL), HUB])
    def test_nobody_else_does(self, actor: User) -> None:
        with pytest.raises(Denied):
            duty(MemberOff(member="m-31"), actor=actor)

    def test_twice_is_once_too_often_and_who_left_does_not_return(self) -> None:
        with pytest.raises(BadState):
            duty(MemberOn(member="m-31"), actor=a_supervisor(), on=True)
        with pytest.raises(BadState):
            duty(MemberOff(member="m-31"), actor=a_supervisor(), on=False)
        with pytest.raises(BadState):
            duty(MemberOn(member="m-31"), actor=a_supervisor(), on=False, ended=NOW - HOUR)


def test_the_hub_may_only_what_is_the_hubs() -> None:
    report: Report = a_report(State.QUEUED)
    for command in (Note(text="x"), TakeClaim(), Assign(members=("m-31",))):
        with pytest.raises(Denied):
            after(report, command, actor=HUB)
