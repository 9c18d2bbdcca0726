"""A new report by keyboard: what is typed, asked, kept, refused, sent, and found again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.language import Languages
from tests.desktop.conftest import Opened
from tests.desktop.hands import press, write
from tests.desktop.looping import a_moment, on_qt_loop, until
from tests.desktop.seat import Seat, seated
from widgets.new_report import NewReportSheet
from widgets.pick_field import PickField

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""The off-screen platform cannot raise a dialog."""


def tab(window: QWidget) -> None:
    """Go to the next field."""
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Tab)


def sheet_of(seat: Seat) -> NewReportSheet:
    """The form of a desk."""
    return seat.view.writing.new.sheet


def errors(seat: Seat) -> dict[str, str]:
    """What is refused, by field."""
    return {name: field.error for name, field in sheet_of(seat).fields.items() if field.error}


def picked(field: PickField) -> str:
    """What is picked in a field, and where it lies."""
    return "" if field.pick is None else f"{field.pick.words} {field.pick.detail}".strip()


def a_picture() -> QImage:
    """A picture that is no text."""
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    return image


def write_down(window: QWidget) -> None:
    """Write a whole report down as a person does who knows the keys."""
    press(window, "I", "2")
    write(window, "Jalan depan SD berlubang")
    tab(window)
    write(window, "jal rus")
    press(window, "Enter")
    write(window, "karanganyar")
    press(window, "2")
    write(window, "depan SDN 2")


@on_qt_loop
async def test_forty_keys_write_a_report_down(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        write_down(seat.window)
        press(seat.window, "Ctrl+D", "Ctrl+Enter")

        order = await seat.room.ordered()
        assert (order["command"], order.get("report"), order.get("base")) == ("open", None, None)
        assert order["args"]["text"] == "Jalan depan SD berlubang"
        assert order["args"]["label"] == "jalan_rusak"
        assert order["args"]["desa"] == "35.03.03.2008", "Karanganyar of Pule, not of Gandusari"
        assert (order["args"]["place"], order["args"]["channel"]) == ("depan SDN 2", "phone")
        assert order["args"]["danger"] is True
        assert not sheet_of(seat).laid
        assert seat.view.queue.view.hasFocus()


@on_qt_loop
async def test_the_new_report_is_chosen_when_it_arrives(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        press(seat.window, "4")
        write_down(seat.window)
        press(seat.window, "Ctrl+Enter")
        answer = await seat.room.answered()
        assert seat.foot == "Laporan dicatat"
        assert answer.report is not None

        await seat.room.put(answer.report, "w1", number="9ABC-12", squad="orange")
        await a_moment()

        assert seat.foot == "Laporan 9ABC-12 dicatat"
        assert seat.chosen == answer.report, "though another squad's queue was shown"


@on_qt_loop
async def test_a_double_name_needs_a_choice(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        desa = sheet_of(seat).desa
        press(seat.window, "I", "1")
        desa.field.setFocus()

        write(seat.window, "karanganyar")
        assert desa.list.question == "Karanganyar yang mana?"
        assert [(option.words, option.detail) for option in desa.list.options] == [
            ("Karanganyar", "Gandusari"),
            ("Karanganyar", "Pule"),
        ]
        press(seat.window, "Enter")
        assert picked(desa) == ""
        tab(seat.window)
        assert errors(seat) == {"desa": "Dua desa bernama ini, pilih satu"}

        desa.field.setFocus()
        write(seat.window, " pu")
        press(seat.window, "Enter")
        assert (picked(desa), errors(seat)) == ("Karanganyar Pule", {})
        assert sheet_of(seat).place.hasFocus()


@on_qt_loop
async def test_a_few_letters_find_a_label_with_its_squad_and_target(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian, size=(1366, 768)) as seat:
        label = sheet_of(seat).label
        press(seat.window, "I", "1")
        tab(seat.window)
        write(seat.window, "banj")
        option = label.list.options[0]
        assert (option.id, option.squad) == ("banjir", "orange")
        assert option.note.startswith("P3")

        tab(seat.window)
        assert picked(label) == "Banjir", "what is certain is taken when somebody goes on"
        label.field.setFocus()
        press(seat.window, "Backspace")
        assert picked(label) == ""
        assert seat.view.writing.new.draft.label == ""


@on_qt_loop
async def test_what_is_missing_is_said_at_its_field_and_nothing_is_sent(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        press(seat.window, "I", "Ctrl+Enter")

        assert errors(seat) == {
            "channel": "Masuk lewat apa? Tekan angkanya",
            "text": "Tulis apa yang terjadi, atau isi patokan lokasi atau foto",
            "label": "Label belum dipilih",
        }
        assert sheet_of(seat).channel.hasFocus()
        press(seat.window, "3")
        assert set(errors(seat)) == {"text", "label"}
        assert seat.hub.said("command") == []


@on_qt_loop
async def test_what_is_begun_survives_esc_and_the_other_language(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        write_down(seat.window)
        press(seat.window, "Esc")
        assert not sheet_of(seat).laid
        assert seat.view.queue.view.hasFocus()

        indonesian.use("en")
        press(seat.window, "I")
        sheet = sheet_of(seat)
        assert sheet.text.text == "Jalan depan SD berlubang"
        assert sheet.label.text == "Damaged road" or sheet.label.pick is not None
        assert sheet.text.field.hasFocus(), "the channel is known"
        indonesian.use("id")


@on_qt_loop
async def test_emptying_the_form_can_be_taken_back(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        write_down(seat.window)

        press(seat.window, "Ctrl+L")
        assert seat.view.writing.new.draft.empty
        press(seat.window, "Ctrl+L")

        draft = seat.view.writing.new.draft
        assert (draft.text, draft.label, draft.desa) == ("Jalan depan SD berlubang", "jalan_rusak", "35.03.03.2008")


@on_qt_loop
async def test_what_the_hub_refuses_is_there_again_with_the_reason(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        write_down(seat.window)
        seat.hub.codes.append({"code": "bad_format", "field": "place"})
        press(seat.window, "Ctrl+Enter")

        await until(lambda: sheet_of(seat).laid)
        assert sheet_of(seat).place.text() == "depan SDN 2"
        assert errors(seat) == {"place": "Ditolak server"}
        assert seat.foot == "", "the form says it, nothing else"


@on_qt_loop
async def test_single_letters_never_act_behind_the_form(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        before = seat.chosen
        press(seat.window, "I", "J", "A", "Q", "X")

        assert sheet_of(seat).text.text.lower() == "jaqx", "whoever begins to write at once loses no letter"
        assert (seat.chosen, seat.hub.said("command")) == (before, [])
        press(seat.window, "Ctrl+Enter")
        assert sheet_of(seat).channel.hasFocus(), "the channel is asked for when it is sent"


@on_qt_loop
async def test_a_pasted_photo_goes_to_the_hub_and_into_the_order(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        write_down(seat.window)
        QGuiApplication.clipboard().setImage(a_picture())
        press(seat.window, "Ctrl+V", "Ctrl+Enter")
        assert sheet_of(seat).laid, "it waits for its photo"

        order = await seat.room.ordered()
        assert order["args"]["photos"] == ["p-1"]
        assert seat.hub.said("upload")[0]["media"] == "image/jpeg"
        QGuiApplication.clipboard().clear()


@on_qt_loop
async def test_files_are_dropped_removed_and_named_when_they_are_no_photos(
    at_hand: Opened, indonesian: Languages, tmp_path: Path
) -> None:
    async with seated(at_hand, indonesian) as seat:
        good, bad = tmp_path / "a.png", tmp_path / "b.png"
        assert a_picture().save(str(good))
        bad.write_text("no picture")
        press(seat.window, "I", "1")

        held = QMimeData()
        held.setUrls([QUrl.fromLocalFile(str(good)), QUrl.fromLocalFile(str(bad))])
        none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
        sheet_of(seat).dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, held, *none))
        await until(lambda: seat.view.writing.new.photos.ids == ("p-1",))
        assert seat.hub.said("upload")[0]["media"] == "image/png"

        photos = sheet_of(seat).photos
        photos.setFocus()
        press(seat.window, "Backspace")
        assert seat.view.writing.new.photos.shown == ()


@on_qt_loop
async def test_a_photo_that_did_not_arrive_is_tried_again(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        write_down(seat.window)
        seat.hub.photo = {"type": "error", "code": "busy", "field": None}
        QGuiApplication.clipboard().setImage(a_picture())
        press(seat.window, "Ctrl+V")
        new = seat.view.writing.new
        await until(lambda: new.photos.lost == 1)
        press(seat.window, "Ctrl+Enter")
        assert errors(seat) == {"photos": "Ada foto belum terkirim: ulangi atau buang"}

        seat.hub.photo = {"type": "uploaded", "photo": "p-7"}
        press(seat.window, "Enter")
        await until(lambda: new.photos.ids == ("p-7",))
        QGuiApplication.clipboard().clear()


@on_qt_loop
async def test_what_is_no_picture_is_named(at_hand: Opened, indonesian: Languages, tmp_path: Path) -> None:
    async with seated(at_hand, indonesian) as seat:
        press(seat.window, "I", "1")
        seat.view.writing.new.photos.add_files([str(tmp_path / "gone.jpg")])

        assert errors(seat) == {"photos": "Berkas ini bukan foto yang dapat dibaca"}


@on_qt_loop
async def test_a_file_is_chosen_without_stopping_the_room(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        press(seat.window, "I", "1", "Ctrl+O")
        await a_moment()

        (dialog,) = sheet_of(seat).findChildren(QFileDialog)
        assert dialog.isVisible()
        dialog.reject()
        await a_moment()


@on_qt_loop
async def test_where_there_is_room_for_one_column_the_list_is_back_after_it(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian, size=(1093, 614)) as seat:
        press(seat.window, "I")
        assert sheet_of(seat).isVisible()
        press(seat.window, "Esc")
        assert seat.view.queue.view.hasFocus()

        press(seat.window, "Enter", "I", "Esc")
        assert seat.view.detail.detail.isVisible(), "who was in the detail is there again"
