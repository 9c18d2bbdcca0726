"""The composer of a reply to the citizen: replies that are ready, the text, and what becomes of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from services.domain.reasons import MAX_WORDS
from widgets.form_fields import FormField, TextField
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.styles import css_font
from widgets.reply_list import ReplyList, ReplyOffer
from widgets.sheet import RING, Sheet
from widgets.wording import Language, number

_LINES = 8
_GAP = 16.0
_QUOTED = 320
LANGUAGE_KEY = "Ctrl L"


class ReplySheet(Sheet):
    """A digit takes a reply into the text, where it can be changed.

    Signals:
        chosen(int): the place of a reply that is ready.
        edited(): somebody typed.
        language_wanted(): the replies in the other language.
    """

    chosen = Signal(int)
    edited = Signal()
    language_wanted = Signal()

    def __init__(self, *, paint: Paint, parent: QWidget) -> None:
        super().__init__(icon="message-square-reply", paint=paint, parent=parent)
        self.list = ReplyList(paint=paint)
        self._ready = FormField(self.list, paint=paint)
        self.text = TextField(limit=MAX_WORDS, lines=_LINES, counted=_counted, paint=paint)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._quote = FormField(self._words, paint=paint)
        self.inner.addWidget(self._quote)
        self.inner.addWidget(self._ready)
        self.inner.addWidget(self.text)
        self.inner.addStretch(1)
        self.list.chosen.connect(self.chosen)
        self.list.letter_typed.connect(self._on_letter)
        self.text.edited.connect(self.edited)
        self.set_paint(paint)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        super().set_paint(paint)
        self.inner.setSpacing(round(paint.px(_GAP)))
        colour = paint.theme.t1.name()
        self._words.setStyleSheet(f"color: {colour}; background: transparent; {css_font(paint, TextRole.BODY)}")
        self._words.setContentsMargins(RING, 0, RING, 0)
        for part in (self._quote, self._ready, self.list, self.text):
            part.set_paint(paint)

    def say(self, *, report: str, said: str, language: Language) -> None:
        """Speak the language of the screen; `said` are the citizen's words, `language` is that of the replies."""
        self._quote.say(self.tr("The citizen says"))
        self._quote.setVisible(bool(said))
        self._words.setText(said if len(said) <= _QUOTED else said[:_QUOTED].rsplit(" ", 1)[0] + "…")
        self.say_head(self.tr("Reply to the citizen"), report)
        self.say_foot(send=self.tr("Send"), leave=self.tr("Later"))
        self.say_hint(self.tr("Held for 8 s, Z takes it back"))
        other = self.tr("in English") if language == "id" else self.tr("in Indonesian")
        self._ready.say(self.tr("Ready to send"), beside=f"{other} · {LANGUAGE_KEY}")
        placeholder = self.tr("Press a digit, or write by yourself. No names of members, nothing confidential.")
        self.text.say(self.tr("Message"), beside=_counted(len(self.text.text), MAX_WORDS), placeholder=placeholder)

    def offer(self, offers: Sequence[ReplyOffer], *, used: int) -> None:
        """Offer these replies."""
        self._ready.setVisible(bool(offers))
        self.list.offer(offers, used=used)

    def begin(self) -> None:
        """Lay it over the column: on the replies while nothing is written, else on the text."""
        self.lay()
        first = self.list if self.list.offers and not self.text.text else self.text.field
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def use(self, place: int, text: str) -> None:
        """Put a reply into the text; what stood there comes back by Ctrl Z."""
        self.text.set_text(text)
        self.list.use(place)
        self.text.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, reason: str) -> None:
        """Say at the text why it is not sent."""
        self.text.refuse(reason)
        self.text.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def pressed(self, event: QKeyEvent) -> None:
        """Change the language of the replies."""
        if event.key() == Qt.Key.Key_L and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.language_wanted.emit()

    def _on_letter(self, letter: str) -> None:
        self.text.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.field.insertPlainText(letter)


def _counted(count: int, limit: int) -> str:
    return f"{number(count)} / {number(limit)}"
