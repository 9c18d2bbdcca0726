"""What an alarm says: its title, its cause, what to do with which key, and outside the window next to nothing."""

from typing import Any

import pytest

from services.domain.alarm_folding import FEED_LOST, AlarmGroup, folded
from services.domain.alarms import BREACHED, LAPSED, NOT_ACCEPTED, STORAGE, UNACKNOWLEDGED
from services.domain.policy import MINUTE
from tests.alarm_rows import an_alarm
from tests.builders import NOW
from tests.widgets.queues import NAMES
from widgets import alarm_words
from widgets.alarm_words import AlarmBook

KEYS = {"act:acknowledge": "A", "act:assign": "T", "act:reassign": "P", "act:escalate": "E", "alarm_seen": "Shift A"}
BOOK = AlarmBook(
    names=NAMES, language="id", now=NOW, number_of=lambda report: "7Q3K-92", key_of=lambda name: KEYS.get(name, "")
)
SINCE = NOW - 20 * MINUTE


def group(about: str, count: int = 1, **changes: object) -> AlarmGroup:
    values: dict[str, Any] = {"about": about, "since": SINCE, "by": "Sari", **changes}
    rows = {f"a-{n}": an_alarm(**{"report": f"r-{n}", **values}) for n in range(count)}
    return folded(rows, NOW).groups[0]


@pytest.mark.parametrize(
    ("about", "title", "cause", "to_do"),
    [
        (UNACKNOWLEDGED, "P1 belum diterima", "20 m sejak masuk", "Terima (A)"),
        (LAPSED, "Baru lagi: 7Q3K-92", "dipegang Sari tanpa tindak lanjut", "Terima (A) atau tugaskan (T)"),
        (NOT_ACCEPTED, "Oranye belum menyanggupi", "ditugaskan 20 m lalu", "Hubungi lewat radio atau pindahkan (P)"),
        (BREACHED, "Lewat tenggat tanggap", "Oranye, belum ada di lapangan", "Pindahkan (P), eskalasi (E)"),
        (STORAGE, "Server gagal menyimpan", "sejak 08.40", "Hubungi teknisi, pakai papan cetak"),
        (FEED_LOST, "Data terputus", "sejak 08.40", "Teruskan kerja, perubahan disimpan di PC"),
        ("invented", "invented", "", ""),
    ],
)
def test_each_alarm_says_what_why_and_what_to_do(
    indonesian: None, about: str, title: str, cause: str, to_do: str
) -> None:
    one = group(about)
    assert (alarm_words.title(one, BOOK), alarm_words.cause(one, BOOK), alarm_words.to_do(one, BOOK)) == (
        title,
        cause,
        to_do,
    )


@pytest.mark.parametrize(
    ("about", "title"),
    [
        (UNACKNOWLEDGED, "3 P1 belum diterima"),
        (LAPSED, "Baru lagi: 3 laporan"),
        (NOT_ACCEPTED, "Oranye belum menyanggupi: 3 laporan"),
        (BREACHED, "Lewat tenggat tanggap: 3 laporan"),
        ("invented", "invented"),
    ],
)
def test_like_alarms_are_counted(indonesian: None, about: str, title: str) -> None:
    assert alarm_words.title(group(about, 3), BOOK) == title


@pytest.mark.parametrize(
    ("about", "kind"),
    [(LAPSED, "baru lagi"), (NOT_ACCEPTED, "belum disanggupi"), (BREACHED, "lewat tenggat tanggap"), ("new", "new")],
)
def test_a_flood_is_one_line_that_is_seen_at_once(indonesian: None, about: str, kind: str) -> None:
    flood = group(about, 12)
    assert alarm_words.title(flood, BOOK) == "Alarm beruntun: 12 serupa"
    assert alarm_words.cause(flood, BOOK) == kind
    assert alarm_words.to_do(flood, BOOK) == "Tandai semua dilihat (Shift A)"


def test_who_let_a_lease_lapse_may_be_unknown(indonesian: None) -> None:
    assert alarm_words.cause(group(LAPSED, by=""), BOOK) == "dipegang tanpa tindak lanjut"


def test_a_key_that_somebody_has_switched_off_leaves_no_brackets(indonesian: None) -> None:
    keyless = AlarmBook(names=NAMES, language="id", now=NOW, number_of=lambda _: "", key_of=lambda _: "")
    assert alarm_words.to_do(group(BREACHED), keyless) == "Pindahkan, eskalasi"


def test_outside_the_window_only_number_and_squad_are_told(indonesian: None) -> None:
    assert alarm_words.notice(group(BREACHED), BOOK) == "7Q3K-92 · Oranye"
    assert alarm_words.notice(group(FEED_LOST, report=None, reports=()), BOOK) == "Data terputus"


def test_counts_and_bursts_are_said(indonesian: None) -> None:
    assert alarm_words.unseen(1) == "1 belum dilihat"
    assert [alarm_words.standing(count) for count in (1, 2)] == ["1 alarm", "2 alarm"]
    assert alarm_words.burst("Longsor", "Tugu", count=11, minutes=20) == "11 laporan Longsor, Tugu, dalam 20 menit"
