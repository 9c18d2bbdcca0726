"""Putting an alarm aside: which one, how long and why, and what became of it; a supervisor's, never an emergency's."""

from PySide6.QtCore import QObject, Signal

from desktop.acting import Acting
from desktop.alarms import AlarmRoom
from desktop.desk import Desk
from desktop.prompt import SHELVE
from services.domain.alarm_folding import AlarmGroup
from services.domain.commands import ShelveAlarm
from services.domain.refusals import BadFormat
from services.domain.report import Priority
from services.domain.table import role_may
from services.feed.offline import NeedsHub
from services.feed.outputs import Answered
from widgets.alarm_list import AlarmList
from widgets.foot_bar import FootMessage
from widgets.wording import clock

_TOLD_FOR = 8_000


class Shelving(QObject):
    """One alarm at a time, asked about in the detail of its report.

    Signals:
        report_wanted(str): the report of the alarm is to be shown, before anything is asked.
        told(FootMessage): what the foot of the queue is to say.
        not_now(str): there is no alarm that this user may put aside.
    """

    report_wanted = Signal(str)
    told = Signal(object)
    not_now = Signal(str)

    def __init__(self, desk: Desk, acting: Acting, *, alarms: AlarmRoom, shown: AlarmList, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._acting, self._alarms = desk, acting, alarms
        self._sent: dict[str, ShelveAlarm] = {}
        shown.shelve_wanted.connect(self.begin)
        acting.shelving.connect(self._order)
        desk.link.answered.connect(self._on_answered)

    def begin(self, line: str) -> None:
        """Begin with an alarm of a line of the list, or of the most urgent one that can be put aside."""
        groups = [group for group in self._alarms.alarms.groups if not line or group.key == line]
        found = next((one for group in groups if (one := self._first(group)) is not None), None)
        if found is None or not role_may(SHELVE, self._desk.user):
            self.not_now.emit(SHELVE)
            return
        id_, report = found
        self.report_wanted.emit(report)
        self._acting.begin_shelving(id_, report)

    def _first(self, group: AlarmGroup) -> tuple[str, str] | None:
        rows = self._desk.alarms()
        for id_ in group.ids:
            row = rows.get(id_)
            if row is not None and row.report is not None and row.priority not in {None, Priority.P1}:
                return id_, row.report
        return None

    def _order(self, command: ShelveAlarm) -> None:
        try:
            self._sent[self._desk.link.order(command)] = command
        except (BadFormat, NeedsHub):
            self.not_now.emit(SHELVE)

    def _on_answered(self, answer: Answered) -> None:
        command = self._sent.pop(answer.key, None)
        if command is None:
            return
        if not answer.ok:
            self.not_now.emit(SHELVE)
            return
        now = self._desk.now
        words = self.tr("Alarm put aside until {time}").format(time=clock(command.until))
        self.told.emit(FootMessage(words=words, since=now, until=now + _TOLD_FOR))
