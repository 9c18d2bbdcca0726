"""A burst of like reports: many of one label from one kecamatan in a short time. Something to know, and no alarm."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from services.domain.policy import MINUTE
from services.domain.report import Millis
from services.domain.rows import ReportRow

WITHIN: Final[Millis] = 20 * MINUTE
LEAST: Final = 5
"""So many reports within that time are a burst."""


@dataclass(frozen=True, slots=True)
class Burst:
    """So many reports of a label from a kecamatan, the last of them at `at`."""

    label: str
    kecamatan: str
    reports: tuple[str, ...]
    at: Millis


@dataclass(slots=True)
class Recent:
    """The reports of the last minutes; nothing older is kept."""

    _reports: dict[str, tuple[Millis, str, str]] = field(default_factory=dict)

    def take(self, rows: Mapping[str, ReportRow], now: Millis) -> None:
        """Look at rows that are new or have changed; a covert one counts nowhere."""
        for report, row in rows.items():
            if row.kecamatan is None or row.covert or now - row.received >= WITHIN:
                self._reports.pop(report, None)
            else:
                self._reports[report] = (row.received, row.label, row.kecamatan)

    def bursts(self, now: Millis) -> tuple[Burst, ...]:
        """Return the bursts that last, the largest first."""
        self._reports = {id_: one for id_, one in self._reports.items() if now - one[0] < WITHIN}
        like: dict[tuple[str, str], list[str]] = {}
        for report, (_, label, kecamatan) in self._reports.items():
            like.setdefault((label, kecamatan), []).append(report)
        bursts = [
            Burst(*kind, tuple(sorted(ids, key=self._reports.__getitem__)), max(self._reports[id_][0] for id_ in ids))
            for kind, ids in like.items()
            if len(ids) >= LEAST
        ]
        return tuple(sorted(bursts, key=lambda burst: (-len(burst.reports), burst.label, burst.kecamatan)))
