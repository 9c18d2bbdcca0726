"""Acts from the queue: three keys a report, the suggestion, many at once with one reason and one undo."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.language import Languages
from desktop.many import UNASKED
from services.domain.policy import MINUTE
from services.domain.rows import ClaimRow
from tests.builders import NOW
from tests.desktop.conftest import Opened
from tests.desktop.hands import press, write
from tests.desktop.looping import a_moment, on_qt_loop, until
from tests.desktop.seat import Seat, seated

MINE = ClaimRow("u-sari", "Sari", NOW + 10 * MINUTE)


@pytest.fixture
def english(qapp: QApplication) -> Iterator[Languages]:
    """Show the texts as they are written in the source."""
    languages = Languages("en", parent=qapp)
    yield languages
    languages.deleteLater()


async def at(seat: Seat, report: str) -> None:
    """Put the focus on a report and the keys into the queue."""
    await seat.choose(report)
    seat.view.queue.view.setFocus()


def extend(seat: Seat, key: Qt.Key) -> None:
    QTest.keyClick(seat.view.queue.view, key, Qt.KeyboardModifier.ShiftModifier)


def commands(seat: Seat) -> list[tuple[str, str]]:
    return [(said["command"], said["report"]) for said in seat.hub.said("command")]


def words(seat: Seat) -> str:
    """The suggested act as the card says it."""
    look = seat.view.detail.card.look
    return "" if look is None else look.words


def ticked(seat: Seat) -> tuple[str, ...]:
    return seat.view.queue.ticks.reports


@on_qt_loop
async def test_a_report_is_taken_in_assigned_and_left_by_two_keys(at_hand: Opened, english: Languages) -> None:
    async with seated(at_hand, english) as seat:
        await at(seat, "r-07")
        place, following = seat.place("r-07"), seat.ids()[seat.ids().index("r-07") + 1]

        press(seat.view, "A")
        assert seat.chosen == seat.shown() == "r-07", "the next key is for the same report"
        assert seat.place("r-07") == place
        card = seat.view.detail.card.look
        assert card is not None
        assert card.words == "Assign to Suyono, Orange"
        assert "active task" in card.detail
        press(seat.view, "Enter")

        assert (await seat.room.ordered(2))["args"]["members"] == ["m-31"]
        assert commands(seat) == [("acknowledge", "r-07"), ("assign", "r-07")]
        assert seat.chosen == seat.shown() == following
        assert seat.place("r-07") == place, "the rows stay where they are"
        assert seat.view.queue.view.hasFocus()


@on_qt_loop
async def test_enter_takes_in_what_is_new_and_the_card_does_the_same(at_hand: Opened, english: Languages) -> None:
    async with seated(at_hand, english) as seat:
        await at(seat, "r-07")
        press(seat.view, "Enter")
        assert (await seat.room.ordered())["command"] == "acknowledge"
        QTest.mouseClick(seat.view.detail.card, Qt.MouseButton.LeftButton)
        await seat.room.ordered(2)
        assert commands(seat) == [("acknowledge", "r-07"), ("assign", "r-07")]


@on_qt_loop
async def test_what_the_suggestion_must_ask_is_asked(at_hand: Opened, english: Languages) -> None:
    async with seated(at_hand, english) as seat:
        await at(seat, "r-06")
        seat.view.detail.detail.setFocus()
        press(seat.view, "Enter")
        assert seat.asking()
        assert not seat.view.detail.card.isVisible()
        press(seat.view, "1")
        assert (await seat.room.ordered())["command"] == "accept"
        assert seat.chosen == "r-07"


@on_qt_loop
async def test_the_suggestion_follows_members_leases_and_results(at_hand: Opened, english: Languages) -> None:
    async with seated(at_hand, english, r_05={"claim": None}) as seat:
        await at(seat, "r-05")
        assert words(seat).startswith("Assign to")
        for member in ("m-31", "m-32"):
            row = seat.hub.rows["member", member]
            row["rev"], row["value"]["on"] = "off", False
            seat.room.tell({"op": "put", **row})
        await until(lambda: words(seat) == "Nobody of Orange is free")
        press(seat.view, "Enter")
        assert seat.asking(), "who is not free may still be chosen"
        press(seat.view, "Esc")
        await seat.room.put("r-05", "v2", state="queued", claim=ClaimRow("u-x", "Rizal", NOW + 2 * MINUTE))
        assert words(seat) == "", "Rizal has it in hand"
        press(seat.view, "Enter")
        assert commands(seat) == []


@on_qt_loop
async def test_an_enter_that_ended_a_note_does_not_act(at_hand: Opened, english: Languages) -> None:
    async with seated(at_hand, english) as seat:
        await at(seat, "r-07")
        press(seat.view, "N")
        write(seat.view, "Sudah ditelepon")
        press(seat.view, "Enter")
        await seat.room.ordered()
        await a_moment()
        assert commands(seat) == [("note", "r-07")]
        assert seat.chosen == "r-07", "a note leaves something to be done"


@on_qt_loop
async def test_a_begun_note_waits_with_its_report_and_esc_gives_the_keys_back(
    at_hand: Opened, english: Languages
) -> None:
    async with seated(at_hand, english) as seat:
        await at(seat, "r-07")
        press(seat.view, "N")
        write(seat.view, "Sudah")
        await a_moment()
        assert seat.hub.said("presence")[-1]["activity"] == "editing"
        press(seat.view, "Esc", "J")
        assert seat.view.detail.note.field.text() == ""
        assert seat.hub.said("presence")[-1]["activity"] == "viewing"
        press(seat.view, "K")
        assert seat.view.detail.note.field.text() == "Sudah"


@on_qt_loop
async def test_x_ticks_and_shift_extends_and_esc_clears(at_hand: Opened, english: Languages) -> None:
    async with seated(at_hand, english) as seat:
        first, second, third = seat.ids()[3:6]
        await at(seat, first)
        press(seat.view, "X")
        assert ticked(seat) == (first,)
        assert not seat.view.detail.card.isVisible()
        extend(seat, Qt.Key.Key_J)
        extend(seat, Qt.Key.Key_J)
        assert (ticked(seat), seat.chosen) == ((first, second, third), third)
        assert seat.view.queue.head.accessibleName().startswith("3 reports chosen")
        assert seat.view.queue.beside(second).ticked
        extend(seat, Qt.Key.Key_K)
        assert (ticked(seat), seat.chosen) == ((first, second), second)
        press(seat.view, "X")
        assert ticked(seat) == (first,)
        press(seat.view, "Esc")
        assert ticked(seat) == ()
        assert seat.view.detail.card.isVisible()
        assert seat.view.queue.head.accessibleName().startswith("All squads")


@on_qt_loop
async def test_a_click_with_ctrl_ticks(at_hand: Opened, english: Languages) -> None:
    async with seated(at_hand, english) as seat:
        view = seat.view.queue.view
        at_row = view.row_rect(2).center().toPoint()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at_row)
        assert ticked(seat) == (seat.ids()[1],)


@on_qt_loop
async def test_ticks_go_with_their_reports_and_their_queue(at_hand: Opened, english: Languages) -> None:
    async with seated(at_hand, english) as seat:
        await at(seat, "r-07")
        press(seat.view, "X")
        extend(seat, Qt.Key.Key_J)
        assert len(ticked(seat)) == 2
        seat.hub.rows.pop(("report", "r-07"))
        seat.room.tell({"op": "delete", "kind": "report", "id": "r-07"})
        await until(lambda: len(ticked(seat)) == 1)
        press(seat.view, "3")
        assert ticked(seat) == (), "what is not in sight is not acted on"


def alone(seat: Seat) -> bool:
    """Whether the detail stands in place of the list."""
    return seat.view.columns.detail_alone


async def _tick(seat: Seat, *reports: str) -> None:
    for report in reports:
        await at(seat, report)
        press(seat.view, "X")


@on_qt_loop
async def test_many_are_moved_with_one_reason_each_by_its_own_order_and_one_undo_puts_all_back(
    at_hand: Opened, english: Languages
) -> None:
    async with seated(at_hand, english) as seat:
        await _tick(seat, "r-07", "r-08", "r-09")

        press(seat.view, "P", "4")
        assert seat.view.detail.prompt.accessibleName().startswith("Move · 3 reports")
        press(seat.view, "1")

        await seat.room.answered(3)
        orders = seat.hub.said("command")
        assert [(one["report"], one["base"], one["args"]["reason"]) for one in orders] == [
            ("r-07", "v1", "wrong_squad"), ("r-08", "v1", "wrong_squad"), ("r-09", "v1", "wrong_squad")
        ]  # fmt: skip
        assert len({one["key"] for one in orders}) == 3
        assert seat.foot == "3 moved"
        assert ticked(seat) == ()
        assert seat.chosen == "r-10", "the next that was not ticked"
        press(seat.view, "Z")
        await seat.room.ordered(6)
        assert {one["args"]["of"] for one in seat.hub.said("command")[3:]} == {one["key"] for one in orders}
        assert seat.foot == "Undone"


@on_qt_loop
async def test_what_was_not_done_is_counted_and_named(at_hand: Opened, english: Languages) -> None:
    async with seated(at_hand, english) as seat:
        await _tick(seat, "r-07", "r-08", "r-15")
        seat.hub.codes = [{"code": "conflict", "changed": ["squad"], "by": "Rizal", "changed_at": NOW}]

        press(seat.view, "P", "4", "1")

        await seat.room.answered(2)
        message = seat.view.queue.foot.message
        assert message is not None
        assert message.words == "1 moved, 2 not"
        number = {report: row.number for report in ("r-07", "r-15") if (row := seat.desk.row(report))}
        assert f"{number['r-07']} changed by Rizal" in message.detail
        assert number["r-15"] in message.detail, "a result cannot be moved, and that is said"
        assert message.undo
        assert seat.view.queue.beside("r-07").conflict
        press(seat.view, "Z")
        assert len((await seat.room.ordered(3))["args"]["of"]) > 0
        await a_moment()
        assert len(seat.hub.said("command")) == 3, "only what was done is put back"


@on_qt_loop
async def test_all_refused_for_one_reason_is_one_sentence(at_hand: Opened, english: Languages) -> None:
    async with seated(at_hand, english) as seat:
        await _tick(seat, "r-07", "r-08")
        seat.hub.codes = [{"code": "denied"}, {"code": "denied"}]
        press(seat.view, "E", "1", "1")
        await seat.room.answered(2)
        message = seat.view.queue.foot.message
        assert message is not None
        assert message.words == "0 escalated, 2 not: only a supervisor may"
        assert not message.undo


@on_qt_loop
async def test_reports_of_the_chosen_squad_are_left_where_they_are(at_hand: Opened, english: Languages) -> None:
    async with seated(at_hand, english) as seat:
        await _tick(seat, "r-07", "r-06")
        press(seat.view, "P", "4", "1")
        await seat.room.answered()
        assert commands(seat) == [("reassign", "r-07")]
        assert seat.foot == "1 moved, 1 not: with that squad already"


@on_qt_loop
async def test_acts_for_one_report_say_so_while_some_are_ticked(at_hand: Opened, english: Languages) -> None:
    async with seated(at_hand, english) as seat:
        await _tick(seat, "r-07")
        press(seat.view, "A")
        assert seat.foot.startswith("Take in: only for one report")
        press(seat.view, "Enter")
        press(seat.view, "C")
        await a_moment()
        assert commands(seat) == []
        assert ticked(seat) == ("r-07",)


@on_qt_loop
async def test_where_no_ticked_report_allows_it_nothing_is_asked(at_hand: Opened, english: Languages) -> None:
    async with seated(at_hand, english) as seat:
        await _tick(seat, "r-15")
        press(seat.view, "T")
        assert not seat.asking()
        assert seat.foot == "Assign: not possible for any of these reports now"


@on_qt_loop
async def test_over_twenty_ask_for_one_more_key(at_hand: Opened, english: Languages) -> None:
    async with seated(at_hand, english) as seat:
        for n in range(UNASKED + 1):
            await seat.room.put(f"r-x{n:02}", "v1", due_first=NOW + 90 * MINUTE, received=NOW, squad="orange")
        for n in range(UNASKED + 1):
            seat.view.queue.ticks.toggle(f"r-x{n:02}")
        press(seat.view, "Q", "5", "3")
        assert seat.asking()
        assert seat.hub.said("command") == []
        press(seat.view, "Backspace", "3", "1")
        await seat.room.answered(UNASKED + 1)
        assert seat.foot == f"{UNASKED + 1} closed"


@on_qt_loop
async def test_f_takes_holds_and_gives_back_with_a_reason_only_after_twenty_seconds(
    at_hand: Opened, english: Languages
) -> None:
    async with seated(at_hand, english, r_07={"claim": ClaimRow("u-x", "Rizal", NOW + 15 * MINUTE - 5_000)}) as seat:
        await at(seat, "r-07")
        press(seat.view, "F")
        assert (await seat.room.ordered()).get("args", {}) == {}
        press(seat.view, "F")
        assert (await seat.room.ordered(2))["command"] == "release"
        assert seat.chosen == "r-07"
        await seat.room.put("r-07", "v2", claim=ClaimRow("u-x", "Rizal", NOW + 5 * MINUTE))
        press(seat.view, "F")
        assert seat.asking()


@on_qt_loop
async def test_a_lost_link_leaves_out_what_needs_the_hub_and_an_undo_there_ends_the_telling(
    at_hand: Opened, english: Languages
) -> None:
    async with seated(at_hand, english) as seat:
        await _tick(seat, "r-07", "r-08")
        seat.hub.silent = True
        press(seat.view, "E", "1", "1")
        await a_moment()
        assert seat.foot == "2 escalated"
        press(seat.view, "Z")
        await a_moment()
        assert seat.foot == "Undone"
        seat.view.queue.ticks.toggle("r-07")
        seat.room.desk.replaced.emit()
        assert ticked(seat) == ("r-07",)


@on_qt_loop
async def test_a_double_click_opens_the_detail_where_only_the_list_fits(at_hand: Opened, english: Languages) -> None:
    async with seated(at_hand, english, size=(1100, 700)) as seat:
        await at(seat, "r-07")
        assert not alone(seat)
        press(seat.view, "Enter")
        assert alone(seat), "Enter opens first, and acts on nothing unread"
        assert commands(seat) == []
        press(seat.view, "Enter")
        assert (await seat.room.ordered())["command"] == "acknowledge"
        press(seat.view, "Esc")
        assert not alone(seat)
        view = seat.view.queue.view
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.row_rect(1).center().toPoint())
        assert alone(seat)
