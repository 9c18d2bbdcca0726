"""Each act is said as an order and as done; the sentence names what the act names."""

import pytest

from services.domain import commands as c
from services.domain.policy import HOUR
from services.domain.report import Outcome, Priority
from services.domain.squads import Squad
from tests.builders import NOW
from tests.widgets.queues import NAMES
from widgets.act_words import Wordbook, done, intent, not_sent

BOOK = Wordbook(names=NAMES, language="id", now=NOW)

CASES: list[tuple[c.Command, str, str]] = [
    (c.Open(label="jalan_rusak"), "Laporan baru", "Laporan dicatat"),
    (c.Acknowledge(), "Terima", "7Q3K-92 diterima"),
    (c.Assign(members=("m-32",)), "Tugaskan ke Wahyu N.", "7Q3K-92 ditugaskan ke Wahyu N."),
    (c.Reassign(reason="wrong_squad", squad=Squad.BLUE), "Pindahkan ke Biru", "7Q3K-92 dipindahkan ke Biru"),
    (c.Reassign(reason="nearer", members=("m-31",)), "Pindahkan ke Suyono", "7Q3K-92 dipindahkan ke Suyono"),
    (c.Accept(member="m-32"), "Catat sanggup", "7Q3K-92 disanggupi Wahyu N."),
    (c.Arrive(member="m-32"), "Catat tiba", "Wahyu N. tiba di lokasi 7Q3K-92"),
    (c.Wait(reason="citizen", until=NOW + HOUR), "Jeda sampai 10.00", "7Q3K-92 dijeda sampai 10.00"),
    (c.Resume(), "Lanjutkan", "7Q3K-92 dilanjutkan"),
    (c.Resolve(evidence=()), "Tuntas", "7Q3K-92 dilaporkan tuntas"),
    (c.Verify(), "Verifikasi", "7Q3K-92 diverifikasi, selesai"),
    (c.Refuse(reason="no_evidence"), "Tolak hasil", "Hasil 7Q3K-92 ditolak"),
    (c.HandBack(reason="no_access"), "Kembalikan", "7Q3K-92 dikembalikan ke antrean"),
    (c.Escalate(level=2, reason="late"), "Eskalasi ke kepala OPD", "7Q3K-92 dieskalasi ke kepala OPD"),
    (c.Close(outcome=Outcome.CANCELLED, reason="test"), "Tutup", "7Q3K-92 ditutup"),
    (
        c.Close(outcome=Outcome.NOT_OURS, reason="other_authority"),
        "Tutup",
        "Usul tutup 7Q3K-92 dikirim ke penyelia",
    ),
    (c.Confirm(), "Setujui", "Usul untuk 7Q3K-92 disetujui"),
    (c.Decline(reason="not_solved"), "Tolak usul", "Usul untuk 7Q3K-92 ditolak"),
    (c.Reopen(reason="problem_back"), "Buka kembali", "7Q3K-92 dibuka kembali"),
    (
        c.Prioritise(priority=Priority.P1, reason="new_facts"),
        "Ubah prioritas menjadi P1",
        "Prioritas 7Q3K-92 menjadi P1",
    ),
    (
        c.Relabel(label="jalan_rusak", reason="new_facts"),
        "Ubah label menjadi Jalan rusak",
        "Label 7Q3K-92 menjadi Jalan rusak",
    ),
    (c.Merge(into="r-2"), "Gabung", "7Q3K-92 digabung"),
    (c.Unmerge(), "Pisahkan", "7Q3K-92 dipisahkan"),
    (c.Reply(text="x"), "Balas", "Terkirim ke warga dalam 8 dtk"),
    (c.Note(text="x"), "Catatan", "Catatan ditulis di 7Q3K-92"),
    (c.TakeClaim(), "Pegang", "7Q3K-92 dipegang"),
    (c.Release(), "Lepas", "7Q3K-92 dilepas"),
    (c.Undo(of="d-1.1"), "Urungkan", "Diurungkan"),
    (c.MemberOn(member="m-32"), "Mulai bertugas", "Wahyu N. mulai bertugas"),
    (c.MemberOff(member="m-32"), "Selesai bertugas", "Wahyu N. selesai bertugas"),
    (c.SeeAlarm(alarm="a-1"), "Sudah dilihat", "Alarm dilihat"),
    (
        c.ShelveAlarm(alarm="a-1", until=NOW + HOUR, reason="known"),
        "Tangguhkan",
        "Alarm ditangguhkan sampai 10.00",
    ),
]


@pytest.mark.parametrize(("command", "order", "fact"), CASES, ids=lambda value: type(value).__name__)
def test_an_act_is_said_as_an_order_and_as_done(indonesian: None, command: c.Command, order: str, fact: str) -> None:
    assert intent(command, BOOK) == order
    assert done(command, "7Q3K-92", BOOK) == fact


def test_every_command_is_among_the_cases() -> None:
    assert {type(command) for command, _, _ in CASES} == set(c.NAMES.values())


def test_what_was_kept_back_by_a_conflict_is_said(indonesian: None) -> None:
    assert not_sent(c.Assign(members=("m-32",)), BOOK) == "Belum terkirim: Tugaskan ke Wahyu N."
