"""Each event has its sentence, as one operator would say it to another."""

from typing import Any

import pytest

from services.domain.events import NAMES
from services.domain.policy import HOUR, MINUTE
from tests.builders import NOW
from tests.widgets.queues import NAMES as KNOWN
from widgets.event_words import SENTENCES, TimelineEntry, TimelineLine, timeline_lines
from widgets.names import Names


def an_entry(event: str, by: str = "Sari", *, at: int = NOW, **fields: Any) -> TimelineEntry:
    return TimelineEntry(event=event, at=at, by=by, fields=fields)


def lines(*entries: TimelineEntry, names: Names = KNOWN) -> list[str]:
    return [line.text for line in timeline_lines(entries, names=names, language="id", now=NOW)]


def test_every_event_of_the_domain_has_a_sentence() -> None:
    assert set(SENTENCES) == set(NAMES)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (an_entry("opened", "Lapor", channel="app", photos=("a", "b", "c")), "Masuk dari aplikasi, 3 foto"),
        (an_entry("opened", channel="sms"), "Masuk dari SMS"),
        (an_entry("opened", channel="phone"), "Dicatat Sari, telepon"),
        (an_entry("acknowledged"), "Diterima oleh Sari"),
        (an_entry("routed", "", squad="orange"), "Diarahkan otomatis ke Oranye"),
        (an_entry("routed", squad="blue", reason="wrong_squad"), "Dipindahkan ke Biru oleh Sari, salah pasukan"),
        (an_entry("assigned", members=("m-32",)), "Ditugaskan ke Wahyu N. oleh Sari"),
        (
            an_entry("assigned", members=("m-31", "m-32"), reason="overload"),
            "Dipindahkan ke Suyono, Wahyu N. oleh Sari, beban berlebih",
        ),
        (an_entry("accepted", member="m-32", via="radio"), "Disanggupi Wahyu N. lewat radio, dicatat Sari"),
        (an_entry("accepted", member="m-32"), "Disanggupi Wahyu N., dicatat Sari"),
        (an_entry("arrived", member="m-32"), "Wahyu N. tiba di lokasi, dicatat Sari"),
        (an_entry("arrived", member="m-32", via="sms"), "Wahyu N. tiba di lokasi, lapor lewat SMS, dicatat Sari"),
        (
            an_entry("waiting", reason="citizen", until=NOW + 53 * HOUR),
            "Dijeda oleh Sari sampai Kam 26 Nov 14.00, menunggu warga",
        ),
        (
            an_entry("waiting", reason="material", until=NOW + HOUR, pending=True),
            "Usul jeda oleh Sari sampai 10.00, menunggu bahan atau anggaran",
        ),
        (an_entry("resumed"), "Dilanjutkan oleh Sari"),
        (an_entry("resumed", "", automatic=True), "Dilanjutkan otomatis, masa jeda habis"),
        (
            an_entry("resolved", kinds=("photo", "visit_note", "photo", "document")),
            "Dilaporkan tuntas, 2 foto, 1 dokumen, 1 catatan kunjungan, dicatat Sari",
        ),
        (an_entry("resolved"), "Dilaporkan tuntas, dicatat Sari"),
        (an_entry("verified", "Rizal"), "Diverifikasi oleh Rizal, selesai"),
        (an_entry("refused", "Rizal", reason="no_evidence"), "Hasil ditolak oleh Rizal, bukti kurang"),
        (
            an_entry("handed_back", reason="not_competent"),
            "Dikembalikan ke antrean oleh Sari, bukan tugas pasukan",
        ),
        (an_entry("escalated", level=3, reason="danger"), "Dieskalasi ke Bupati oleh Sari, membahayakan"),
        (an_entry("escalated", "", level=2, reason="ladder"), "Dieskalasi otomatis ke kepala OPD"),
        (an_entry("closed", outcome="cancelled", reason="test"), "Ditutup oleh Sari, uji coba"),
        (
            an_entry("closed", outcome="unfounded", reason="no_problem_found", pending=True),
            "Usul tutup oleh Sari, tidak terbukti",
        ),
        (an_entry("confirmed", "Hendro"), "Usul disetujui oleh Hendro"),
        (an_entry("declined", "Hendro", reason="no_evidence"), "Usul ditolak oleh Hendro, bukti kurang"),
        (an_entry("declined", ""), "Usul gugur"),
        (an_entry("reopened", reason="problem_back"), "Dibuka kembali oleh Sari, masalah muncul lagi; putaran 2"),
        (an_entry("prioritised", priority="P1", reason="new_facts"), "Prioritas – → P1 oleh Sari, fakta baru"),
        (
            an_entry("relabelled", label="jalan_rusak", reason="wrong_at_intake"),
            "Label – → Jalan rusak oleh Sari, keliru saat masuk",
        ),
        (an_entry("merged", into="r-1"), "Digabung ke laporan lain oleh Sari"),
        (an_entry("absorbed", duplicate="r-1"), "Laporan lain digabung ke laporan ini oleh Sari"),
        (an_entry("unmerged", into="r-1"), "Dipisahkan dari laporan lain oleh Sari"),
        (an_entry("parted", duplicate="r-1"), "Laporan lain dipisahkan dari laporan ini oleh Sari"),
        (an_entry("replied", text="Sudah ditangani"), "Dibalas oleh Sari:"),
        (an_entry("noted", text="Warga menelepon"), "Catatan Sari:"),
        (an_entry("claimed", until=NOW), "Dipegang oleh Sari"),
        (an_entry("released"), "Dilepas oleh Sari"),
        (an_entry("lapsed", "", holder="u-sari"), "Baru lagi, dipegang tanpa tindak lanjut"),
        (an_entry("breached", "", measure="first_action"), "Lewat tenggat tanggap, 09.00"),
        (an_entry("breached", "", measure="moon"), "Lewat tenggat, 09.00"),
        (an_entry("expired", "", step="x"), "Eskalasi otomatis tidak dijalankan"),
        (an_entry("retired", ""), "Diarsipkan otomatis"),
        (an_entry("undone"), "Diurungkan oleh Sari"),
        (an_entry("member_on", member="m-32"), "Wahyu N. mulai bertugas, dicatat Sari"),
        (an_entry("member_off", member="m-32"), "Wahyu N. selesai bertugas, dicatat Sari"),
    ],
)
def test_an_event_is_said_in_one_sentence(indonesian: None, entry: TimelineEntry, expected: str) -> None:
    assert lines(entry) == [expected]


def test_what_tells_a_person_nothing_makes_no_line(indonesian: None) -> None:
    suspected = an_entry("suspected", "", added=("r-1",))
    assert lines(an_entry("claimed", renewed=True), suspected, an_entry("of_a_newer_hub")) == []


def test_a_change_names_what_was_before(indonesian: None) -> None:
    opened = an_entry("opened", channel="app", priority="P3", label="jalan_rusak")

    said = lines(
        opened,
        an_entry("prioritised", priority="P1", reason="new_facts"),
        an_entry("relabelled", label="sampah_menumpuk", reason="new_facts"),
        an_entry("prioritised", priority="P2", reason="new_facts"),
    )

    assert said[1:] == [
        "Prioritas P3 → P1 oleh Sari, fakta baru",
        "Label Jalan rusak → Sampah menumpuk oleh Sari, fakta baru",
        "Prioritas P1 → P2 oleh Sari, fakta baru",
    ]


@pytest.mark.parametrize(
    ("asked", "confirmed", "declined"),
    [
        ("closed", "Usul tutup disetujui oleh Hendro", "Usul tutup ditolak oleh Hendro, belum beres"),
        ("waiting", "Usul jeda disetujui oleh Hendro", "Usul jeda ditolak oleh Hendro, belum beres"),
    ],
)
def test_a_decision_names_what_was_proposed(indonesian: None, asked: str, confirmed: str, declined: str) -> None:
    proposal = an_entry(asked, reason="test", outcome="unfounded", until=NOW, pending=True)

    assert lines(proposal, an_entry("confirmed", "Hendro"))[1] == confirmed
    assert lines(proposal, an_entry("declined", "Hendro", reason="not_solved"))[1] == declined
    assert lines(proposal, an_entry("confirmed", "Hendro"), an_entry("confirmed", "Hendro"))[2] == (
        "Usul disetujui oleh Hendro"
    )


def test_a_lapse_and_a_take_over_name_the_last_holder(indonesian: None) -> None:
    taken = an_entry("claimed", "Rizal", taken_from="u-sari", reason="urgent", at=NOW - 20 * MINUTE)

    said = lines(
        an_entry("acknowledged", at=NOW - 30 * MINUTE),
        taken,
        an_entry("claimed", "Rizal", renewed=True, at=NOW - 16 * MINUTE),
        an_entry("lapsed", "", holder="u-rizal", at=NOW - 5 * MINUTE),
    )

    assert said == [
        "Diterima oleh Sari",
        "Diambil alih oleh Rizal dari Sari, mendesak",
        "Baru lagi, 15 m dipegang Rizal tanpa tindak lanjut",
    ]
    assert lines(an_entry("claimed", "Rizal", taken_from="u-sari")) == ["Diambil alih oleh Rizal dari u-sari"]


def test_episodes_are_counted(indonesian: None) -> None:
    again = an_entry("reopened", reason="closed_by_mistake")

    assert lines(again, again)[1] == "Dibuka kembali oleh Sari, keliru ditutup; putaran 3"


def test_a_merge_names_the_other_report_if_it_is_on_the_board(indonesian: None) -> None:
    names = Names(numbers={"r-1": "7Q3K-92"})

    assert lines(an_entry("merged", into="r-1"), an_entry("absorbed", duplicate="r-1"), names=names) == [
        "Digabung ke 7Q3K-92 oleh Sari",
        "7Q3K-92 digabung ke laporan ini oleh Sari",
    ]
    assert lines(an_entry("unmerged", into="r-1"), an_entry("parted", duplicate="r-1"), names=names) == [
        "Dipisahkan dari 7Q3K-92 oleh Sari",
        "7Q3K-92 dipisahkan dari laporan ini oleh Sari",
    ]


def test_what_was_written_stands_beside_the_sentence(indonesian: None) -> None:
    entries = (
        an_entry("noted", text="Warga menelepon lagi"),
        an_entry("handed_back", reason="other", note="Jalan milik provinsi"),
        an_entry("accepted", member="m-31", words="Siap meluncur"),
        an_entry("opened", text="Isi laporan"),
        an_entry("replied", text="Petugas berangkat"),
        an_entry("noted", words="Warga menelepon lagi"),
    )

    said = timeline_lines(entries, names=KNOWN, language="id", now=NOW)

    assert said[0] == TimelineLine(NOW, "Catatan Sari:", "Warga menelepon lagi")
    assert [line.detail for line in said[1:]] == [
        *("Jalan milik provinsi", "Siap meluncur", ""),
        *("Petugas berangkat", "Warga menelepon lagi"),
    ]


def test_names_come_in_as_they_are(indonesian: None) -> None:
    assert lines(an_entry("released", "{name} %n <b>")) == ["Dilepas oleh {name} %n <b>"]
