"""Leads a person from an act's key to its order: asks what is missing, gives the order, and says when it is over."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.actions import meant
from desktop.desk import Desk
from desktop.many import LeftOut, Many
from desktop.prompt import ACTS, SHELVE, Facts, Prompt, Question
from desktop.questions import look_of, look_of_many
from services.domain.commands import NAME_OF, Command
from services.domain.rows import ReportRow
from services.domain.table import allowed
from widgets.names import Names
from widgets.prompt_bar import PromptLook


class Acting(QObject):
    """One act at a time on the report under the focus.

    Signals:
        asked(PromptLook): the next question.
        giving(frozenset[str]): an order on these reports is about to be given.
        given(str): an order was given, by the act's name; before `ended`.
        given_many(Many): one act on several reports is complete; whoever hears it gives the orders.
        shelving(ShelveAlarm): an alarm is to be put aside; whoever hears it gives the order.
        ended(bool): the act is over; True where an order was given.
        not_now(str): the act with this name is not allowed on this report now, or there is nobody to choose.
        not_these(str, bool): the act is allowed on none of several reports, or (True) no choice fits all of them.
    """

    asked = Signal(object)
    giving = Signal(object)
    given = Signal(str)
    given_many = Signal(object)
    shelving = Signal(object)
    ended = Signal(bool)
    not_now = Signal(str)
    not_these = Signal(str, bool)

    def __init__(self, desk: Desk, *, names: Callable[[], Names], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._names = names
        self._prompt: Prompt | Many | None = None

    @property
    def asking(self) -> bool:
        """Whether a question stands."""
        return self._prompt is not None

    def allowed(self, report: str | None) -> frozenset[str]:
        """The acts this user may do on a report now, by the rules the hub will apply."""
        row = None if report is None else self._desk.row(report)
        return frozenset() if row is None else frozenset(allowed(row, self._desk.user, now=self._desk.now))

    def begin(self, act: str, report: str) -> None:
        """Begin an act on a report as it stands now."""
        row = self._desk.row(report)
        may = self.allowed(report)
        name = meant(act, may)
        if row is None or name not in may or name not in ACTS:
            self.not_now.emit(act)
            return
        self._go_on(Prompt(name, report, self._desk.base(report), self._facts(row)))

    def begin_shelving(self, alarm: str, report: str) -> None:
        """Ask how long an alarm of a report is to be put aside, and why."""
        row = self._desk.row(report)
        if row is None:
            self.not_now.emit(SHELVE)
        else:
            self._go_on(Prompt(SHELVE, report, None, replace(self._facts(row), alarm=alarm)))

    def begin_many(self, act: str, reports: Iterable[str]) -> None:
        """Begin one act on several reports; those on which it is not allowed now are left out and named."""
        prompts: list[Prompt] = []
        left: list[LeftOut] = []
        for report in reports:
            row = self._desk.row(report)
            if row is not None and act in self.allowed(report):
                prompts.append(Prompt(act, report, self._desk.base(report), self._facts(row)))
            elif row is not None:
                left.append(LeftOut(report, row.number, "bad_state", row.state))
        if prompts:
            self._go_on(Many(tuple(prompts), tuple(left)))
        else:
            self.not_these.emit(act, False)

    def give(self, command: Command, report: str, *, base: str | None = None, seen: ReportRow | None = None) -> None:
        """Give an order of which nothing is left to ask."""
        self._prompt = None
        self.giving.emit(frozenset({report}))
        if self._desk.order(command, report, base=base, seen=seen) is not None:
            self.given.emit(NAME_OF[type(command)])
        self.ended.emit(True)

    def press(self, digit: int) -> None:
        """Answer by a digit; one that chooses nothing changes nothing."""
        after = None if self._prompt is None else self._prompt.press(digit)
        if after is not None:
            self._go_on(after)

    def enter(self, text: str) -> None:
        """Answer by a typed text."""
        prompt = self._prompt
        if prompt is None or prompt.question is None:
            return
        if prompt.question.step == "into":
            text = self._report_of_number(text) or text
        self._go_on(prompt.answer(text))

    def back(self) -> None:
        """Take the last answer back; before the first one, give the act up."""
        before = None if self._prompt is None else self._prompt.back()
        if before is None:
            self.cancel()
        else:
            self._go_on(before)

    def cancel(self) -> None:
        """Give the act up."""
        if self._prompt is not None:
            self._prompt = None
            self.ended.emit(False)

    def _facts(self, row: ReportRow) -> Facts:
        desk = self._desk
        return Facts(row=row, members=desk.members(), user=desk.user, now=desk.now, labels=desk.labels())

    def _go_on(self, prompt: Prompt | Many) -> None:
        question = prompt.question
        if question is not None and question.unanswerable:
            self.cancel()
            self._tell_unanswerable(prompt)
            return
        if question is not None:
            self._prompt = prompt
            self.asked.emit(_look(prompt, question, self._names()))
            return
        if isinstance(prompt, Prompt) and prompt.act == SHELVE:
            self._prompt = None
            self.shelving.emit(prompt.command())
            self.ended.emit(True)
            return
        if isinstance(prompt, Prompt):
            self.give(prompt.command(), prompt.report, base=prompt.base, seen=prompt.facts.row)
            return
        self._prompt = None
        self.giving.emit(frozenset(order.report for order in prompt.orders()))
        self.given_many.emit(prompt)
        self.given.emit(prompt.act)
        self.ended.emit(True)

    def _tell_unanswerable(self, prompt: Prompt | Many) -> None:
        if isinstance(prompt, Prompt):
            self.not_now.emit(prompt.act)
        else:
            self.not_these.emit(prompt.act, True)

    def _report_of_number(self, number: str) -> str | None:
        wanted = number.replace("-", "").strip().casefold()
        rows = self._desk.rows().items()
        return next((id_ for id_, row in rows if row.number.replace("-", "").casefold() == wanted), None)


def _look(prompt: Prompt | Many, question: Question, names: Names) -> PromptLook:
    return look_of(prompt, question, names) if isinstance(prompt, Prompt) else look_of_many(prompt, question, names)
