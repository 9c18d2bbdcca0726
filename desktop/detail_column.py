"""The column of the report under the focus: conflict banner, detail, question, and the acts with their keys."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.acting import Acting
from desktop.actions import ACT_OF, SHEETS, offered
from desktop.comparing import comparison
from desktop.desk import ConflictNews, Desk, Frame
from desktop.presence import Presence, presence_line
from desktop.reading import Reading
from desktop.suggesting import Suggesting
from desktop.surroundings import Surroundings
from desktop.telling import conflict_look
from services.domain.commands import Note
from services.domain.report import Millis
from services.domain.rows import ReportRow
from services.domain.suggestion import Suggestion
from services.feed.reading import Timeline, TimelineEntry
from widgets import event_words, words
from widgets.act_words import Wordbook
from widgets.acts_bar import ActButton, ActsBar
from widgets.conflict_bar import ConflictBar
from widgets.detail import Detail
from widgets.detail_look import clocks_look, detail_look
from widgets.note_field import NoteField
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.styles import css_font
from widgets.prompt_bar import PromptBar, PromptLook
from widgets.suggestion_card import SuggestionCard
from widgets.suggestion_look import suggestion_look


class DetailColumn(QWidget):
    """Shows one report and leads its acts."""

    def __init__(
        self,
        desk: Desk,
        *,
        around: Surroundings,
        acting: Acting,
        presence: Presence,
        paint: Paint,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._around, self._acting, self._paint = desk, around, acting, paint
        self._presence = presence
        self._report: str | None = None
        self._many = False
        self._old: ReportRow | None = None
        self._entries: tuple[TimelineEntry, ...] = ()
        self._reading = Reading(desk.link, parent=self)
        self.conflict = ConflictBar(paint=paint, parent=self)
        self.detail = Detail(paint=paint, language=around.language, parent=self)
        self.prompt = PromptBar(paint=paint, parent=self)
        self.note = NoteField(paint=paint, parent=self)
        self.card = SuggestionCard(paint=paint, parent=self)
        self.acts = ActsBar(paint=paint, parent=self)
        self.suggesting = Suggesting(desk, acting, own_result=self._own_result, parent=self)
        self._nothing = QLabel(self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self.detail)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.conflict, self._pages, self.note, self.card, self.prompt, self.acts):
            layout.addWidget(widget)
        layout.setStretchFactor(self._pages, 1)
        self._join()
        self.set_paint(paint)

    @property
    def report(self) -> str | None:
        """The report that is shown."""
        return self._report

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        for widget in (self.conflict, self.detail, self.note, self.card, self.prompt, self.acts):
            widget.set_paint(paint)
        self._nothing.setStyleSheet(f"color: {paint.theme.t3.name()}; {css_font(paint, TextRole.BODY)}")
        self.update()

    def retranslate(self) -> None:
        """Speak the language of the screen."""
        self.note.say(self.tr("Internal note"), key=self._key_of("note"))
        self.refresh()
        self._show_timeline()

    def show_report(self, report: str, *, old: ReportRow | None = None) -> None:
        """Show another report; `old` is the row of one that is on the board no longer and can only be read."""
        if report != self._report:
            self._acting.cancel()
            self.conflict.table.compare(None)
            self._entries = ()
            self._show_timeline()
            self.detail.go_to_top()
        self._report, self._old = report, old
        self.note.show_report(report)
        row = self._shown()
        self._presence.look(report)
        self.refresh()
        self._reading.show(report, () if row is None else row.photos)  # what is kept comes at once, into its frame

    def changed(self, frame: Frame) -> None:
        """Show what a frame changed of the report."""
        if self._report is None:
            return
        if self._report in frame.puts or self._report in frame.removed:
            self.refresh()
            row = self._shown()
            self._reading.changed(self._report, () if row is None else row.photos)

    def refresh(self) -> None:
        """Show the report as it is now; one that has left the board says only that."""
        report, now = self._report, self._desk.now
        row = self._shown()
        on_board = report is not None and self._desk.row(report) is not None
        self.suggesting.show(report)
        self.note.setVisible(on_board)
        if report is None or row is None:
            gone = self.tr("The report is not on this screen")
            self._nothing.setText(gone if report is not None else self.tr("No report chosen"))
            self._pages.setCurrentIndex(0)
            self.acts.set_acts(())
            self.conflict.tell(None)
            return
        around = self._around
        look = detail_look(row, names=around.names, user=self._desk.user.id, now=now, language=around.language)
        look = replace(look, presence=presence_line(self._presence.others(report)))
        clocks = clocks_look(row, now=now, language=around.language)
        self.detail.show_report(look, clocks, text=row.text, photos=row.photos)
        self._pages.setCurrentIndex(1)
        if on_board:
            self._offer_acts(row.state, row.squad)
        else:
            self.acts.set_acts(())
        self._show_conflict()

    def tick(self, now: Millis) -> None:
        """Let a second pass."""
        row = self._shown()
        if row is not None:
            self.detail.show_clocks(clocks_look(row, now=now, language=self._around.language))
        self.suggesting.tick(now)

    def complete(self) -> bool:
        """Whether timeline and photos of the report are all there."""
        row = None if self._report is None else self._desk.row(self._report)
        return row is not None and bool(self._entries) and self.detail.photos.complete()

    def begin(self, act: str) -> None:
        """Begin an act on the report that is shown; a note is written where its field stands."""
        if act == "note" and self.note.isVisibleTo(self):
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._report is not None:
            self._acting.begin(act, self._report)

    def settle_conflict(self, way: str) -> None:
        """Follow what others did, send one's own act, or show what changed."""
        news = None if self._report is None else self._desk.conflict(self._report)
        if self._report is None or news is None:
            return
        if way == "compare":
            self._compare(news)
            return
        self._desk.settle_conflict(self._report, send_mine=way == "mine")
        self.refresh()

    def set_many(self, many: bool) -> None:
        """Suggest nothing for this report while several are ticked."""
        if many != self._many:
            self._many = many
            self.suggesting.again()

    def stop(self) -> None:
        """Read nothing any more."""
        self._reading.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that divides the columns."""
        del event
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, 1, self.height()), self._paint.theme.line)
        painter.end()

    def _join(self) -> None:
        self._acting.asked.connect(self._on_asked)
        self._presence.changed.connect(self._on_presence)
        self._acting.ended.connect(self._on_ended)
        self.suggesting.changed.connect(self._on_suggested)
        self.card.taken.connect(self.suggesting.take)
        self.note.written.connect(self._on_written)
        self.note.writing.connect(self._presence.write)
        self._desk.conflicted.connect(self._on_conflicted)
        self.conflict.chosen.connect(self.settle_conflict)
        self.prompt.digit_pressed.connect(self._acting.press)
        self.prompt.text_entered.connect(self._acting.enter)
        self.prompt.went_back.connect(self._acting.back)
        self.prompt.cancelled.connect(self._acting.cancel)
        self._reading.timeline.connect(self._on_timeline)
        self._reading.photo.connect(self.detail.set_photo)
        self.detail.photos.photo_wanted.connect(self._reading.fetch)

    def _on_presence(self, reports: frozenset[str]) -> None:
        if self._report in reports:
            self.refresh()

    def _on_suggested(self, suggestion: Suggestion | None) -> None:
        row = None if self._report is None else self._desk.row(self._report)
        if suggestion is None or row is None or self._many or self._acting.asking:
            self.card.suggest(None)
            return
        self.card.suggest(suggestion_look(suggestion, row, names=self._around.names, language=self._around.language))

    def _own_result(self) -> bool:
        """Whether the last result of the report is this user's own, by the name in its timeline."""
        by = [entry.by for entry in self._entries if entry.event == "resolved"]
        return bool(by) and by[-1] == self._desk.user.name

    def _on_written(self, report: str, text: str) -> None:
        self._acting.give(Note(text=text), report)

    def _on_asked(self, look: PromptLook) -> None:
        self.card.suggest(None)
        self.prompt.ask(look)

    def _on_ended(self, given: bool) -> None:
        del given
        self.prompt.dismiss()
        self.suggesting.again()

    def _on_conflicted(self, news: ConflictNews) -> None:
        if news.sent.report == self._report:
            self._show_conflict()

    def _on_timeline(self, timeline: Timeline) -> None:
        self._entries = timeline.entries
        self._show_timeline()
        self.suggesting.again()

    def _show_timeline(self) -> None:
        entries = [
            event_words.TimelineEntry(
                entry.event, entry.at, entry.by, {**entry.details, **({"words": entry.words} if entry.words else {})}
            )
            for entry in self._entries
        ]
        now, language = self._desk.now, self._around.language
        lines = event_words.timeline_lines(entries, names=self._around.names, language=language, now=now)
        self.detail.set_timeline(lines, now=now, language=language)

    def _shown(self) -> ReportRow | None:
        row = None if self._report is None else self._desk.row(self._report)
        return self._old if row is None else row

    def _offer_acts(self, state: str, squad: str | None) -> None:
        may = self._acting.allowed(self._report)
        self.acts.set_acts(
            tuple(
                ActButton(name, words.act_word(name, squad), self._key_of(name), name in may)
                for name in offered(state, may)
            )
        )

    def _key_of(self, act: str) -> str:
        if act in SHEETS:
            return self._around.keys.key_of(SHEETS[act])
        return self._around.keys.act_key(ACT_OF[act].name) if act in ACT_OF else ""

    def _compare(self, news: ConflictNews) -> None:
        row = self._desk.row(news.sent.report)
        if row is not None:
            self.conflict.compare(comparison(news, row, user=self._desk.user, book=self._book()))

    def _book(self) -> Wordbook:
        return Wordbook(names=self._around.names, language=self._around.language, now=self._desk.now)

    def _show_conflict(self) -> None:
        news = None if self._report is None else self._desk.conflict(self._report)
        row = None if self._report is None else self._desk.row(self._report)
        if news is None or row is None:
            self.conflict.tell(None)
            return
        self.conflict.tell(conflict_look(news, row, self._book()))
