"""The second operator's next move: which report he moves on, never one that somebody else is busy with."""

from dataclasses import dataclass, field

from services.domain.board import Board, Entry
from services.domain.commands import Command, Note
from services.domain.policy import MINUTE
from services.domain.report import Millis, State
from services.domain.rows import ReportRow
from services.simulator.chance import Chance
from services.simulator.steps import Step, at_work, command_for, since, waits
from services.simulator.stories import Words

LEFT_ALONE: Millis = 3 * MINUTE
"""How long a report is left alone after somebody else has touched it, or a command on it was refused."""
_BY_HIMSELF = frozenset({"resolve", "verify"})
"""After these he has no more to verify: what he wrote down as done, today or earlier, somebody else looks over."""
_NOTED = 0.06
_FRESH = 4
"""How much likelier one that came in since the start is moved on than an older one."""
_OTHERS, _LONGER = 0.4, 4
"""Share of the new reports that is left to the other operator, and how much longer he leaves them."""


@dataclass(frozen=True, slots=True)
class Move:
    """A command on a report as it was seen."""

    report: str
    base: str
    command: Command


@dataclass(slots=True)
class Hands:
    """What the second operator knows: who is busy with what, what he has asked for, what he wrote down as done.

    `began` is when he came in: he takes in and gives out only what has come since. `pace` above 1 makes him faster.
    """

    user: str
    began: Millis
    chance: Chance
    words: Words
    pace: float = 1.0
    looked_at: frozenset[str] = frozenset()
    """The reports somebody else has open."""
    _asked: set[str] = field(default_factory=set)
    _resolved: set[str] = field(default_factory=set)
    _not_before: dict[str, Millis] = field(default_factory=dict)

    def touched(self, report: str, now: Millis) -> None:
        """Note that somebody else has done something about a report."""
        self._not_before[report] = now + LEFT_ALONE

    def answered(self, report: str, command: str, *, ok: bool, now: Millis) -> None:
        """Note what became of a move."""
        self._asked.discard(report)
        if not ok:
            self._not_before[report] = now + LEFT_ALONE
        if command in _BY_HIMSELF:
            self._resolved.add(report)

    def next_move(self, board: Board, now: Millis) -> Move | None:
        """Return what he does next, None if nothing is to be done."""
        ready = [(id_, entry) for id_, entry in board.entries("report").items() if self._ready(board, entry, now)]
        if not ready:
            return None
        weights = [_FRESH if entry.row.received >= self.began else 1 for _, entry in ready]
        ((id_, entry),) = self.chance.choices(ready, weights)
        step = Step(entry.row, board, self.words, self.chance)
        command = Note(text=step.say("note")) if self.chance.happens(_NOTED) else command_for(step)
        if command is None:
            return None
        self._asked.add(id_)
        return Move(id_, entry.rev, command)

    def _ready(self, board: Board, entry: Entry[ReportRow], now: Millis) -> bool:
        row, id_ = entry.row, entry.id
        if self._somebody_elses(id_, row, now) or not self._his(id_, row):
            return False
        wait = waits(row)
        longer = _LONGER if row.received >= self.began and Chance(id_).happens(_OTHERS) else 1
        return wait is not None and now >= since(row) + longer * wait / self.pace and at_work(row, board, now)

    def _somebody_elses(self, id_: str, row: ReportRow, now: Millis) -> bool:
        held = row.claim is not None and row.claim.user != self.user
        return held or id_ in self.looked_at or id_ in self._asked or now < self._not_before.get(id_, 0)

    def _his(self, id_: str, row: ReportRow) -> bool:
        """He leaves alone what is covert, waits for a supervisor, or was in the queues before he came."""
        if row.covert or row.pending is not None:
            return False
        if row.state in {State.RECEIVED, State.QUEUED}:
            return row.received >= self.began
        return id_ not in self._resolved or row.state != State.RESOLVED
