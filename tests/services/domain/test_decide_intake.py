"""Taking in, giving out and sorting: what the table alone does not say."""

from dataclasses import replace

import pytest

from services.domain.commands import Acknowledge, Assign, Open, Prioritise, Reassign, Relabel, Source
from services.domain.deadlines import dues
from services.domain.events import Acknowledged, Assigned, Routed
from services.domain.people import HUB, Role
from services.domain.places import Desa, Gazetteer
from services.domain.policy import HOUR, MINUTE, Policy
from services.domain.refusals import BadFormat, BadState, Denied, NotFound
from services.domain.report import Claim, Outcome, Priority, Report, State
from services.domain.rules import fold
from services.domain.squads import Squad
from tests.builders import (
    BUDI,
    HENDRO,
    NOW,
    SARI,
    a_claim,
    a_covert_report,
    a_dispatcher,
    a_label,
    a_member,
    a_policy,
    a_report,
    a_room,
    a_supervisor,
    a_user,
    an_intake,
)
from tests.services.domain.deciding import after, events_of


def opened(command: Open, **changes: object) -> Report:
    room = replace(a_room(), **changes)  # type: ignore[arg-type] # the fields' own types are the room's
    return fold(events_of(None, command, actor=an_intake(), room=room))


class TestOpen:
    """How a report comes in."""

    def test_a_new_report_is_received_with_its_labels_squad_and_priority(self) -> None:
        report = opened(
            Open(label="banjir", text="Air naik", sent=NOW + HOUR, danger=True, source=Source("lapor", "77"))
        )
        assert (report.id, report.number, report.version) == ("r-NEW", "N3W0-00", 1)
        assert (report.state, report.squad, report.priority) == (State.RECEIVED, Squad.ORANGE, Priority.P1)
        assert (report.received, report.opened_by, report.danger) == (NOW, "u-lapor", True)
        assert (report.source_system, report.source_id) == ("lapor", "77")
        assert report.queued is None
        assert not report.covert

    def test_an_impossible_time_of_sending_is_kept(self) -> None:
        assert opened(Open(label="banjir", text="Air naik", sent=NOW + HOUR)).sent == NOW + HOUR

    @pytest.mark.parametrize(("given", "kept"), [(None, "Kucing di pohon"), ("Hewan", "Hewan")])
    def test_an_unknown_label_is_never_refused(self, given: str | None, kept: str) -> None:
        report = opened(Open(label="Kucing di pohon", text="Tolong", source_label=given))
        assert (report.label, report.squad, report.source_label) == ("lainnya", None, kept)
        assert report.priority is Priority.P3

    def test_a_label_no_longer_in_use_is_like_an_unknown_one(self) -> None:
        policy = a_policy(a_label("wartel_rusak", Squad.ORANGE, Priority.P1, active=False))
        report = opened(Open(label="wartel_rusak", text="Mati"), policy=policy)
        assert (report.label, report.squad, report.source_label) == ("lainnya", None, "wartel_rusak")

    def test_a_known_label_keeps_what_the_source_called_it(self) -> None:
        assert opened(Open(label="banjir", text="Air", source_label="FLOOD")).source_label == "FLOOD"

    def test_without_any_labels_a_report_is_ordinary(self) -> None:
        assert opened(Open(label="banjir", text="Air"), policy=Policy()).priority is Priority.P3

    def test_born_covert_it_is_for_all_who_are_cleared_now(self) -> None:
        report = opened(Open(label="pungli", text="Diminta uang"), cleared=frozenset({SARI, HENDRO}))
        assert (report.covert, report.squad, report.access) == (True, Squad.SHADOW, frozenset({SARI, HENDRO}))

    def test_a_label_alone_can_make_a_report_covert(self) -> None:
        policy = a_policy(a_label("suap", None, Priority.P2, covert=True))
        report = opened(Open(label="suap", text="Diminta uang"), policy=policy)
        assert (report.covert, report.squad, report.access) == (True, None, frozenset({SARI, HENDRO}))

    def test_a_public_report_has_no_access_list(self) -> None:
        assert opened(Open(label="banjir", text="Air")).access == frozenset()

    def test_code_and_point_say_where_it_is(self) -> None:
        desa = Desa("35.03.08.2004", "Sumberingin", "35.03.08", -8.29, 111.71)
        gazetteer = Gazetteer([desa], {"35.03.08": "Karangan"})
        report = opened(Open(label="banjir", place="Pasar", desa=desa.code, lat=0.0, lon=0.0), gazetteer=gazetteer)
        assert (report.kecamatan, report.desa, report.outside) == ("35.03.08", "35.03.08.2004", True)
        assert (report.lat, report.lon, report.place) == (0.0, 0.0, "Pasar")

    def test_the_reporters_identity_is_a_reference_and_only_where_one_was_given(self) -> None:
        told = opened(Open(label="banjir", text="Air", reporter="Bu Tini, 0812"), identity="i-1")
        silent = opened(Open(label="banjir", text="Air"), identity="i-1")
        assert (told.identity, silent.identity) == ("i-1", None)
        assert "Tini" not in repr(told)

    def test_every_photo_must_be_kept_here(self) -> None:
        kept = {"has_photo": {"p-1", "p-2"}.__contains__}
        assert opened(Open(label="banjir", photos=("p-1", "p-2")), **kept).photos == ("p-1", "p-2")
        for photos in (("p-9",), ("p-1", "p-9")):
            with pytest.raises(BadFormat) as refused:
                opened(Open(label="banjir", text="Air", photos=photos), **kept)
            assert refused.value.field == "photos"

    @pytest.mark.parametrize("role", [Role.REGENT, Role.WALL, Role.AUDITOR])
    def test_only_connectors_dispatchers_and_supervisors_open(self, role: Role) -> None:
        with pytest.raises(Denied):
            events_of(None, Open(label="banjir", text="Air"), actor=a_user("u-x", role))
        assert events_of(None, Open(label="banjir", text="Air"), actor=a_dispatcher())
        assert events_of(None, Open(label="banjir", text="Air"), actor=a_supervisor())

    def test_the_hub_opens_nothing(self) -> None:
        with pytest.raises(Denied):
            events_of(None, Open(label="banjir", text="Air"), actor=HUB)


class TestAcknowledge:
    """Taking a report in."""

    def test_it_starts_the_squad_clock_and_takes_the_lease(self) -> None:
        report = after(a_report(), Acknowledge())
        assert (report.acknowledged, report.queued, report.queued_since) == (NOW, NOW, NOW)
        assert report.claim == Claim(SARI, "Sari", NOW, NOW + HOUR)

    @pytest.mark.parametrize(("priority", "minutes"), [(Priority.P1, 5), (Priority.P2, 15), (Priority.P3, 60)])
    def test_the_lease_is_as_long_as_the_corrected_priority_says(self, priority: Priority, minutes: int) -> None:
        claim = after(a_report(), Acknowledge(priority=priority)).claim
        assert claim
        assert claim.until == NOW + minutes * MINUTE

    def test_it_corrects_squad_label_and_priority(self) -> None:
        report = after(a_report(), Acknowledge(squad=Squad.BLUE, label="tindak_kriminal", priority=Priority.P1))
        assert (report.squad, report.label, report.priority) == (Squad.BLUE, "tindak_kriminal", Priority.P1)
        assert report.handoffs == 0

    def test_a_new_label_alone_never_changes_the_squad(self) -> None:
        assert after(a_report(), Acknowledge(label="tindak_kriminal")).squad is Squad.ORANGE

    def test_a_missing_squad_must_be_filled(self) -> None:
        unmapped = a_report(squad=None, label="lainnya")
        with pytest.raises(BadFormat, match="squad"):
            after(unmapped, Acknowledge())
        assert after(unmapped, Acknowledge(squad=Squad.RED)).squad is Squad.RED
        assert after(unmapped, Acknowledge(label="sampah_menumpuk")).squad is Squad.YELLOW

    def test_nothing_moves_into_the_covert_squad_by_it(self) -> None:
        for command in (Acknowledge(squad=Squad.SHADOW), Acknowledge(label="pungli")):
            with pytest.raises(BadFormat, match="squad"):
                after(a_report(squad=None, label="lainnya"), command)

    def test_a_covert_report_can_be_confirmed_as_such(self) -> None:
        report = after(a_covert_report(), Acknowledge(squad=Squad.SHADOW), actor=a_dispatcher(cleared=True))
        assert (report.squad, report.state, report.covert) == (Squad.SHADOW, State.QUEUED, True)

    @pytest.mark.parametrize("label", ["kucing", "wartel"])
    def test_the_label_must_be_one_in_use(self, label: str) -> None:
        room = a_room(policy=a_policy(a_label("wartel", Squad.ORANGE, Priority.P3, active=False)))
        with pytest.raises(BadFormat, match="label"):
            after(a_report(), Acknowledge(label=label), room=room)

    def test_in_the_queue_it_takes_up_what_lapsed_and_changes_no_squad(self) -> None:
        lapsed = a_report(State.QUEUED, lapses=1)
        report = after(lapsed, Acknowledge(squad=Squad.ORANGE), actor=a_dispatcher(BUDI))
        assert (report.state, report.acknowledged, report.queued) == (State.QUEUED, lapsed.acknowledged, lapsed.queued)
        assert report.queued_since == lapsed.queued_since
        assert report.claim
        assert report.claim.user == BUDI
        with pytest.raises(BadFormat, match="squad"):
            after(lapsed, Acknowledge(squad=Squad.BLUE))

    def test_in_the_queue_a_running_lease_stands_in_its_way_and_one_run_out_does_not(self) -> None:
        held = a_report(State.QUEUED, claim=a_claim(a_dispatcher(BUDI)))
        with pytest.raises(BadState):
            after(held, Acknowledge())
        assert after(held, Acknowledge(), now=NOW + 2 * HOUR).claim == Claim(
            SARI, "Sari", NOW + 2 * HOUR, NOW + 3 * HOUR
        )

    def test_a_lease_blocks_nobody_before_it_is_taken_in(self) -> None:
        assert after(a_report(claim=a_claim(a_dispatcher(BUDI))), Acknowledge()).state is State.QUEUED

    def test_lowering_an_emergency_is_the_supervisors(self) -> None:
        emergency = a_report(priority=Priority.P1)
        with pytest.raises(Denied):
            after(emergency, Acknowledge(priority=Priority.P2))
        assert after(emergency, Acknowledge(priority=Priority.P2), actor=a_supervisor()).priority is Priority.P2
        assert after(emergency, Acknowledge(priority=Priority.P1)).priority is Priority.P1


class TestAssign:
    """Giving it to members of its squad."""

    def test_from_received_it_takes_in_and_assigns_in_one_go(self) -> None:
        events = events_of(a_report(), Assign(members=("m-31",)))
        assert [type(event) for event in events] == [Acknowledged, Assigned]
        report = after(a_report(), Assign(members=("m-31", "m-32", "m-31")))
        assert (report.acknowledged, report.queued, report.assigned, report.assigned_since) == (NOW, NOW, NOW, NOW)
        assert report.members == ("m-31", "m-32")

    def test_it_ends_the_lease(self) -> None:
        assert after(a_report(), Assign(members=("m-31",))).claim is None
        held = a_report(State.QUEUED, claim=a_claim(a_dispatcher()))
        assert after(held, Assign(members=("m-31",))).claim is None

    @pytest.mark.parametrize("member", ["m-41", "m-71", "m-99", "m-30"])
    def test_members_are_of_the_squad_known_and_still_with_it(self, member: str) -> None:
        room = a_room(members=[a_member(), a_member("m-41", Squad.BLUE), a_member("m-30", ended=NOW - HOUR)])
        with pytest.raises(BadFormat, match="members: not all are members of the report's squad"):
            after(a_report(), Assign(members=("m-31", member)), room=room)

    def test_a_member_off_duty_may_be_assigned(self) -> None:
        room = a_room(members=[a_member(on=False)])
        assert after(a_report(), Assign(members=("m-31",)), room=room).members == ("m-31",)

    def test_without_a_squad_there_is_nobody_to_assign(self) -> None:
        unmapped = a_report(squad=None)
        with pytest.raises(BadState) as refused:
            after(unmapped, Assign(members=("m-31",)))
        assert "assign" not in refused.value.allow
        assert "acknowledge" in refused.value.allow

    def test_a_second_assignment_keeps_the_first_time(self) -> None:
        again = a_report(State.QUEUED, assigned=NOW - HOUR)
        report = after(again, Assign(members=("m-31",)))
        assert (report.assigned, report.assigned_since) == (NOW - HOUR, NOW)


class TestReassign:
    """Moving it on."""

    def test_to_another_squad_it_goes_to_that_queue_and_counts(self) -> None:
        report = after(a_report(State.ON_SCENE), Reassign(squad=Squad.BLUE, reason="wrong_squad"))
        assert (report.squad, report.state, report.members, report.handoffs) == (Squad.BLUE, State.QUEUED, (), 1)
        assert report.queued == a_report(State.ON_SCENE).queued

    def test_before_it_is_taken_in_it_counts_as_no_hand_off(self) -> None:
        report = after(a_report(), Reassign(squad=Squad.BLUE, reason="wrong_squad"))
        assert (report.squad, report.state, report.handoffs, report.queued) == (Squad.BLUE, State.RECEIVED, 0, None)

    def test_a_pause_ends_with_it(self) -> None:
        report = after(a_report(State.WAITING), Reassign(squad=Squad.BLUE, reason="wrong_squad"))
        assert (report.waiting, report.paused) == (None, 5 * MINUTE)
        report = after(a_report(State.WAITING), Reassign(members=("m-32",), reason="off_shift"))
        assert (report.waiting, report.paused, report.state) == (None, 5 * MINUTE, State.ASSIGNED)

    def test_to_another_squads_members_in_one_go(self) -> None:
        events = events_of(
            a_report(State.ASSIGNED), Reassign(squad=Squad.BLUE, members=("m-41",), reason="wrong_squad")
        )
        assert [type(event) for event in events] == [Routed, Assigned]
        report = after(a_report(State.ASSIGNED), Reassign(squad=Squad.BLUE, members=("m-41",), reason="wrong_squad"))
        assert (report.squad, report.members, report.handoffs) == (Squad.BLUE, ("m-41",), 1)

    def test_to_other_members_of_the_squad_is_no_hand_off(self) -> None:
        for squad in (None, Squad.ORANGE):
            command = Reassign(squad=squad, members=("m-32",), reason="nearer")
            assert [type(event) for event in events_of(a_report(State.ACCEPTED), command)] == [Assigned]
            assert after(a_report(State.ACCEPTED), command).handoffs == 0

    def test_from_received_to_members_takes_it_in(self) -> None:
        report = after(a_report(squad=None), Reassign(squad=Squad.BLUE, members=("m-41",), reason="wrong_squad"))
        assert (report.state, report.acknowledged, report.queued) == (State.ASSIGNED, NOW, NOW)
        assert (report.squad, report.handoffs) == (Squad.BLUE, 0)

    def test_without_a_squad_there_are_no_members(self) -> None:
        with pytest.raises(BadFormat, match="members"):
            after(a_report(squad=None), Reassign(members=("m-31",), reason="nearer"))

    def test_only_a_public_squad(self) -> None:
        with pytest.raises(BadFormat, match="squad"):
            after(a_report(State.QUEUED), Reassign(squad=Squad.SHADOW, reason="wrong_squad"))

    def test_a_covert_report_stays_covert_wherever_it_goes(self) -> None:
        covert, actor = a_covert_report(State.QUEUED), a_dispatcher(cleared=True)
        assert after(covert, Reassign(squad=Squad.BLUE, reason="wrong_squad"), actor=actor).covert
        again = after(covert, Reassign(squad=Squad.SHADOW, members=("m-71",), reason="overload"), actor=actor)
        assert (again.squad, again.state) == (Squad.SHADOW, State.ASSIGNED)

    @pytest.mark.parametrize("state", [State.RECEIVED, State.QUEUED, State.ASSIGNED, State.WAITING])
    def test_to_the_squad_it_is_with_it_goes_only_together_with_members(self, state: State) -> None:
        with pytest.raises(BadFormat) as refused:
            after(a_report(state), Reassign(squad=Squad.ORANGE, reason="overload"))
        assert refused.value.field == "squad"
        assert after(a_report(state), Reassign(squad=Squad.ORANGE, members=("m-32",), reason="nearer")).handoffs == 0

    def test_a_dispatcher_of_some_squads_may_give_away_and_then_sees_it_no_more(self) -> None:
        orange = a_dispatcher(squads=[Squad.ORANGE])
        gone = after(a_report(State.QUEUED), Reassign(squad=Squad.BLUE, reason="wrong_squad"), actor=orange)
        with pytest.raises(NotFound):
            after(gone, Reassign(squad=Squad.ORANGE, reason="wrong_squad"), actor=orange)


class TestSorting:
    """Priority and label."""

    def test_a_new_priority_changes_the_due_times_and_restarts_nothing(self) -> None:
        before = a_report(State.QUEUED)
        report = after(before, Prioritise(priority=Priority.P1, reason="new_facts"))
        assert (report.priority, report.received, report.queued) == (Priority.P1, before.received, before.queued)
        assert dues(report, a_policy()).first < dues(before, a_policy()).first

    def test_lowering_an_emergency_is_the_supervisors(self) -> None:
        emergency = a_report(State.QUEUED, priority=Priority.P1)
        with pytest.raises(Denied):
            after(emergency, Prioritise(priority=Priority.P3, reason="new_facts"))
        lowered = after(emergency, Prioritise(priority=Priority.P3, reason="new_facts"), actor=a_supervisor())
        assert lowered.priority is Priority.P3

    def test_a_new_label_never_changes_the_squad(self) -> None:
        report = after(a_report(State.QUEUED), Relabel(label="tindak_kriminal", reason="wrong_at_intake"))
        assert (report.label, report.squad) == ("tindak_kriminal", Squad.ORANGE)
        with pytest.raises(BadFormat, match="label"):
            after(a_report(State.QUEUED), Relabel(label="kucing", reason="wrong_at_intake"))


class TestVisibility:
    """For whom there is no report at all."""

    def test_a_covert_report_does_not_exist_for_the_uncleared_nor_for_the_cleared_not_on_its_list(self) -> None:
        covert = a_covert_report(access=[HENDRO])
        for actor in (a_dispatcher(), a_dispatcher(cleared=True), a_supervisor(BUDI, cleared=True)):
            with pytest.raises(NotFound):
                after(covert, Acknowledge(), actor=actor)
        assert after(covert, Acknowledge(), actor=a_supervisor(cleared=True)).state is State.QUEUED

    def test_no_report_and_a_hidden_one_are_answered_alike(self) -> None:
        with pytest.raises(NotFound) as none:
            events_of(None, Acknowledge())
        with pytest.raises(NotFound) as hidden:
            events_of(a_covert_report(), Acknowledge())
        assert str(none.value) == str(hidden.value)

    def test_who_may_not_see_is_told_so_before_what_state_it_is_in(self) -> None:
        closed = a_covert_report(State.CLOSED, outcome=Outcome.DONE)
        with pytest.raises(NotFound):
            after(closed, Acknowledge())
