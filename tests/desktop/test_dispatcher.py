"""The dispatcher's window: keys, focus, bars, conflicts, themes and languages, without a network."""

import pytest
from PySide6.QtCore import Qt

from desktop.language import Languages
from tests.builders import NOW
from tests.desktop.conftest import Opened
from tests.desktop.hands import press, write
from tests.desktop.looping import a_moment, on_qt_loop, until
from tests.desktop.seat import Seat, seated
from widgets.link_chip import LinkChip, LinkTone
from widgets.models.queue_marks import Sieve


@on_qt_loop
async def test_the_board_fills_queue_rail_and_charts(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        assert len(seat.ids()) == 18
        assert seat.view.open_and_late()["orange"] == (5, 1)
        assert seat.view.queue.foot.message is None
        assert seat.chosen == seat.ids()[0] == seat.shown(), "one begins with the most urgent report"
        press(seat.view, "J")
        assert seat.chosen == seat.ids()[1] == seat.shown()


@on_qt_loop
async def test_j_and_k_move_and_digits_show_a_squad(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        seat.view.queue.view.setFocus()
        press(seat.view, "J", "J", "K")
        assert seat.chosen == seat.ids()[1]

        press(seat.view, "3")
        assert seat.view.queue.order.sieve == Sieve(squad="orange")
        assert {row.squad for report in seat.ids() if (row := seat.desk.row(report))} == {"orange"}
        press(seat.view, "U")
        assert seat.view.queue.order.sieve == Sieve(extra="unassigned")
        press(seat.view, "0")
        assert len(seat.ids()) == 18
        press(seat.view, "7")
        assert seat.view.queue.order.sieve == Sieve(), "a squad this user does not see is none"


@on_qt_loop
async def test_every_act_of_the_bar_has_its_key_and_pressing_it_asks_in_place(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        seat.view.queue.view.setFocus()

        press(seat.view, "P")

        assert seat.asking()
        assert seat.view.detail.prompt.accessibleName().startswith("Pindahkan")
        press(seat.view, "4", "1")
        order = await seat.room.ordered()
        assert (order["command"], order["report"], order["args"]["squad"]) == ("reassign", "r-07", "blue")
        assert not seat.asking()
        assert seat.foot == "7Q3K-92 dipindahkan ke Biru"
        assert seat.view.queue.view.hasFocus(), "the keyboard goes back to the queue"


@on_qt_loop
async def test_a_question_is_taken_back_by_backspace_and_given_up_by_esc(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        seat.view.queue.view.setFocus()
        press(seat.view, "P", "4", "Backspace")
        assert seat.view.detail.prompt.accessibleName().endswith("ke pasukan mana?")
        press(seat.view, "J", "A", "Esc")

        assert not seat.asking()
        assert seat.hub.said("command") == []
        assert seat.chosen == "r-07"


@on_qt_loop
async def test_letters_typed_into_a_note_never_act(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        seat.view.queue.view.setFocus()

        press(seat.view, "N")
        write(seat.view, "apslocejkz 0123 umv")
        press(seat.view, "Ctrl+Z")
        assert seat.hub.said("command") == []
        assert seat.chosen == "r-07"
        write(seat.view, " sudah")
        press(seat.view, "Enter")

        order = await seat.room.ordered()
        assert order["command"] == "note"
        assert order["args"]["text"].endswith("sudah")


@on_qt_loop
async def test_another_report_gives_the_question_up(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        press(seat.view, "P")

        await seat.choose("r-06")

        assert not seat.asking()
        press(seat.view, "1")
        assert seat.hub.said("command") == []


@on_qt_loop
async def test_what_cannot_be_done_now_is_said_at_the_foot(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        seat.view.queue.view.setFocus()
        press(seat.view, "C")
        assert seat.foot == "Verifikasi: tidak bisa untuk laporan ini sekarang"
        assert seat.hub.said("command") == []

        seat.hub.codes = [{"code": "denied"}]
        press(seat.view, "A")
        await until(lambda: seat.foot == "Hanya penyelia yang berwenang")


@on_qt_loop
async def test_z_puts_the_last_act_back_and_says_so(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        seat.view.queue.view.setFocus()
        press(seat.view, "A")
        await seat.room.answered()

        press(seat.view, "Z")

        assert (await seat.room.ordered(2))["command"] == "undo"
        assert seat.foot == "Diurungkan"
        press(seat.view, "Z")
        await a_moment()
        assert len(seat.hub.said("command")) == 2


@on_qt_loop
async def test_the_focused_row_does_not_move_when_others_come_in(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        chosen = seat.ids()[9]
        await seat.choose(chosen)
        before = seat.place(chosen)
        for n in range(5):
            await seat.room.put(f"r-new-{n}", "v1", due_first=NOW - n, received=NOW)
        await a_moment()

        assert seat.chosen == chosen == seat.shown()
        assert seat.ids().index(chosen) == 14
        assert seat.place(chosen) == before


@on_qt_loop
async def test_a_report_that_leaves_under_the_focus_is_said_to_be_gone(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        seat.hub.rows.pop(("report", "r-07"))
        seat.room.tell({"op": "delete", "kind": "report", "id": "r-07"})
        await until(lambda: seat.desk.row("r-07") is None)
        await seat.room.framed()

        press(seat.view, "A")

        assert seat.hub.said("command") == []
        assert not seat.view.detail.complete()


async def _in_conflict(seat: Seat) -> None:
    await seat.choose("r-07")
    seat.view.queue.view.setFocus()
    seat.hub.codes = [{"code": "conflict", "changed": ["squad"], "by": "Rizal", "changed_at": NOW}]
    press(seat.view, "P", "4", "1")
    await until(lambda: seat.room.conflicts)
    assert seat.chosen == seat.shown() == "r-08", "after an act the next report is under the focus, and stays there"
    assert not seat.in_conflict()
    press(seat.view, "Alt+3")
    assert seat.chosen == "r-07", "one key goes back to it"
    assert seat.in_conflict()


@on_qt_loop
async def test_alt_1_follows_the_others(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await _in_conflict(seat)
        assert seat.foot.startswith("Rizal"), "what was told as done is taken back"

        press(seat.view, "Enter", "1")
        assert seat.in_conflict(), "neither Enter nor a digit settles it"
        press(seat.view, "0", "Alt+1")

        assert not seat.in_conflict()
        assert len(seat.hub.said("command")) == 1


@on_qt_loop
async def test_alt_2_sends_mine_again_and_alt_3_says_what_changed(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await _in_conflict(seat)

        press(seat.view, "Alt+3")
        assert seat.in_conflict()
        press(seat.view, "Alt+2")

        again = await seat.room.ordered(2)
        assert (again["command"], again["args"]["squad"]) == ("reassign", "blue")
        assert not seat.in_conflict()
        press(seat.view, "Alt+1")
        await a_moment()
        assert len(seat.hub.said("command")) == 2, "without a conflict these keys do nothing"


@on_qt_loop
async def test_a_conflict_is_settled_while_a_question_stands_and_while_somebody_types(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian) as seat:
        await _in_conflict(seat)
        press(seat.view, "N")
        write(seat.view, "Sudah")

        press(seat.view, "Alt+1")

        assert not seat.in_conflict()
        write(seat.view, " ditelepon")
        press(seat.view, "Enter")
        assert (await seat.room.ordered(2))["args"]["text"] == "Sudah ditelepon"


@on_qt_loop
async def test_a_conflict_of_a_report_that_is_not_shown_is_said_at_the_foot(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        seat.view.queue.view.setFocus()
        seat.hub.codes = [{"code": "conflict", "changed": ["squad"], "by": "Rizal", "changed_at": NOW}]
        press(seat.view, "P", "4", "1")
        await seat.choose("r-06")
        await until(lambda: seat.room.conflicts)

        assert seat.foot.startswith("Rizal")
        assert not seat.in_conflict()
        await seat.choose("r-07")
        assert seat.in_conflict()


@on_qt_loop
async def test_theme_and_language_are_switched_live(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        press(seat.view, "P")
        for _ in range(2):
            seat.view.top.theme_wanted.emit()
            seat.view.top.language_wanted.emit()
            await a_moment()
            seat.view.grab()
        assert (seat.themes.paint.theme.dark, indonesian.language) == (True, "id")


@pytest.mark.parametrize("language", ["id", "en"])
@on_qt_loop
async def test_the_window_speaks_both_languages(at_hand: Opened, indonesian: Languages, language: str) -> None:
    indonesian.use("en" if language == "en" else "id")
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        seat.view.grab()
        rail = [squad.name for squad in seat.view.rail.look.squads]
        assert rail[3] == {"id": "Biru", "en": "Blue"}[language]


@on_qt_loop
async def test_a_tick_moves_the_clock_and_ages_the_link(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        chip = seat.view.top.findChild(LinkChip)
        assert chip is not None
        assert chip.look.tone is LinkTone.LIVE
        seat.hub.silent = True

        await seat.room.clock.wind(12)

        assert chip.look.words.startswith("Data "), "at once, not with the next tick"


@on_qt_loop
async def test_every_second_times_pass_and_what_was_told_ends(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        seat.view.tell_trouble("queue_view.py:12")

        seat.room.clock.now += 20 * 60_000

        await until(lambda: seat.foot == "")
        await until(lambda: seat.view.open_and_late()["orange"][1] > 1)


@on_qt_loop
async def test_the_program_s_own_trouble_is_told_by_its_reference(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        seat.view.tell_trouble("queue_view.py:12")
        assert "queue_view.py:12" in seat.foot


@on_qt_loop
async def test_f6_goes_to_the_next_panel_and_esc_back_to_the_queue(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        seat.view.queue.view.setFocus(Qt.FocusReason.OtherFocusReason)
        press(seat.view, "F6")
        assert not seat.view.queue.view.hasFocus()
        press(seat.view, "Esc")
        assert seat.view.queue.view.hasFocus()


@on_qt_loop
async def test_for_a_picture_the_report_with_the_most_photos_is_chosen(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        seat.view.choose_telling()
        assert seat.chosen == "r-07"
