"""The parts of the queue: kept pictures, the head with its button, the geometry, the counts in words."""

import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import NOW
from tests.widgets.paint.canvas import Canvas
from tests.widgets.queues import NAMES
from tests.widgets.rows import a_room, a_row
from widgets import counted
from widgets.kept_pictures import Cast, KeptPictures
from widgets.key_button import KeyButton
from widgets.paint.fonts import TextRole
from widgets.paint.source import make_paint
from widgets.queue_geometry import QueueGeometry
from widgets.queue_head import QueueHead
from widgets.queue_look import Beside, row_look
from widgets.queue_row import draw_body, text_rect, time_rect

SIZE = QSizeF(40, 20)


class Studio:
    """Counts what is asked for and what is painted."""

    def __init__(self) -> None:
        self.asked = 0
        self.painted: list[str] = []
        self.value = "one"
        self.pictures: KeptPictures[str] = KeptPictures(self._draw)

    def _draw(self, painter: QPainter, rect: QRectF, value: str) -> None:
        painter.fillRect(rect, Qt.GlobalColor.red)
        self.painted.append(value)

    def value_of(self) -> str:
        self.asked += 1
        return self.value


@pytest.fixture
def studio(qapp: QApplication) -> Studio:
    """Return a studio with nothing painted yet."""
    return Studio()


def test_the_same_row_in_the_same_second_is_not_even_looked_at(studio: Studio) -> None:
    cast = Cast(a_row(), 1, SIZE, 1.0)

    first = studio.pictures.picture("r", cast, studio.value_of)
    again = studio.pictures.picture("r", Cast(cast.row, 1, QSizeF(SIZE), 1.0), studio.value_of)

    assert again.cacheKey() == first.cacheKey()
    assert studio.asked == 1


def test_another_row_that_shows_the_same_is_not_painted_again(studio: Studio) -> None:
    first = studio.pictures.picture("r", Cast(a_row(), 1, SIZE, 1.0), studio.value_of)
    again = studio.pictures.picture("r", Cast(a_row(), 2, SIZE, 1.0), studio.value_of)

    assert again.cacheKey() == first.cacheKey()
    assert (studio.asked, studio.painted) == (2, ["one"])


def test_another_value_size_or_ratio_is_painted_anew(studio: Studio) -> None:
    row = a_row()
    studio.pictures.picture("r", Cast(row, 1, SIZE, 1.0), studio.value_of)
    studio.value = "two"

    studio.pictures.picture("r", Cast(row, 2, SIZE, 1.0), studio.value_of)
    studio.pictures.picture("r", Cast(row, 2, QSizeF(50, 20), 1.0), studio.value_of)
    fine = studio.pictures.picture("r", Cast(row, 2, QSizeF(50, 20), 2.0), studio.value_of)

    assert studio.painted == ["one", "two", "two", "two"]
    assert fine.width() == 100


def test_a_row_that_is_doubted_is_asked_for_anew(studio: Studio) -> None:
    cast = Cast(a_row(), 1, SIZE, 1.0)
    studio.pictures.picture("r", cast, studio.value_of)
    studio.value = "sending"

    studio.pictures.doubt({"other"})
    studio.pictures.picture("r", cast, studio.value_of)
    assert studio.painted == ["one"]
    studio.pictures.doubt({"r"})
    studio.pictures.picture("r", cast, studio.value_of)
    studio.pictures.picture("r", cast, studio.value_of)

    assert studio.painted == ["one", "sending"]
    assert studio.asked == 2


def test_the_longest_unused_picture_is_dropped(studio: Studio) -> None:
    row = a_row()
    for n in range(65):
        studio.pictures.picture(f"r-{n}", Cast(row, 1, SIZE, 1.0), studio.value_of)

    studio.pictures.picture("r-64", Cast(row, 1, SIZE, 1.0), studio.value_of)
    assert studio.asked == 65
    studio.pictures.picture("r-0", Cast(row, 1, SIZE, 1.0), studio.value_of)
    assert studio.asked == 66
    studio.pictures.clear()
    studio.pictures.picture("r-0", Cast(row, 1, SIZE, 1.0), studio.value_of)
    assert studio.asked == 67


@pytest.mark.parametrize("heads", [(), (0,), (0, 3), (0, 3, 7)])
def test_every_row_is_found_at_its_own_place(heads: tuple[int, ...]) -> None:
    geometry = QueueGeometry(rows=10, heads=heads, row_height=56, head_height=34)

    tops = [geometry.top_of(row) for row in range(10)]
    for row, top in enumerate(tops):
        assert geometry.row_at(top) == row
        assert geometry.row_at(top + geometry.height_of(row) - 0.5) == row
    assert geometry.total == tops[-1] + geometry.height_of(9)
    assert geometry.row_at(-5) == 0
    assert geometry.row_at(10_000) == 9


def test_an_empty_list_has_no_height() -> None:
    geometry = QueueGeometry(rows=0, heads=(), row_height=56, head_height=34)

    assert geometry.total == 0
    assert geometry.row_at(10) == 0
    assert geometry.head_above(10) is None


def test_the_head_shows_its_button_only_while_something_is_above(indonesian: None, qtbot: QtBot) -> None:
    head = QueueHead(paint=make_paint("dark"))
    qtbot.addWidget(head)
    head.resize(620, 58)
    head.show()
    head.set_queue("Semua pasukan", 68)
    button = head.findChild(KeyButton)
    assert isinstance(button, KeyButton)
    assert not button.isVisible()
    assert head.accessibleName() == "Semua pasukan, 68 aktif"

    head.set_above(3)

    assert button.isVisible()
    assert button.text() == "3 baru di atas"
    with qtbot.waitSignal(head.above_wanted, timeout=500):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    head.set_above(0)
    assert not button.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_title_fits_beside_the_button(indonesian: None, qtbot: QtBot, scale: float) -> None:
    paint = make_paint("light", scale=scale)
    head = QueueHead(paint=make_paint("dark"))
    qtbot.addWidget(head)
    head.set_paint(paint)
    head.resize(620, head.sizeHint().height())
    head.set_queue("Belum ditugaskan", 1234)
    head.set_above(99)
    head.retranslate()
    head.show()
    button = head.findChild(KeyButton)
    assert isinstance(button, KeyButton)

    title = paint.texts.width("Belum ditugaskan", TextRole.VIEW)

    assert head.height() == 58 * scale
    assert title + paint.px(20 + 12) <= button.x()
    assert button.geometry().right() < head.width()
    assert not head.grab().isNull()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_state_and_time_are_never_cut(indonesian: None, qapp: QApplication, scale: float) -> None:
    paint = make_paint("dark", scale=scale)
    row = QRectF(0, 0, 608, 56 * scale)

    for report in a_room().values():
        look = row_look(report, names=NAMES, user="u-sari", now=NOW, language="id")
        word = paint.texts.width(look.state_word, TextRole.META_STRONG)
        assert word + paint.px(13 + 6) <= text_rect(row, paint).width()
    assert time_rect(row, paint).right() <= row.right()


def test_an_act_under_way_is_seen(qapp: QApplication) -> None:
    paint = make_paint("dark")
    looks = [
        row_look(a_row(), names=NAMES, user="u-sari", now=NOW, language="id", beside=Beside(sending=sending))
        for sending in (False, True)
    ]
    canvases = [Canvas(width=600, height=56, ground=paint.theme.bg1) for _ in looks]
    for canvas, look in zip(canvases, looks, strict=True):
        with canvas.painting() as painter:
            draw_body(painter, QRectF(0, 0, 600, 56), look=look, paint=paint)

    assert canvases[0].image != canvases[1].image


def test_counts_have_their_nouns(indonesian: None) -> None:
    assert counted.reports(1) == "1 laporan"
    assert counted.late_reports(1) == "1 lewat"
    assert counted.open_reports(65) == "65 aktif"
    assert counted.new_above(3) == "3 baru di atas"
    assert counted.new_above(250) == "99+ baru di atas"
    assert counted.evidence(("photo", "photo", "document")) == "2 foto, 1 dokumen"


def test_english_has_two_forms() -> None:
    assert [counted.photos(1), counted.photos(2)] == ["1 photo", "2 photos"]
    assert [counted.documents(1), counted.documents(2)] == ["1 document", "2 documents"]
    assert [counted.visit_notes(1), counted.visit_notes(2)] == ["1 visit note", "2 visit notes"]
    assert [counted.reports(1), counted.reports(2)] == ["1 report", "2 reports"]
