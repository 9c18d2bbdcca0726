"""A reply to the citizen by keyboard: what is offered, kept, refused and sent."""

from desktop.language import Languages
from services.domain.reasons import MAX_WORDS
from tests.desktop.conftest import Opened
from tests.desktop.hands import press, write
from tests.desktop.looping import on_qt_loop, until
from tests.desktop.seat import Seat, seated
from widgets.reply_sheet import ReplySheet


def sheet_of(seat: Seat) -> ReplySheet:
    """The composer of a desk."""
    return seat.view.writing.reply.sheet


@on_qt_loop
async def test_a_digit_takes_a_reply_and_it_is_sent_as_it_was_changed(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        report = seat.chosen
        press(seat.window, "B", "1")
        text = sheet_of(seat).text.text
        assert text
        assert sheet_of(seat).text.field.hasFocus()
        write(seat.window, " Salam.")
        press(seat.window, "Ctrl+Enter")

        order = await seat.room.ordered()
        assert (order["command"], order["report"], order["args"]) == ("reply", report, {"text": f"{text} Salam."})
        assert seat.foot == "Terkirim ke warga dalam 8 dtk"
        assert (sheet_of(seat).laid, seat.chosen) == (False, report)


@on_qt_loop
async def test_the_letter_changes_its_language_until_it_is_written_to(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        press(seat.window, "B", "1")
        first = sheet_of(seat).text.text
        press(seat.window, "Ctrl+L")
        english = sheet_of(seat).text.text
        assert first != english
        assert sheet_of(seat).list.offers[0].text == english

        write(seat.window, "!")
        press(seat.window, "Ctrl+L")
        assert sheet_of(seat).text.text == english + "!"


@on_qt_loop
async def test_what_is_begun_stays_with_its_own_report(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        press(seat.window, "B")
        write(seat.window, "M")
        write(seat.window, "ohon maaf")
        assert sheet_of(seat).text.text == "Mohon maaf", "the first letter belongs to the text, too"
        press(seat.window, "Esc", "J", "B")
        assert sheet_of(seat).text.text == ""

        press(seat.window, "Esc", "K", "B")
        assert sheet_of(seat).text.text == "Mohon maaf"
        assert sheet_of(seat).text.field.hasFocus()


@on_qt_loop
async def test_another_report_under_the_focus_closes_the_composer(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        press(seat.window, "B")
        await seat.choose(seat.ids()[3])

        assert not sheet_of(seat).laid


@on_qt_loop
async def test_nothing_and_too_much_are_refused_at_the_text(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        press(seat.window, "B", "Ctrl+Enter")
        assert sheet_of(seat).text.error == "Pesan belum diisi: tekan angka atau tulis"

        sheet_of(seat).text.set_text("x" * (MAX_WORDS + 1))
        assert sheet_of(seat).text.error == ""
        press(seat.window, "Ctrl+Enter")
        assert sheet_of(seat).text.error == "Pesan paling banyak 1.000 huruf"
        assert seat.hub.said("command") == []


@on_qt_loop
async def test_a_letter_the_hub_does_not_take_is_there_again(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        press(seat.window, "B")
        press(seat.window, "1")
        sheet_of(seat).text.set_text("Mohon tunggu")
        seat.hub.codes.append({"code": "denied"})
        press(seat.window, "Ctrl+Enter")
        await until(lambda: seat.room.refused)

        press(seat.window, "B")
        assert sheet_of(seat).text.text == "Mohon tunggu"


@on_qt_loop
async def test_a_report_that_is_gone_is_not_replied_to(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        assert not seat.view.writing.reply.open("r-unknown")
        assert not sheet_of(seat).laid
