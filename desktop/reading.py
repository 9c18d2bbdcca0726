"""Reads what the board does not hold of the report under the focus: its timeline and its photos."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from desktop.link import FeedLink
from services.feed.reading import Answer, ReadRefused, Timeline

_KEPT_PHOTOS = 24
_REST_MS = 300
"""A timeline is read again at most so often while its report keeps changing."""


class Reading(QObject):
    """One report at a time; answers for another report than the present one are dropped.

    Signals:
        timeline(Timeline): the events of the report, oldest first.
        photo(str, object): a photo's id and its QImage, None where it could not be had.
    """

    timeline = Signal(object)
    photo = Signal(str, object)

    def __init__(self, link: FeedLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._report: str | None = None
        self._stopped = False
        self._photos: dict[str, QImage] = {}
        self._asked: set[str] = set()
        """The photos of the report that is shown, come or still to come."""
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._ask_timeline)

    def show(self, report: str | None, photos: tuple[str, ...]) -> None:
        """Read what belongs to another report."""
        self._report = report
        self._again.stop()
        if report is None:
            return
        self._ask_timeline()
        self._asked.clear()
        self._fetch_new(photos)

    def changed(self, report: str, photos: tuple[str, ...] = ()) -> None:
        """The report changed on the board: read its timeline again, soon, and what photos it has got."""
        if report == self._report:
            self._fetch_new(photos)
        if report == self._report and not self._again.isActive():
            self._again.start(_REST_MS)

    def fetch(self, photo: str) -> None:
        """Fetch a photo, or give the one that is kept."""
        kept = self._photos.get(photo)
        if kept is not None:
            self.photo.emit(photo, kept)
            return
        self._link.fetch_photo(photo, lambda image: self._on_photo(photo, image), owner=self)

    def stop(self) -> None:
        """Read nothing any more."""
        self._report, self._stopped = None, True
        self._again.stop()

    def _fetch_new(self, photos: tuple[str, ...]) -> None:
        for photo in photos:
            if photo not in self._asked:
                self._asked.add(photo)
                self.fetch(photo)

    def _ask_timeline(self) -> None:
        report = self._report
        if report is not None:
            self._link.ask("history", lambda answer: self._on_timeline(report, answer), owner=self, report=report)

    def _on_timeline(self, report: str, answer: Answer | ReadRefused) -> None:
        if report == self._report and isinstance(answer, Timeline):
            self.timeline.emit(answer)

    def _on_photo(self, photo: str, encoded: bytes | None) -> None:
        if self._stopped:
            return  # whoever showed it may be gone
        image = QImage.fromData(encoded) if encoded else QImage()
        if image.isNull():
            self.photo.emit(photo, None)
            return
        while len(self._photos) >= _KEPT_PHOTOS:
            self._photos.pop(next(iter(self._photos)))
        self._photos[photo] = image
        self.photo.emit(photo, image)
