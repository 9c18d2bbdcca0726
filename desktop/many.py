"""One act on several reports: the questions are asked once, each report has its own order and its own version; no Qt.

What may be chosen is what may be chosen for all of them. A report that an answer makes pointless (it is with that squad
already) is left out and named, like those on which the act is not allowed: nothing falls silently.
"""

from dataclasses import dataclass, replace
from typing import Final

from desktop.prompt import Choice, Prompt, Question
from services.domain.commands import Command
from services.domain.rows import ReportRow

BULK: Final = frozenset({"assign", "reassign", "escalate", "close"})
"""The acts that can be given on several reports at once."""
UNASKED: Final = 20
"""More reports than this ask for one more key."""
SURE: Final = "sure"
_YES: Final = Choice(1, "yes")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A report on which the act is not given, and why: a code of `desktop.batch`."""

    report: str
    number: str
    code: str
    state: str


@dataclass(frozen=True, slots=True)
class OneOrder:
    """One report's own order."""

    report: str
    number: str
    command: Command
    base: str | None
    seen: ReportRow


@dataclass(frozen=True, slots=True)
class Many:
    """An act under way on several reports; used like a `Prompt`."""

    prompts: tuple[Prompt, ...]
    left: tuple[LeftOut, ...] = ()
    sure: bool = False
    before: "Many | None" = None
    """As it was before the last answer."""

    @property
    def act(self) -> str:
        """Which act it is."""
        return self.prompts[0].act

    @property
    def lead(self) -> Prompt:
        """The prompt whose question is asked for all."""
        return next((prompt for prompt in self.prompts if prompt.question is not None), self.prompts[0])

    @property
    def question(self) -> Question | None:
        """The next question, with the choices that all these reports have."""
        first = self.lead.question
        if first is None:
            return Question(self.act, SURE, (_YES,)) if len(self.prompts) > UNASKED and not self.sure else None
        if first.wants_text:
            return first
        shared = set.intersection(*(_codes(prompt) for prompt in self._asked(first)))
        return replace(first, choices=tuple(choice for choice in first.choices if choice.code in shared))

    def answer(self, text: str) -> "Many":
        """Return it with the question answered for every report of which it is asked.

        Raises:
            ValueError: nothing is asked, or the answer is none of the choices.
        """
        question = self.question
        if question is None or not (question.wants_text or text in {choice.code for choice in question.choices}):
            message = f"{self.act}: {text!r} answers nothing"
            raise ValueError(message)
        if question.step == SURE:
            return replace(self, sure=True, before=self)
        asked = self._asked(question)
        answered = tuple(prompt.answer(text) if prompt in asked else prompt for prompt in self.prompts)
        return _without_pointless(replace(self, prompts=answered, before=self))

    def press(self, digit: int) -> "Many | None":
        """Return it with the choice of a digit taken, or None if the digit chooses nothing."""
        choices = () if self.question is None else self.question.choices
        return next((self.answer(choice.code) for choice in choices if choice.digit == digit and choice.enabled), None)

    def back(self) -> "Many | None":
        """Return it without its last answer, or None if there is none to take back."""
        return self.before

    def orders(self) -> tuple[OneOrder, ...]:
        """Return the complete orders.

        Raises:
            KeyError: if a question is still open.
        """
        return tuple(
            OneOrder(prompt.report, prompt.facts.row.number, prompt.command(), prompt.base, prompt.facts.row)
            for prompt in self.prompts
        )

    def _asked(self, question: Question) -> list[Prompt]:
        """The prompts of which this is asked now; others have other questions, which come later."""
        return [
            prompt for prompt in self.prompts if prompt.question is not None and prompt.question.step == question.step
        ]


def _codes(prompt: Prompt) -> set[str]:
    question = prompt.question
    return set() if question is None else {choice.code for choice in question.choices if choice.enabled}


def _without_pointless(many: Many) -> Many:
    """Leave out what is with the chosen squad already, unless all of it is: then it moves to another member."""
    there = [prompt for prompt in many.prompts if prompt.answers.get("squad") == prompt.facts.row.squad]
    if many.act != "reassign" or not there or len(there) == len(many.prompts):
        return many
    rows = [(prompt.report, prompt.facts.row) for prompt in there]
    left = tuple(LeftOut(report, row.number, "there", row.state) for report, row in rows)
    return replace(many, prompts=tuple(p for p in many.prompts if p not in there), left=many.left + left)
