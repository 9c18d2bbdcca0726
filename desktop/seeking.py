"""Finding things and keys in the room: joins palette, filter, keys' overlay and tables, each with its keys."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.acting import Acting
from desktop.columns import Columns
from desktop.desk import Desk
from desktop.detail_column import DetailColumn
from desktop.filtering import Filtering
from desktop.finding import Finding, Room
from desktop.habits import Habits
from desktop.instruments import Instruments
from desktop.keying import Keying
from desktop.preferences import Preferences
from desktop.queue_column import QueueColumn
from desktop.reading_ahead import ReadingAhead
from desktop.surroundings import Surroundings
from desktop.tabling import Tabling
from services.domain.rows import ReportRow
from widgets.curtain import Curtain
from widgets.key_words import cap_word, key_word
from widgets.models.queue_marks import Sieve
from widgets.paint.source import Paint
from widgets.top_bar import TopBar

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the room in which something can be found."""

    top: TopBar
    queue: QueueColumn
    detail: DetailColumn
    columns: Columns
    instruments: Instruments


class Seeking(QObject):
    """Everything by which a person finds something; it acts only through the room.

    Signals:
        pressed(Press): as if a key had been pressed.
        sieve_wanted(Sieve): the queue is to show this.
        keys_changed(): other keys are printed on buttons and hints from now on.
        done(): the queue has the keys again.
    """

    pressed = Signal(object)
    sieve_wanted = Signal(object)
    keys_changed = Signal()
    done = Signal()

    def __init__(
        self,
        desk: Desk,
        *,
        preferences: Preferences,
        around: Surroundings,
        acting: Acting,
        parts: Parts,
        kinds: Callable[[], frozenset[str]],
        over: QWidget,
    ) -> None:
        super().__init__(over)
        self._around, self._parts, self._queue = around, parts, parts.queue
        paint = preferences.themes.paint
        self.habits = Habits(preferences, parent=self)
        self.filtering = Filtering(parts.queue, around=around, habits=self.habits, parent=self)
        self.finding = Finding(
            desk,
            room=Room(report=lambda: parts.detail.report, texts=parts.queue.typed_texts, kinds=kinds),
            around=around,
            acting=acting,
            habits=self.habits,
            preferences=preferences,
            over=over,
        )
        self.keying = Keying(self.habits, paint=paint, over=over)
        self.tabling = Tabling(desk, around=around, paint=paint, over=over)
        self._ahead = ReadingAhead(desk, parts.queue, parent=self)
        self._spoken = around.language
        around.keys = self.habits.keys
        self._join()

    def ways(self) -> dict[str, Callable[[str], None]]:
        """Return what the room does on the keys of finding, as `DispatcherView` joins them."""
        return {
            "filter": lambda _: self.filtering.begin(),
            "palette": lambda _: self._lay(self.finding.open),
            "keys": lambda _: self._lay(self.keying.open),
            "tables": lambda _: self._lay(self.tabling.open),
        }

    @property
    def curtains(self) -> tuple[Curtain, ...]:
        """What can lie over the room."""
        return self.finding.palette, self.keying.overlay, self.tabling.view

    @property
    def covers(self) -> bool:
        """Whether something lies over the room, so that nothing behind it may act."""
        return any(curtain.isVisible() for curtain in self.curtains)

    def back(self) -> bool:
        """Clear the filter, if there is one; returns whether there was."""
        if not self.filtering.sieve.filtered:
            return False
        self.filtering.clear()
        return True

    def say(self) -> None:
        """Show which filter stands, on the map too."""
        self.filtering.say()
        self._parts.instruments.set_area(self.filtering.sieve.kecamatan)
        filtered = self.filtering.sieve.filtered
        nothing = translate("filter", "Nothing fits, clear the filter")
        self._queue.view.set_empty(nothing if filtered else translate("DispatcherView", "No reports in this queue"))
        self._queue.head.set_filter(cap_word(self.habits.keys.key_of("filter")), filtered=filtered)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        for part in (self.finding, self.keying, self.tabling):
            part.set_paint(paint)

    def retranslate(self) -> None:
        """Speak the language of the screen."""
        self._parts.top.set_search(key_word("palette"), key=cap_word(self.habits.keys.key_of("palette")))
        self._queue.filter.retranslate()
        self.finding.retranslate()
        self.keying.retranslate()
        self.tabling.retranslate()
        self._filter_anew()
        self.say()

    def stop(self) -> None:
        """Ask nothing any more."""
        self.finding.stop()
        self._ahead.stop()

    def open_filters(self, place: QPoint) -> QMenu:
        """Show the filters to choose from; a digit chooses a saved one."""
        menu = QMenu(self._queue)
        menu.aboutToHide.connect(menu.deleteLater)
        key = cap_word(self.habits.keys.key_of("filter"))
        begin = menu.addAction(f"{key_word('filter')}\t{key}")
        begin.triggered.connect(self.filtering.begin)
        if self.filtering.sieve.filtered:
            menu.addAction(translate("filter", "Clear filter")).triggered.connect(self.filtering.clear)
        if self.habits.filters:
            menu.addSeparator()
        for digit, saved in enumerate(self.habits.filters, start=1):
            name = saved.name.replace("&", "&&")
            chosen = menu.addAction(f"&{digit}  {name}")
            chosen.triggered.connect(lambda _=False, sieve=saved.sieve: self._show(sieve))
        menu.popup(place)
        return menu

    def _join(self) -> None:
        finding, filtering = self.finding, self.filtering
        finding.pressed.connect(self.pressed)
        finding.report_wanted.connect(self.go_to)
        finding.old_wanted.connect(self._read_old)
        finding.sieve_wanted.connect(self._show)
        finding.left.connect(self.done)
        filtering.sieve_wanted.connect(self.sieve_wanted)
        filtering.done.connect(self._queue.view.begin)
        filtering.done.connect(self.done)
        self.keying.left.connect(self.done)
        self.tabling.left.connect(self.done)
        self.habits.keys_changed.connect(self._on_keys)
        self._queue.head.filter_wanted.connect(self.open_filters)
        self._parts.top.search_wanted.connect(lambda: self._lay(finding.open))
        self._parts.instruments.area_chosen.connect(filtering.show_area)

    def _filter_anew(self) -> None:
        """Look for the typed words among those of another language."""
        spoken, self._spoken = self._spoken, self._around.language
        if spoken != self._spoken and self.filtering.sieve.words:
            self._queue.typed_texts()
            self.sieve_wanted.emit(self.filtering.sieve)

    def _lay(self, opening: Callable[[], None]) -> None:
        """Lay one thing over the room, never one over another."""
        for curtain in self.curtains:
            curtain.lift()
        opening()

    def _show(self, sieve: Sieve) -> None:
        self._queue.filter.finish()
        self.sieve_wanted.emit(sieve)
        self._queue.view.begin()
        self.done.emit()

    def go_to(self, report: str) -> None:
        """Put the focus on a report that was looked for, in the whole queue where this one does not show it."""
        view = self._queue.view
        if self._queue.order.position_of(report) is None:
            self.sieve_wanted.emit(Sieve())
        view.choose(report)
        if view.chosen != report:
            self._parts.detail.show_report(report)
        self._parts.columns.show_detail(True)

    def _read_old(self, report: str, row: ReportRow) -> None:
        self._parts.detail.show_report(report, old=row)
        self._parts.columns.show_detail(True)

    def _on_keys(self) -> None:
        self._around.keys = self.habits.keys
        self.keys_changed.emit()
