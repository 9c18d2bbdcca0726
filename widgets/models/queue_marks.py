"""What makes a report belong to a queue: a squad's, all open ones, or one of the four extra queues."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntFlag

from services.domain.report import State
from services.domain.rows import ReportRow


class Mark(IntFlag):
    """What the queues ask of a report."""

    OPEN = 1
    UNASSIGNED = 2
    MINE = 4
    TO_VERIFY = 8
    SUSPECTED = 16


EXTRAS: Mapping[str, Mark] = {
    "unassigned": Mark.UNASSIGNED,
    "mine": Mark.MINE,
    "to_verify": Mark.TO_VERIFY,
    "duplicates": Mark.SUSPECTED,
}
"""Name of an extra queue -> the mark its reports have."""

_OPEN, _UNASSIGNED, _MINE, _TO_VERIFY, _SUSPECTED = (int(mark) for mark in Mark)
"""As plain numbers: a flag costs ten times as much to combine, and every change of a row asks."""
_WITH_THE_ROOM = frozenset({State.RECEIVED.value, State.QUEUED.value})
_CLOSED, _RESOLVED = State.CLOSED.value, State.RESOLVED.value


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which reports to show: a squad's (its wire name), one of the extra queues, or all open ones.

    Within these a person may filter: by words he typed, by a kecamatan (its code), by a member (his id).
    """

    squad: str | None = None
    extra: str | None = None
    words: str = ""
    kecamatan: str | None = None
    member: str | None = None

    @property
    def filtered(self) -> bool:
        """Whether something of the queue is left out."""
        return bool(self.words.strip()) or self.kecamatan is not None or self.member is not None

    @property
    def queue(self) -> "Sieve":
        """The same queue without a filter."""
        return Sieve(squad=self.squad, extra=self.extra)


def mark_of(sieve: Sieve) -> int:
    """Return the mark that reports of a queue have."""
    return int(Mark.OPEN if sieve.extra is None else EXTRAS[sieve.extra])


def marks_of(row: ReportRow, *, user: str) -> int:
    """Return the marks of a report, seen by this user (his id); a closed one has none."""
    state = row.state
    if state == _CLOSED:
        return 0
    unassigned = not row.members and state in _WITH_THE_ROOM
    mine = row.claim is not None and row.claim.user == user
    return (
        _OPEN
        | (_UNASSIGNED if unassigned else 0)
        | (_MINE if mine else 0)
        | (_TO_VERIFY if state == _RESOLVED else 0)
        | (_SUSPECTED if row.suspected else 0)
    )
