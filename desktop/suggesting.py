"""The suggested next act of the report that is shown: thought anew only when something it hangs on has changed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.acting import Acting
from desktop.desk import Desk
from desktop.places import middles
from services.domain.commands import Assign
from services.domain.report import Millis
from services.domain.rows import ReportRow
from services.domain.suggestion import Point, Suggestion, suggest


class Suggesting(QObject):
    """One suggestion at a time; `own_result` tells whether this user sent the result of the report that is shown.

    Signals: changed(Suggestion | None): another one is suggested, or none.
    """

    changed = Signal(object)

    def __init__(
        self, desk: Desk, acting: Acting, *, own_result: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._acting, self._own_result = desk, acting, own_result
        self._middles = middles()
        self._report: str | None = None
        self._until: Millis | None = None
        self.suggestion: Suggestion | None = None

    def show(self, report: str | None) -> None:
        """Suggest something for a report as it is now: another one, or this one changed, or its members."""
        self._report = report
        row = None if report is None else self._desk.row(report)
        self._until = None if row is None else _next_turn(row, self._desk.now)
        self.suggestion = None if row is None else self._think(row)
        self.changed.emit(self.suggestion)

    def again(self) -> None:
        """Members came, left, or have another load."""
        self.show(self._report)

    def tick(self, now: Millis) -> None:
        """Let time pass: a lease runs out, a pause is over."""
        if self._until is not None and now >= self._until:
            self.again()

    def take(self) -> None:
        """Do what is suggested; what must still be asked is asked.

        The board may be a frame ahead of the screen: then only what is suggested still is done, on the report as it is.
        """
        seen, report = self.suggestion, self._report
        self.again()
        suggestion = self.suggestion
        if suggestion is None or report is None or suggestion != seen:
            return
        if suggestion.member is not None:
            self._acting.give(Assign(members=(suggestion.member,)), report, base=self._desk.base(report))
        else:
            self._acting.begin(suggestion.act, report)

    def _think(self, row: ReportRow) -> Suggestion | None:
        return suggest(
            row,
            members=self._desk.members(),
            user=self._desk.user,
            now=self._desk.now,
            place=self._place(row),
            own_result=self._own_result(),
        )

    def _place(self, row: ReportRow) -> Point | None:
        """Where the report is; without a point the middle of its desa, or of its kecamatan."""
        if row.lat is not None and row.lon is not None:
            return row.lat, row.lon
        return self._middles.get(row.desa or "") or self._middles.get(row.kecamatan or "")


def _next_turn(row: ReportRow, now: Millis) -> Millis | None:
    """When the suggestion changes by itself."""
    ends = [end.until for end in (row.claim, row.waiting) if end is not None and end.until > now]
    return min(ends, default=None)
