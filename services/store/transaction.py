"""One work's changes: everything a command writes, kept together or not at all."""

from collections.abc import Callable, Sequence

from services.domain.events import Event, MemberEvent
from services.domain.people import Member
from services.domain.report import Millis, Report
from services.store import answers, journal, members, reports, row_versions
from services.store.keys import Keys
from services.store.kept import DeskHead, Head, RowKey, RowVersion, StoredAnswer
from services.store.line import Line
from services.store.reader import Reader


class Transaction(Reader):
    """Reads what is written so far and writes; lives only while its work runs, on the writer's thread."""

    def __init__(self, line: Line, *, head: Head, keys: Keys, clock: Callable[[], Millis]) -> None:
        super().__init__(line)
        self._head = head
        self._keys = keys
        self._clock = clock

    @property
    def keys(self) -> Keys:
        """The keys of this folder, for sealing."""
        return self._keys

    def head(self) -> Head:
        """Return the end of the log, with what this work has appended."""
        return self._head

    def now(self) -> Millis:
        """Return the time of this work: the clock, but never before the last event. Pass it to `decide` and `append`."""
        return max(self._clock(), self._head.at)

    def append(self, events: Sequence[Event | MemberEvent], *, txn: str, at: Millis) -> int:
        """Write events to the log and return the sequence number of the last.

        `txn` is the command's key (`<desk>.<n>`) or the hub's own name for what its timers did; `at` the time of the log, never
        before that of the last event. History may be written with past times before the first hub starts, in order.

        Raises:
            ValueError: if there is no event, or `at` lies before the last event.
        """
        self._head = journal.append(self._line, events, txn=txn, at=at, head=self._head)
        return self._head.seq

    def save_report(self, report: Report, seq: int) -> None:
        """Keep a report as it stands after its event `seq`; a new one is found by `search` from now on."""
        reports.save(self._line, report, seq)

    def put_answer(self, desk: str, n: int, answer: StoredAnswer) -> None:
        """Keep what a desk is told for its command `n` and move its head there.

        Raises:
            ValueError: if `n` is not the number after the desk's last one: a key has one answer for good.
        """
        answers.put(self._line, desk, n, answer=answer)

    def put_desk_head(self, desk: str, head: DeskHead) -> None:
        """Bind a desk id to a user; signing in does this."""
        answers.put_head(self._line, desk, head)

    def save_row_version(self, key: RowKey, version: RowVersion) -> None:
        """Keep how often a row changed for a projection."""
        row_versions.save(self._line, key, version)

    def save_member(self, member: Member) -> None:
        """Keep a member of a squad, new or changed."""
        members.save(self._line, member)
