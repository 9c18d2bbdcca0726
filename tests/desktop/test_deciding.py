"""What a supervisor decides on, merges taken back, and the buttons of acts that a sheet leads."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.language import Languages
from tests.desktop.conftest import Opened
from tests.desktop.hands import press
from tests.desktop.looping import on_qt_loop
from tests.desktop.seat import Seat, seated
from widgets.key_button import KeyButton


def buttons(seat: Seat) -> dict[str, KeyButton]:
    """The acts at the foot of the detail by their words."""
    found = seat.view.detail.acts.findChildren(KeyButton)
    return {button.text(): button for button in found if button.isVisible()}


def offered(seat: Seat) -> dict[str, str]:
    """The acts at the foot of the detail with their keys."""
    return {act.name: act.key for act in seat.view.detail.acts.acts}


def click(button: KeyButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@on_qt_loop
async def test_a_supervisor_confirms_a_proposal_by_enter(at_hand: Opened, indonesian: Languages) -> None:
    proposed = {"pending": "close", "state": "queued", "squad": "orange", "claim": None}
    async with seated(at_hand, indonesian, role="supervisor", r_07=proposed) as seat:
        await seat.choose("r-07")
        seat.view.queue.view.setFocus()
        look = seat.view.detail.card.look
        assert look is not None
        assert look.detail == "Usul tutup menunggu keputusan"

        press(seat.window, "Enter")

        order = await seat.room.ordered()
        assert (order["command"], order["report"]) == ("confirm", "r-07")


@on_qt_loop
async def test_a_proposal_is_declined_by_its_button_and_a_digit(at_hand: Opened, indonesian: Languages) -> None:
    proposed = {"pending": "pause", "state": "accepted", "squad": "orange", "members": ("m-31",)}
    async with seated(at_hand, indonesian, role="supervisor", r_07=proposed) as seat:
        await seat.choose("r-07")
        first, second, *_ = buttons(seat).values()
        assert first.isEnabled()

        click(second)
        assert seat.asking()
        press(seat.window, "2")

        order = await seat.room.ordered()
        assert (order["command"], order["args"]) == ("decline", {"reason": "not_solved"})


@on_qt_loop
async def test_a_dispatcher_is_offered_no_decision(at_hand: Opened, indonesian: Languages) -> None:
    proposed = {"pending": "close", "state": "queued", "squad": "orange", "claim": None}
    async with seated(at_hand, indonesian, r_07=proposed) as seat:
        await seat.choose("r-07")
        assert "confirm" not in offered(seat)
        assert {"merge", "reply"} <= offered(seat).keys()


@on_qt_loop
async def test_g_on_a_merged_report_takes_it_out_again(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        merged = {"state": "closed", "outcome": "duplicate", "merged_into": "r-02", "closed": seat.desk.now}
        await seat.room.put("r-07", "v2", **merged)
        await seat.choose("r-07")
        seat.view.detail.show_report("r-07")
        assert "unmerge" in offered(seat)
        seat.view.queue.view.setFocus()

        press(seat.window, "G")

        order = await seat.room.ordered()
        assert (order["command"], order["report"]) == ("unmerge", "r-07")


@on_qt_loop
async def test_merge_and_reply_have_buttons_with_their_keys(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        assert offered(seat)["merge"] == "G"
        assert offered(seat)["reply"] == "B"
        *_, merge, reply = buttons(seat).values()

        click(merge)
        assert seat.view.writing.merge.sheet.laid
        press(seat.window, "Esc")
        click(reply)
        assert seat.view.writing.reply.sheet.laid
