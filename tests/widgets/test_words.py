"""Every code of every closed list has its word, in both languages, and none looks like its code."""

from collections.abc import Callable, Iterable

import pytest

from services.domain.commands import NAMES as COMMANDS
from services.domain.people import Role
from services.domain.policy import HOUR
from services.domain.reasons import CHANNELS, EVIDENCE_KINDS, REASONS, VIAS
from services.domain.report import Outcome, Priority, State, TimeSource
from services.domain.rows import ClaimRow, ReportRow, WaitingRow
from services.domain.squads import Squad
from tests.builders import NOW
from tests.widgets.rows import a_row
from widgets import words
from widgets.models.queue_marks import EXTRAS

LISTS: list[tuple[Callable[[str], str], Iterable[str]]] = [
    (words.plain_state_word, State),
    (words.outcome_word, Outcome),
    (words.command_word, COMMANDS),
    (words.role_word, Role),
    (words.squad_word, Squad),
    (words.squad_task, Squad),
    (words.squad_full_name, Squad),
    (words.channel_word, [code for code in CHANNELS if code != "radio"]),
    (words.via_word, [code for code in VIAS if code != "radio"]),
    (words.source_word, TimeSource),
    (words.priority_word, Priority),
    (words.queue_word, EXTRAS),
    (words.measure_word, ("acknowledge", "dispatch", "first_action", "resolve", "closure", "reply")),
]


@pytest.mark.parametrize(("word", "codes"), LISTS, ids=lambda value: getattr(value, "__name__", ""))
def test_every_code_has_a_word(indonesian: None, word: Callable[[str], str], codes: Iterable[str]) -> None:
    for code in codes:
        assert word(str(code)) != str(code)


@pytest.mark.parametrize("kind", EVIDENCE_KINDS)
def test_every_kind_of_evidence_has_a_word(indonesian: None, kind: str) -> None:
    assert words.evidence_word(kind) in {"foto", "dokumen", "catatan kunjungan"}


@pytest.mark.parametrize("command", REASONS)
def test_every_reason_has_a_word(indonesian: None, command: str) -> None:
    for code in REASONS[command]:
        assert words.reason_word(command, code) != code


def test_one_code_says_different_things_of_different_acts(indonesian: None) -> None:
    assert words.reason_word("reassign", "no_answer") == "tidak menjawab"
    assert words.reason_word("escalate", "no_answer") == "tidak ada jawaban"
    assert words.reason_word("refuse", "other") == "lainnya"


def test_a_code_of_a_newer_hub_is_shown_as_it_is(indonesian: None) -> None:
    assert words.plain_state_word("frozen") == "frozen"
    assert words.reason_word("close", "moon") == "moon"
    assert words.reason_word("moonwalk", "moon") == "moon"


HELD = ClaimRow("u-sari", "Sari", NOW + HOUR)
LAPSED = ClaimRow("u-sari", "Sari", NOW)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (a_row(), "Baru"),
        (a_row(state="queued"), "Antre"),
        (a_row(state="queued", lapses=1), "Baru lagi"),
        (a_row(state="queued", lapses=1, claim=LAPSED), "Baru lagi"),
        (a_row(state="queued", lapses=1, claim=HELD), "Antre"),
        (a_row(state="assigned", lapses=1), "Ditugaskan"),
        (a_row(state="accepted"), "Disanggupi"),
        (a_row(state="on_scene"), "Di lapangan"),
        (a_row(state="on_scene", squad="red"), "Dikerjakan"),
        (a_row(state="waiting", waiting=WaitingRow("authority", NOW)), "Menunggu instansi lain"),
        (a_row(state="waiting"), "Menunggu"),
        (a_row(state="resolved"), "Menunggu verifikasi"),
        (a_row(state="closed", outcome="done"), "Selesai"),
        (a_row(state="closed", outcome="not_ours"), "Bukan kewenangan"),
        (a_row(state="queued", pending="close"), "Antre, usul tutup"),
        (a_row(state="on_scene", pending="pause"), "Di lapangan, usul jeda"),
    ],
)
def test_a_row_says_its_state_with_what_belongs_to_it(indonesian: None, row: ReportRow, expected: str) -> None:
    assert words.state_word(row, NOW) == expected


def test_the_red_squads_work_is_in_an_office(indonesian: None) -> None:
    assert words.act_word("arrive", "orange") == "Catat tiba"
    assert words.act_word("arrive", "red") == "Mulai dikerjakan"
    assert words.act_word("verify", "red") == "Verifikasi"


def test_no_squad_is_said(indonesian: None) -> None:
    assert words.squad_word(None) == words.squad_full_name(None) == "Belum ada pasukan"


def test_levels_have_words(indonesian: None) -> None:
    assert [words.level_word(level) for level in (1, 2, 3)] == ["penyelia", "kepala OPD", "Bupati"]


def test_without_a_translation_the_words_are_english() -> None:
    assert words.plain_state_word("on_scene") == "On scene"
