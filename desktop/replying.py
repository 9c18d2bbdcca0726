"""Replying to a citizen: offers what fits the report, keeps what is begun for each report, gives the order."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.acting import Acting
from desktop.desk import Desk, Refusal
from desktop.reply_templates import filled, fitting
from desktop.surroundings import Surroundings
from services.domain.commands import Reply
from services.domain.reasons import MAX_WORDS
from widgets.paint.source import Paint
from widgets.queue_look import row_title
from widgets.reply_list import ReplyOffer
from widgets.reply_sheet import ReplySheet
from widgets.wording import Language, number

translate = QCoreApplication.translate


class Replying(QObject):
    """One report at a time; a letter that is not sent stays for its report, in memory.

    Signals:
        left(): the composer is closed; the focus belongs to the queue again.
        writing(bool): something is being written to the report, or not any more.
    """

    left = Signal()
    writing = Signal(bool)

    def __init__(self, desk: Desk, acting: Acting, *, around: Surroundings, paint: Paint, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._acting, self._around = desk, acting, around
        self._report: str | None = None
        self._drafts: dict[str, str] = {}
        self._language: Language = "id"
        """Of the letters: the citizen's, whatever the screen speaks."""
        self.sheet = ReplySheet(paint=paint, parent=over)
        self.sheet.chosen.connect(self._on_chosen)
        self.sheet.edited.connect(self._on_edited)
        self.sheet.sent.connect(self._on_send)
        self.sheet.language_wanted.connect(self._on_language)
        self.sheet.closed.connect(self._on_closed)
        desk.refused.connect(self._on_refused)

    def open(self, report: str) -> bool:
        """Open the composer for a report; returns whether this user may reply to it now."""
        if self._desk.row(report) is None or "reply" not in self._acting.allowed(report):
            return False
        self._report = report
        self.sheet.text.set_text(self._drafts.get(report, ""))
        self.sheet.text.refuse("")
        self.retranslate()
        self.sheet.begin()
        return True

    def show_report(self, report: str | None) -> None:
        """Another report is under the focus: what is begun stays with its own."""
        if report != self._report:
            self.sheet.lift()

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self.sheet.set_paint(paint)

    def retranslate(self) -> None:
        """Speak the language of the screen."""
        row = None if self._report is None else self._desk.row(self._report)
        if row is not None:
            about = f"{row.number} · {row_title(row, self._around.names)}"
            self.sheet.say(report=about, said=row.text, language=self._language)
            offers = self._offers()
            texts = [offer.text for offer in offers]
            text = self.sheet.text.text
            self.sheet.offer(offers, used=texts.index(text) if text in texts else -1)

    def _offers(self) -> tuple[ReplyOffer, ...]:
        row = None if self._report is None else self._desk.row(self._report)
        if row is None:
            return ()
        return tuple(
            ReplyOffer(
                template.titles[self._around.language],
                filled(template, row, names=self._around.names, language=self._language),
            )
            for template in fitting(row)
        )

    def _on_chosen(self, place: int) -> None:
        offers = self._offers()
        if place < len(offers):
            self.sheet.use(place, offers[place].text)

    def _on_edited(self) -> None:
        if self._report is not None:
            self._drafts[self._report] = self.sheet.text.text
            self.writing.emit(self.sheet.laid and bool(self.sheet.text.text.strip()))

    def _on_language(self) -> None:
        """The letter changes with its language where it still is one that was ready."""
        before = [offer.text for offer in self._offers()]
        self._language = "en" if self._language == "id" else "id"
        text = self.sheet.text.text
        if text in before:
            self.sheet.text.set_text(self._offers()[before.index(text)].text)
        self.retranslate()

    def _on_send(self) -> None:
        report, text = self._report, self.sheet.text.text.strip()
        if report is None:
            return
        if not text:
            self.sheet.refuse(translate("reply", "Nothing is written yet: press a digit or write"))
            return
        if len(text) > MAX_WORDS:
            most = number(MAX_WORDS)
            self.sheet.refuse(translate("reply", "A message has at most {most} letters").format(most=most))
            return
        self._drafts.pop(report, None)
        self.sheet.lift()
        self._acting.give(Reply(text=text), report)

    def _on_refused(self, refusal: Refusal) -> None:
        """What was not sent is there again when the composer is opened."""
        if isinstance(refusal.command, Reply) and refusal.report is not None:
            self._drafts.setdefault(refusal.report, refusal.command.text)

    def _on_closed(self) -> None:
        self._report = None
        self.writing.emit(False)
        self.left.emit()
