"""The dispatcher's room: rail, queue, detail and instruments side by side; places widgets and joins their signals."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.act_news import ActNews
from desktop.acting import Acting
from desktop.actions import SHEETS
from desktop.afterwards import Afterwards
from desktop.alarms import AlarmRoom
from desktop.columns import Columns, Panels
from desktop.desk import Desk, Frame
from desktop.detail_column import DetailColumn
from desktop.instruments import Instruments
from desktop.keys import SCALE_KEYS, SHORTCUTS, Press, meaning, types_text
from desktop.preferences import Preferences
from desktop.presence import Presence
from desktop.queue_acts import QueueActs
from desktop.queue_column import QueueColumn
from desktop.room_menu import RoomMenu
from desktop.seeking import Parts, Seeking
from desktop.seldom import Seldom
from desktop.shelving import Shelving
from desktop.surroundings import Surroundings
from desktop.telling import hints
from desktop.top_speech import TopSpeech
from desktop.widths import Widths
from desktop.writing import Writing
from services.domain.report import Millis
from services.domain.squads import Squad
from widgets.alarm_list import AlarmList
from widgets.foot_bar import FootMessage
from widgets.models.queue_marks import Sieve
from widgets.paint.source import Paint
from widgets.rail import Rail
from widgets.top_bar import TopBar

TICK_MS = 1_000
FIGURES_MS = 250
"""Counts and the rail are shown anew so often at most: nobody reads them quicker."""
_FIRST_ROWS = 14


class DispatcherView(QWidget):
    """One dispatcher's view of the board; everything it shows comes from the desk, every act goes to it.

    `second`: a further window of the same desk, which leaves sound and notifications to the first.

    Signals:
        window_wanted(): a further window of this room.
        sign_out_wanted(): the person leaves the desk.
    """

    window_wanted = Signal()
    sign_out_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        *,
        preferences: Preferences,
        demo: bool = False,
        second: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._preferences = desk, preferences
        self._themes, self._languages = preferences.themes, preferences.languages
        paint = self._themes.paint
        self._around = Surroundings(desk, self._languages.language)
        self._acting = Acting(desk, names=lambda: self._around.names, parent=self)
        self.top = TopBar(paint=paint, parent=self)
        self.rail = Rail(paint=paint, parent=self)
        self._presence = Presence(desk.link, me=lambda: desk.user.id, parent=self)
        self.queue = QueueColumn(
            desk, around=self._around, paint=paint, presence=self._presence, clock=lambda: desk.now, parent=self
        )
        self.detail = DetailColumn(
            desk, around=self._around, acting=self._acting, presence=self._presence, paint=paint, parent=self
        )
        self.instruments = Instruments(
            desk, around=self._around, paint=paint, regency_map=preferences.regency_map, parent=self
        )
        self.alarm_list = AlarmList(paint=paint)
        self.instruments.set_alarms(self.alarm_list)
        self.alarms = AlarmRoom(
            desk, around=self._around, shown=self.alarm_list, chip=self.top.alarms, silent=second, parent=self
        )
        self.shelving = Shelving(desk, self._acting, alarms=self.alarms, shown=self.alarm_list, parent=self)
        panels = Panels(rail=self.rail, queue=self.queue, detail=self.detail, instruments=self.instruments)
        self.columns = Columns(panels, paint=paint, parent=self)
        self._acts = QueueActs(
            desk, self._acting, queue=self.queue, detail=self.detail, columns=self.columns, parent=self
        )
        self.writing = Writing(
            desk,
            self._acting,
            around=self._around,
            presence=self._presence,
            queue=self.queue,
            detail=self.detail,
            columns=self.columns,
            themes=self._themes,
        )
        self._news = ActNews(desk, self._acts, around=self._around, parent=self)
        self._speech = TopSpeech(self.top, desk, preferences=preferences, demo=demo, parent=self)
        self._menu = RoomMenu(preferences, self)
        self.seeking = Seeking(
            desk,
            preferences=preferences,
            around=self._around,
            acting=self._acting,
            parts=Parts(self.top, self.queue, self.detail, self.columns, self.instruments),
            kinds=lambda: frozenset(self._ways),
            over=self,
        )
        self._ticker = QTimer(self)
        self._figures = Seldom(FIGURES_MS, parent=self)
        self._afterwards = Afterwards(parent=self)
        self._ways = self._make_ways()
        self._lay_out()
        self._join()
        self._retranslate()
        self._on_replaced()
        if preferences.instruments_open:
            self.columns.open_instruments()
        self._ticker.start(TICK_MS)

    def stop(self) -> None:
        """Let nothing move any more."""
        self._ticker.stop()
        self._figures.stop()
        self._afterwards.forget()
        self.detail.stop()
        self.instruments.stop()
        self.alarms.stop()
        self._presence.stop()
        self.seeking.stop()
        self.writing.stop()

    def open_and_late(self) -> Mapping[str, tuple[int, int]]:
        """Open and late reports by squad, as the rail shows them."""
        return {squad.squad: (squad.open, squad.late) for squad in self.rail.look.squads}

    def choose_telling(self) -> None:
        """Put the focus on a report of the first rows that has several photos, the most of them."""
        view = self.queue.view
        ids = self.queue.order.ids(0, _FIRST_ROWS)
        rows = [(report, row) for report in ids if (row := self._desk.row(report)) is not None]
        best = max(rows, key=lambda pair: len(pair[1].photos), default=None)
        view.choose(None if best is None else best[0])
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_menu(self, place: QPoint) -> QMenu:
        """Show the menu of the screen's settings with its right upper corner at a place of the screen."""
        return self._menu.open(place)

    def tell(self, message: FootMessage) -> None:
        """Tell something at the foot of the queue."""
        self.queue.foot.tell(message)

    def tell_trouble(self, reference: str) -> None:
        """Tell that something went wrong in this program, by its reference."""
        self._news.tell_trouble(reference)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means that no widget took."""
        typing = types_text(self.focusWidget())
        press = meaning(event.key(), event.modifiers(), typing=typing, keys=self._around.keys)
        if press is None:
            super().keyPressEvent(event)
            return
        self._on_pressed(press)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language; say for whom this window looks once it is the one in use."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._presence.come_forward()
        super().changeEvent(event)

    # placing

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.top)
        outer.addWidget(self.columns, 1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._on_fitted(self.columns.widths)

    def _join(self) -> None:
        desk, acting = self._desk, self._acting
        desk.replaced.connect(self._on_replaced)
        desk.frame.connect(self._on_frame)
        desk.surroundings.connect(self._on_surroundings)
        acting.not_now.connect(self._news.tell_not_now)
        acting.not_these.connect(self._news.tell_not_these)
        self._acts.nothing_suggested.connect(self._news.tell_nothing_suggested)
        self._news.told.connect(self.tell)
        acting.ended.connect(lambda _: self._focus_queue())
        self._acts.told.connect(self.tell)
        self.detail.acts.act_wanted.connect(self._on_act_wanted)
        self.writing.told.connect(self.tell)
        self.writing.not_now.connect(self._news.tell_not_now)
        self.writing.sieve_wanted.connect(self._show_queue)
        self.rail.squad_chosen.connect(lambda squad: self._show(Sieve(squad=squad)))
        self.rail.extra_chosen.connect(lambda extra: self._show(Sieve(extra=extra)))
        self.queue.view.report_chosen.connect(self.detail.show_report)
        self.queue.foot.undo_wanted.connect(self._on_undo)
        self.instruments.report_chosen.connect(self.queue.view.choose)
        self.shelving.report_wanted.connect(self.seeking.go_to)
        self.shelving.not_now.connect(self._news.tell_not_now)
        self.shelving.told.connect(self.tell)
        self.alarms.report_chosen.connect(self.seeking.go_to)
        self.alarms.unseen_told.connect(self.columns.strip.set_unseen)
        self.queue.view.report_chosen.connect(self.instruments.choose)
        self._menu.window_wanted.connect(self.window_wanted)
        self._menu.sign_out_wanted.connect(self.sign_out_wanted)
        self.columns.fitted.connect(self._on_fitted)
        self._themes.theme_changed.connect(self._on_theme)
        self.top.menu_wanted.connect(self.open_menu)
        self.seeking.pressed.connect(self._on_pressed)
        self.seeking.sieve_wanted.connect(self._show_queue)
        self.seeking.keys_changed.connect(self._retranslate)
        self.seeking.done.connect(self._focus_queue)
        self.top.theme_wanted.connect(self._preferences.switch_theme)
        self.top.language_wanted.connect(self._preferences.switch_language)
        self.columns.instruments_shown.connect(self._preferences.set_instruments_open)
        self._ticker.timeout.connect(self._on_tick)
        self._figures.due.connect(lambda: self._say_figures(self._desk.now))
        self._afterwards.renewed.connect(lambda: self.instruments.set_board(self._desk.rows(), self._desk.now))
        self._afterwards.due.connect(lambda later: self.instruments.frame(later.puts, later.removed, self._desk.now))
        for keys, press in {**SHORTCUTS, **SCALE_KEYS}.items():
            QShortcut(QKeySequence(keys), self).activated.connect(lambda press=press: self._on_shortcut(press))

    # what the desk says

    def _on_replaced(self) -> None:
        now = self._desk.now
        rows = self._desk.rows()
        self._around.renew(self._languages.language)
        self.queue.view.set_board(rows, now)
        self._afterwards.replace()
        if self.queue.view.chosen is None:
            self.queue.view.step(1)  # the most urgent report is what one begins with
        self.queue.view.set_loading(not rows and not self._desk.squads())
        self.detail.refresh()
        self._say_figures(now)

    def _on_frame(self, frame: Frame) -> None:
        now = self._desk.now
        self.queue.view.frame(frame.puts, frame.removed, now)
        self._afterwards.add(frame)
        self.detail.changed(frame)
        self._figures.want()

    def _on_surroundings(self) -> None:
        names = self._around.names
        self._around.renew(self._languages.language)
        self.instruments.renew()
        self.detail.suggesting.again()
        if self._around.names != names:
            self.queue.view.refresh()
        self._figures.want()

    # what a person does

    def _on_shortcut(self, press: Press) -> None:
        if press.kind != "conflict" or not self.seeking.covers:  # no report is decided on behind a curtain
            self._on_pressed(press)

    def _on_pressed(self, press: Press) -> None:
        self.queue.view.touched(self._desk.now)
        if press.kind != "undo":
            self._acts.go_on()
        way = self._ways.get(press.kind)
        if way is not None:
            way(press.value)

    def _on_act_wanted(self, act: str) -> None:
        """Do what a button of the detail says; some acts are led by a sheet."""
        self._on_pressed(Press(SHEETS[act]) if act in SHEETS else Press("act", act))

    def _make_ways(self) -> dict[str, Callable[[str], None]]:
        """Kind of a key's meaning (`keys.Press`) -> what the room does then, with the value of the press."""
        return {
            "act": self._acts.begin,
            "tick": lambda _: self.queue.tick(),
            "extend": lambda value: self.queue.extend(int(value)),
            "step": lambda value: self.queue.view.step(int(value)),
            "squad": lambda value: self._show(Sieve(squad=self._squad_of_key(int(value)))),
            "extra": lambda value: self._show(Sieve(extra=value)),
            "undo": lambda _: self._on_undo(),
            "alarm_seen": lambda _: self.alarms.see_next(),
            "alarm_shelve": lambda _: self.shelving.begin(""),
            "conflict": self._acts.settle_conflict,
            "back": lambda _: self._go_back(),
            "scale": lambda value: self._preferences.step_scale(int(value)),
            "panel": lambda _: self.columns.go_round(self.focusWidget()),
            **self.seeking.ways(),
            **self.writing.ways(),
        }

    def _go_back(self) -> None:
        """Give the keys back to the queue; what lies over it is closed, what is ticked first."""
        if self._acts.back() or (self.queue.view.hasFocus() and self.seeking.back()):
            return
        self.columns.show_detail(False)
        self._focus_queue()

    def _on_fitted(self, now: Widths) -> None:
        self.rail.set_narrow(now.narrow_rail)
        self.queue.view.set_short(now.short_rows)

    def _on_undo(self) -> None:
        if self._acts.undo():
            self._news.tell_undone()

    def _squad_of_key(self, key: int) -> str | None:
        return next((squad.value for squad in Squad if squad.key == key and squad.value in self._around.squads), None)

    def _show(self, sieve: Sieve) -> None:
        self._show_queue(sieve)
        if self._desk.conflict(self.detail.report or "") is None:  # what is not settled stays before the eyes
            self.queue.view.begin()
        self._focus_queue()

    def _show_queue(self, sieve: Sieve) -> None:
        self.queue.show_queue(sieve)
        self.seeking.say()
        self._say_figures(self._desk.now)

    def _focus_queue(self) -> None:
        self.queue.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # what is said

    def _on_tick(self) -> None:
        now = self._desk.now
        self.queue.view.tick(now)
        self._acts.tick()
        self.queue.foot.tick(now)
        self.detail.tick(now)
        self.instruments.tick(now)
        self._speech.tick(now)
        self._say_figures(now)

    def _say_figures(self, now: Millis) -> None:
        self.rail.set_look(self._around.rail(self.queue.order, now))
        self.columns.strip.set_late(self.rail.look.all_late)
        self.queue.say()

    def _on_theme(self, paint: Paint) -> None:
        for widget in (self.top, self.rail, self.queue, self.detail, self.instruments, self.alarm_list, self.columns):
            widget.set_paint(paint)
        self.seeking.set_paint(paint)
        self._speech.say()

    def _retranslate(self) -> None:
        self._around.renew(self._languages.language)
        self._speech.say()
        self.queue.foot.set_hints(hints(self._around.keys), undo=self._around.keys.key_of("undo"))
        self.seeking.retranslate()
        self.queue.view.refresh()
        self.detail.retranslate()
        self.instruments.retranslate()
        self.alarms.tick()
        self._speech.tick(self._desk.now)
        self._say_figures(self._desk.now)
