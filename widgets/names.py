"""The names a row only refers to: members, places, labels and reports by their ids and codes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from services.domain.rows import ReportRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names by id or code, labels in the language of the screen; an unknown one is shown as its id."""

    members: Mapping[str, str] = field(default_factory=dict)
    kecamatan: Mapping[str, str] = field(default_factory=dict)
    desa: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    """The printed numbers of reports on the board."""

    def member(self, id_: str) -> str:
        """Return a member's display name."""
        return self.members.get(id_, id_)

    def label(self, key: str) -> str:
        """Return a label's name."""
        return self.labels.get(key, key)

    def number(self, report: str) -> str | None:
        """Return the printed number of another report, None if it is not on the board."""
        return self.numbers.get(report)

    def area(self, row: ReportRow) -> tuple[str, ...]:
        """Return the kecamatan and the desa of a report, as far as they are known.

        Ten names of desa occur twice, so a desa is never shown without its kecamatan.
        """
        kecamatan = self.kecamatan.get(row.kecamatan or "")
        desa = self.desa.get(row.desa or "")
        return tuple(name for name in (kecamatan, desa if kecamatan else None) if name)

    def people(self, row: ReportRow) -> str:
        """Return the names of a report's members, or an empty text."""
        return ", ".join(self.member(id_) for id_ in row.members)
