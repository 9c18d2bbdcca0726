"""The alarms of the room: what the board tells of them, in lines, with chip, sound and notice; and seeing them."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.desk import Desk, Frame
from desktop.notifying import Notifying, out_of_sight
from desktop.surroundings import Surroundings
from desktop.tone import Tone
from services.domain.alarm_bell import Bell
from services.domain.alarm_folding import FEED_LOST, AlarmGroup, Alarms, folded
from services.domain.alarms import CRITICAL, STORAGE
from services.domain.bursts import WITHIN, Burst, Recent
from services.domain.commands import SeeAlarm
from services.domain.due_soon import Due, DueSoon
from services.domain.policy import MINUTE
from services.domain.refusals import BadFormat
from services.domain.report import Millis
from services.domain.rows import AlarmRow
from services.domain.squads import Squad
from services.domain.table import role_may
from services.feed.offline import NeedsHub
from services.feed.outputs import Answered, BoardChanged, BoardReplaced, LinkChanged, LinkState
from widgets import alarm_words
from widgets.alarm_chip import AlarmChip, AlarmChipLook
from widgets.alarm_list import AlarmList
from widgets.alarm_look import AlarmLine, AlarmTone
from widgets.alarm_words import AlarmBook
from widgets.wording import clock, duration_short

TICK_MS: Final = 1_000
_BURSTS: Final = 3
"""Lines to know about at most; alarms come first."""


class AlarmRoom(QObject):
    """Follows the alarms of a desk and shows them in a list and a chip.

    `silent`: another window sounds and notifies.

    Signals: report_chosen(str) the report of an alarm; unseen_told(int) how many nobody has seen.
    """

    report_chosen = Signal(str)
    unseen_told = Signal(int)

    def __init__(
        self,
        desk: Desk,
        *,
        around: Surroundings,
        shown: AlarmList,
        chip: AlarmChip,
        silent: bool = False,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._around, self._list, self._chip = desk, around, shown, chip
        self._silent, self._window = silent, parent
        self._bell, self._recent, self._due = Bell(), Recent(), DueSoon()
        self.tone, self.notifying = Tone(self), Notifying(self)
        self._marked: dict[str, str] = {}
        self._lost: AlarmRow | None = None
        self._alarms = Alarms()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._join()
        self._on_replaced()
        self._timer.start()

    @property
    def alarms(self) -> Alarms:
        """What stands now, in lines."""
        return self._alarms

    def stop(self) -> None:
        """Let nothing move or sound any more."""
        self._timer.stop()
        self.tone.close()
        self.notifying.close()

    def see_next(self) -> None:
        """Mark the most urgent alarm that nobody has seen; of ordinary reports all that are alike."""
        self._see(self._alarms.next_to_see())

    def tick(self) -> None:
        """Say everything as it is now, and sound where that is due."""
        rows, now = self._rows(), self._desk.now
        self._marked = {id_: key for id_, key in self._marked.items() if id_ in rows and rows[id_].seen is None}
        self._ring(rows, now)
        self._alarms = folded(rows, now, marked=self._marked)
        book = self._book(now)
        lines = [_line(group, book) for group in self._alarms.groups]
        lines += [self._due_line(due, now) for due in self._due.soon(now)[:_BURSTS]]
        lines += [self._burst_line(burst) for burst in self._recent.bursts(now)[:_BURSTS]]
        self._list.set_alarms(lines, hint=self._hint(book))
        self._chip.tell(_chip_look(self._alarms))
        self.unseen_told.emit(self._alarms.unseen)

    def _join(self) -> None:
        desk, link = self._desk, self._desk.link
        desk.replaced.connect(self._on_replaced)
        desk.frame.connect(self._on_frame)
        link.board_changed.connect(self._on_board)
        link.link_changed.connect(self._on_link)
        link.answered.connect(self._on_answered)
        self._timer.timeout.connect(self.tick)
        self._list.alarm_chosen.connect(self.report_chosen)
        self._list.seen_wanted.connect(self._on_seen_wanted)
        self._chip.clicked.connect(self._on_chip)

    # what comes

    def _on_replaced(self) -> None:
        self._bell.learn(self._desk.alarms(), self._desk.now)
        rows = self._desk.rows()
        self._recent.take(rows, self._desk.now)
        self._due.forget()
        self._due.take(rows, user=self._desk.user.id)
        self.tick()

    def _on_frame(self, frame: Frame) -> None:
        self._recent.take(frame.puts, self._desk.now)
        self._due.take(frame.puts, user=self._desk.user.id)
        self._due.drop(frame.removed)

    def _on_board(self, came: BoardReplaced | BoardChanged) -> None:
        """Look at the alarms where the board's have changed; what was missed makes no sound."""
        if isinstance(came, BoardReplaced):
            return  # told by `replaced`
        if came.replay:
            self._bell.learn(self._desk.alarms(), self._desk.now)
        if any(kind == "alarm" for keys in (came.changes.put, came.changes.deleted) for kind, _ in keys):
            self.tick()

    def _on_link(self, changed: LinkChanged) -> None:
        lost = changed.link.state is LinkState.LOST
        if lost is (self._lost is not None):
            return
        now = self._desk.now
        self._lost = _feed_lost(now, since=self._desk.link.data_at or now) if lost else None
        self.tick()

    def _on_answered(self, answer: Answered) -> None:
        if not answer.ok and answer.command == "alarm_seen":
            self._marked = {id_: key for id_, key in self._marked.items() if key != answer.key}
            self.tick()

    # what a person does

    def _on_seen_wanted(self, key: str) -> None:
        self._see(next((group for group in self._alarms.groups if group.key == key), None))

    def _on_chip(self) -> None:
        group = self._alarms.next_to_see() or next(iter(self._alarms.groups), None)
        if group is not None and group.reports:
            self.report_chosen.emit(group.reports[0])

    def _see(self, group: AlarmGroup | None) -> None:
        for id_ in () if group is None else group.to_see():
            if group is not None and group.about in {FEED_LOST, STORAGE}:
                self._marked[id_] = ""  # no hub could write it down
            elif role_may("alarm_seen", self._desk.user):
                self._order(id_)
        self.tick()

    def _order(self, alarm: str) -> None:
        try:
            self._marked[alarm] = self._desk.link.order(SeeAlarm(alarm=alarm))
        except (BadFormat, NeedsHub):
            return  # it goes on flashing

    # what is said

    def _rows(self) -> dict[str, AlarmRow]:
        own = {} if self._lost is None else {f"{FEED_LOST}.{self._lost.raised}": self._lost}
        return {**self._desk.alarms(), **own}

    def _ring(self, rows: Mapping[str, AlarmRow], now: Millis) -> None:
        ringing = self._bell.rings(rows, now, marked=self._marked)
        if self._silent or not ringing:
            return
        self.tone.play()
        tellable = {id_: rows[id_] for id_ in ringing if not self._hidden(rows[id_])}
        if tellable and out_of_sight(self._window.window()):
            first = folded(tellable, now).groups[0]
            book = self._book(now)
            self.notifying.tell(self._window.window(), alarm_words.title(first, book), alarm_words.notice(first, book))

    def _hidden(self, row: AlarmRow) -> bool:
        report = None if row.report is None else self._desk.row(row.report)
        return row.squad == Squad.SHADOW or (report is not None and report.covert)

    def _book(self, now: Millis) -> AlarmBook:
        return AlarmBook(
            names=self._around.names,
            language=self._around.language,
            now=now,
            number_of=self._number,
            key_of=lambda name: self._around.keys.key_of(name).replace("+", " "),
        )

    def _number(self, report: str) -> str:
        row = self._desk.row(report)
        return "" if row is None else row.number

    def _hint(self, book: AlarmBook) -> str:
        key, user, hints = book.key_of("alarm_seen"), self._desk.user, []
        if key and self._alarms.unseen and role_may("alarm_seen", user):
            hints.append(self.tr("{key}: seen").format(key=key))
        if self._alarms.groups and role_may("alarm_shelve", user):
            hints.append(self.tr("W: put aside"))
        return ", ".join(hints)

    def _due_line(self, due: Due, now: Millis) -> AlarmLine:
        left = duration_short(due.due - now, self._around.language)
        title = self.tr("Response due in {span}: {number}").format(span=left, number=self._number(due.report))
        detail = self.tr("in your hand, nobody on the scene yet")
        key = f"due.{due.report}"
        return AlarmLine(key, AlarmTone.STATUS, title, detail, clock(due.since), seen=True, report=due.report)

    def _burst_line(self, burst: Burst) -> AlarmLine:
        names = self._around.names
        text = alarm_words.burst(
            names.label(burst.label),
            names.kecamatan.get(burst.kecamatan, burst.kecamatan),
            count=len(burst.reports),
            minutes=WITHIN // MINUTE,
        )
        key = f"burst.{burst.label}.{burst.kecamatan}"
        return AlarmLine(key, AlarmTone.STATUS, text, "", clock(burst.at), seen=True, report=burst.reports[0])


def _line(group: AlarmGroup, book: AlarmBook) -> AlarmLine:
    parts = (alarm_words.cause(group, book), alarm_words.to_do(group, book))
    return AlarmLine(
        key=group.key,
        tone=AlarmTone.CRITICAL,
        title=alarm_words.title(group, book),
        detail=" · ".join(part for part in parts if part),
        time=clock(group.raised),
        seen=not group.unseen,
        report=group.reports[0] if group.reports else None,
    )


def _chip_look(alarms: Alarms) -> AlarmChipLook:
    if alarms.unseen:
        return AlarmChipLook(alarm_words.unseen(alarms.unseen), calling=True, count=alarms.unseen)
    if not alarms.groups:
        return AlarmChipLook()
    standing = sum(len(group.ids) for group in alarms.groups)
    return AlarmChipLook(alarm_words.standing(standing), count=standing)


def _feed_lost(now: Millis, *, since: Millis) -> AlarmRow:
    return AlarmRow.of_the_room(FEED_LOST, level=CRITICAL, since=since, raised=now)
