"""A refusal says what failed and what is kept, without blame; a conflict says who did what."""

import pytest

from services.domain.commands import NAMES as COMMANDS
from services.domain.rows import ReportRow
from tests.widgets.queues import NAMES
from tests.widgets.rows import a_row
from widgets.refusal_words import Refusal, conflict_title, refusal_sentence

CLOSED = a_row(state="closed", outcome="done")


@pytest.mark.parametrize(
    ("refusal", "expected"),
    [
        (Refusal(code="not_found", command="assign"), "Laporan tidak ada di layar ini"),
        (Refusal(code="denied", command="confirm"), "Hanya penyelia yang berwenang"),
        (
            Refusal(code="bad_state", command="verify", row=CLOSED),
            "Tidak bisa diverifikasi, laporan sudah ditutup",
        ),
        (
            Refusal(code="bad_state", command="verify", row=a_row(state="queued")),
            "Tidak bisa diverifikasi, keadaan laporan: Antre",
        ),
        (Refusal(code="bad_state", command="resolve"), "Tidak bisa dituntaskan sekarang"),
        (Refusal(code="conflict", command="undo", by="Rizal"), "Sudah diubah Rizal, tidak dapat diurungkan"),
        (Refusal(code="conflict", command="close", by="Rizal"), "Rizal sudah mengubah laporan ini"),
        (Refusal(code="conflict", command="close"), "Orang lain sudah mengubah laporan ini"),
        (Refusal(code="bad_format", command="wait", field="until"), "Tanggal belum diisi"),
        (Refusal(code="bad_format", command="wait", field="moon"), "Ada isian yang belum lengkap"),
        (Refusal(code="too_large", command="note"), "Catatan paling banyak 1.000 huruf"),
        (Refusal(code="busy", command="note"), "Server sibuk, dikirim ulang otomatis"),
        (Refusal(code="storage", command="note"), "Belum tersimpan di server, disimpan di PC ini"),
        (Refusal(code="withdrawn", command="note"), "Ditarik sebelum terkirim"),
        (Refusal(code="internal", command="note", ref="4F2"), "Gangguan server, kode 4F2"),
        (Refusal(code="moon", command="note"), "Gangguan server, kode moon"),
    ],
)
def test_a_refusal_is_one_sentence(indonesian: None, refusal: Refusal, expected: str) -> None:
    assert refusal_sentence(refusal) == expected


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in {"open", "member_on", "member_off"}])
def test_every_command_on_a_report_can_be_refused_in_words(indonesian: None, command: str) -> None:
    assert command not in refusal_sentence(Refusal(code="bad_state", command=command, row=CLOSED))


@pytest.mark.parametrize(
    ("changed", "row", "expected"),
    [
        (("squad", "state"), a_row(squad="yellow"), "Rizal sudah memindahkan laporan ini ke Kuning"),
        (("state",), CLOSED, "Rizal sudah menutup laporan ini"),
        (("members", "state"), a_row(members=("m-31",)), "Rizal sudah menugaskan laporan ini ke Suyono"),
        (("priority",), a_row(priority="P1"), "Rizal sudah mengubah prioritas menjadi P1"),
        (("members", "state"), a_row(state="queued"), "Rizal sudah mengubah keadaan laporan ini menjadi Antre"),
        (("label",), a_row(), "Rizal sudah mengubah laporan ini"),
    ],
)
def test_a_conflict_names_who_did_what(
    indonesian: None, changed: tuple[str, ...], row: ReportRow, expected: str
) -> None:
    assert conflict_title("Rizal", changed, row=row, names=NAMES) == expected


def test_a_conflict_with_nobody_named_still_makes_a_sentence(indonesian: None) -> None:
    assert conflict_title("", ("label",), row=a_row(), names=NAMES) == "Orang lain sudah mengubah laporan ini"
