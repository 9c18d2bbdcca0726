"""Questions in words: whatever can be asked or chosen has its word in both languages."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.language import Languages
from desktop.prompt import ACTS, Facts, Prompt, Question
from desktop.questions import look_of
from services.domain.reasons import MAX_ID, MAX_WORDS
from services.domain.report import Outcome, State
from services.domain.squads import Squad
from tests.builders import NOW, REPORT, a_supervisor
from tests.desktop.test_prompt import MEMBERS, a_row
from widgets.names import Names

SAME = {"duplicate", "done", "document", "late", "media", "other", "photo", "radio", "sms", "supervisor", "test"}
"""Codes that are a word of English, or of both languages."""
NAMES = Names(members={id_: row.name for id_, row in MEMBERS.items()}, kecamatan={}, desa={}, labels={})


def _facts(state: State, *, squad: str | None = "orange") -> Facts:
    row = a_row(state, members=("m-1", "m-2"), squad=squad)
    return Facts(row=row, members=MEMBERS, user=a_supervisor(), now=NOW)


def every_question() -> list[tuple[Prompt, Question]]:
    """Every question any answer to any act leads to, each step of an act once with each list of choices."""
    found: dict[tuple[str, str, tuple[str, ...]], tuple[Prompt, Question]] = {}
    for state in State:
        for squad in (Squad.ORANGE.value, None):
            ways = [Prompt(act, REPORT, "v1", _facts(state, squad=squad)) for act in ACTS]
            while ways:
                prompt = ways.pop()
                question = prompt.question
                if question is None or question.unanswerable:
                    continue
                codes = tuple(choice.code for choice in question.choices)
                if found.setdefault((prompt.act, question.step, codes), (prompt, question))[0] is not prompt:
                    continue
                enabled = [choice.code for choice in question.choices if choice.enabled]
                ways += [prompt.answer(code) for code in (enabled if codes else ["r-9"])]
    return list(found.values())


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_question_and_every_choice_has_its_word(qapp: QApplication, language: str) -> None:
    del qapp
    languages = Languages("en" if language == "en" else "id")

    for prompt, question in every_question():
        look = look_of(prompt, question, NAMES)
        assert look.act
        assert look.question
        assert bool(look.placeholder) == question.wants_text
        for choice, shown in zip(question.choices, look.choices, strict=True):
            assert shown.words not in {"", choice.code} or choice.code in SAME, choice
            assert (shown.digit, shown.enabled, shown.detail) == (choice.digit, choice.enabled, choice.detail)
    languages.deleteLater()


def test_every_step_is_asked_in_other_words_in_the_other_language(qapp: QApplication) -> None:
    del qapp
    asked = {}
    for language in ("id", "en"):
        languages = Languages("en" if language == "en" else "id")
        asked[language] = {
            (prompt.act, question.step): look_of(prompt, question, NAMES).question
            for prompt, question in every_question()
        }
        languages.deleteLater()
        del languages
    same = [step for step, words in asked["id"].items() if words == asked["en"][step]]

    assert same == []


def test_members_are_named_and_show_their_load() -> None:
    prompt = Prompt("assign", REPORT, "v1", _facts(State.QUEUED))
    question = prompt.question
    assert question is not None

    look = look_of(prompt, question, NAMES)

    assert [(choice.words, choice.detail) for choice in look.choices][:2] == [("Suyono", "1/8"), ("Wahyu N.", "5/8")]


def test_a_number_is_short_and_a_note_is_long() -> None:
    facts = _facts(State.QUEUED)
    into = Prompt("close", REPORT, "v1", facts).answer(Outcome.DUPLICATE)
    note = Prompt("note", REPORT, "v1", facts)
    assert into.question is not None
    assert note.question is not None

    assert look_of(into, into.question, NAMES).limit == MAX_ID
    assert look_of(note, note.question, NAMES).limit == MAX_WORDS
