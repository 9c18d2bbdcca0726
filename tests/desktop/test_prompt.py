"""Acts by keyboard: a few digits lead from a key to the whole command."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.prompt import ACTS, Facts, Prompt
from services.domain.access import project
from services.domain.commands import (
    Accept,
    Acknowledge,
    Assign,
    Close,
    Command,
    Escalate,
    Note,
    Reassign,
    Resolve,
    Wait,
)
from services.domain.policy import DAY
from services.domain.reasons import REASONS
from services.domain.report import Outcome, State
from services.domain.rows import MemberRow, ReportRow
from services.domain.squads import Squad
from tests.builders import NOW, REPORT, a_dispatcher, a_policy, a_report, a_supervisor
from tests.desktop.at_hand import a_label_row


def a_row(state: State = State.QUEUED, **changes: Any) -> ReportRow:
    row = project(a_report(state), a_dispatcher(), a_policy())
    assert row is not None
    return replace(row, **changes)


def a_member_row(name: str, **changes: Any) -> MemberRow:
    member = MemberRow(
        name=name, squad="orange", on=True, on_since=NOW, limit=8, open=3, late=0, due_hour=0, p50=None, n=0, base=None,
        ended=None, replaced_by=None, code_name=False,
    )  # fmt: skip
    return replace(member, **changes)


MEMBERS = {
    "m-1": a_member_row("Wahyu N.", open=5),
    "m-2": a_member_row("Suyono", open=1),
    "m-3": a_member_row("Tri H.", on=False),
    "m-4": a_member_row("Endah P.", squad="red"),
    "m-5": a_member_row("Gone", ended=NOW),
}


LABELS = {key: a_label_row(squad=squad) for key, squad in (("banjir", "blue"), ("drainase", "orange"))}
LABELS["lama"] = a_label_row(active=False)
LABELS["jalan_rusak"] = a_label_row()


def begin(act: str, row: ReportRow | None = None, *, supervisor: bool = False) -> Prompt:
    user = a_supervisor() if supervisor else a_dispatcher()
    return Prompt(act, REPORT, "rev", Facts(row=row or a_row(), members=MEMBERS, user=user, now=NOW, labels=LABELS))


def press(act: str, digits: str, row: ReportRow | None = None) -> Command:
    """What an act's digits lead to; the act's own key makes one key more."""
    prompt = begin(act, row)
    for digit in digits:
        after = prompt.press(int(digit))
        assert after is not None, (act, digit, prompt.question)
        prompt = after
    assert prompt.question is None
    return prompt.command()


def test_reassign_to_another_squad_takes_three_keys() -> None:
    assert press("reassign", "41") == Reassign(squad=Squad.BLUE, reason="wrong_squad")


def test_reassign_within_the_squad_takes_four_keys() -> None:
    assert press("reassign", "312", a_row(State.ASSIGNED)) == Reassign(members=("m-2",), reason="wrong_member")


def test_escalate_takes_three_keys() -> None:
    assert press("escalate", "11") == Escalate(level=1, reason="late")


def test_close_takes_three_keys() -> None:
    assert press("close", "53") == Close(outcome=Outcome.CANCELLED, reason="citizen_withdrew")


def test_close_as_done_is_offered_only_once_it_is_resolved() -> None:
    assert begin("close").press(1) is None
    assert press("close", "11", a_row(State.RESOLVED)) == Close(outcome=Outcome.DONE, reason="done")


def test_a_duplicate_asks_for_the_other_report_instead_of_a_reason() -> None:
    prompt = begin("close").answer("duplicate")
    assert prompt.question is not None
    assert (prompt.question.step, prompt.question.wants_text) == ("into", True)
    assert prompt.answer("r-other").command() == Close(outcome=Outcome.DUPLICATE, reason="duplicate", into="r-other")


def test_an_acknowledgement_asks_for_a_squad_only_where_none_is_known() -> None:
    assert begin("acknowledge").command() == Acknowledge()
    assert press("acknowledge", "5", a_row(State.RECEIVED, squad=None)) == Acknowledge(squad=Squad.YELLOW)


def test_members_are_offered_on_duty_first_and_the_least_loaded_of_them_first() -> None:
    question = begin("assign").question
    assert question is not None
    assert [(choice.code, choice.detail) for choice in question.choices] == [
        ("m-2", "1/8"),
        ("m-1", "5/8"),
        ("m-3", "3/8"),
    ]
    assert press("assign", "1") == Assign(members=("m-2",))


def test_on_behalf_of_one_member_only_the_channel_is_asked() -> None:
    row = a_row(State.ASSIGNED, members=("m-1",))
    assert press("accept", "1", row) == Accept(member="m-1", via="radio")
    assert press("accept", "22", replace(row, members=("m-1", "m-2"))) == Accept(member="m-2", via="whatsapp")


def test_evidence_of_a_visit_wants_words_and_a_photo_does_not() -> None:
    command = press("resolve", "1", a_row(State.ON_SCENE))
    assert isinstance(command, Resolve)
    assert command.evidence[0].kind == "photo"
    visit = begin("resolve", a_row(State.ON_SCENE)).answer("visit_note").answer("Lubang sudah ditambal").command()
    assert isinstance(visit, Resolve)
    assert visit.evidence[0].words == "Lubang sudah ditambal"


def test_a_pause_ends_after_the_chosen_time() -> None:
    assert press("wait", "13", a_row(State.ACCEPTED)) == Wait(reason="citizen", until=NOW + DAY)


def test_the_reason_other_asks_for_a_note() -> None:
    prompt = begin("escalate").answer("1").answer("other")
    assert prompt.question is not None
    assert prompt.question.step == "note"
    assert prompt.answer("Warga menelepon lagi").command() == Escalate(
        level=1, reason="other", note="Warga menelepon lagi"
    )


def test_the_last_answer_can_be_taken_back() -> None:
    prompt = begin("reassign").answer("blue").answer("overload")
    back = prompt.back()
    assert back is not None
    assert back.question is not None
    assert back.question.step == "reason"
    assert begin("note").back() is None


def test_only_levels_above_the_present_one_are_offered_and_the_regent_only_for_an_emergency() -> None:
    question = begin("escalate", a_row(escalation=1)).question
    assert question is not None
    assert [(choice.digit, choice.enabled) for choice in question.choices] == [(2, True), (3, False)]
    assert begin("escalate", a_row(escalation=2), supervisor=True).press(3) is not None


def test_no_person_is_offered_the_ladder_as_a_reason() -> None:
    question = begin("escalate").answer("1").question
    assert question is not None
    assert "ladder" in REASONS["escalate"]
    assert "ladder" not in [choice.code for choice in question.choices]


def test_answers_that_were_not_offered_are_refused() -> None:
    with pytest.raises(ValueError, match="not among"):
        begin("escalate").answer("7")
    with pytest.raises(ValueError, match="nothing is left"):
        begin("verify").answer("1")
    assert begin("verify").press(1) is None


def test_a_note_is_typed() -> None:
    assert begin("note").answer("Sudah ditelepon").command() == Note(text="Sudah ditelepon")


@pytest.mark.parametrize("act", ACTS)
def test_every_act_reaches_its_command_by_first_choices(act: str) -> None:
    state = {"reopen": State.CLOSED, "verify": State.RESOLVED, "refuse": State.RESOLVED}.get(act, State.ASSIGNED)
    prompt = begin(act, a_row(state, members=("m-1",)), supervisor=True)
    for _ in range(5):
        question = prompt.question
        if question is None:
            break
        first = next((choice.code for choice in question.choices if choice.enabled), "words")
        prompt = prompt.answer(first)
    assert prompt.command() is not None
    assert len(prompt.answers) <= 3
