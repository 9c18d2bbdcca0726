"""The reports a person has ticked, to do one thing with all of them."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Ticks(QObject):
    """Ticked reports in the order in which they were ticked.

    Signals: changed(frozenset[str]): these reports are ticked now, or no longer.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticked: dict[str, None] = {}

    def __len__(self) -> int:
        return len(self._ticked)

    def __contains__(self, report: object) -> bool:
        return report in self._ticked

    @property
    def reports(self) -> tuple[str, ...]:
        """The ticked reports."""
        return tuple(self._ticked)

    def toggle(self, report: str) -> None:
        """Tick a report, or take its tick away."""
        if report in self._ticked:
            self.drop({report})
        else:
            self._add({report})

    def extend(self, leaving: str, coming: str) -> None:
        """Go from a report to its neighbour, ticking both; going back over ticked ones takes their ticks away."""
        if leaving in self._ticked and coming in self._ticked:
            self.drop({leaving})
        else:
            self._add(dict.fromkeys((leaving, coming)))

    def drop(self, reports: Iterable[str]) -> None:
        """Take the ticks of these reports away, of those that have one."""
        gone = frozenset(report for report in reports if report in self._ticked)
        for report in gone:
            del self._ticked[report]
        if gone:
            self.changed.emit(gone)

    def clear(self) -> None:
        """Take all ticks away."""
        self.drop(self.reports)

    def _add(self, reports: Iterable[str]) -> None:
        new = [report for report in reports if report not in self._ticked]
        self._ticked.update(dict.fromkeys(new))
        if new:
            self.changed.emit(frozenset(new))
