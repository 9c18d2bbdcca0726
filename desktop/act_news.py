"""What the foot of the queue says of acts: done, refused, in conflict, put back, not possible now."""

from PySide6.QtCore import QObject, Signal

from desktop.desk import Acted, ConflictNews, Desk, Refusal
from desktop.queue_acts import QueueActs
from desktop.surroundings import Surroundings
from desktop.telling import acted_message, refusal_message, trouble_message, undone_message
from widgets import words
from widgets.act_words import Wordbook


class ActNews(QObject):
    """Puts the fate of this desk's acts into words.

    Signals: told(FootMessage): to be said at the foot of the queue.
    """

    told = Signal(object)

    def __init__(self, desk: Desk, acts: QueueActs, *, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._acts, self._around = desk, acts, around
        desk.acted.connect(self._on_acted)
        desk.refused.connect(self._on_refused)
        desk.conflicted.connect(self._on_conflicted)

    def tell_undone(self) -> None:
        """Say that the last act was put back."""
        self.told.emit(undone_message(self._desk.now))

    def tell_trouble(self, reference: str) -> None:
        """Say that something went wrong in this program, by its reference."""
        self._tell(self.tr("Trouble in this program, code {ref}").format(ref=reference))

    def tell_not_now(self, act: str) -> None:
        """Say that an act, by its name, cannot be done to this report now."""
        self._tell(self.tr("{act}: not possible for this report now").format(act=words.command_word(act)))

    def tell_nothing_suggested(self) -> None:
        """Say that Enter has nothing to take here."""
        self._tell(self.tr("Nothing is suggested for this report, choose an act"))

    def tell_not_these(self, act: str, shared: bool) -> None:
        """Say that an act cannot be done to the ticked reports: to none of them, or nothing fits all of them."""
        none = self.tr("{act}: not possible for any of these reports now")
        text = self.tr("{act}: no choice fits all of these reports") if shared else none
        self._tell(text.format(act=words.command_word(act)))

    def _on_acted(self, acted: Acted) -> None:
        if self._acts.tell_of(acted.sent.command):
            book = Wordbook(names=self._around.names, language=self._around.language, now=self._desk.now)
            self.told.emit(acted_message(acted, self._desk.row(acted.sent.report), book))

    def _on_refused(self, refusal: Refusal) -> None:
        if self._acts.tell_of(refusal.command):
            row = None if refusal.report is None else self._desk.row(refusal.report)
            self.told.emit(refusal_message(refusal, row, self._desk.now))

    def _on_conflicted(self, news: ConflictNews) -> None:
        """Say it in place of what was done, which can no longer be undone; the banner stands over the report itself."""
        self._on_refused(Refusal(news.sent.command, news.sent.report, "conflict", answer=news.answer))

    def _tell(self, text: str) -> None:
        self.told.emit(trouble_message(text, self._desk.now))
