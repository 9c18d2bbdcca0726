"""What of a report can be found by typing: one folded text a report, made once for as long as its row is the same."""

from collections.abc import Callable, Mapping

from services.domain.rows import ReportRow
from widgets.models.fuzzy import fold
from widgets.models.queue_marks import Sieve


class ReportWords:
    """Folded texts of reports.

    Args:
        say: everything of a row that can be typed: number, title, place, names of members with `@` before each word.
    """

    def __init__(self, say: Callable[[ReportRow], str]) -> None:
        self._say = say
        self._kept: dict[str, tuple[ReportRow, str]] = {}

    def text(self, report: str, row: ReportRow) -> str:
        """Return a report's text."""
        kept = self._kept.get(report)
        if kept is not None and kept[0] is row:
            return kept[1]
        text = fold(self._say(row))
        self._kept[report] = (row, text)
        return text

    def texts(self, rows: Mapping[str, ReportRow]) -> dict[str, str]:
        """Return the texts of these reports; only those whose rows are others now are made."""
        kept = self._kept
        for report in [report for report, row in rows.items() if report not in kept or kept[report][0] is not row]:
            self.text(report, rows[report])
        return {report: kept[report][1] for report in rows}

    def keep_only(self, rows: Mapping[str, ReportRow]) -> None:
        """Forget the texts of reports that are gone."""
        if len(self._kept) > len(rows):
            self._kept = {report: kept for report, kept in self._kept.items() if report in rows}

    def forget(self, say: Callable[[ReportRow], str]) -> None:
        """Make every text anew: members have other names, the screen another language."""
        self._say = say
        self._kept.clear()

    def fits(self, sieve: Sieve) -> "Filter | None":
        """Return what a person filters for; None where he filters for nothing."""
        return Filter(self, sieve) if sieve.filtered else None


class Filter:
    """What a sieve lets through of its queue: typed words, a kecamatan, a member."""

    def __init__(self, known: ReportWords, sieve: Sieve) -> None:
        self._known = known
        self._words = tuple(fold(sieve.words).split())
        self._kecamatan, self._member = sieve.kecamatan, sieve.member

    def fits(self, report: str, row: ReportRow) -> bool:
        """Whether a report is let through."""
        if not self._stands(row):
            return False
        text = self._known.text(report, row) if self._words else ""
        return all(word in text for word in self._words)

    def among(self, rows: Mapping[str, ReportRow]) -> list[str]:
        """Return which of all reports are let through, thousands within a keystroke."""
        if self._kecamatan is not None or self._member is not None:
            rows = {report: row for report, row in rows.items() if self._stands(row)}
        if not self._words:
            return list(rows)
        texts = self._known.texts(rows)
        for word in self._words:
            texts = {report: text for report, text in texts.items() if word in text}
        return list(texts)

    def _stands(self, row: ReportRow) -> bool:
        if self._kecamatan is not None and row.kecamatan != self._kecamatan:
            return False
        return self._member is None or self._member in row.members
