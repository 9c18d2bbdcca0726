"""The words of a prompt: its act, its question, its choices, in the language of the screen."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.many import SURE, Many
from desktop.prompt import MOST_CHOICES, Choice, Prompt, Question
from services.domain.reasons import MAX_ID, MAX_WORDS
from widgets import counted, words
from widgets.names import Names
from widgets.prompt_bar import PromptChoice, PromptLook

translate = QCoreApplication.translate

_QUESTIONS: Mapping[str, object] = MappingProxyType(
    {
        "squad": QT_TRANSLATE_NOOP("questions", "to which squad?"),
        "member": QT_TRANSLATE_NOOP("questions", "to whom?"),
        "holder": QT_TRANSLATE_NOOP("questions", "who?"),
        "reason": QT_TRANSLATE_NOOP("questions", "why?"),
        "level": QT_TRANSLATE_NOOP("questions", "to whom?"),
        "outcome": QT_TRANSLATE_NOOP("questions", "how did it end?"),
        "until": QT_TRANSLATE_NOOP("questions", "for how long?"),
        "span": QT_TRANSLATE_NOOP("questions", "for how long?"),
        "priority": QT_TRANSLATE_NOOP("questions", "which one?"),
        "label": QT_TRANSLATE_NOOP("questions", "which one?"),
        SURE: QT_TRANSLATE_NOOP("questions", "really all of them?"),
        "via": QT_TRANSLATE_NOOP("questions", "told by?"),
        "evidence": QT_TRANSLATE_NOOP("questions", "what shows it?"),
        "note": QT_TRANSLATE_NOOP("questions", "for another reason"),
        "words": QT_TRANSLATE_NOOP("questions", "what was seen?"),
        "text": QT_TRANSLATE_NOOP("questions", "for this room only"),
        "into": QT_TRANSLATE_NOOP("questions", "of which report?"),
    }
)
_PLACEHOLDERS: Mapping[str, object] = MappingProxyType(
    {
        "note": QT_TRANSLATE_NOOP("questions", "Write the reason, then Enter"),
        "words": QT_TRANSLATE_NOOP("questions", "Write what was seen, then Enter"),
        "text": QT_TRANSLATE_NOOP("questions", "Write the note, then Enter"),
        "into": QT_TRANSLATE_NOOP("questions", "Number of the other report, then Enter"),
    }
)
_PAUSES: Mapping[str, object] = MappingProxyType(
    {
        "2h": QT_TRANSLATE_NOOP("questions", "2 hours"),
        "8h": QT_TRANSLATE_NOOP("questions", "8 hours"),
        "1d": QT_TRANSLATE_NOOP("questions", "1 day"),
        "2d": QT_TRANSLATE_NOOP("questions", "2 days"),
        "3d": QT_TRANSLATE_NOOP("questions", "3 days"),
        "7d": QT_TRANSLATE_NOOP("questions", "7 days"),
    }
)


def look_of(prompt: Prompt, question: Question, names: Names) -> PromptLook:
    """Return what the prompt bar shows for a question."""
    return PromptLook(
        act=words.act_word(prompt.act, prompt.facts.row.squad),
        question=translate("questions", str(_QUESTIONS[question.step])),
        choices=tuple(_choice(question, choice, names) for choice in question.choices),
        placeholder=_placeholder(question),
        limit=MAX_ID if question.step == "into" else MAX_WORDS,
    )


def _placeholder(question: Question) -> str:
    if question.wants_text:
        return translate("questions", str(_PLACEHOLDERS[question.step]))
    if len(question.choices) > MOST_CHOICES:
        return translate("questions", "A few letters, then a digit or Enter")
    return ""


def look_of_many(many: Many, question: Question, names: Names) -> PromptLook:
    """Return what the prompt bar shows for a question that is asked for several reports."""
    look = look_of(many.lead, question, names)
    return replace(look, act=f"{look.act} · {counted.reports(len(many.prompts))}")


def _choice(question: Question, choice: Choice, names: Names) -> PromptChoice:
    words = _say(question, choice.code, names)
    return PromptChoice(choice.digit, words, choice.detail, choice.enabled, choice.code)


def _say(question: Question, code: str, names: Names) -> str:
    if question.step == "reason":
        return words.reason_word(question.act, code)
    if question.step in {"member", "holder"}:
        return names.member(code)
    if question.step == "label":
        return names.label(code)
    return _PLAIN[question.step](code)


_PLAIN: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "squad": words.squad_word,
        "level": lambda code: words.level_word(int(code)),
        "outcome": words.outcome_word,
        "until": lambda code: translate("questions", str(_PAUSES[code])),
        "span": lambda code: translate("questions", "{n} minutes").format(n=code.removesuffix("m")),
        "priority": words.priority_word,
        "via": words.via_word,
        "evidence": words.evidence_word,
        SURE: lambda _: translate("questions", "Yes, all of them"),
    }
)
"""Step -> the word of a choice's code."""
