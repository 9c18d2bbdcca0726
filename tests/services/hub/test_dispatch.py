"""One command in one transaction: its key, its checks in their order, its base, its answer."""

from dataclasses import replace
from typing import Any

import pytest

from services.domain.people import Role, User
from services.domain.report import State
from services.domain.squads import Squad
from services.hub.dispatch import execute
from services.hub.versions import FIELDS
from services.protocol.outcomes import Outcome
from services.store.kept import RowKey
from tests.builders import BUDI, NOW, SARI, a_dispatcher, a_report, a_supervisor, a_user, an_intake
from tests.services.hub.memory import Bench, MemoryState, an_order

SARI_ = a_dispatcher()
BUDI_ = a_dispatcher(BUDI)
HENDRO_ = a_supervisor()
RINA_ = a_supervisor("u-rina", cleared=True)
LAPOR_ = an_intake()


def test_a_command_is_written_with_its_answer_and_its_number() -> None:
    bench = Bench()
    executed = bench.give(LAPOR_, "open", label="jalan_rusak", text="Lubang")
    assert executed.outcome.ok
    assert executed.commit is not None
    assert executed.commit.position == 1
    assert [change.before for change in executed.commit.changes] == [None]
    stored = bench.state.answers["d-u-lapor", 1]
    assert (stored.command, stored.seq, stored.at) == ("open", 1, NOW)
    assert stored.result["report"] == executed.outcome.report
    assert bench.state.heads["d-u-lapor"].last_command == 1


def test_the_same_key_again_is_answered_as_before_and_does_nothing() -> None:
    bench = Bench()
    first = bench.give(LAPOR_, "open", label="jalan_rusak", text="Lubang")
    again = execute(
        bench.state,
        an_order(LAPOR_, 1, "open", label="jalan_rusak", text="Lubang"),
        house=bench.house,
        intake=bench.state.intake,
    )
    assert again.commit is None
    assert again.outcome.repeated
    assert (again.outcome.report, again.outcome.rev) == (first.outcome.report, first.outcome.rev)
    assert len(bench.state.log) == 1


@pytest.mark.parametrize(
    ("n", "text", "code"),
    [(1, "Lain", "key_reuse"), (3, "Lubang", "out_of_order"), (9, "Lubang", "out_of_order")],
)
def test_a_key_with_another_body_or_out_of_order_does_nothing_and_consumes_nothing(
    n: int, text: str, code: str
) -> None:
    bench = Bench()
    bench.opened(LAPOR_)
    order = an_order(LAPOR_, n, "open", label="jalan_rusak", text=text)
    outcome = execute(bench.state, order, house=bench.house, intake=bench.state.intake).outcome
    assert (outcome.ok, outcome.code) == (False, code)
    assert outcome.last_command == (1 if code == "out_of_order" else None)
    assert bench.state.heads["d-u-lapor"].last_command == 1
    assert len(bench.state.log) == 1


def test_the_checks_come_in_the_order_format_visibility_role_base_state() -> None:
    bench = Bench()
    report = bench.opened(LAPOR_)
    stale = bench.rev(report)
    assert bench.give(SARI_, "acknowledge", report, base=stale).outcome.ok
    limited = a_dispatcher("u-ratna", squads=[Squad.BLUE])
    wrong = {"base": stale, "level": 9, "reason": "late"}
    assert bench.give(limited, "escalate", report, **wrong).outcome.code == "bad_format"
    assert bench.give(limited, "escalate", report, **{**wrong, "level": 1}).outcome.code == "not_found"
    assert bench.give(LAPOR_, "escalate", report, **{**wrong, "level": 1}).outcome.code == "denied"
    assert bench.give(BUDI_, "verify", report, base=stale).outcome.code == "conflict"
    assert bench.give(BUDI_, "verify", report, base=bench.rev(report)).outcome.code == "bad_state"


@pytest.mark.parametrize(
    ("name", "args", "code"),
    [
        ("open", {"label": "jalan_rusak"}, "bad_format"),
        ("acknowledge", {}, "bad_format"),
        ("fly", {}, "unknown_command"),
        ("note", {"report": "r-NOBODY", "text": "a"}, "not_found"),
        ("open", {"label": 7, "text": "a"}, "bad_format"),
    ],
)
def test_refusals_are_stored_and_consume_their_number(name: str, args: dict[str, Any], code: str) -> None:
    bench = Bench()
    outcome = bench.give(HENDRO_, name, **args).outcome
    assert (outcome.ok, outcome.code) == (False, code)
    stored = bench.state.answers["d-u-hendro", 1]
    assert (stored.result["code"], stored.seq) == (code, None)
    assert bench.state.log == []


def test_a_stale_base_conflicts_with_what_changed_since_and_by_whom() -> None:
    bench = Bench()
    report = bench.opened(LAPOR_)
    stale = bench.rev(report)
    bench.state.clock += 1_000
    bench.give(SARI_, "acknowledge", report, base=stale)
    outcome = bench.give(BUDI_, "assign", report, base=stale, members=["m-31"]).outcome
    assert outcome.code == "conflict"
    assert (outcome.by, outcome.changed_at) == ("Sari", NOW + 1_000)
    assert set(outcome.changed or ()) == {
        "state", "acknowledged", "queued", "claim", "due_acknowledge", "due_resolve"
    }  # fmt: skip
    assert outcome.current is not None
    assert outcome.current.rev == bench.rev(report)
    assert outcome.current.value.state == State.QUEUED
    assert "current" not in bench.state.answers["d-u-budi", 1].result


def test_a_repeated_conflict_shows_the_row_as_it_is_by_then() -> None:
    bench = Bench()
    report = bench.opened(LAPOR_)
    stale = bench.rev(report)
    bench.give(SARI_, "acknowledge", report, base=stale)
    bench.give(BUDI_, "assign", report, base=stale, members=["m-31"])
    bench.give(SARI_, "assign", report, base=bench.rev(report), members=["m-32"])
    order = an_order(BUDI_, 1, "assign", report, base=stale, members=["m-31"])
    outcome = execute(bench.state, order, house=bench.house, intake=bench.state.intake).outcome
    assert outcome.repeated
    assert outcome.current is not None
    assert outcome.current.value.members == ("m-32",)
    bench.state.reports[report] = replace(bench.state.reports[report], covert=True)
    hidden = execute(bench.state, order, house=bench.house, intake=bench.state.intake).outcome
    assert hidden.current is None


def test_a_stale_base_passes_where_the_changes_are_not_what_the_command_is_about() -> None:
    bench = Bench()
    report = bench.opened(LAPOR_)
    stale = bench.rev(report)
    bench.give(SARI_, "prioritise", report, base=stale, priority="P2", reason="new_facts")
    assert bench.give(BUDI_, "relabel", report, base=stale, label="banjir", reason="new_facts").outcome.ok
    assert (
        bench.give(BUDI_, "prioritise", report, base=stale, priority="P3", reason="new_facts").outcome.code
        == "conflict"
    )


def test_a_claim_of_another_stands_in_nobodys_way() -> None:
    bench = Bench()
    report = bench.opened(LAPOR_)
    stale = bench.rev(report)
    assert bench.give(SARI_, "claim", report).outcome.ok
    assert bench.rev(report) != stale
    assert bench.give(BUDI_, "acknowledge", report, base=stale).outcome.ok


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("reassign", {"squad": "blue", "reason": "wrong_squad"}),
        ("escalate", {"level": 1, "reason": "late"}),
        ("close", {"outcome": "cancelled", "reason": "citizen_withdrew"}),
    ],
)
def test_strict_commands_conflict_whenever_the_base_is_stale(name: str, args: dict[str, object]) -> None:
    bench = Bench()
    report = bench.opened(LAPOR_)
    stale = bench.rev(report)
    bench.give(SARI_, "claim", report)
    assert bench.give(BUDI_, name, report, base=stale, **args).outcome.code == "conflict"
    assert bench.give(BUDI_, name, report, base=bench.rev(report), **args).outcome.ok


def test_a_base_that_was_never_issued_is_a_conflict_in_every_field() -> None:
    bench = Bench()
    report = bench.opened(LAPOR_)
    outcome = bench.give(SARI_, "acknowledge", report, base="AAAAAAAAAAAA").outcome
    assert outcome.code == "conflict"
    assert outcome.changed == FIELDS
    assert (outcome.by, outcome.changed_at) == ("Lapor", NOW)


def test_a_rev_of_another_row_or_projection_is_no_base() -> None:
    bench = Bench()
    one, other = bench.opened(LAPOR_), bench.opened(LAPOR_)
    assert bench.give(SARI_, "acknowledge", one, base=bench.rev(other)).outcome.code == "conflict"
    assert bench.give(SARI_, "acknowledge", one, base=bench.rev(one, "covert")).outcome.code == "conflict"
    assert bench.give(RINA_, "acknowledge", one, base=bench.rev(one, "covert")).outcome.ok


def test_rev_moves_only_when_the_row_does() -> None:
    bench = Bench()
    report = bench.opened(LAPOR_)
    before = bench.rev(report)
    noted = bench.give(SARI_, "note", report, text="Dihubungi")
    assert noted.outcome.rev == before == bench.rev(report)
    assert noted.commit is not None
    assert bench.give(SARI_, "acknowledge", report, base=before).outcome.rev == bench.rev(report) != before


def test_an_open_with_a_source_opens_once() -> None:
    bench = Bench()
    source = {"system": "lapor", "id": "17"}
    first = bench.give(LAPOR_, "open", label="jalan_rusak", text="Lubang", source=source).outcome
    again = bench.give(LAPOR_, "open", label="jalan_rusak", text="Lubang lagi", source=source)
    assert again.commit is None
    assert (again.outcome.ok, again.outcome.report, again.outcome.existing) == (True, first.report, True)
    assert bench.give(SARI_, "open", label="jalan_rusak", text="Lubang").outcome.existing is None
    assert len(bench.state.log) == 2


def test_another_connector_finds_a_public_report_by_its_source_too() -> None:
    bench = Bench()
    source = {"system": "lapor", "id": "17"}
    first = bench.give(LAPOR_, "open", label="jalan_rusak", text="Lubang", source=source).outcome

    again = bench.give(
        a_user("t-gateway", Role.INTAKE), "open", label="jalan_rusak", text="Lubang", source=source
    ).outcome

    assert (again.ok, again.existing, again.report) == (True, True, first.report)


@pytest.mark.parametrize("actor", [SARI_, LAPOR_, HENDRO_])
def test_the_source_of_a_covert_report_tells_the_uncleared_nothing(actor: User) -> None:
    def outcomes(*, covert: bool) -> list[Outcome]:
        bench = Bench()
        if covert:
            hidden = a_report(
                id="r-HIDDEN", number="HHHH-00", covert=True, squad=Squad.SHADOW, access=frozenset({RINA_.id}),
                opened_by="u-other", source_system="lapor", source_id="17",
            )  # fmt: skip
            bench.state.reports[hidden.id] = hidden
        source = {"system": "lapor", "id": "17"}
        return [bench.give(actor, "open", label="jalan_rusak", text="Lubang", source=source).outcome for _ in range(2)]

    first, again = outcomes(covert=True)
    assert [first, again] == outcomes(covert=False)
    assert (first.ok, first.existing) == (True, None)
    assert (again.report, again.existing) == (first.report, True)


def test_a_covert_report_is_still_opened_once_by_its_opener_and_by_who_is_cleared_for_it() -> None:
    bench = Bench(MemoryState(cleared=frozenset({RINA_.id})))
    source = {"system": "lapor", "id": "17"}
    covert = bench.give(LAPOR_, "open", label="pungli", text="Diminta uang", source=source).outcome.report
    public = bench.give(SARI_, "open", label="jalan_rusak", text="Lubang", source=source).outcome.report
    assert public != covert
    for actor, told in ((LAPOR_, covert), (RINA_, covert), (SARI_, public), (BUDI_, public)):
        outcome = bench.give(actor, "open", label="jalan_rusak", text="Lubang", source=source).outcome
        assert (outcome.report, outcome.existing) == (told, True)


def test_the_reporter_is_sealed_only_when_the_report_is_opened() -> None:
    bench = Bench()
    bench.give(a_dispatcher("u-x"), "open", label="jalan_rusak", reporter="Slamet")
    assert bench.state.sealed == []
    report = bench.opened(LAPOR_, reporter="Slamet")
    assert bench.state.sealed == ["Slamet"]
    assert bench.state.reports[report].identity == "i-1"
    assert "Slamet" not in str(bench.state.log)


def test_a_report_born_covert_is_named_to_its_opener_and_to_nobody_else() -> None:
    bench = Bench(MemoryState(cleared=frozenset({RINA_.id})))
    outcome = bench.give(SARI_, "open", label="pungli", text="Diminta uang").outcome
    assert (outcome.ok, outcome.rev) == (True, None)
    report = outcome.report or ""
    assert bench.state.reports[report].access == {RINA_.id}
    assert RowKey("report", report, "desk") not in bench.state.versions
    assert bench.give(SARI_, "acknowledge", report, base="x").outcome.code == "not_found"
    assert bench.give(LAPOR_, "note", report, text="a").outcome.code == "not_found"
    assert bench.give(RINA_, "acknowledge", report, base=bench.rev(report, "covert")).outcome.ok
    assert bench.give(SARI_, "open", label="jalan_rusak", text="a").outcome.ok


def test_an_undo_puts_back_what_the_key_did() -> None:
    bench = Bench()
    report = bench.opened(LAPOR_)
    key = bench.give(SARI_, "acknowledge", report, base=bench.rev(report)).outcome.key
    undone = bench.give(SARI_, "undo", of=key).outcome
    assert (undone.ok, undone.report) == (True, report)
    assert bench.state.reports[report].state is State.RECEIVED
    assert bench.give(SARI_, "undo", of=key).outcome.ok is False
    assert bench.give(BUDI_, "undo", of="d-u-sari.77").outcome.code == "not_found"


def test_an_undo_that_comes_too_late_shows_the_row_as_it_is() -> None:
    bench = Bench()
    report = bench.opened(LAPOR_)
    key = bench.give(SARI_, "acknowledge", report, base=bench.rev(report)).outcome.key
    bench.give(BUDI_, "prioritise", report, base=bench.rev(report), priority="P2", reason="new_facts")
    outcome = bench.give(SARI_, "undo", of=key).outcome
    assert (outcome.code, outcome.report, outcome.by, outcome.changed_at) == ("conflict", report, "Budi", NOW)
    assert {"state", "priority", "claim"} <= set(outcome.changed or ())
    again = execute(bench.state, an_order(SARI_, 2, "undo", of=key), house=bench.house, intake=bench.state.intake)
    for told in (outcome, again.outcome):
        assert told.current is not None
        assert (told.current.rev, told.current.value.priority) == (bench.rev(report), "P2")
    assert again.outcome.repeated


def test_a_photo_that_is_not_kept_here_is_bad_format() -> None:
    bench = Bench()
    args = {"label": "jalan_rusak", "text": "Lubang"}
    refused = bench.give(LAPOR_, "open", **args, photos=["p-1", "x-1"]).outcome
    assert (refused.code, refused.field) == ("bad_format", "args.photos")
    report = bench.opened(LAPOR_, photos=["p-1"])
    bench.give(SARI_, "assign", report, base=bench.rev(report), members=["m-31"])
    bench.give(SARI_, "arrive", report, base=bench.rev(report), member="m-31")
    evidence = [{"kind": "photo", "id": "x-1"}]
    refused = bench.give(SARI_, "resolve", report, base=bench.rev(report), evidence=evidence).outcome
    assert (refused.code, refused.field) == ("bad_format", "args.evidence")
    assert bench.give(SARI_, "resolve", report, base=bench.rev(report), evidence=[{"kind": "photo"}]).outcome.ok


def test_members_begin_and_end_duty_and_the_commit_says_so() -> None:
    bench = Bench()
    executed = bench.give(HENDRO_, "member_off", member="m-31")
    assert executed.outcome.ok
    assert executed.commit is not None
    assert [(member.id, member.on) for member in executed.commit.members] == [("m-31", False)]
    assert bench.state.people["m-31"].on is False
    assert executed.commit.events == ()


def test_a_merge_changes_two_reports_in_one_commit() -> None:
    bench = Bench()
    one, other = bench.opened(LAPOR_), bench.opened(LAPOR_)
    args = {"outcome": "duplicate", "reason": "duplicate", "into": other}
    executed = bench.give(SARI_, "close", one, base=bench.rev(one), **args)
    assert executed.outcome.ok, executed.outcome
    assert executed.commit is not None
    assert {change.after.id for change in executed.commit.changes} == {one, other}
    assert executed.outcome.report == one
    assert bench.state.reports[other].duplicates == (one,)
    assert SARI in {event.by for event in executed.commit.events}
