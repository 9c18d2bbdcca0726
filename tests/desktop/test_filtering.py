"""The filter in the room: / and words, Enter keeps, Esc clears, the map filters, filters are saved and found again."""

import pytest
from PySide6.QtCore import QPoint

from desktop.language import Languages
from tests.desktop.conftest import Opened
from tests.desktop.hands import press, write
from tests.desktop.looping import a_moment, on_qt_loop
from tests.desktop.seat import Seat, seated
from widgets.filter_bar import Chip
from widgets.models.queue_marks import Sieve

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # menus off-screen


def titles(seat: Seat) -> list[str]:
    return [row.title for report in seat.ids() if (row := seat.desk.row(report))]


def chips(seat: Seat) -> list[str]:
    found = seat.view.queue.filter.findChildren(Chip)
    return [chip.accessibleName() for chip in found if chip.isVisible()]


def begin(seat: Seat, words: str) -> None:
    seat.view.queue.view.setFocus()
    press(seat.view, "/")
    write(seat.view, words)


@on_qt_loop
async def test_words_filter_the_queue_as_they_are_typed_and_letters_never_act(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian) as seat:
        begin(seat, "menutup")
        assert len(titles(seat)) == 3
        write(seat.view, " tumbang")
        assert titles(seat) == ["Pohon tumbang menutup jalan desa"]
        assert seat.view.queue.filter.editing
        assert seat.hub.said("command") == []
        assert seat.view.rail.look.all_open == 18, "the rail counts the whole room"


@on_qt_loop
async def test_enter_keeps_the_filter_as_a_chip_and_begins_at_its_first_report(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian) as seat:
        begin(seat, "tumbang")
        press(seat.view, "Enter")
        assert seat.view.queue.view.hasFocus()
        assert seat.chosen == seat.ids()[0] == seat.shown()
        assert len(chips(seat)) == 1
        press(seat.view, "J")
        assert seat.chosen == seat.ids()[0]

        press(seat.view, "Esc")
        assert len(seat.ids()) == 18
        assert not seat.view.queue.filter.isVisible()


@on_qt_loop
async def test_esc_in_the_field_clears_and_nothing_found_is_said(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        begin(seat, "tidak ada begini")
        assert seat.ids() == []
        before = seat.chosen
        press(seat.view, "Enter")
        assert seat.chosen == before, "no report takes the focus where none fits"
        press(seat.view, "/")
        press(seat.view, "Esc")
        assert len(seat.ids()) == 18
        assert seat.view.queue.view.hasFocus()


@on_qt_loop
async def test_a_filter_is_for_one_queue(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        press(seat.view, "3")
        begin(seat, "jalan")
        press(seat.view, "Enter")
        assert seat.view.queue.order.sieve == Sieve(squad="orange", words="jalan")
        assert seat.view.rail.look.chosen == Sieve(squad="orange")
        press(seat.view, "4")
        assert seat.view.queue.order.sieve == Sieve(squad="blue")
        assert chips(seat) == []


@on_qt_loop
async def test_the_map_filters_by_kecamatan_and_a_chip_is_dropped(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        seat.view.instruments.area_chosen.emit("35.03.08")
        assert seat.view.queue.order.sieve == Sieve(kecamatan="35.03.08")
        rows = [seat.desk.row(report) for report in seat.ids()]
        assert rows
        assert {row.kecamatan for row in rows if row} == {"35.03.08"}
        begin(seat, "@suy")
        press(seat.view, "Enter")
        assert len(chips(seat)) == 2
        seat.view.queue.filter.findChildren(Chip)[-2].click()
        assert seat.view.queue.order.sieve == Sieve(words="@suy")
        seat.view.instruments.area_chosen.emit("35.03.08")
        seat.view.instruments.area_chosen.emit("35.03.08")
        assert seat.view.queue.order.sieve.kecamatan is None, "the same area again shows all"


@on_qt_loop
async def test_a_filter_is_saved_found_in_the_menu_by_its_digit_and_forgotten(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian) as seat:
        filters = seat.view.seeking
        press(seat.view, "3")
        begin(seat, "jalan")
        press(seat.view, "Enter")
        seat.view.queue.filter.save_wanted.emit()
        assert [saved.sieve for saved in filters.habits.filters] == [Sieve(squad="orange", words="jalan")]
        assert filters.habits.filters[0].name.endswith(" · jalan")

        press(seat.view, "0")
        menu = filters.open_filters(QPoint(300, 300))
        saved = next(action for action in menu.actions() if action.text().startswith("&1"))
        saved.trigger()
        menu.close()
        assert seat.view.queue.order.sieve == Sieve(squad="orange", words="jalan")
        seat.view.queue.filter.save_wanted.emit()
        assert filters.habits.filters == ()


@on_qt_loop
async def test_the_menu_of_the_head_begins_and_clears(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        menu = seat.view.seeking.open_filters(QPoint(300, 300))
        menu.actions()[0].trigger()
        menu.close()
        assert seat.view.queue.filter.editing
        write(seat.view, "jalan")
        menu = seat.view.seeking.open_filters(QPoint(300, 300))
        menu.actions()[1].trigger()
        menu.close()
        assert len(seat.ids()) == 18


@on_qt_loop
async def test_another_language_speaks_in_the_filter_too(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        begin(seat, "ditugaskan")
        assert len(seat.ids()) == 1
        indonesian.use("en")
        await a_moment()
        assert seat.ids() == [], "what stands is looked for among the words of now"
        seat.view.seeking.filtering.begin()
        write(seat.view, "assigned")
        assert len(seat.ids()) == 1
        indonesian.use("id")
