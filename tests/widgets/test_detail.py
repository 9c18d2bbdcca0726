"""The detail and its parts: head, clocks, photos, words and timeline of a report, at every width."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from services.domain.policy import DAY, HOUR, MINUTE
from tests.builders import NOW
from tests.widgets.queues import NAMES
from tests.widgets.rows import a_room, a_row
from tests.widgets.showing import click, different, in_every_paint, picture, share, showing
from widgets.clocks import Clocks
from widgets.detail import Detail
from widgets.detail_head import DetailHead
from widgets.detail_look import clocks_look, detail_look
from widgets.event_words import TimelineLine
from widgets.paint.source import Paint, make_paint
from widgets.photo_strip import PhotoStrip
from widgets.timeline import Timeline

pytestmark = pytest.mark.usefixtures("qapp", "indonesian")
LINES = (
    TimelineLine(NOW - 3 * DAY, "Laporan dibuka"),
    TimelineLine(NOW - DAY, "Diterima oleh Sari"),
    TimelineLine(NOW - MINUTE, "Catatan Sari", "Sudah ditelepon dua kali, tidak diangkat. " * 6),
)
PHOTOS = ("p-1", "p-2", "p-3", "p-4", "p-5")


def an_image(colour: str = "orange", width: int = 400, height: int = 300) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def show_row(detail: Detail, report: str = "r-07", *, now: int = NOW) -> None:
    row = a_room()[report]
    look = detail_look(row, names=NAMES, user="u-sari", now=now, language="id")
    detail.show_report(look, clocks_look(row, now=now, language="id"), text=row.text, photos=row.photos)


def a_detail(paint: Paint, window: QWidget) -> Detail:
    detail = Detail(paint=paint, language="id", parent=window)
    show_row(detail)
    detail.set_timeline(LINES, now=NOW, language="id")
    detail.set_photo("p-1", an_image())
    return detail


def dark_detail(window: QWidget) -> Detail:
    return a_detail(make_paint("dark"), window)


def test_no_height_makes_the_scroll_bar_and_the_wrapped_words_chase_each_other() -> None:
    with showing(dark_detail, width=520, height=300) as detail:
        for height in range(300, 900, 7):
            detail.resize(520, height)
            QApplication.processEvents()
        page = detail.widget()
        assert page is not None
        assert page.width() == detail.viewport().width()
        assert detail.verticalScrollBar().isEnabled() == (detail.verticalScrollBar().maximum() > 0)


def test_the_citizen_s_words_are_plain_text_and_an_empty_text_takes_no_room() -> None:
    with showing(dark_detail, height=800) as detail:
        row = a_row(text="<b>Lubang</b>")
        look = detail_look(row, names=NAMES, user="u-sari", now=NOW, language="id")
        clocks = clocks_look(row, now=NOW, language="id")
        detail.show_report(look, clocks, text=row.text, photos=())
        words = next(label for label in detail.findChildren(QLabel) if label.text() == "<b>Lubang</b>")
        assert words.textFormat() is Qt.TextFormat.PlainText
        assert words.isVisible()
        detail.show_report(look, clocks, text="", photos=())
        assert not words.isVisible()
        assert not detail.photos.isVisible()


def test_another_report_begins_at_its_head_when_asked_to() -> None:
    with showing(dark_detail, height=300) as detail:
        detail.verticalScrollBar().setValue(100)
        detail.go_to_top()
        assert detail.verticalScrollBar().value() == 0


def test_time_passes_in_the_clocks_alone() -> None:
    with showing(dark_detail, height=800) as detail:
        head, before = picture(detail.head), picture(detail.clocks)
        detail.show_clocks(clocks_look(a_room()["r-07"], now=NOW + HOUR, language="id"))
        assert picture(detail.clocks) != before
        assert picture(detail.head) == head


def test_the_whole_detail_is_painted_in_every_theme_and_scale() -> None:
    assert different(in_every_paint(a_detail, width=640, height=900)) == 3


# the head


def a_head(paint: Paint, window: QWidget) -> DetailHead:
    head = DetailHead(paint=paint, parent=window)
    head.show_look(detail_look(a_room()["r-00"], names=NAMES, user="u-sari", now=NOW, language="id"))
    return head


def test_a_narrow_head_is_higher_and_says_the_same_to_screen_readers() -> None:
    with showing(lambda window: a_head(make_paint("dark"), window), width=800) as head:
        wide = head.height()
        said = head.accessibleName()
        head.resize(320, head.height())
        QApplication.processEvents()
        assert head.height() > wide
        assert head.accessibleName() == said
        assert "Jembatan bambu putus" in said


def test_a_head_without_a_report_paints_nothing() -> None:
    with showing(lambda window: DetailHead(paint=make_paint("dark"), parent=window), width=400, height=100) as head:
        assert picture(head).width() == 400


# the clocks


def a_clocks(paint: Paint, window: QWidget, report: str = "r-00") -> Clocks:
    clocks = Clocks(paint=paint, parent=window)
    clocks.show_look(clocks_look(a_room()[report], now=NOW, language="id"))
    return clocks


def test_a_late_clock_is_filled_with_red_and_one_in_time_is_not() -> None:
    paint = make_paint("dark")
    red = []
    for report in ("r-00", "r-11"):
        with showing(lambda window, report=report: a_clocks(paint, window, report)) as clocks:  # type: ignore[misc] # that of this turn
            red.append(share(picture(clocks), paint.theme.late) > 0.01)
    assert red == [True, False]


def test_clocks_are_said_to_screen_readers_and_painted_in_every_theme_and_scale() -> None:
    with showing(lambda window: a_clocks(make_paint("dark"), window)) as clocks:
        assert "Warga menunggu" in clocks.accessibleName()
    with showing(lambda window: Clocks(paint=make_paint("dark"), parent=window)) as empty:
        assert picture(empty).width() == 600
    assert different(in_every_paint(a_clocks)) == 3


# the photos


def a_strip(paint: Paint, window: QWidget) -> PhotoStrip:
    strip = PhotoStrip(paint=paint, parent=window)
    strip.set_photos(PHOTOS)
    for photo, colour in zip(PHOTOS, ("orange", "blue", "green"), strict=False):
        strip.set_photo(photo, an_image(colour))
    return strip


def test_photos_are_complete_when_each_has_come_or_is_known_to_be_missing() -> None:
    with showing(lambda window: a_strip(make_paint("dark"), window), height=300) as strip:
        assert not strip.complete()
        strip.set_photo("p-4", None)
        strip.set_photo("p-5", an_image("red"))
        strip.set_photo("p-of-another-report", an_image())
        assert strip.complete()


def test_a_pressed_photo_is_shown_large_and_a_missing_one_is_tried_again() -> None:
    wanted: list[str] = []
    with showing(lambda window: a_strip(make_paint("dark"), window), height=300) as strip:
        strip.photo_wanted.connect(wanted.append)
        orange = share(picture(strip), QColor("orange"))
        click(strip, 560, 20)
        assert share(picture(strip), QColor("blue")) > orange / 2
        assert share(picture(strip), QColor("orange")) < orange / 2
        strip.set_photos(("p-9",))
        strip.set_photo("p-9", None)
        missing = picture(strip)
        click(strip, 200, 50)
        assert wanted == ["p-9"]
        assert picture(strip) != missing, "while it is tried again nothing is said to be missing"
        click(strip, 5, 5)


def test_a_photo_that_is_still_to_come_is_not_tried_again() -> None:
    wanted: list[str] = []
    with showing(lambda window: a_strip(make_paint("dark"), window), height=300) as strip:
        strip.photo_wanted.connect(wanted.append)
        strip.set_photos(("p-8",))
        click(strip, 200, 50)
    assert wanted == []


def test_the_same_photos_of_the_same_report_stay_and_none_hide_the_strip() -> None:
    with showing(lambda window: a_strip(make_paint("dark"), window), height=300) as strip:
        before = picture(strip)
        strip.set_photos(PHOTOS)
        assert picture(strip) == before
        strip.set_photos(())
        assert not strip.isVisible()
        assert strip.complete()
        click(strip, 200, 50)
        assert picture(strip).width() == 600


def test_photos_are_as_high_as_there_is_room_but_never_a_slit() -> None:
    with showing(lambda window: a_strip(make_paint("dark"), window), height=400) as strip:
        whole = strip.height()
        for room, height in ((200.0, 200), (0.0, 124), (2000.0, whole)):
            strip.set_room(room)
            assert strip.height() == height


def test_in_a_low_window_the_words_and_the_newest_event_are_seen_without_scrolling() -> None:
    with showing(lambda window: a_detail(make_paint("dark"), window), width=640, height=600) as detail:
        QApplication.processEvents()
        assert detail.timeline.mapTo(detail, QPoint(0, 40)).y() <= detail.viewport().height()


@pytest.mark.parametrize("several", [2, 3, 4])
def test_the_small_photos_together_are_as_high_as_the_large_one(several: int) -> None:
    def filled(window: QWidget) -> PhotoStrip:
        strip = PhotoStrip(paint=make_paint("dark"), parent=window)
        ids = tuple(f"p-{n}" for n in range(several))
        strip.set_photos(ids)
        for photo in ids:
            strip.set_photo(photo, an_image("red"))
        return strip

    with showing(filled, height=400) as strip:
        image = picture(strip)
        ratio = image.devicePixelRatio()
        at = (round((strip.width() - 45) * ratio), round((strip.height() - 16 - 4) * ratio))
        assert image.pixelColor(*at) == QColor("red")


def test_photos_of_every_shape_fill_their_place_without_distortion() -> None:
    with showing(lambda window: a_strip(make_paint("dark"), window), height=300) as strip:
        for width, height in ((40, 400), (400, 40), (1, 1)):
            strip.set_photos(("p-7",))
            strip.set_photo("p-7", an_image("red", width, height))
            assert share(picture(strip), QColor("red")) > 0.6


def test_the_photos_are_painted_in_every_theme_and_scale() -> None:
    assert different(in_every_paint(a_strip, height=320)) == 3


# the timeline


def a_timeline(paint: Paint, window: QWidget) -> Timeline:
    timeline = Timeline(paint=paint, language="id", parent=window)
    timeline.set_lines(LINES, now=NOW, language="id")
    return timeline


def test_the_newest_stands_on_top_and_long_words_are_wrapped() -> None:
    with showing(lambda window: a_timeline(make_paint("dark"), window)) as timeline:
        assert [line.at for line in timeline.lines] == sorted((line.at for line in LINES), reverse=True)
        wide = timeline.height()
        timeline.resize(280, timeline.height())
        QApplication.processEvents()
        assert timeline.height() > wide
        assert timeline.accessibleName().startswith("08.59 Catatan Sari; ")


def test_an_empty_timeline_takes_little_room() -> None:
    with showing(lambda window: a_timeline(make_paint("dark"), window)) as timeline:
        full = timeline.height()
        timeline.set_lines((), now=NOW, language="id")
        assert timeline.height() < full / 2


def test_the_timeline_is_painted_in_every_theme_and_scale() -> None:
    assert different(in_every_paint(a_timeline)) == 3
