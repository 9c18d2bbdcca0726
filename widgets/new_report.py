"""The form of a new report: what somebody at the counter, on the phone or by radio says, written down by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.domain.reasons import MAX_PLACE, MAX_TEXT, MAX_WORDS
from widgets.digit_row import DigitChoice, DigitRow
from widgets.form_fields import FormField, Line, TextField
from widgets.paint.source import Paint
from widgets.photo_tray import PhotoTray, TrayPhoto
from widgets.pick_field import PickField, PickOption
from widgets.sheet import Sheet
from widgets.tick_field import TickField
from widgets.wording import number

_GAP, _BESIDE = 18.0, 12.0
_LINES, _BELOW = 4, 8
PHOTO_KEY, DANGER_KEY = "Ctrl O", "Ctrl D"


class NewReportSheet(Sheet):
    """Fields in the order in which a caller tells things; the channel's digit leads on to the text.

    Signals:
        edited(): something was typed, picked or ticked.
        label_typed(str), desa_typed(str): letters to find a label or a desa by.
        photo_wanted(): somebody wants to choose a file.
        image_given(QImage): a picture from the clipboard.
        files_dropped(tuple): files by their paths.
        photo_removed(str), photo_again(str): the name of a photo.
        cleared(): begin anew.
    """

    edited = Signal()
    label_typed = Signal(str)
    desa_typed = Signal(str)
    photo_wanted = Signal()
    image_given = Signal(QImage)
    files_dropped = Signal(object)
    photo_removed = Signal(str)
    photo_again = Signal(str)
    cleared = Signal()

    def __init__(self, *, paint: Paint, parent: QWidget) -> None:
        super().__init__(icon="megaphone", paint=paint, parent=parent)
        self.channel = DigitRow(paint=paint)
        self.text = TextField(limit=MAX_TEXT, lines=_LINES, counted=_counted, paint=paint)
        self.label = PickField(paint=paint, over=self.body)
        self.desa = PickField(paint=paint, over=self.body)
        self.place, self.reporter = Line(), Line()
        self.danger = TickField(icon="phone-call", paint=paint)
        self.photos = PhotoTray(paint=paint)
        self.fields = {
            "channel": FormField(self.channel, paint=paint),
            "text": self.text,
            "label": self.label,
            "desa": self.desa,
            "place": FormField(self.place, paint=paint),
            "reporter": FormField(self.reporter, paint=paint),
            "photos": FormField(self.photos, paint=paint),
        }
        self._where = QHBoxLayout()
        for name, field in self.fields.items():
            if name in {"desa", "place"}:
                self._where.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            else:
                self.inner.addWidget(field)
            if name == "place":
                self.inner.addLayout(self._where)
                self.inner.addWidget(self.danger)
        self.inner.addStretch(1)
        self.place.setMaxLength(MAX_PLACE)
        self.reporter.setMaxLength(MAX_WORDS)
        self.setAcceptDrops(True)
        self._join()
        self.set_paint(paint)
        self.retranslate()

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        super().set_paint(paint)
        self.inner.setSpacing(round(paint.px(_GAP)))
        self._where.setSpacing(round(paint.px(_BESIDE)))
        for field in self.fields.values():
            field.set_paint(paint)
        for part in (self.channel, self.danger, self.photos):
            part.set_paint(paint)

    def retranslate(self) -> None:
        """Speak the language of the screen."""
        self.say_head(self.tr("New report"))
        self.say_foot(send=self.tr("Record report"), leave=self.tr("Later"))
        self.say_hint(self.tr("Esc keeps the draft · Ctrl L empties it"))
        fields = self.fields
        fields["channel"].say(self.tr("How it came in"))
        optional = self.tr("optional")
        self.text.say(self.tr("What is the matter"), placeholder=self.tr("In the caller's own words"))
        self.label.say(self.tr("Label"), placeholder=self.tr("A few letters: jal rus, banjir"))
        self.desa.say(self.tr("Desa"), beside=optional, placeholder=self.tr("Name, with kecamatan if needed"))
        fields["place"].say(self.tr("Place in words"), beside=optional, placeholder=self.tr("Street, near what"))
        self.danger.say(self.tr("Somebody is in danger now"), key=DANGER_KEY)
        sealed = self.tr("optional, sealed: not shown again")
        fields["reporter"].say(self.tr("Who reports"), beside=sealed, placeholder=self.tr("Name, phone number"))
        fields["photos"].say(self.tr("Photos"), beside=optional)
        self.photos.say(
            self.tr("Choose a file"), key=PHOTO_KEY, hint=self.tr("or Ctrl V, or drop it here: JPEG, PNG, WebP")
        )

    def offer_channels(self, channels: Sequence[DigitChoice]) -> None:
        """Offer the channels by their digits."""
        self.channel.offer(channels)

    def show_photos(self, photos: Sequence[TrayPhoto]) -> None:
        """Show the photos as they are now."""
        self.fields["photos"].refuse("")
        self.photos.show_photos(photos)

    def begin(self) -> None:
        """Lay it over the column, the focus on the first thing that is not filled in yet."""
        self.lay()
        (self.text.field if self.channel.code else self.channel).setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, field: str, reason: str, *, go: bool) -> None:
        """Say at a field why it is refused, and go there."""
        wrong = self.fields.get(field, self.text)
        wrong.refuse(reason)
        if go:
            wrong.inner.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(wrong)

    def forgive(self) -> None:
        """Take back every reason."""
        for field in self.fields.values():
            field.refuse("")

    def fill(self, *, text: str, place: str, reporter: str, danger: bool, channel: str) -> None:
        """Show a draft; label, desa and photos are shown by themselves."""
        self.text.set_text(text)
        self.place.setText(place)
        self.reporter.setText(reporter)
        self.danger.setChecked(danger)
        self.channel.set_code(channel)

    def offer_desa(self, options: Sequence[PickOption], *, which: str) -> None:
        """Offer what fits, and ask which one is meant where two have the name `which`."""
        self.desa.offer(options, question=self.tr("Which {name}?").format(name=which) if which else "")

    def pressed(self, event: QKeyEvent) -> None:
        """Do what the form's own keys mean."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif held and event.key() == Qt.Key.Key_D:
            self.danger.toggle()
        elif held and event.key() == Qt.Key.Key_O:
            self.photo_wanted.emit()
        elif held and event.key() == Qt.Key.Key_L:
            self.cleared.emit()
        elif self.channel.hasFocus() and not held and event.text().isprintable() and event.text().strip():
            self._begin_words(event.text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures and files."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        files = tuple(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        if files:
            self.files_dropped.emit(files)
        elif event.mimeData().hasImage():
            self.image_given.emit(QImage(event.mimeData().imageData()))
        event.acceptProposedAction()

    def _join(self) -> None:
        self.channel.chosen.connect(self._on_channel)
        self.text.edited.connect(self.edited)
        self.text.field.image_pasted.connect(self.image_given)
        self.label.typed.connect(self.label_typed)
        self.desa.typed.connect(self.desa_typed)
        for picker, after in ((self.label, self.desa.field), (self.desa, self.place)):
            picker.picked.connect(self.edited)
            picker.done.connect(after.setFocus)
            picker.opened.connect(lambda shown=picker.list: self.area.ensureWidgetVisible(shown, 0, _BELOW))
        for line in (self.place, self.reporter):
            line.textEdited.connect(self.edited)
        self.danger.toggled.connect(self.edited)
        self.photos.wanted.connect(self.photo_wanted)
        self.photos.removed.connect(self.photo_removed)
        self.photos.again.connect(self.photo_again)

    def _begin_words(self, letters: str) -> None:
        """Whoever begins to write before the channel is chosen loses no letter; sending asks for the channel."""
        self.text.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.field.insertPlainText(letters)

    def _on_channel(self, _: str) -> None:
        self.fields["channel"].refuse("")
        self.text.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _paste(self) -> None:
        image = QGuiApplication.clipboard().image()
        if not image.isNull():
            self.image_given.emit(image)


def _counted(count: int, limit: int) -> str:
    """Return the count of letters, once it is worth a look."""
    return f"{number(count)} / {number(limit)}" if count > limit // 2 else ""
