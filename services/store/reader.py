"""What can be read from the store: one consistent picture of the database, as of the moment the reader was made."""

from collections.abc import Iterator, Mapping
from typing import Final

from services.domain.people import Member
from services.domain.report import Millis, Report
from services.store import answers, journal, members, outgoing, reports, row_versions, search, uploads
from services.store.kept import Changed, Command, DeskHead, Head, Held, Hit, Logged, RowKey, RowVersion, StoredAnswer
from services.store.line import Line

_DIGITS: Final = 18
"""Of a command's number; one with more was never given, and may be more than the database can look for."""


class Reader:
    """Reads; every method sees the same state of the database."""

    def __init__(self, line: Line) -> None:
        self._line = line

    @property
    def line(self) -> Line:
        """The connection, for the other modules of this package."""
        return self._line

    def head(self) -> Head:
        """Return the end of the log."""
        return journal.head(self._line)

    def load_report(self, report: str) -> Report | None:
        """Return a report as it stands, however old; None if there is none of that id."""
        return reports.load(self._line, report)

    def live_reports(self) -> list[Report]:
        """Return every report that is not retired, in order of arrival."""
        return reports.live(self._line)

    def reports_since(self, received: Millis) -> list[Report]:
        """Return every report received at that time or later, retired ones too, in order of arrival."""
        return reports.since(self._line, received)

    def reports_between(
        self, received: Millis, until: Millis | None = None, *, changed_after: int = -1
    ) -> Iterator[Report]:
        """Yield the reports received from then on and before `until`, changed after a position, in order of arrival."""
        return reports.between(self._line, received, until, changed_after=changed_after)

    def with_photo(self, photo: str) -> list[str]:
        """Return the ids of the reports that have carried a photo."""
        return reports.with_photo(self._line, photo)

    def uploader(self, photo: str) -> str | None:
        """Return who uploaded a photo, None if nobody did: it was put beside the database by another way."""
        return uploads.owner(self._line, photo)

    def find_source(self, system: str, source: str) -> list[str]:
        """Return the ids of the reports imported from that source, oldest first; more than one where one is hidden."""
        return reports.find_source(self._line, system, source)

    def find_number(self, number: str) -> str | None:
        """Return the id of the report with that printed number, if there is one."""
        return reports.find_number(self._line, number)

    def number_taken(self, number: str) -> bool:
        """Tell whether a report has that printed number already."""
        return reports.find_number(self._line, number) is not None

    def search(self, query: str, places: search.Places, *, covert: bool) -> Iterator[Hit]:
        """Yield the reports whose number, title, text and place, or present member's name, have every word.

        `places` are the codes of the kecamatan and desa that are called by a word: it stands for these, too.
        A word of the query may be the beginning of one there. Newest first, an exact number before all. Lazily: stop
        when enough may be shown. Without `covert` the covert ones are left out, which is quicker and no more: only
        `access.project` says what a viewer may see.
        """
        return search.find(self._line, query, places, covert=covert)

    def history(self, report: str) -> list[Logged]:
        """Return all events of a report (or of a member, by his id) in order."""
        return journal.history(self._line, report)

    def events(self, after: int, limit: int) -> list[Logged]:
        """Return up to `limit` events after a position, in order."""
        return journal.after(self._line, after, limit)

    def changed_since(self, seq: int) -> list[Changed]:
        """Return the reports that have events after a position, each with its last one, in the order of these."""
        return journal.changed_since(self._line, seq)

    def members_changed_since(self, seq: int) -> list[Changed]:
        """Return the members who began or ended duty after a position, each with the last event."""
        return journal.members_changed_since(self._line, seq)

    def seq_at(self, at: Millis) -> int:
        """Return the position of the log at a time: the last event not later than that, 0 before the first."""
        return journal.seq_at(self._line, at)

    def done(self, key: str) -> list[Logged]:
        """Return the events of a desk's command by its key, in order; none if it was refused or never seen."""
        desk, _, n = key.rpartition(".")
        kept = answers.load(self._line, desk, int(n)) if n.isdecimal() and len(n) <= _DIGITS else None
        return journal.ending_at(self._line, kept.seq, key) if kept and kept.seq else []

    def keys_since(self, desk: str, seq: int) -> list[Command]:
        """Return a desk's commands that happened after a position, in order (the `done` of a catching up)."""
        return answers.keys_since(self._line, desk, seq)

    def answer(self, desk: str, n: int) -> StoredAnswer | None:
        """Return what the desk was told for its command number `n`, None if that number is not stored."""
        return answers.load(self._line, desk, n)

    def desk_head(self, desk: str) -> DeskHead | None:
        """Return to whom a desk id belongs and its highest command, None if the id was never used."""
        return answers.head(self._line, desk)

    def held_messages(self) -> list[Held]:
        """Return the messages to citizens that have not gone out, in the order they were written."""
        return outgoing.held(self._line)

    def sent_messages(self) -> list[Held]:
        """Return the messages to citizens that have gone out, in the order they were written."""
        return outgoing.sent(self._line)

    def row_version(self, key: RowKey) -> RowVersion | None:
        """Return how often a row changed for a projection, None if it was never in it."""
        return row_versions.load(self._line, key)

    def row_count(self, kind: str, row: str, *, projection: str) -> int:
        """Return how often a row changed for a projection, 0 if it was never in it."""
        return row_versions.count(self._line, kind, row, projection=projection)

    def row_versions(self, kind: str) -> Mapping[RowKey, RowVersion]:
        """Return the versions of all rows of a kind; of reports only the live ones (`row_version` has the others)."""
        return row_versions.of_kind(self._line, kind)

    def member(self, member: str) -> Member | None:
        """Return a member of a squad by id."""
        return members.load(self._line, member)

    def members(self) -> list[Member]:
        """Return all members, ended ones too, by name."""
        return members.every(self._line)

    def rights_version(self) -> int:
        """Return a number that moves whenever somebody is added or revoked: the hub looks at it and asks anew."""
        return int(self._line.value("SELECT version FROM rights WHERE id = 1"))
