"""Who sees what: every role against public, covert, excluded and linked reports, members, squads and labels."""

from dataclasses import asdict, fields

import pytest

from services.domain.access import (
    Load,
    Projection,
    label_row,
    may,
    on_board,
    project,
    project_member,
    project_squad,
    projection_of,
    sees,
)
from services.domain.deadlines import dues
from services.domain.people import HUB, Role, User
from services.domain.report import Outcome, Pending, Priority, Report, State
from services.domain.rows import Base, ClaimRow, ReportRow, SquadRow, WaitingRow
from services.domain.squads import Squad
from tests.builders import (
    HENDRO,
    NOW,
    SARI,
    a_claim,
    a_covert_report,
    a_dispatcher,
    a_label,
    a_member,
    a_policy,
    a_regent,
    a_report,
    a_supervisor,
    a_user,
    an_intake,
)

POLICY = a_policy()
SHADOW = SquadRow(
    open=4,
    late=1,
    unassigned=2,
    to_verify=1,
    on=3,
    window_days=30,
    n=12,
    p50=3_600_000,
    p50_reached=True,
    used50=0.8,
    in_target={"in": 9, "of": 12},
    at=NOW,
)


def uncleared() -> list[User]:
    """One of everybody who is not cleared; `covert` alone, or beside the regent, clears nobody."""
    return [
        a_dispatcher(),
        a_dispatcher(squads=[Squad.SHADOW]),
        a_supervisor(SARI),
        a_user(SARI, Role.REGENT),
        a_user(SARI, Role.REGENT, Role.COVERT),
        a_user(SARI, Role.COVERT),
        a_user(SARI, Role.WALL),
        a_user(SARI, Role.AUDITOR),
        a_user(SARI, Role.INTAKE),
        a_user(SARI),
    ]


def row_of(report: Report, viewer: User) -> ReportRow:
    row = project(report, viewer, POLICY)
    assert row is not None
    return row


# --- whose report it is ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("viewer", "seen", "board"),
    [
        pytest.param(a_dispatcher(), True, True, id="dispatcher"),
        pytest.param(a_supervisor(), True, True, id="supervisor"),
        pytest.param(a_regent(), True, True, id="regent"),
        pytest.param(a_dispatcher(squads=[Squad.ORANGE, Squad.BLUE]), True, True, id="of this squad"),
        pytest.param(a_dispatcher(squads=[Squad.BLUE]), False, False, id="of another squad"),
        pytest.param(a_user(SARI, Role.SUPERVISOR, squads=[Squad.BLUE]), True, True, id="limits bind no supervisor"),
        pytest.param(a_user(SARI, Role.REGENT, squads=[Squad.BLUE]), True, True, id="limits bind no regent"),
        pytest.param(an_intake(), True, False, id="the connector that opened it"),
        pytest.param(a_user("u-sp4n", Role.INTAKE), False, False, id="another connector"),
        pytest.param(a_user(SARI, Role.WALL), False, False, id="wall"),
        pytest.param(a_user(SARI, Role.AUDITOR), False, False, id="auditor"),
        pytest.param(a_user(SARI), False, False, id="nobody in particular"),
        pytest.param(a_user("u-lapor", Role.WALL), False, False, id="who opened it and is no connector any more"),
    ],
)
def test_a_public_report_is_seen_by_who_works_with_it_and_who_brought_it(viewer: User, seen: bool, board: bool) -> None:
    report = a_report()

    assert (sees(viewer, report), on_board(viewer, report)) == (seen, board)
    assert (project(report, viewer, POLICY) is not None) is seen


def test_a_report_of_no_squad_lies_in_nobodys_limits() -> None:
    unmapped = a_report(squad=None, label="lainnya")

    assert sees(a_dispatcher(), unmapped)
    assert not sees(a_dispatcher(squads=[Squad.ORANGE]), unmapped)


@pytest.mark.parametrize("viewer", uncleared(), ids=lambda viewer: "+".join(sorted(viewer.roles)) or "none")
def test_a_covert_report_does_not_exist_for_the_uncleared_even_on_its_access_list(viewer: User) -> None:
    report = a_covert_report(access=[viewer.id], opened_by=viewer.id)

    assert not sees(viewer, report)
    assert not on_board(viewer, report)
    assert project(report, viewer, POLICY) is None


def test_a_covert_report_is_seen_by_the_cleared_on_its_access_list() -> None:
    report = a_covert_report(access=[SARI])

    assert on_board(a_dispatcher(SARI, cleared=True), report)
    assert on_board(a_dispatcher(SARI, squads=[Squad.ORANGE], cleared=True), report)
    assert not sees(a_supervisor(HENDRO, cleared=True), report)


def test_a_report_of_the_covert_squad_is_covert_even_if_nothing_says_so() -> None:
    slip = a_report(squad=Squad.SHADOW)

    assert not sees(a_dispatcher(), slip)


@pytest.mark.parametrize(
    "viewer",
    [
        a_dispatcher(),
        a_supervisor(SARI),
        a_user(SARI, Role.REGENT),
        a_user(SARI, Role.INTAKE),
        a_dispatcher(cleared=True),
    ],
)
def test_exclusion_beats_every_role(viewer: User) -> None:
    excluded = frozenset({viewer.id})

    assert not sees(viewer, a_report(excluded=excluded, opened_by=viewer.id))
    assert not sees(viewer, a_covert_report(access=[viewer.id], excluded=excluded))


def test_a_retired_report_is_off_the_board_and_can_still_be_looked_at() -> None:
    retired = a_report(State.CLOSED, retired=True)

    assert not on_board(a_dispatcher(), retired)
    assert row_of(retired, a_dispatcher()).state == "closed"


# --- what may be done with it ---------------------------------------------------------------------------------------


def test_a_role_gives_its_commands_on_what_it_sees() -> None:
    report = a_report()

    assert may(a_dispatcher(), "assign", report)
    assert may(a_regent(), "note", report)
    assert not may(a_regent(), "assign", report)
    assert not may(a_dispatcher(squads=[Squad.BLUE]), "assign", report)
    assert may(an_intake(), "open")
    assert not may(a_user(SARI, Role.WALL), "note")


def test_the_hub_may_do_its_part_on_every_report() -> None:
    assert may(HUB, "resume", a_covert_report(State.WAITING))
    assert not may(HUB, "close", a_report())


# --- classes of viewers ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("viewer", "projection"),
    [
        (a_dispatcher(), Projection.DESK),
        (a_dispatcher(squads=[Squad.BLUE]), Projection.DESK),
        (a_supervisor(), Projection.DESK),
        (a_dispatcher(cleared=True), Projection.COVERT),
        (a_user(SARI, Role.REGENT, Role.COVERT), Projection.REGENT),
        (a_regent(), Projection.REGENT),
        (an_intake(), Projection.INTAKE),
        (a_user(SARI, Role.AUDITOR), Projection.AUDIT),
        (a_user(SARI, Role.WALL), Projection.WALL),
        (a_user(SARI), Projection.WALL),
    ],
)
def test_viewers_fall_into_classes(viewer: User, projection: Projection) -> None:
    assert projection_of(viewer) == projection


def test_viewers_of_one_class_see_the_same_row() -> None:
    report = a_report(State.ASSIGNED, claim=a_claim(a_supervisor()), duplicates=("r-1", "r-2"), hidden_links=("r-2",))
    limited = a_dispatcher(squads=[Squad.ORANGE])

    assert row_of(report, limited) == row_of(report, a_supervisor()) == row_of(report, a_dispatcher())


# --- the row --------------------------------------------------------------------------------------------------------


def test_the_row_shows_the_report_as_on_the_wire() -> None:
    report = a_report(
        State.WAITING,
        claim=a_claim(a_dispatcher()),
        pending=Pending("pause", SARI, NOW, "material", until=NOW),
        breached=("first_action",),
        sources={"on_scene": "on_behalf"},
    )

    row = row_of(report, a_dispatcher())

    due = dues(report, POLICY)
    assert (row.squad, row.priority, row.state, row.outcome) == ("orange", "P3", "waiting", None)
    assert report.waiting is not None
    assert row.waiting == WaitingRow("citizen", report.waiting.until, report.waiting.since)
    assert report.claim is not None
    assert row.claim == ClaimRow(SARI, "Sari", report.claim.until)
    assert row.pending == "pause"
    assert row.covert is False
    assert (row.due_first, row.due_resolve, row.due_acknowledge) == (due.first, due.resolve, due.acknowledge)
    assert (row.due_accept, row.due_verify) == (due.accept, due.verify)


SHAPED = {"squad", "priority", "state", "outcome", "waiting", "claim", "pending", "covert"}


def test_every_other_field_of_the_row_is_the_reports_own() -> None:
    report = a_report(State.ON_SCENE, photos=("p-1",), sent=NOW, source_label="Jalan", outside=True, lapses=2)
    row = row_of(report, a_dispatcher())

    names = {field.name for field in fields(ReportRow)} - SHAPED
    for name in (name for name in names if not name.startswith("due_")):
        assert getattr(row, name) == getattr(report, name), name


def test_covert_is_true_only_in_the_row_of_the_cleared() -> None:
    row = row_of(a_covert_report(), a_dispatcher(cleared=True))

    assert (row.covert, row.squad) == (True, "shadow")


# --- links to covert reports ----------------------------------------------------------------------------------------


def test_covert_links_are_cut_for_the_uncleared() -> None:
    report = a_report(duplicates=("r-1", "r-X"), suspected=("r-2", "r-X"), hidden_links=("r-X",))

    plain, cleared = row_of(report, a_dispatcher()), row_of(report, a_dispatcher(cleared=True))

    assert (plain.duplicates, plain.suspected) == (("r-1",), ("r-2",))
    assert (cleared.duplicates, cleared.suspected) == (("r-1", "r-X"), ("r-2", "r-X"))


def test_merged_into_a_covert_report_looks_cancelled_to_the_uncleared() -> None:
    report = a_report(State.CLOSED, outcome=Outcome.DUPLICATE, merged_into="r-X", hidden_links=("r-X",))

    plain, cleared = row_of(report, a_regent()), row_of(report, a_dispatcher(cleared=True))

    assert (plain.outcome, plain.merged_into) == ("cancelled", None)
    assert (cleared.outcome, cleared.merged_into) == ("duplicate", "r-X")


def test_other_links_stay() -> None:
    report = a_report(
        State.CLOSED, outcome=Outcome.DUPLICATE, merged_into="r-1", duplicates=("r-X",), hidden_links=("r-X",)
    )

    row = row_of(report, a_dispatcher())

    assert (row.outcome, row.merged_into, row.duplicates) == ("duplicate", "r-1", ())


def test_who_may_not_see_what_it_hides_cannot_tell_it_from_a_report_without_links() -> None:
    plain = a_report(State.CLOSED, outcome=Outcome.CANCELLED)
    merged = a_report(State.CLOSED, outcome=Outcome.DUPLICATE, merged_into="r-X", hidden_links=("r-X",))

    assert row_of(plain, a_dispatcher()) == row_of(merged, a_dispatcher())


# --- members --------------------------------------------------------------------------------------------------------


def test_a_member_is_shown_with_his_load() -> None:
    member = a_member(desa="35.03.08.2004", lat=-8.29, lon=111.71)

    row = project_member(member, Load(open=3, late=1, due_hour=2, p50=1_560_000, n=41), a_dispatcher())

    assert row is not None
    assert (row.name, row.squad, row.on, row.limit, row.code_name) == (member.name, "orange", True, 8, False)
    assert (row.open, row.late, row.due_hour, row.p50, row.n) == (3, 1, 2, 1_560_000, 41)
    assert row.base == Base("35.03.08.2004", -8.29, 111.71)


def test_a_member_without_a_place_has_no_base() -> None:
    row = project_member(a_member(), Load(), a_regent())

    assert row is not None
    assert row.base is None


def test_members_are_shown_to_who_works_with_their_squad() -> None:
    orange, shadow = a_member(), a_member("m-71", Squad.SHADOW, code_name=True)

    assert project_member(orange, Load(), a_dispatcher(squads=[Squad.BLUE])) is None
    assert project_member(orange, Load(), a_user(SARI, Role.WALL)) is None
    assert [viewer for viewer in uncleared() if project_member(shadow, Load(), viewer)] == []
    assert project_member(shadow, Load(), a_dispatcher(squads=[Squad.BLUE], cleared=True)) is not None


def test_a_covert_member_never_goes_by_his_own_name() -> None:
    viewer = a_supervisor(cleared=True)
    coded = project_member(a_member("m-71", Squad.SHADOW, name="Elang", code_name=True), Load(), viewer)
    slip = project_member(a_member("m-72", Squad.SHADOW, name="Joko Susilo"), Load(), viewer)

    assert coded is not None
    assert slip is not None
    assert (coded.name, slip.name) == ("Elang", "m-72")


# --- squads ---------------------------------------------------------------------------------------------------------


def test_public_squads_are_shown_to_who_works_with_them() -> None:
    assert project_squad(Squad.ORANGE, SHADOW, a_dispatcher()) == SHADOW
    assert project_squad(Squad.ORANGE, SHADOW, a_regent()) == SHADOW
    assert project_squad(Squad.ORANGE, SHADOW, a_dispatcher(squads=[Squad.BLUE])) is None
    assert project_squad(Squad.ORANGE, SHADOW, an_intake()) is None


def test_the_covert_squad_is_whole_for_the_cleared_and_nothing_for_others_but_the_regent() -> None:
    assert project_squad(Squad.SHADOW, SHADOW, a_dispatcher(cleared=True)) == SHADOW
    others = [viewer for viewer in uncleared() if Role.REGENT not in viewer.roles]
    assert [viewer for viewer in others if project_squad(Squad.SHADOW, SHADOW, viewer)] == []


def test_the_regent_is_told_four_figures_of_the_covert_squad() -> None:
    row = project_squad(Squad.SHADOW, SHADOW, a_regent())

    assert row is not None
    told = {name: value for name, value in asdict(row).items() if value is not None}
    assert told == {"open": 4, "late": 1, "n": 12, "p50": 3_600_000}


# --- labels ---------------------------------------------------------------------------------------------------------


def test_a_label_shows_its_targets_by_priority() -> None:
    row = label_row(POLICY.labels["jalan_rusak"], POLICY, a_dispatcher())

    assert (row.name["id"], row.squad, row.priority, row.calendar) == ("Jalan rusak", "orange", "P3", "office")
    assert row.first == {"P1": "15m", "P2": "1wd", "P3": "2wd"}
    assert row.resolve == {"P1": "4wd", "P2": "7wd", "P3": "7wd"}
    assert (row.sensitive, row.active, row.policy) == (False, True, 1)


def test_a_covert_label_can_be_chosen_by_all_and_its_squad_is_told_to_the_cleared_only() -> None:
    label = POLICY.labels["pungli"]

    assert [viewer for viewer in uncleared() if label_row(label, POLICY, viewer).squad is not None] == []
    assert label_row(label, POLICY, a_supervisor(cleared=True)).squad == "shadow"


def test_a_label_is_covert_if_it_says_so_whosever_it_is() -> None:
    label = a_label("uji", Squad.ORANGE, Priority.P2, covert=True)

    assert label_row(label, POLICY, a_dispatcher()).squad is None


def test_a_label_of_no_squad_has_none_for_the_cleared_either() -> None:
    assert label_row(POLICY.labels["lainnya"], POLICY, a_supervisor(cleared=True)).squad is None
