"""From an act's key to its command: what is still to be asked, one digit a question, without a dialog and without Qt.

An act begins with a key; each question offers choices, a digit each, or a line of text. Of more than nine choices the
person first types a few letters. When nothing is
left to ask, the prompt holds the domain command. What may be done at all is `services.domain.table`'s to say.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from services.domain.claims import taking_needs_reason
from services.domain.commands import (
    Accept,
    Acknowledge,
    Arrive,
    Assign,
    Close,
    Command,
    Confirm,
    Decline,
    Escalate,
    Evidence,
    HandBack,
    Note,
    Prioritise,
    Reassign,
    Refuse,
    Relabel,
    Release,
    Reopen,
    Resolve,
    Resume,
    ShelveAlarm,
    TakeClaim,
    Verify,
    Wait,
)
from services.domain.people import User
from services.domain.policy import DAY, HOUR, MINUTE
from services.domain.reasons import EVIDENCE_KINDS, OTHER, VIAS, by_key, key_of
from services.domain.report import Millis, Outcome, Priority
from services.domain.rows import LabelRow, MemberRow, ReportRow
from services.domain.squads import PUBLIC_SQUADS, Squad
from services.domain.table import may_escalate_to

MOST_CHOICES = 9
PAUSES: Mapping[str, Millis] = MappingProxyType(
    {"2h": 2 * HOUR, "8h": 8 * HOUR, "1d": DAY, "2d": 2 * DAY, "3d": 3 * DAY, "7d": 7 * DAY}
)
"""How long a pause can be chosen to last; over three days a supervisor decides, but for the citizen."""
SHELVES: Mapping[str, Millis] = MappingProxyType({"15m": 15 * MINUTE, "30m": 30 * MINUTE, "60m": 60 * MINUTE})
"""How long an alarm can be put aside."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the digit that gives it and the code it stands for (a member's id, a reason, a squad …)."""

    digit: int
    code: str
    detail: str = ""
    """What helps to choose, already plain: a member's open reports of his limit (`3/8`)."""
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked next. `step` names its kind: a choice by digit, or a line of text."""

    act: str
    step: str
    choices: tuple[Choice, ...] = ()

    @property
    def wants_text(self) -> bool:
        """Whether the answer is typed."""
        return self.step not in _CHOICES and not self.choices

    @property
    def unanswerable(self) -> bool:
        """Whether there is nothing to choose: a squad without members, for instance."""
        return not self.wants_text and not any(choice.enabled for choice in self.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the questions are made from: the report, its members and the clock."""

    row: ReportRow
    members: Mapping[str, MemberRow]
    user: User
    now: Millis
    labels: Mapping[str, LabelRow] = field(default_factory=lambda: MappingProxyType({}))
    alarm: str = ""
    """The alarm of the report an act is about (`alarm_shelve`)."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """An act under way: which one, on which report, and the answers so far by step."""

    act: str
    report: str
    base: str | None
    facts: Facts
    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def question(self) -> Question | None:
        """The next question, or None when the command is complete."""
        for step in _STEPS[self.act](self):
            if step not in self.answers:
                return Question(self.act, step, _CHOICES[step](self) if step in _CHOICES else ())
        return None

    def answer(self, text: str) -> "Prompt":
        """Return the prompt with its question answered by a code or a typed text.

        Raises:
            ValueError: if nothing is asked, or the answer is none of the choices.
        """
        question = self.question
        if question is None:
            message = f"{self.act}: nothing is left to ask"
            raise ValueError(message)
        if not question.wants_text and text not in {choice.code for choice in question.choices if choice.enabled}:
            message = f"{question.step}: {text!r} is not among the choices"
            raise ValueError(message)
        return replace(self, answers=MappingProxyType({**self.answers, question.step: text}))

    def press(self, digit: int) -> "Prompt | None":
        """Return the prompt with the choice of a digit taken, or None if the digit chooses nothing."""
        question = self.question
        if question is None:
            return None
        for choice in question.choices:
            if choice.digit == digit and choice.enabled:
                return self.answer(choice.code)
        return None

    def back(self) -> "Prompt | None":
        """Return the prompt without its last answer, or None if there is none to take back."""
        if not self.answers:
            return None
        kept = dict(self.answers)
        kept.popitem()
        return replace(self, answers=MappingProxyType(kept))

    def command(self) -> Command:
        """Return the complete command.

        Raises:
            KeyError: if a question is still open.
        """
        return _COMMANDS[self.act](self)

    @property
    def note(self) -> str | None:
        """The typed reason, where the reason is `other`."""
        return self.answers.get("note")


def _reason(prompt: Prompt, *before: str) -> tuple[str, ...]:
    steps = (*before, "reason")
    return (*steps, "note") if prompt.answers.get("reason") == OTHER else steps


def _assign_steps(prompt: Prompt) -> tuple[str, ...]:
    del prompt
    return ("member",)


def _acknowledge_steps(prompt: Prompt) -> tuple[str, ...]:
    return ("squad",) if prompt.facts.row.squad is None else ()


def _reassign_steps(prompt: Prompt) -> tuple[str, ...]:
    stays = prompt.answers.get("squad") == prompt.facts.row.squad
    return _reason(prompt, "squad", "member") if stays else _reason(prompt, "squad")


def _on_behalf_steps(prompt: Prompt) -> tuple[str, ...]:
    return ("via",) if len(prompt.facts.row.members) == 1 else ("holder", "via")


def _close_steps(prompt: Prompt) -> tuple[str, ...]:
    if prompt.answers.get("outcome") == Outcome.DUPLICATE:
        return ("outcome", "into")
    return _reason(prompt, "outcome")


def _claim_steps(prompt: Prompt) -> tuple[str, ...]:
    facts = prompt.facts
    return _reason(prompt) if taking_needs_reason(facts.row, facts.user.id, facts.now) else ()


SHELVE = "alarm_shelve"
_STEPS: Mapping[str, Callable[[Prompt], tuple[str, ...]]] = MappingProxyType(
    {
        "acknowledge": _acknowledge_steps,
        "assign": _assign_steps,
        "reassign": _reassign_steps,
        "accept": _on_behalf_steps,
        "arrive": _on_behalf_steps,
        "wait": lambda _: ("reason", "until"),
        "resume": lambda _: (),
        "resolve": lambda prompt: (
            ("evidence", "words") if prompt.answers.get("evidence") == "visit_note" else ("evidence",)
        ),
        "verify": lambda _: (),
        "refuse": _reason,
        "hand_back": _reason,
        "escalate": lambda prompt: _reason(prompt, "level"),
        "close": _close_steps,
        "confirm": lambda _: (),
        "decline": _reason,
        "reopen": _reason,
        "prioritise": lambda prompt: _reason(prompt, "priority"),
        "relabel": lambda prompt: _reason(prompt, "label"),
        "note": lambda _: ("text",),
        "claim": _claim_steps,
        "release": lambda _: (),
        SHELVE: lambda prompt: _reason(prompt, "span"),
    }
)
"""Act -> what it asks, given the answers so far."""

ACTS = tuple(act for act in _STEPS if act != SHELVE)
"""The acts on a report a prompt can lead to their command."""


def _squads(prompt: Prompt) -> tuple[Choice, ...]:
    del prompt
    return tuple(Choice(squad.key, squad.value) for squad in PUBLIC_SQUADS)


def _members(prompt: Prompt) -> tuple[Choice, ...]:
    squad, members = prompt.facts.row.squad, prompt.facts.members
    fit = [(id_, row) for id_, row in members.items() if row.squad == squad and row.ended is None]
    fit.sort(key=lambda pair: (not pair[1].on, pair[1].open, pair[1].name))
    return tuple(Choice(digit, id_, detail=f"{row.open}/{row.limit}") for digit, (id_, row) in enumerate(fit, start=1))


def _holders(prompt: Prompt) -> tuple[Choice, ...]:
    return tuple(Choice(digit, id_) for digit, id_ in enumerate(prompt.facts.row.members[:MOST_CHOICES], start=1))


def _reasons(prompt: Prompt) -> tuple[Choice, ...]:
    codes = (by_key(prompt.act, digit) for digit in range(1, MOST_CHOICES + 1))
    return tuple(Choice(key_of(prompt.act, code), code) for code in codes if code is not None and _fits(prompt, code))


def _fits(prompt: Prompt, reason: str) -> bool:
    outcome = prompt.answers.get("outcome")
    if prompt.act != "close" or outcome is None:
        return True
    return reason in _REASONS_OF_OUTCOME[Outcome(outcome)]


_REASONS_OF_OUTCOME: Mapping[Outcome, tuple[str, ...]] = MappingProxyType(
    {
        Outcome.DONE: ("done", OTHER),
        Outcome.DUPLICATE: ("duplicate", OTHER),
        Outcome.UNFOUNDED: ("no_problem_found", OTHER),
        Outcome.NOT_OURS: ("other_authority", OTHER),
        Outcome.CANCELLED: ("citizen_withdrew", "test", OTHER),
    }
)
"""Which reasons make sense for which outcome; the hub takes any, the desk offers these."""


def _levels(prompt: Prompt) -> tuple[Choice, ...]:
    row = prompt.facts.row
    return tuple(
        Choice(level, str(level), enabled=may_escalate_to(level, Priority(row.priority), prompt.facts.user))
        for level in range(row.escalation + 1, 4)
    )


def _outcomes(prompt: Prompt) -> tuple[Choice, ...]:
    resolved = prompt.facts.row.state == "resolved"
    return tuple(
        Choice(digit, outcome.value, enabled=resolved or outcome is not Outcome.DONE)
        for digit, outcome in enumerate(Outcome, start=1)
    )


def _pauses(prompt: Prompt) -> tuple[Choice, ...]:
    del prompt
    return tuple(Choice(digit, code) for digit, code in enumerate(PAUSES, start=1))


def _priorities(prompt: Prompt) -> tuple[Choice, ...]:
    present = prompt.facts.row.priority
    return tuple(Choice(n, p.value, enabled=p.value != present) for n, p in enumerate(Priority, start=1))


def _labels(prompt: Prompt) -> tuple[Choice, ...]:
    """The labels in force, those of the report's own squad first."""
    row = prompt.facts.row
    fit = [(key, label) for key, label in prompt.facts.labels.items() if label.active and key != row.label]
    fit.sort(key=lambda pair: pair[1].squad != row.squad)
    return tuple(Choice(digit, key) for digit, (key, _) in enumerate(fit, start=1))


def _listed(codes: tuple[str, ...]) -> Callable[[Prompt], tuple[Choice, ...]]:
    return lambda _: tuple(Choice(digit, code) for digit, code in enumerate(codes, start=1))


_CHOICES: Mapping[str, Callable[[Prompt], tuple[Choice, ...]]] = MappingProxyType(
    {
        "squad": _squads,
        "member": _members,
        "holder": _holders,
        "reason": _reasons,
        "level": _levels,
        "outcome": _outcomes,
        "until": _pauses,
        "span": _listed(tuple(SHELVES)),
        "priority": _priorities,
        "label": _labels,
        "via": _listed(VIAS),
        "evidence": _listed(EVIDENCE_KINDS),
    }
)
"""Step -> its choices; steps that are not here (note, words, text, into) are typed."""


def _holder(prompt: Prompt) -> str:
    members = prompt.facts.row.members
    return members[0] if len(members) == 1 else prompt.answers["holder"]


def _reassign(prompt: Prompt) -> Command:
    answers = prompt.answers
    if "member" in answers:
        return Reassign(members=(answers["member"],), reason=answers["reason"], note=prompt.note)
    return Reassign(squad=Squad(answers["squad"]), reason=answers["reason"], note=prompt.note)


def _close(prompt: Prompt) -> Command:
    outcome = Outcome(prompt.answers["outcome"])
    if outcome is Outcome.DUPLICATE:
        return Close(outcome=outcome, reason="duplicate", into=prompt.answers["into"])
    return Close(outcome=outcome, reason=prompt.answers["reason"], note=prompt.note)


def _resolve(prompt: Prompt) -> Command:
    return Resolve(evidence=(Evidence(prompt.answers["evidence"], words=prompt.answers.get("words")),))


def _acknowledge(prompt: Prompt) -> Command:
    squad = prompt.answers.get("squad")
    return Acknowledge(squad=None if squad is None else Squad(squad))


_COMMANDS: Mapping[str, Callable[[Prompt], Command]] = MappingProxyType(
    {
        "acknowledge": _acknowledge,
        "assign": lambda p: Assign(members=(p.answers["member"],)),
        "reassign": _reassign,
        "accept": lambda p: Accept(member=_holder(p), via=p.answers["via"]),
        "arrive": lambda p: Arrive(member=_holder(p), via=p.answers["via"]),
        "wait": lambda p: Wait(reason=p.answers["reason"], until=p.facts.now + PAUSES[p.answers["until"]]),
        "resume": lambda _: Resume(),
        "resolve": _resolve,
        "verify": lambda _: Verify(),
        "refuse": lambda p: Refuse(reason=p.answers["reason"], note=p.note),
        "hand_back": lambda p: HandBack(reason=p.answers["reason"], note=p.note),
        "escalate": lambda p: Escalate(level=int(p.answers["level"]), reason=p.answers["reason"], note=p.note),
        "close": _close,
        "confirm": lambda _: Confirm(),
        "decline": lambda p: Decline(reason=p.answers["reason"], note=p.note),
        "reopen": lambda p: Reopen(reason=p.answers["reason"], note=p.note),
        "prioritise": lambda p: Prioritise(
            priority=Priority(p.answers["priority"]), reason=p.answers["reason"], note=p.note
        ),
        "relabel": lambda p: Relabel(label=p.answers["label"], reason=p.answers["reason"], note=p.note),
        "note": lambda p: Note(text=p.answers["text"]),
        "claim": lambda p: TakeClaim(reason=p.answers.get("reason"), note=p.note),
        "release": lambda _: Release(),
        SHELVE: lambda p: ShelveAlarm(
            alarm=p.facts.alarm,
            until=p.facts.now + SHELVES[p.answers["span"]],
            reason=p.answers["reason"],
            note=p.note,
        ),
    }
)
"""Act -> the command its answers make."""
