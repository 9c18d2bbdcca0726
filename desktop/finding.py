"""The palette at work: what is offered while somebody types, and what becomes of what he chooses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop import offers
from desktop.acting import Acting
from desktop.bindings import BY_NAME, Press
from desktop.desk import Desk
from desktop.habits import Habits
from desktop.places import kecamatan_of_desa
from desktop.preferences import Preferences
from desktop.prompt import SHELVE
from desktop.surroundings import Surroundings
from services.domain.table import role_may
from services.feed.reading import Answer, ReadRefused, ReportRead, ReportsFound
from widgets.models.fuzzy import FuzzyIndex, fold
from widgets.models.palette_model import PaletteEntry, PaletteGroup
from widgets.models.queue_marks import Sieve
from widgets.paint.source import Paint
from widgets.palette import Palette
from widgets.queue_look import row_title

translate = QCoreApplication.translate

HISTORY_AFTER_MS = 150
"""The hub is asked when nobody has typed for so long."""
LEAST_LETTERS = 2
"""From so many letters on reports are looked for."""
_ON_BOARD, _IN_HISTORY, _LOOKED_AT = 8, 8, 60
_OF_REPORT = frozenset({"merge", "reply"})
"""Commands that need a report which allows them."""
_TITLE_FIRST = 40
"""What a word in the title is worth over one elsewhere in a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What the palette asks of the room it lies over."""

    report: Callable[[], str | None]
    """The report in the detail."""
    texts: Callable[[], Mapping[str, str]]
    """What can be typed to find each report of the board."""
    kinds: Callable[[], frozenset[str]]
    """The meanings of keys the room has a way for."""


class Finding(QObject):
    """Joins the palette with the desk.

    Signals:
        pressed(Press): as if a key had been pressed.
        report_wanted(str): a report of the board.
        old_wanted(str, ReportRow): a report that is on the board no longer, to be read.
        sieve_wanted(Sieve): a queue or a filter.
        left(): nothing was chosen, or what was chosen needs no focus of its own.
    """

    pressed = Signal(object)
    report_wanted = Signal(str)
    old_wanted = Signal(str, object)
    sieve_wanted = Signal(object)
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        *,
        room: Room,
        around: Surroundings,
        acting: Acting,
        habits: Habits,
        preferences: Preferences,
        over: QWidget,
    ) -> None:
        super().__init__(over)
        self._desk, self._room, self._around, self._acting = desk, room, around, acting
        self._habits, self._preferences = habits, preferences
        self._kecamatan_of = kecamatan_of_desa()
        self._index = FuzzyIndex()
        self._groups: list[offers.Group] = []
        self._old: dict[str, PaletteEntry] = {}
        self._asked = ""
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(HISTORY_AFTER_MS)
        self._waiting.timeout.connect(self._ask_history)
        self.palette = Palette(paint=preferences.themes.paint, parent=over)
        self.palette.typed.connect(self._on_typed)
        self.palette.chosen.connect(self._on_chosen)
        self.palette.closed.connect(self._on_closed)

    def open(self, text: str = "") -> None:
        """Open the palette; what it offers is as things stand now."""
        around, report = self._facts(), self._room.report()
        row = None if report is None else self._desk.row(report)
        may = self._acting.allowed(report)
        self._index.replace(self._room.texts())
        self._groups = [
            offers.act_offers(row, may, around=around),
            offers.command_offers(self._room.kinds() - (_OF_REPORT - may) - self._not_mine(), around=around),
            offers.queue_offers(around),
            offers.filter_offers(around),
            offers.member_offers(around),
            offers.place_offers(around, self._kecamatan_of),
            offers.setting_offers(around),
        ]
        self.retranslate()
        self._old.clear()
        self.palette.ask(text)
        self._offer(text)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self.palette.set_paint(paint)

    def retranslate(self) -> None:
        """Speak the language of the screen."""
        self.palette.say(
            placeholder=translate("palette", "Find a report or a command"),
            nothing=translate("palette", "Nothing fits"),
        )

    def stop(self) -> None:
        """Ask nothing any more."""
        self._waiting.stop()
        self._asked = ""

    def _not_mine(self) -> frozenset[str]:
        """The commands this user's role may not give."""
        return frozenset(name for name in ("alarm_seen", SHELVE) if not role_may(name, self._desk.user))

    def _facts(self) -> offers.Around:
        wants = self._preferences
        return offers.Around(
            names=self._around.names,
            keys=self._habits.keys,
            squads=self._around.squads,
            members=self._desk.members(),
            filters=self._habits.filters,
            dark=wants.dark,
            still=wants.still,
            language=self._around.language,
        )

    # what is offered

    def _on_typed(self, text: str) -> None:
        if not self.palette.isVisible():
            return
        self._offer(text)
        if len(text.strip()) >= LEAST_LETTERS:
            self._waiting.start()
        else:
            self._waiting.stop()

    def _offer(self, text: str, *, keep: bool = False) -> None:
        if not text.strip():
            first = self._groups[:4]
            self.palette.offer([PaletteGroup(title, tuple(entries)) for title, entries in first], keep=keep)
            return
        found = offers.matching(text, self._groups)
        reports = self._reports(text)
        if reports is not None:
            found.append(reports)
        found.sort(key=lambda pair: -pair[0])
        groups = [group for _, group in found]
        if self._asked == text and self._old:
            groups.append(PaletteGroup(translate("palette", "History"), tuple(self._old.values())))
        self.palette.offer(groups, keep=keep)

    def _reports(self, text: str) -> tuple[int, PaletteGroup] | None:
        if len(text.strip()) < LEAST_LETTERS:
            return None
        names, words = self._around.names, fold(text).split()
        hits = self._index.best(text, _LOOKED_AT)
        known = [(hit, row) for hit in hits if (row := self._desk.row(hit.id)) is not None]
        best = [(hit.score + _in_title(words, row_title(row, names)), hit.id, row) for hit, row in known]
        best.sort(key=lambda found: -found[0])
        entries = tuple(offers.report_entry(report, row, names=names) for _, report, row in best[:_ON_BOARD])
        return (best[0][0], PaletteGroup(translate("palette", "Reports"), entries)) if entries else None

    def _ask_history(self) -> None:
        text = self.palette.field.text()
        if self.palette.isVisible() and text.strip():
            self._asked = text
            self._desk.link.ask(
                "search",
                lambda answer: self._on_found(text, answer),
                owner=self.palette,
                query=text.strip(),
                limit=_ON_BOARD + _IN_HISTORY,
            )

    def _on_found(self, text: str, answer: Answer | ReadRefused) -> None:
        if text != self._asked or not self.palette.isVisible() or not isinstance(answer, ReportsFound):
            return
        mark, names = translate("palette", "history"), self._around.names
        gone = {report: read for report, read in answer.reports.items() if self._desk.row(report) is None}
        self._old = {
            report: offers.report_entry(report, read.row, names=names, mark=mark, old=True)
            for report, read in list(gone.items())[:_IN_HISTORY]
        }
        self._offer(self.palette.field.text(), keep=True)

    # what is chosen

    def _on_chosen(self, chosen: str) -> None:
        kind, _, value = chosen.partition(":")
        ways: Mapping[str, Callable[[str], None]] = {
            "act": lambda act: self.pressed.emit(Press("act", act)),
            "press": lambda name: self.pressed.emit(BY_NAME[name].press),
            "do": lambda kind: self.pressed.emit(Press(kind)),
            "report": self.report_wanted.emit,
            "old": self._read_old,
            "place": lambda code: self.sieve_wanted.emit(Sieve(kecamatan=code)),
            "desa": self._show_desa,
            "member": lambda id_: self.sieve_wanted.emit(Sieve(member=id_)),
            "filter": self._show_saved,
            "set": self._set,
        }
        ways[kind](value)

    def _read_old(self, report: str) -> None:
        self._desk.link.ask("report", lambda answer: self._on_read(report, answer), owner=self, report=report)

    def _on_read(self, report: str, answer: Answer | ReadRefused) -> None:
        if isinstance(answer, ReportRead):
            self.old_wanted.emit(report, answer.row)

    def _show_desa(self, code: str) -> None:
        name = self._around.names.desa.get(code, "")
        self.sieve_wanted.emit(Sieve(words=name, kecamatan=self._kecamatan_of.get(code)))

    def _show_saved(self, name: str) -> None:
        sieve = next((saved.sieve for saved in self._habits.filters if saved.name == name), None)
        if sieve is not None:
            self.sieve_wanted.emit(sieve)

    def _set(self, what: str) -> None:
        wants, name = self._preferences, what.partition(":")[0]
        ways: Mapping[str, Callable[[], None]] = {
            "theme": wants.switch_theme,
            "language": wants.switch_language,
            "still": lambda: wants.set_still(not wants.still),
            "letters": lambda: self._habits.use_keys(self._habits.keys.with_letters(not self._habits.keys.letters)),
            "scale": lambda: wants.set_scale(float(what.partition(":")[2])),
        }
        ways[name]()

    def _on_closed(self) -> None:
        self.stop()
        self.left.emit()


def _in_title(words: list[str], title: str) -> int:
    folded = fold(title)
    return sum(_TITLE_FIRST for word in words if word in folded)
