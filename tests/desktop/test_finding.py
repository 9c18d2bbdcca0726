"""Ctrl K: acts with their keys, reports, places, members, queues and settings, and the whole history behind them."""

import asyncio
from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.finding import HISTORY_AFTER_MS
from desktop.language import Languages
from tests.builders import NOW
from tests.desktop.conftest import Opened
from tests.desktop.hands import press, write
from tests.desktop.looping import a_moment, on_qt_loop, until
from tests.desktop.seat import Seat, seated
from tests.widgets.rows import a_row
from widgets.models.palette_model import PaletteEntry
from widgets.models.queue_marks import Sieve
from widgets.palette import Palette


def palette(seat: Seat) -> Palette:
    return seat.view.seeking.finding.palette


def offered(seat: Seat) -> list[PaletteEntry]:
    model = palette(seat).model
    return [entry for row in range(model.rowCount()) if (entry := model.entry(row)) is not None]


def ids(seat: Seat) -> list[str]:
    return [entry.id for entry in offered(seat)]


async def find(seat: Seat, text: str, *, chosen: str = "") -> None:
    """Open the palette as by its key, type, and choose an entry where one is named."""
    seat.view.seeking.ways()["palette"]("")
    await a_moment()
    write(seat.view, text)
    if chosen:
        for _ in range(ids(seat).index(chosen)):
            QTest.keyClick(palette(seat).field, Qt.Key.Key_Down)
        press(seat.view, "Enter")
        await a_moment()


@on_qt_loop
async def test_without_words_it_offers_what_can_be_done_now_each_with_its_key(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        await find(seat, "")
        acts = {entry.id: entry.key for entry in offered(seat) if entry.id.startswith("act:")}
        assert acts["act:acknowledge"] == "A"
        assert "press:merge" in ids(seat)
        assert "act:verify" not in acts, "what the report does not allow now is not offered"
        assert ids(seat)[0].startswith("act:")
        assert {"press:filter", "press:keys", "press:squad:3", "press:extra:mine"} <= set(ids(seat))
        assert "press:squad:7" not in ids(seat), "a squad this user does not see is none"


@on_qt_loop
async def test_a_closed_report_can_be_replied_to_and_not_be_merged(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian, r_07={"state": "closed", "closed": NOW, "outcome": "done"}) as seat:
        seat.view.detail.show_report("r-07")
        await find(seat, "")
        assert {"press:merge", "press:reply"} & set(ids(seat)) == {"press:reply"}


@on_qt_loop
async def test_no_conflict_is_settled_behind_it(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await find(seat, "")
        assert seat.view.seeking.covers
        QTest.keyClick(seat.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        assert palette(seat).isVisible()
        press(seat.view, "Esc")
        assert not seat.view.seeking.covers


@on_qt_loop
async def test_an_act_is_begun_as_by_its_key(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        await find(seat, "pindah", chosen="act:reassign")
        assert not palette(seat).isVisible()
        assert seat.asking()
        press(seat.view, "4", "1")
        assert (await seat.room.ordered())["command"] == "reassign"


@on_qt_loop
async def test_a_report_is_found_by_number_and_title_also_beside_the_queue(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian) as seat:
        press(seat.view, "1")
        await find(seat, "motor terjatuh", chosen="report:r-07")
        assert (seat.chosen, seat.shown()) == ("r-07", "r-07")
        assert seat.view.queue.order.sieve == Sieve(), "the queue that does not show it gives way"
        assert seat.view.queue.view.hasFocus()
        await find(seat, "vaksin")
        assert ids(seat)[0] == "report:r-10"


@on_qt_loop
async def test_words_of_a_title_come_before_words_elsewhere(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await find(seat, "jalan")
        reports = [entry.title.lower() for entry in offered(seat) if entry.id.startswith("report:")]
        assert len(reports) == 8
        assert all("jalan" in title for title in reports[:4])


@on_qt_loop
async def test_places_members_and_queues_filter(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        order = seat.view.queue.order
        await find(seat, "watulimo", chosen="place:35.03.08")
        assert order.sieve == Sieve(kecamatan="35.03.08")
        assert seat.ids()
        await find(seat, "pakel", chosen="desa:35.03.08.2004")
        assert order.sieve == Sieve(kecamatan="35.03.08", words="Pakel")
        assert seat.ids()
        await find(seat, "suyono", chosen="member:m-31")
        assert order.sieve == Sieve(member="m-31")
        assert len(seat.ids()) == 2
        await find(seat, "kuning", chosen="press:squad:5")
        assert order.sieve == Sieve(squad="yellow")


@on_qt_loop
async def test_a_saved_filter_is_found_by_its_name(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        seat.view.seeking.habits.save("Longsor malam", Sieve(words="longsor"))
        await find(seat, "malam", chosen="filter:Longsor malam")
        assert seat.view.queue.order.sieve == Sieve(words="longsor")


@on_qt_loop
async def test_settings_are_changed_at_once(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await _set(seat, "set:theme")
        assert seat.themes.paint.theme.name == "light"
        await _set(seat, "set:scale:1.25")
        assert seat.themes.paint.scale == 1.25
        await _set(seat, "set:still")
        assert seat.themes.paint.still
        await _set(seat, "set:letters")
        press(seat.view, "3")
        assert seat.view.queue.order.sieve == Sieve(), "single keys do not act any more"
        await _set(seat, "set:language")
        assert indonesian.language == "en"
        indonesian.use("id")


async def _set(seat: Seat, what: str) -> None:
    seat.view.seeking.ways()["palette"]("")
    palette(seat).lift()
    palette(seat).chosen.emit(what)
    await a_moment()


@on_qt_loop
async def test_history_is_asked_for_after_a_rest_and_an_old_report_can_be_read(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian) as seat:
        old = {"rev": "o-1", "value": asdict(a_row(number="0LD0-00", state="closed", closed=NOW, sources={}))}
        on_board = {"id": "r-07", "rev": "v1", "value": asdict(a_row(sources={}))}
        seat.hub.gets |= {"search": {"reports": [{"id": "old-1", **old}, on_board]}, "report": old}
        await find(seat, "jembatan")
        assert "search" not in {get["what"] for get in seat.hub.said("get")}, "not while somebody may still type"

        await until(lambda: "old:old-1" in ids(seat))
        assert [entry.mark for entry in offered(seat) if entry.id.startswith("old:")] == ["riwayat"]
        assert "old:r-07" not in ids(seat), "what is on the board is offered from there"
        asked = next(get for get in seat.hub.said("get") if get["what"] == "search")
        assert asked["query"] == "jembatan"
        before = seat.chosen
        palette(seat).lift()
        palette(seat).chosen.emit("old:old-1")
        await until(lambda: seat.shown() == "old-1")
        assert seat.chosen == before, "the focus of the queue does not move"
        press(seat.view, "A")
        assert seat.hub.said("command") == [], "it can only be read"
        seat.view.detail.tick(NOW)
        press(seat.view, "J")
        assert seat.shown() == seat.chosen


@on_qt_loop
async def test_nothing_is_asked_for_one_letter_or_after_the_palette_is_gone(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian) as seat:
        seat.hub.gets["search"] = {"reports": [{"id": "old-1", "rev": "o", "value": asdict(a_row(sources={}))}]}
        await find(seat, "j")
        assert not [entry for entry in ids(seat) if entry.startswith("report:")]
        write(seat.view, "e")
        press(seat.view, "Esc")
        assert seat.view.queue.view.hasFocus()
        await asyncio.sleep(2 * HISTORY_AFTER_MS / 1_000)
        assert "search" not in {get["what"] for get in seat.hub.said("get")}


@on_qt_loop
async def test_the_search_field_and_ctrl_k_open_it_over_anything_else(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        seat.view.top.search_wanted.emit()
        assert palette(seat).isVisible()
        press(seat.view, "Esc")
        seat.view.seeking.ways()["keys"]("")
        QTest.keyClick(seat.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        assert [curtain.isVisible() for curtain in seat.view.seeking.curtains] == [True, False, False]


@pytest.mark.parametrize("theme", ["light", "dark"])
@on_qt_loop
async def test_it_follows_theme_and_language_while_it_is_open(
    at_hand: Opened, indonesian: Languages, theme: str
) -> None:
    async with seated(at_hand, indonesian) as seat:
        await find(seat, "oranye")
        seat.themes.set_theme(theme)
        indonesian.use("en")
        await a_moment()
        assert palette(seat).field.placeholderText() == "Find a report or a command"
        indonesian.use("id")


@on_qt_loop
async def test_acts_without_a_letter_are_found_by_their_words(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        await find(seat, "ubah label", chosen="act:relabel")
        assert seat.asking()
        assert seat.view.detail.prompt.accessibleName().startswith("Ubah label")
