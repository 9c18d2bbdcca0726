"""Pictures are rendered once, kept within a bound, and drawn on whole device pixels."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication

from tests.widgets.paint.canvas import Canvas
from widgets.paint.pixmaps import PixmapCache

WHITE = QColor("#FFFFFF")
BLACK = QColor("#000000")


def fill(painter: QPainter, rect: QRectF) -> None:
    painter.fillRect(rect, WHITE)


def test_a_picture_is_kept_by_name_size_and_ratio(qapp: QApplication) -> None:
    cache = PixmapCache()
    size = QSizeF(10, 20)

    first = cache.pixmap("a", size=size, ratio=1.0, render=fill)

    assert cache.pixmap("a", size=size, ratio=1.0, render=fill) is first
    assert cache.pixmap("b", size=size, ratio=1.0, render=fill) is not first
    assert cache.pixmap("a", size=QSizeF(10, 21), ratio=1.0, render=fill) is not first
    assert cache.pixmap("a", size=size, ratio=2.0, render=fill).height() == 40
    assert len(cache) == 4


def test_the_least_lately_used_picture_is_dropped(qapp: QApplication) -> None:
    cache = PixmapCache(capacity=2)
    size = QSizeF(4, 4)
    first = cache.pixmap("1", size=size, ratio=1.0, render=fill)
    cache.pixmap("2", size=size, ratio=1.0, render=fill)
    cache.pixmap("1", size=size, ratio=1.0, render=fill)

    cache.pixmap("3", size=size, ratio=1.0, render=fill)

    assert len(cache) == 2
    assert cache.pixmap("1", size=size, ratio=1.0, render=fill) is first


def test_a_picture_between_pixels_is_moved_onto_them(qapp: QApplication, ratio: float) -> None:
    canvas = Canvas(ratio=ratio, ground=BLACK)

    with canvas.painting() as painter:
        painter.translate(0.3, 0.2)
        PixmapCache().draw(painter, "a", centre=QPointF(30.1, 30.4), edge=10, render=fill)

    bounds = canvas.bounds()
    assert bounds is not None
    assert (bounds.width(), bounds.height()) == (10, 10)
    assert abs(bounds.center().x() - 30.4) <= 0.5 / ratio
    assert abs(bounds.center().y() - 30.6) <= 0.5 / ratio


def test_a_turned_picture_is_drawn_where_it_is_asked_for(qapp: QApplication) -> None:
    canvas = Canvas(ground=BLACK)

    with canvas.painting() as painter:
        painter.rotate(90)
        PixmapCache().draw(painter, "a", centre=QPointF(30, -40), edge=10, render=fill)

    bounds = canvas.bounds()
    assert bounds is not None
    assert bounds.center() == QPointF(40, 30)
