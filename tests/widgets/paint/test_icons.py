"""Icons take any colour, and are rendered once for each colour, size and device pixel ratio."""

import pytest
from PySide6.QtCore import QByteArray, QPointF, QRectF
from PySide6.QtGui import QColor
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

import resources
from tests.widgets.paint.canvas import Canvas
from widgets.paint.icons import IconCache
from widgets.paint.pixmaps import PixmapCache
from widgets.paint.source import Paint

NAMES = sorted(path.stem for path in resources.path("icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_icon_can_be_drawn_and_takes_its_colour(name: str) -> None:
    text = resources.read_text(f"icons/{name}.svg")

    assert 'stroke="currentColor"' in text
    assert 'stroke-width="2"' in text
    assert QSvgRenderer(QByteArray(text.encode())).isValid()


@pytest.mark.parametrize("edge", [14.0, 17.0, 22.0])
def test_an_icon_is_drawn_in_the_colour_asked_for_inside_its_square(paint: Paint, ratio: float, edge: float) -> None:
    canvas = Canvas(ratio=ratio, ground=paint.theme.bg1)
    colour = paint.theme.acc

    with canvas.painting() as painter:
        paint.icons.draw(painter, "lock", centre=QPointF(60.3, 40.2), size=edge, colour=colour)

    bounds = canvas.bounds()
    assert bounds is not None
    assert QRectF(60.3 - edge / 2 - 1, 40.2 - edge / 2 - 1, edge + 2, edge + 2).contains(bounds)
    assert bounds.width() > edge * 0.5
    assert not canvas.has(QColor("#000000"))
    if ratio > 1:
        assert canvas.has(colour)


def test_the_same_icon_is_rendered_once(qapp: QApplication) -> None:
    icons = IconCache(PixmapCache(), stroke=1.75)
    red, blue = QColor("#FF0000"), QColor("#0000FF")

    first = icons.pixmap("lock", colour=red, size=14, ratio=1.0)

    assert icons.pixmap("lock", colour=red, size=14, ratio=1.0) is first
    assert icons.pixmap("lock", colour=blue, size=14, ratio=1.0) is not first
    assert icons.pixmap("lock", colour=red, size=14, ratio=2.0).width() == 28


def test_a_button_icon_is_sharp_at_one_and_two(qapp: QApplication) -> None:
    icon = IconCache(PixmapCache(), stroke=1.75).icon("lock", colour=QColor("#FF0000"), size=16)

    assert {size.width() for size in icon.availableSizes()} == {16, 32}


def test_an_icon_that_is_not_shipped_is_named(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError, match="no-such"):
        IconCache(PixmapCache(), stroke=1.75).pixmap("no-such", colour=QColor("#FF0000"), size=16, ratio=1.0)
