"""Pictures of parts of rows that were painted once, by report; a part that shows something else is painted anew."""

from collections import OrderedDict
from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

from services.domain.report import Millis
from services.domain.rows import ReportRow

V = TypeVar("V")

_CAPACITY = 64
"""More rows than any screen shows at once: a wide row is a quarter of a megabyte on a fine screen."""


class Cast(NamedTuple):
    """For which moment and screen a picture is wanted."""

    row: ReportRow
    second: Millis
    size: QSizeF
    ratio: float


@dataclass(slots=True)
class _Kept(Generic[V]):
    cast: Cast
    value: V
    pixmap: QPixmap
    doubted: bool = False
    """What the part shows must be asked for anew, whatever the row says."""


class KeptPictures(Generic[V]):
    """Pictures of one part of the rows.

    What a part shows is asked for anew when the row is another one or another second has begun, and painted anew when
    that differs, or another size or device pixel ratio is wanted.

    Args:
        draw: draws a value into a rectangle.
    """

    def __init__(self, draw: Callable[[QPainter, QRectF, V], None]) -> None:
        self._draw = draw
        self._kept: OrderedDict[str, _Kept[V]] = OrderedDict()

    def clear(self) -> None:
        """Forget all pictures: another theme, scale, language, other names."""
        self._kept.clear()

    def doubt(self, reports: Container[str]) -> None:
        """Ask anew what these reports show: something beside their rows may have changed."""
        for report, kept in self._kept.items():
            if report in reports:
                kept.doubted = True

    def picture(self, report: str, cast: Cast, value_of: Callable[[], V]) -> QPixmap:
        """Return the picture of a report's part."""
        found = self._kept.get(report)
        if found is None:
            return self._paint(report, cast, value_of())
        kept = found.cast
        same_screen = kept.ratio == cast.ratio and kept.size == cast.size
        same_moment = kept.row is cast.row and kept.second == cast.second and not found.doubted
        if not (same_screen and same_moment):
            value = value_of()
            if not same_screen or value != found.value:
                return self._paint(report, cast, value)
            found.cast, found.doubted = cast, False
        self._kept.move_to_end(report)
        return found.pixmap

    def _paint(self, report: str, cast: Cast, value: V) -> QPixmap:
        pixmap = QPixmap(round(cast.size.width() * cast.ratio), round(cast.size.height() * cast.ratio))
        pixmap.setDevicePixelRatio(cast.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        try:
            self._draw(painter, QRectF(0, 0, cast.size.width(), cast.size.height()), value)
        finally:
            painter.end()
        self._kept[report] = _Kept(cast, value, pixmap)
        self._kept.move_to_end(report)
        if len(self._kept) > _CAPACITY:
            self._kept.popitem(last=False)
        return pixmap
