"""The small part of the store that commands are decided and written with; the tests have one without a disk."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from services.domain.events import Event, MemberEvent
from services.domain.people import Member
from services.domain.report import Millis, Report
from services.store.kept import DeskHead, Held, Logged, RowKey, RowVersion, StoredAnswer


class State(Protocol):
    """What one transaction reads and writes: all of it is kept, or none."""

    def now(self) -> Millis:
        """Return the time of this transaction, never before the last event."""
        ...

    def answer(self, desk: str, n: int) -> StoredAnswer | None:
        """Return what a desk was told for its command number `n`."""
        ...

    def put_answer(self, desk: str, n: int, answer: StoredAnswer) -> None:
        """Keep what a desk is told and move its head to `n`."""
        ...

    def desk_head(self, desk: str) -> DeskHead | None:
        """Return a desk's owner and its highest stored command."""
        ...

    def load_report(self, report: str) -> Report | None:
        """Return a report as it stands."""
        ...

    def save_report(self, report: Report, seq: int) -> None:
        """Keep a report as it stands after its event `seq`."""
        ...

    def find_source(self, system: str, source: str) -> list[str]:
        """Return the ids of the reports that came from there, oldest first."""
        ...

    def uploader(self, photo: str) -> str | None:
        """Return who uploaded a photo, None if nobody did."""
        ...

    def attach_photo(self, photo: str) -> None:
        """Note that a photo is part of a report now."""
        ...

    def number_taken(self, number: str) -> bool:
        """Tell whether a report has that printed number."""
        ...

    def append(self, events: Sequence[Event | MemberEvent], *, txn: str, at: Millis) -> int:
        """Write events to the log and return the position of the last."""
        ...

    def hold_message(self, message: Held) -> None:
        """Keep a message to a citizen that is to go out later."""
        ...

    def history(self, report: str) -> list[Logged]:
        """Return all events of a report in order."""
        ...

    def done(self, key: str) -> list[Logged]:
        """Return the events of a command by its key."""
        ...

    def row_version(self, key: RowKey) -> RowVersion | None:
        """Return how often a row changed for a projection."""
        ...

    def save_row_version(self, key: RowKey, version: RowVersion) -> None:
        """Keep how often a row changed for a projection."""
        ...

    def member(self, member: str) -> Member | None:
        """Return a member by id."""
        ...

    def members(self) -> list[Member]:
        """Return all members."""
        ...

    def save_member(self, member: Member) -> None:
        """Keep a member."""
        ...


class MembersOf(Mapping[str, Member]):
    """The members as a mapping that asks the state only for those somebody looks at."""

    def __init__(self, state: State) -> None:
        self._state = state

    def __getitem__(self, member: str) -> Member:
        found = self._state.member(member)
        if found is None:
            raise KeyError(member)
        return found

    def __iter__(self) -> Iterator[str]:
        return (member.id for member in self._state.members())

    def __len__(self) -> int:
        return len(self._state.members())
