"""The desk between feed and windows: rows with this desk's own acts laid over, orders and what became of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from desktop.link import FeedLink
from desktop.overlay import Overlay, Sent
from services.domain.board import Entry, Key
from services.domain.commands import NAME_OF, NEEDS_BASE, Command, Undo
from services.domain.people import User
from services.domain.refusals import BadFormat
from services.domain.report import Millis
from services.domain.rows import AlarmRow, LabelRow, MemberRow, ReportRow, SquadRow
from services.feed.offline import NeedsHub
from services.feed.outputs import Answered, BoardChanged, BoardReplaced, DiskTrouble, Expired, FeedEvent, SignedIn

UNDO_FOR: Millis = 8_000
"""How long an act is offered to be undone."""
NOBODY = User(id="", name="", roles=frozenset())


@dataclass(frozen=True, slots=True)
class Frame:
    """What changed on the screen's reports since the last frame; `events` are for motion and sound only."""

    puts: Mapping[str, ReportRow]
    removed: frozenset[str] = frozenset()
    events: tuple[FeedEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class Acted:
    """This desk gave an order; it can be undone until `undo_until` (0: it cannot)."""

    sent: Sent
    undo_until: Millis


@dataclass(frozen=True, slots=True)
class Refusal:
    """An order of this desk was not carried out: the hub's answer, or this desk's own reason.

    Codes of this desk: `needs_hub`, `expired` (it waited too long), `disk` (not written down yet, tried again).
    """

    command: Command
    report: str | None
    code: str
    field: str | None = None
    answer: Answered | None = None


@dataclass(frozen=True, slots=True)
class ConflictNews:
    """The report moved while a person was deciding; the order was not carried out and is kept to be sent again."""

    sent: Sent
    answer: Answered


@dataclass(slots=True)
class _Kept:
    """What the desk remembers of its own acts."""

    last: tuple[Sent, ...] = ()
    """The last act: one order, or one on each of several reports."""
    conflicts: dict[str, ConflictNews] = field(default_factory=dict)


class Desk(QObject):
    """The board as this desk shows it.

    Signals, each with one typed value:
        replaced(): another board as a whole.
        frame(Frame): reports changed.
        surroundings(): members, squads or labels changed.
        acted(Acted): an order was given.
        refused(Refusal): an order was not carried out.
        conflicted(ConflictNews): an order met a report that had moved.
    """

    replaced = Signal()
    frame = Signal(object)
    surroundings = Signal()
    acted = Signal(object)
    refused = Signal(object)
    conflicted = Signal(object)

    def __init__(self, link: FeedLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.link = link
        self.user = NOBODY
        self._overlay = Overlay()
        self._kept = _Kept()
        link.board_changed.connect(self._on_board)
        link.answered.connect(self._on_answered)
        link.signed_in.connect(self._on_signed_in)
        link.expired.connect(self._on_expired)
        link.disk_trouble.connect(self._on_disk_trouble)
        for order in link.unanswered():
            if order.report is not None:
                self._overlay.add(Sent(order.key, order.report, order.command, order.made or link.now))

    # what is shown

    @property
    def now(self) -> Millis:
        """The hub's time."""
        return self.link.now

    def rows(self) -> dict[str, ReportRow]:
        """All reports of the board as they are shown."""
        rows = {report: entry.row for report, entry in self._reports().items()}
        rows.update(self._overlay.over(rows, self.user))
        return rows

    def row(self, report: str) -> ReportRow | None:
        """One report as it is shown, None if it is not on this board."""
        entry = self._reports().get(report)
        return None if entry is None else self._overlay.shown(report, entry.row, self.user)

    def sending(self, report: str) -> bool:
        """Whether a report shows an act of this desk that the hub has not confirmed yet."""
        return report in self._overlay.reports()

    def members(self) -> Mapping[str, MemberRow]:
        """The members this user sees, by id."""
        return {id_: entry.row for id_, entry in self.link.board.entries("member").items()}

    def squads(self) -> Mapping[str, SquadRow]:
        """The squads this user sees, with their figures, by wire name."""
        return {id_: entry.row for id_, entry in self.link.board.entries("squad").items()}

    def labels(self) -> Mapping[str, LabelRow]:
        """The labels, by key."""
        return {id_: entry.row for id_, entry in self.link.board.entries("label").items()}

    def alarms(self) -> Mapping[str, AlarmRow]:
        """The alarms this user is told of, by id."""
        return {id_: entry.row for id_, entry in self.link.board.entries("alarm").items()}

    def conflict(self, report: str) -> ConflictNews | None:
        """The conflict of a report that nobody has settled yet."""
        return self._kept.conflicts.get(report)

    @property
    def conflicts(self) -> tuple[str, ...]:
        """The reports with conflicts that nobody has settled yet, the latest last."""
        return tuple(self._kept.conflicts)

    # what is done

    def base(self, report: str) -> str | None:
        """The version of a report as this desk sees it now."""
        entry = self._reports().get(report)
        return None if entry is None else entry.rev

    def order(
        self,
        command: Command,
        report: str,
        *,
        base: str | None = None,
        seen: ReportRow | None = None,
        along: bool = False,
    ) -> str | None:
        """Give a command on a report as it stood at `base`; returns its name, None if this desk must refuse it.

        `seen`: the report as the person saw it, where that is not as it is shown now. `along`: it belongs to the order
        before it, and is put back together with it.
        """
        before = seen or self.row(report)
        name = NAME_OF[type(command)]
        version = (base or self.base(report)) if name in NEEDS_BASE else None
        try:
            key = self.link.order(command, report, version)
        except (BadFormat, NeedsHub) as error:
            code = "bad_format" if isinstance(error, BadFormat) else "needs_hub"
            self.refused.emit(Refusal(command, report, code, getattr(error, "field", None)))
            return None
        sent = Sent(key, report, command, self.now, before)
        self._overlay.add(sent)
        self._kept.last = (*(self._kept.last if along else ()), sent)
        self._show_again(frozenset({report}))
        self.acted.emit(Acted(sent, self.now + UNDO_FOR))
        return key

    @property
    def last_reports(self) -> tuple[str, ...]:
        """The reports of the last act that can still be put back."""
        return tuple(sent.report for sent in self._kept.last)

    def undo(self) -> bool:
        """Put back the last act of this desk, on all its reports; returns whether there is one to put back."""
        last, self._kept.last = self._kept.last, ()
        if not last or self.now - last[-1].at > UNDO_FOR:
            return False
        back = [self._put_back(sent) for sent in last]
        return all(back)

    def _put_back(self, sent: Sent) -> bool:
        try:
            self.link.order(Undo(of=sent.key), sent.report, None)
        except (BadFormat, NeedsHub):
            self.refused.emit(Refusal(Undo(of=sent.key), sent.report, "needs_hub"))
            return False
        return True

    def settle_conflict(self, report: str, *, send_mine: bool) -> None:
        """End a conflict: follow what others did, or send one's own act again over what stands now."""
        news = self._kept.conflicts.pop(report, None)
        if news is not None and send_mine:
            self.order(news.sent.command, report)

    # what comes

    def sit_down(self, user: User) -> None:
        """Show the board as this user sees it."""
        self.user = user
        self.replaced.emit()

    def _on_signed_in(self, signed_in: SignedIn) -> None:
        self.sit_down(signed_in.user)

    def _on_board(self, came: BoardReplaced | BoardChanged) -> None:
        uncovered = self._overlay.drop(came.done)
        if isinstance(came, BoardReplaced):
            self.replaced.emit()
            self.surroundings.emit()
            return
        self._tell_frame(came, uncovered)
        if any(kind != "report" for keys in (came.changes.put, came.changes.deleted) for kind, _ in keys):
            self.surroundings.emit()

    def _tell_frame(self, came: BoardChanged, uncovered: frozenset[str]) -> None:
        rows = self._rows_of(_reports_of(came.changes.put) | uncovered)
        removed = _reports_of(came.changes.deleted)
        if rows or removed:
            self.frame.emit(Frame(rows, removed, came.events))

    def _on_answered(self, answer: Answered) -> None:
        sent = self._overlay.get(answer.key)
        if answer.ok or answer.command == "alarm_seen":
            return  # somebody else has seen the alarm first, or it is over
        self._uncover(answer.key)
        if sent is None or answer.code == "withdrawn":
            self._refuse_unlaid(answer)
        elif answer.code == "conflict":
            news = ConflictNews(sent, answer)
            self._kept.conflicts[sent.report] = news
            self.conflicted.emit(news)
        else:
            self.refused.emit(Refusal(sent.command, sent.report, answer.code or "internal", answer.field, answer))

    def _on_expired(self, expired: Expired) -> None:
        sent = self._overlay.get(expired.key)
        if sent is not None:
            self._uncover(expired.key)
            self.refused.emit(Refusal(sent.command, sent.report, "expired"))

    def _on_disk_trouble(self, trouble: DiskTrouble) -> None:
        sent = self._overlay.get(trouble.key)
        if sent is not None:
            self.refused.emit(Refusal(sent.command, sent.report, "disk"))

    def _uncover(self, key: str) -> None:
        """Take an act back that the hub did not carry out; there is nothing of it to be undone."""
        self._kept.last = tuple(sent for sent in self._kept.last if sent.key != key)
        self._show_again(self._overlay.drop([key]))

    def _refuse_unlaid(self, answer: Answered) -> None:
        """Tell of an order that was laid over no row: an undo."""
        if answer.code != "withdrawn" and answer.command != "open":  # the form of the report tells of that itself
            self.refused.emit(
                Refusal(Undo(of=answer.key), answer.report, answer.code or "internal", answer.field, answer)
            )

    def _show_again(self, reports: frozenset[str]) -> None:
        rows = self._rows_of(reports)
        if rows:
            self.frame.emit(Frame(rows))

    def _rows_of(self, reports: Iterable[str]) -> dict[str, ReportRow]:
        """Those of the reports that are on this board, as they are shown; a frame may bring thousands."""
        known = self._reports()
        rows = {report: entry.row for report in reports if (entry := known.get(report)) is not None}
        rows.update(self._overlay.over(rows, self.user))
        return rows

    def _reports(self) -> Mapping[str, Entry[ReportRow]]:
        return self.link.board.entries("report")


def _reports_of(keys: frozenset[Key]) -> frozenset[str]:
    return frozenset(id_ for kind, id_ in keys if kind == "report")
