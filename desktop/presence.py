"""Who else looks at which report now, and this desk's own look, renewed while it lasts."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from desktop.link import FeedLink
from services.feed.outputs import LinkChanged, LinkState, Looking, Present
from widgets.queue_look import EDITING, VIEWING

translate = QCoreApplication.translate

RENEW_MS = 20_000
"""The hub forgets a look after 30 seconds."""
_TOLD = frozenset({LinkState.LIVE, LinkState.AGING})
"""While the feed is in one of these states what was told of others still holds."""


class Presence(QObject):
    """The others at each report; `me` gives this user's id.

    Signals: changed(frozenset[str]): other people look at these reports now, or no longer.
    """

    changed = Signal(object)

    def __init__(self, link: FeedLink, *, me: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link, self._me = link, me
        self._stopped = False
        self._at: dict[str, tuple[Looking, ...]] = {}
        self._own: str | None = None
        self._editing = False
        self._renewal = QTimer(self)
        self._renewal.timeout.connect(self._say)
        link.present.connect(self._on_present)
        link.link_changed.connect(self._on_link)

    def look(self, report: str | None) -> None:
        """Say which report is looked at here; another one is not written to."""
        self._editing = False
        self._own = report
        self._say()
        if report is None:
            self._renewal.stop()
        else:
            self._renewal.start(RENEW_MS)

    def come_forward(self) -> None:
        """Of several windows of this desk this one is in use: what is looked at here counts."""
        if self._link.looker is not self and not self._stopped:
            self._link.looker = self
            self._say()

    def write(self, editing: bool) -> None:
        """Say whether something is being written to the report that is looked at."""
        if editing != self._editing and self._own is not None:
            self._editing = editing
            self._say()

    def stop(self) -> None:
        """Say nothing any more; another window of this desk counts now."""
        self._renewal.stop()
        self._stopped = True
        if self._link.looker is self:
            self._link.looker = None

    def others(self, report: str) -> tuple[Looking, ...]:
        """The others at a report, whoever writes first."""
        return self._at.get(report, ())

    def mark(self, report: str) -> str:
        """What the others do at a report: `editing`, `viewing`, or nothing."""
        others = self._at.get(report)
        return others[0].activity if others else ""

    def _say(self) -> None:
        if self._link.looker not in {None, self}:
            return
        self._link.look(self._own, EDITING if self._editing else VIEWING)

    def _on_present(self, present: Present) -> None:
        at: dict[str, list[Looking]] = {}
        for look in present.looking:
            if look.user != self._me():
                at.setdefault(look.report, []).append(look)
        self._take({report: tuple(sorted(looks, key=_writers_first)) for report, looks in at.items()})

    def _on_link(self, changed: LinkChanged) -> None:
        if changed.link.state not in _TOLD:
            self._take({})

    def _take(self, at: dict[str, tuple[Looking, ...]]) -> None:
        before, self._at = self._at, at
        changed = frozenset(report for report in before.keys() | at.keys() if before.get(report) != at.get(report))
        if changed:
            self.changed.emit(changed)


def _writers_first(look: Looking) -> tuple[bool, str]:
    return look.activity != EDITING, look.name


def presence_line(others: tuple[Looking, ...]) -> str:
    """Return who else is at a report in one quiet line; nothing where nobody is."""
    if not others:
        return ""
    first = others[0].name
    if others[0].activity == EDITING:
        return translate("presence", "{name} is writing").format(name=first)
    if len(others) == 1:
        return translate("presence", "{name} also has this report open").format(name=first)
    return translate("presence", "{name} and {n} more also have this report open").format(name=first, n=len(others) - 1)
