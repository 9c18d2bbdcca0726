"""Three quarters of the time to a first response are gone: which reports in a user's own hand that is true of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from services.domain.report import Millis, State
from services.domain.rows import ReportRow

SHARE: Final = 0.75
"""The first step of the ladder (TABLES.md section 3)."""
_NOT_THERE_YET: Final = frozenset({State.RECEIVED, State.QUEUED, State.ASSIGNED, State.ACCEPTED})


@dataclass(frozen=True, slots=True)
class Due:
    """One report whose response is due soon."""

    report: str
    since: Millis
    """When three quarters were gone."""
    due: Millis


@dataclass(slots=True)
class DueSoon:
    """The reports in one user's hand without a first response; nothing else is kept.

    The share is one of the time on the clock: a desk knows when a target ends, and not the office hours before it.
    """

    _held: dict[str, tuple[Due, Millis]] = field(default_factory=dict)

    def take(self, rows: Mapping[str, ReportRow], *, user: str) -> None:
        """Look at rows that are new or have changed; a covert one is told of nowhere."""
        for report, row in rows.items():
            self._held.pop(report, None)
            mine = row.claim is not None and row.claim.user == user
            if mine and row.state in _NOT_THERE_YET and row.due_first is not None and not row.covert:
                began = row.received if row.reopened is None else row.reopened
                since = began + round(SHARE * (row.due_first - began))
                lease = row.claim.until if row.claim is not None else 0
                self._held[report] = Due(report, since, row.due_first), lease

    def drop(self, reports: Iterable[str]) -> None:
        """Forget reports that are on the board no longer."""
        for report in reports:
            self._held.pop(report, None)

    def forget(self) -> None:
        """Begin anew with another board."""
        self._held.clear()

    def soon(self, now: Millis) -> tuple[Due, ...]:
        """Return the reports held now whose response is due soon and not late yet, the next one first."""
        due = [one for one, lease in self._held.values() if one.since <= now < one.due and now < lease]
        return tuple(sorted(due, key=lambda one: (one.due, one.report)))
