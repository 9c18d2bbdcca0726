"""One work's changes: everything a command writes, kept together or not at all."""

from collections.abc import Callable, Hashable, Sequence
from typing import NoReturn, TypeVar, cast

from services.domain.events import Event, MemberEvent
from services.domain.people import Member
from services.domain.report import Millis, Report
from services.store import answers, journal, members, outgoing, reports, row_versions, uploads
from services.store.failures import StoreClosed
from services.store.kept import DeskHead, Head, Held, RowKey, RowVersion, StoredAnswer
from services.store.keys import Keys
from services.store.line import Line
from services.store.memory import Memory
from services.store.reader import Reader

T = TypeVar("T")


class _Ended:
    """What a transaction has for a connection when its work is over."""

    def __getattr__(self, name: str) -> NoReturn:
        raise StoreClosed("the work of this transaction is over")


class Transaction(Reader):
    """Reads what is written so far and writes; lives only while its work runs, on the writer's thread."""

    def __init__(self, line: Line, *, head: Head, memory: Memory, keys: Keys, clock: Callable[[], Millis]) -> None:
        super().__init__(line)
        self._head = head
        self._memory = memory
        self._keys = keys
        self._clock = clock

    def end(self) -> None:
        """Let nothing more be read or written through this transaction: the connection is the next work's."""
        self._line = cast("Line", _Ended())

    @property
    def keys(self) -> Keys:
        """The keys of this folder, for sealing."""
        return self._keys

    def head(self) -> Head:
        """Return the end of the log, with what this work has appended."""
        return self._head

    def now(self) -> Millis:
        """Return the time of this work: the clock, never before the last event. Pass it to `decide` and `append`."""
        return max(self._clock(), self._head.at)

    def append(self, events: Sequence[Event | MemberEvent], *, txn: str, at: Millis) -> int:
        """Write events to the log and return the sequence number of the last.

        `txn` is the command's key (`<desk>.<n>`) or the hub's own name for what its timers did; `at` the time of the
        log, never before that of the last event. History may be written with past times before the first hub starts,
        in order.

        Raises:
            ValueError: if there is no event, or `at` lies before the last event.
        """
        self._head = journal.append(self._line, events, txn=txn, at=at, head=self._head)
        return self._head.seq

    def load_report(self, report: str) -> Report | None:
        """Return a report as it stands, with what this work has written."""
        return self._remembered(("report", report), lambda: super(Transaction, self).load_report(report))

    def save_report(self, report: Report, seq: int) -> None:
        """Keep a report as it stands after a command whose last event is `seq`; a new one is found by `search`."""
        key = ("place", report.id)
        kept = self._remembered(key, lambda: reports.place(self._line, report.id))
        if kept is None:
            self._memory.wrote(key, reports.add(self._line, report, seq))
        else:
            self._memory.wrote(key, reports.update(self._line, report, seq, kept=kept))
        self._memory.wrote(("report", report.id), report)

    def hold_message(self, message: Held) -> None:
        """Keep a message to a citizen that is to go out later."""
        outgoing.hold(self._line, message)

    def end_message(self, message: Held, *, sent: bool, at: Millis) -> None:
        """Note that a held message has gone out, or that it was recalled."""
        outgoing.end(self._line, message, fate=outgoing.SENT if sent else outgoing.RECALLED, at=at)

    def put_answer(self, desk: str, n: int, answer: StoredAnswer) -> None:
        """Keep what a desk is told for its command `n` and move its head there.

        Raises:
            ValueError: if `n` is not the number after the desk's last one: a key has one answer for good.
        """
        head = self.desk_head(desk)
        if head is None or n != head.last_command + 1:
            raise ValueError(f"n: {n} is not the number after the last command of desk {desk!r}")
        answers.put(self._line, desk, n, answer=answer)
        self._memory.wrote(("desk", desk), DeskHead(head.user, n))

    def desk_head(self, desk: str) -> DeskHead | None:
        """Return to whom a desk id belongs and its highest command."""
        return self._remembered(("desk", desk), lambda: super(Transaction, self).desk_head(desk))

    def put_desk_head(self, desk: str, head: DeskHead) -> None:
        """Bind a desk id to a user; signing in does this."""
        answers.put_head(self._line, desk, head)
        self._memory.wrote(("desk", desk), head)

    def attach_photo(self, photo: str) -> None:
        """Note that a photo is part of a report now, so that it is not tidied away."""
        uploads.attach(self._line, photo)

    def row_version(self, key: RowKey) -> RowVersion | None:
        """Return how often a row changed for a projection."""
        return self._remembered(key, lambda: super(Transaction, self).row_version(key))

    def save_row_version(self, key: RowKey, version: RowVersion) -> None:
        """Keep how often a row changed for a projection."""
        row_versions.save(self._line, key, version)
        self._memory.wrote(key, version)

    def member(self, member: str) -> Member | None:
        """Return a member of a squad by id."""
        return self._remembered(("member", member), lambda: super(Transaction, self).member(member))

    def save_member(self, member: Member) -> None:
        """Keep a member of a squad, new or changed."""
        members.save(self._line, member)
        self._memory.wrote(("member", member.id), member)

    def _remembered(self, key: Hashable, ask: Callable[[], T | None]) -> T | None:
        """Return what the writer remembers, or what the database says."""
        known: T | None = self._memory.get(key)
        if known is None:
            known = ask()
            self._memory.read(key, known)
        return known
