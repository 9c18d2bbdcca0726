"""? in the room: every key, another key for an act, and the conflict told; buttons and hints print the new key."""

from desktop.keying import caps, refusal
from desktop.keymap import KeyRefused
from desktop.language import Languages
from tests.desktop.conftest import Opened
from tests.desktop.hands import press
from tests.desktop.looping import a_moment, on_qt_loop
from tests.desktop.seat import Seat, seated
from widgets.key_button import KeyButton
from widgets.key_overlay import KeyOverlay


def overlay(seat: Seat) -> KeyOverlay:
    return seat.view.seeking.keying.overlay


def choose(seat: Seat, name: str) -> None:
    next(row for row in overlay(seat).rows() if row.look.name == name).click()


@on_qt_loop
async def test_a_new_key_acts_at_once_and_is_printed_everywhere(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        seat.view.queue.view.setFocus()
        press(seat.view, "?")
        assert overlay(seat).isVisible()
        choose(seat, "act:reassign")
        press(seat.view, "H")
        press(seat.view, "Esc")

        assert not overlay(seat).isVisible()
        assert seat.view.queue.view.hasFocus()
        press(seat.view, "P")
        assert not seat.asking()
        press(seat.view, "H")
        assert seat.asking()
        assert any(button.toolTip().endswith("(H)") for button in seat.view.detail.acts.findChildren(KeyButton))


@on_qt_loop
async def test_a_key_that_is_taken_stays_and_the_conflict_is_told(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        seat.view.queue.view.setFocus()
        press(seat.view, "?")
        choose(seat, "act:reassign")
        press(seat.view, "T")
        assert "T" in overlay(seat).told
        press(seat.view, "H")
        assert overlay(seat).told == ""
        assert seat.view.seeking.habits.keys.act_key("reassign") == "H"
        overlay(seat).reset_wanted.emit()
        assert seat.view.seeking.habits.keys.act_key("reassign") == "P"


@on_qt_loop
async def test_letters_are_switched_off_as_a_whole(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        overlay(seat).letters_wanted.emit(False)
        press(seat.view, "P")
        assert not seat.asking()
        assert seat.view.rail.look.squads[0].key == ""
        overlay(seat).letters_wanted.emit(True)
        press(seat.view, "P")
        assert seat.asking()


@on_qt_loop
async def test_another_language_is_spoken_while_it_is_open(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        seat.view.seeking.keying.open()
        indonesian.use("en")
        await a_moment()
        words = {row.look.words for row in overlay(seat).rows()}
        assert {"Next report", "Assign"} <= words
        seat.themes.set_theme("light")
        indonesian.use("id")


def test_every_refusal_has_its_sentence() -> None:
    said = [refusal(KeyRefused(code, "Ctrl+C")) for code in ("taken", "reserved", "shape", "fixed")]
    assert "Ctrl C" in said[1]
    assert len(set(said)) == 2
    assert caps("Shift+J") == ("Shift", "J")
    assert caps("") == ()
