"""One act on several reports, carried out: an order each, what became of each, told in one line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.desk import Desk, Refusal
from desktop.many import LeftOut, Many
from services.domain.commands import Command
from services.domain.report import Millis
from services.feed.outputs import Answered


@dataclass(frozen=True, slots=True)
class Item:
    """One report of a batch: `code` is None while the hub has not answered, `ok`, or why it was not done.

    Codes: those of PROTOCOL.md section 6, those of this desk (`needs_hub`, `expired`), and `there`: with that squad
    already. `state` is the report's, `by` who was there first.
    """

    report: str
    number: str
    code: str | None = None
    state: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class BatchResult:
    """How a batch stands; it can be put back until `undo_until`."""

    act: str
    items: tuple[Item, ...]
    at: Millis

    @property
    def done(self) -> int:
        """How many were done, as far as is known: what is under way counts until the hub says no."""
        return sum(item.code in {None, "ok"} for item in self.items)

    @property
    def failed(self) -> tuple[Item, ...]:
        """What was not done."""
        return tuple(item for item in self.items if item.code not in {None, "ok"})

    @property
    def settled(self) -> bool:
        """Whether every answer is there."""
        return all(item.code is not None for item in self.items)


class Batch(QObject):
    """The last batch of this desk.

    Signals: changed(BatchResult): given, or more of it is known.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._items: dict[str, Item] = {}
        self._keys: dict[str, str] = {}
        self._commands: dict[str, Command] = {}
        self._act, self._at, self._giving = "", 0, False
        desk.link.answered.connect(self._on_answered)
        desk.refused.connect(self._on_refused)

    def give(self, many: Many) -> None:
        """Give an order on each report; one undo puts all of them back."""
        orders = many.orders()
        self._act, self._at, self._giving = many.act, self._desk.now, True
        self._items = {**_left_out(many.left), **{one.report: Item(one.report, one.number) for one in orders}}
        self._keys, self._commands = {}, {one.report: one.command for one in orders}
        for one in orders:
            key = self._desk.order(one.command, one.report, base=one.base, seen=one.seen, along=bool(self._keys))
            if key is not None:
                self._keys[key] = one.report
        self._giving = False
        self._tell()

    def has(self, command: Command) -> bool:
        """Whether this very command belongs to the batch."""
        return any(command is one for one in self._commands.values())

    def forget(self) -> None:
        """Tell nothing of it any more."""
        self._items, self._keys, self._commands = {}, {}, {}

    def _on_answered(self, answer: Answered) -> None:
        report = self._keys.pop(answer.key, None)
        if report is not None:
            row = self._desk.row(report) if answer.current is None else answer.current.row
            state = "" if row is None else row.state
            self._settle(report, code="ok" if answer.ok else answer.code or "internal", state=state, by=answer.by)

    def _on_refused(self, refusal: Refusal) -> None:
        """What this desk itself did not send; what the hub said comes by its answer."""
        if refusal.answer is None and refusal.report is not None and self.has(refusal.command):
            self._settle(refusal.report, code=refusal.code)

    def _settle(self, report: str, *, code: str, state: str = "", by: str = "") -> None:
        self._items[report] = replace(self._items[report], code=code, state=state, by=by)
        if not self._giving:
            self._tell()

    def _tell(self) -> None:
        self.changed.emit(BatchResult(self._act, tuple(self._items.values()), self._at))


def _left_out(left: Iterable[LeftOut]) -> Mapping[str, Item]:
    return {one.report: Item(one.report, one.number, one.code, one.state) for one in left}
