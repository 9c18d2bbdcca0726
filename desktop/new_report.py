"""Writing down a new report: offers what fits the typed letters, says what is missing, sends it, finds it again."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop import draft as d
from desktop.desk import Desk
from desktop.draft import BY_HAND, Draft, Problem, problem_of
from desktop.photo_drafts import DraftPhoto, PhotoDrafts
from desktop.places import desa_names, kecamatan_names, kecamatan_of_desa
from desktop.surroundings import Surroundings
from services.domain.naming import NamedPlace, Naming
from services.domain.refusals import BadFormat
from services.domain.report import Millis
from services.feed.offline import NeedsHub
from services.feed.outputs import Answered, Expired, LinkState
from widgets import words
from widgets.digit_row import DigitChoice
from widgets.foot_bar import FootMessage, MessageTone
from widgets.models.fuzzy import FuzzyIndex, fold
from widgets.new_report import NewReportSheet
from widgets.paint.source import Paint
from widgets.pick_field import MOST, PickOption
from widgets.target_words import target_words

translate = QCoreApplication.translate

_TOLD_FOR: Millis = 8_000
_SOON: Millis = 10_000
"""What arrives later, after the link was lost, is told and no longer led to: somebody is at something else by then."""
_REASONS: Mapping[tuple[str, str], object] = MappingProxyType(
    {
        ("channel", d.MISSING): QT_TRANSLATE_NOOP("new_report", "How did it come in? Press its digit"),
        ("text", d.MISSING): QT_TRANSLATE_NOOP("new_report", "Write what is the matter, or add a place or a photo"),
        ("label", d.MISSING): QT_TRANSLATE_NOOP("new_report", "Choose a label"),
        ("label", d.UNKNOWN): QT_TRANSLATE_NOOP("new_report", "No label fits this, choose one from the list"),
        ("desa", d.AMBIGUOUS): QT_TRANSLATE_NOOP("new_report", "Two desa have this name, choose one"),
        ("desa", d.UNKNOWN): QT_TRANSLATE_NOOP("new_report", "No such desa, choose one or none"),
        ("photos", d.UPLOADING): QT_TRANSLATE_NOOP("new_report", "Still on their way, sent as soon as they are there"),
        ("photos", d.LOST): QT_TRANSLATE_NOOP("new_report", "A photo did not arrive: try it again or remove it"),
    }
)
_OF_ANY: Mapping[str, object] = MappingProxyType(
    {
        d.TOO_LONG: QT_TRANSLATE_NOOP("new_report", "Too many letters"),
        d.REFUSED: QT_TRANSLATE_NOOP("new_report", "The server does not take this"),
    }
)


@dataclass(frozen=True, slots=True)
class _Sent:
    """A draft on its way to the hub, kept until the hub has it."""

    draft: Draft
    photos: list[DraftPhoto]
    at: Millis


class NewReporting(QObject):
    """One draft at a time, kept in memory until it has been recorded or emptied.

    Signals:
        told(FootMessage): what the foot of the queue is to say.
        recorded(str): the report that was written down here a moment ago is on the board.
        left(): the form is closed; the focus belongs to the queue again.
    """

    told = Signal(object)
    recorded = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, *, around: Surroundings, paint: Paint, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._around = desk, around
        self._draft = Draft()
        self._emptied: tuple[Draft, list[DraftPhoto]] | None = None
        self._sent: dict[str, _Sent] = {}
        self._awaited: dict[str, Millis] = {}
        self._waiting = False
        kecamatan, of_desa = kecamatan_names(), kecamatan_of_desa()
        self._naming = Naming(
            NamedPlace(code, name, kecamatan.get(of_desa[code], "")) for code, name in desa_names().items()
        )
        self._labels = FuzzyIndex()
        self.photos = PhotoDrafts(desk.link, parent=self)
        self.sheet = NewReportSheet(paint=paint, parent=over)
        self._join()

    @property
    def draft(self) -> Draft:
        """What is written down so far."""
        return self._draft

    def open(self) -> None:
        """Lay the form over the column, with what was begun before."""
        self.retranslate()
        self.sheet.begin()

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self.sheet.set_paint(paint)

    def retranslate(self) -> None:
        """Speak the language of the screen; labels and members may have other names now."""
        self.sheet.retranslate()
        self.sheet.offer_channels([DigitChoice(code, _capital(words.channel_word(code))) for code in BY_HAND])
        active = {key: row for key, row in self._desk.labels().items() if row.active}
        self._labels.replace({key: fold(self._around.names.label(key)) for key in active})
        if self._draft.label:
            self.sheet.label.show_pick(self._label_option(self._draft.label))

    # what is typed

    def _join(self) -> None:
        sheet = self.sheet
        sheet.edited.connect(self._on_edited)
        sheet.label_typed.connect(self._on_label_typed)
        sheet.desa_typed.connect(self._on_desa_typed)
        sheet.desa.field.left.connect(self._on_desa_left)
        sheet.sent.connect(self._on_send)
        sheet.closed.connect(self.left)
        sheet.cleared.connect(self._on_cleared)
        sheet.photo_wanted.connect(self._choose_file)
        sheet.image_given.connect(self.photos.add_image)
        sheet.files_dropped.connect(self.photos.add_files)
        sheet.photo_removed.connect(self.photos.remove)
        sheet.photo_again.connect(self.photos.again)
        self.photos.changed.connect(self._on_photos)
        self.photos.unreadable.connect(self._on_unreadable)
        self._desk.link.answered.connect(self._on_answered)
        self._desk.link.expired.connect(self._on_expired)
        self._desk.frame.connect(lambda _: self._find_recorded())
        self._desk.replaced.connect(self._find_recorded)

    def _read(self) -> Draft:
        """Return what stands in the form."""
        sheet = self.sheet
        label, desa = sheet.label.pick, sheet.desa.pick
        named = "" if desa else sheet.desa.text
        return Draft(
            channel=sheet.channel.code,
            text=sheet.text.text,
            label=label.id if label else "",
            label_typed="" if label else sheet.label.text,
            desa=desa.id if desa else None,
            named=named,
            twins=bool(self._naming.twins(named)) and self._naming.fitting(named) == self._naming.twins(named),
            place=sheet.place.text(),
            danger=sheet.danger.isChecked(),
            reporter=sheet.reporter.text(),
            photos=self.photos.ids,
            uploading=self.photos.uploading,
            lost=self.photos.lost,
        )

    def _show(self, draft: Draft) -> None:
        sheet = self.sheet
        sheet.forgive()
        sheet.fill(
            text=draft.text,
            place=draft.place,
            reporter=draft.reporter,
            danger=draft.danger,
            channel=draft.channel,
        )
        if draft.label:
            sheet.label.show_pick(self._label_option(draft.label))
        else:
            sheet.label.show_text(draft.label_typed)
        place = self._naming.of(draft.desa)
        if place is None:
            sheet.desa.show_text(draft.named)
        else:
            sheet.desa.show_pick(_place_option(place))
        sheet.show_photos(self.photos.shown)
        self._draft = self._read()

    def _on_edited(self) -> None:
        self._waiting = False
        self._draft = self._read()

    def _on_label_typed(self, text: str) -> None:
        self._on_edited()
        hits = self._labels.best(text, MOST)
        self.sheet.label.offer([self._label_option(hit.id) for hit in hits])

    def _on_desa_typed(self, text: str) -> None:
        self._on_edited()
        twins = self._naming.twins(text)
        options = [_place_option(place) for place in self._naming.fitting(text, most=MOST)]
        self.sheet.offer_desa(options, which=twins[0].name if twins else "")

    def _on_desa_left(self) -> None:
        """Somebody went on without choosing between two of one name: say it at once, at the field."""
        draft = self._read()
        if draft.twins:
            self._refuse(Problem("desa", d.AMBIGUOUS), go=False)

    def _label_option(self, key: str) -> PickOption:
        row = self._desk.labels().get(key)
        if row is None:
            return PickOption(key, self._around.names.label(key))
        target = row.first.get(row.priority, "")
        said = target_words(target, self._around.language) if target else ""
        note = " · ".join(part for part in (row.priority, said) if part)
        return PickOption(key, self._around.names.label(key), note=note, squad=row.squad)

    # photos

    def _choose_file(self) -> None:
        """Let a file be chosen; the room goes on meanwhile."""
        dialog = QFileDialog(self.sheet, translate("new_report", "Choose photos"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(translate("new_report", "Photos") + " (*.jpg *.jpeg *.png *.webp)")
        dialog.filesSelected.connect(self.photos.add_files)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_photos(self) -> None:
        self.sheet.show_photos(self.photos.shown)
        waiting = self._waiting
        self._draft = self._read()
        if waiting and not self.photos.uploading:
            self._on_send()

    def _on_unreadable(self) -> None:
        self.sheet.refuse("photos", translate("new_report", "This is no photo that can be read"), go=False)

    # sending

    def _on_cleared(self) -> None:
        """Empty the form; once more brings back what stood there."""
        if self._draft.empty and self._emptied is not None:
            draft, photos = self._emptied
            self._emptied = None
            self.photos.put_back(photos)
            self._show(draft)
            return
        self._emptied = (self._draft, self.photos.take())
        self._show(Draft())
        self.sheet.say_hint(translate("new_report", "Emptied, Ctrl L brings it back"))
        self.sheet.begin()

    def _on_send(self) -> None:
        self._waiting = False
        self._draft = self._read()
        self.sheet.forgive()
        problems = self._draft.problems(self._desk.now)
        for at, problem in enumerate(problems):
            self._refuse(problem, go=at == 0 and problem.reason != d.UPLOADING)
        if problems:
            self._waiting = all(problem.reason == d.UPLOADING for problem in problems)
            return
        self._give()

    def _give(self) -> None:
        try:
            key = self._desk.link.order(self._draft.order())
        except BadFormat as wrong:
            self._refuse(problem_of(wrong.field), go=True)
            return
        except NeedsHub:
            self._tell(translate("new_report", "Not possible while the link is lost"), trouble=True)
            return
        self._sent[key] = _Sent(self._draft, self.photos.take(), self._desk.now)
        self._emptied = None
        self._show(Draft())
        if self._desk.link.state.state in {LinkState.LOST, LinkState.CONNECTING}:
            self._tell(translate("new_report", "Report kept on this PC, sent when the link is back"))
        self.sheet.lift()

    def _on_answered(self, answer: Answered) -> None:
        sent = self._sent.pop(answer.key, None)
        if sent is None:
            return
        if not answer.ok:
            self._bring_back(sent)
            self._refuse(problem_of(answer.field), go=True)
        elif answer.report is not None:
            self._awaited[answer.report] = sent.at
            self._find_recorded()
            if answer.report in self._awaited:
                self._tell(translate("new_report", "Report recorded"))

    def _on_expired(self, expired: Expired) -> None:
        sent = self._sent.pop(expired.key, None)
        if sent is not None:
            self._bring_back(sent)
            self._tell(translate("new_report", "The report waited too long for the link, send it again"), trouble=True)

    def _bring_back(self, sent: _Sent) -> None:
        """Open the form with what was not taken; what has been begun since is kept for Ctrl L."""
        if not self._draft.empty:
            self._emptied = (self._draft, self.photos.take())
        self.photos.put_back(sent.photos)
        self._show(sent.draft)
        self.sheet.begin()

    def _find_recorded(self) -> None:
        for report in tuple(self._awaited):
            row = self._desk.row(report)
            if row is not None:
                soon = self._desk.now - self._awaited.pop(report) <= _SOON
                self._tell(translate("new_report", "Report {number} recorded").format(number=row.number))
                if soon:
                    self.recorded.emit(report)

    def _refuse(self, problem: Problem, *, go: bool) -> None:
        source = _REASONS.get((problem.field, problem.reason)) or _OF_ANY.get(problem.reason, _OF_ANY[d.REFUSED])
        self.sheet.refuse(problem.field, translate("new_report", str(source)), go=go)

    def _tell(self, said: str, *, trouble: bool = False) -> None:
        now = self._desk.now
        tone = MessageTone.TROUBLE if trouble else MessageTone.DONE
        self.told.emit(FootMessage(words=said, since=now, until=now + _TOLD_FOR, tone=tone))


def _place_option(place: NamedPlace) -> PickOption:
    return PickOption(place.code, place.name, detail=place.kecamatan, icon="map-pin")


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
