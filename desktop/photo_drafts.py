"""The photos of a report being written: read, made fit for the hub, sent there, kept until they are named."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from desktop.link import FeedLink
from services.feed.photos import MOST_BYTES
from services.feed.uploading import UploadRefused
from widgets.photo_tray import TrayPhoto

MOST_PHOTOS = 8
_THUMB, _LONGEST, _QUALITY = 160, 3_000, 88
_MEDIA = {b"jpeg": "image/jpeg", b"png": "image/png", b"webp": "image/webp"}


@dataclass(slots=True)
class DraftPhoto:
    """A photo, its bytes until they are at the hub, and what the hub calls it then."""

    name: str
    image: QImage
    encoded: bytes
    media: str
    id: str | None = None
    lost: bool = False

    def shown(self) -> TrayPhoto:
        """Return it as the form shows it."""
        state = "there" if self.id else "lost" if self.lost else "waiting"
        return TrayPhoto(self.name, self.image, state)


class PhotoDrafts(QObject):
    """Photos by names of their own; each is on its way, at the hub, or lost until it is tried again.

    Signals:
        changed(): another photo, or another state.
        unreadable(): what was given is no picture.
    """

    changed = Signal()
    unreadable = Signal()

    def __init__(self, link: FeedLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._photos: dict[str, DraftPhoto] = {}
        self._names = count(1)
        self._stopped = False

    @property
    def shown(self) -> tuple[TrayPhoto, ...]:
        """The photos as the form shows them."""
        return tuple(photo.shown() for photo in self._photos.values())

    @property
    def ids(self) -> tuple[str, ...]:
        """What the hub calls those it has."""
        return tuple(photo.id for photo in self._photos.values() if photo.id)

    @property
    def uploading(self) -> int:
        """How many are on their way."""
        return sum(photo.id is None and not photo.lost for photo in self._photos.values())

    @property
    def lost(self) -> int:
        """How many did not arrive."""
        return sum(photo.lost for photo in self._photos.values())

    def add_files(self, files: Iterable[str]) -> None:
        """Add pictures by their paths."""
        for file in files:
            try:
                encoded = Path(file).read_bytes()
            except OSError:
                encoded = b""
            self._add_encoded(encoded)

    def add_image(self, image: QImage) -> None:
        """Add a picture from the clipboard."""
        encoded = b"" if image.isNull() else _jpeg(image)
        self._add_encoded(encoded)

    def remove(self, name: str) -> None:
        """Leave one out."""
        self._photos.pop(name, None)
        self.changed.emit()

    def again(self, name: str) -> None:
        """Send one again that did not arrive."""
        photo = self._photos.get(name)
        if photo is not None and photo.lost:
            photo.lost = False
            self._send(photo)
            self.changed.emit()

    def take(self) -> list[DraftPhoto]:
        """Hand all of them over and begin anew."""
        taken = list(self._photos.values())
        self._photos = {}
        self.changed.emit()
        return taken

    def put_back(self, photos: Iterable[DraftPhoto]) -> None:
        """Take back what was handed over."""
        self._photos = {photo.name: photo for photo in photos} | self._photos
        self.changed.emit()

    def stop(self) -> None:
        """Hear of nothing any more that is on its way."""
        self._stopped = True

    def _add_encoded(self, encoded: bytes) -> None:
        fit = fitted(encoded)
        if fit is None or len(self._photos) >= MOST_PHOTOS:
            self.unreadable.emit()
            return
        photo = DraftPhoto(f"photo-{next(self._names)}", _thumb(fit[0]), *fit)
        self._photos[photo.name] = photo
        self._send(photo)
        self.changed.emit()

    def _send(self, photo: DraftPhoto) -> None:
        self._link.upload(photo.encoded, photo.media, lambda answer: self._on_sent(photo, answer), owner=self)

    def _on_sent(self, photo: DraftPhoto, answer: str | UploadRefused) -> None:
        if self._stopped:
            return
        if isinstance(answer, UploadRefused):
            photo.lost = True
        else:
            photo.id, photo.encoded = answer, b""
        self.changed.emit()


def fitted(encoded: bytes) -> tuple[bytes, str] | None:
    """Return a picture as the hub takes it, with its media type; None for what is no picture.

    JPEG, PNG and WebP of at most 8 MiB go as they are; any other picture is written anew as a smaller JPEG.
    """
    held = QBuffer()
    held.setData(QByteArray(encoded))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    media = _MEDIA.get(bytes(QImageReader.imageFormat(held).data()))
    if media is not None and len(encoded) <= MOST_BYTES:
        return encoded, media
    image = QImage.fromData(encoded)
    return None if image.isNull() else (_jpeg(image), "image/jpeg")


def _jpeg(image: QImage) -> bytes:
    if max(image.width(), image.height()) > _LONGEST:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(_LONGEST, _LONGEST, keep, smooth)
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(written, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    writer.write(image.convertToFormat(QImage.Format.Format_RGB32))
    return bytes(written.data().data())


def _thumb(encoded: bytes) -> QImage:
    """Read a picture no larger than it is shown, the way up it was taken."""
    held = QBuffer()
    held.setData(QByteArray(encoded))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(held)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(QSize(_THUMB, _THUMB), Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()
