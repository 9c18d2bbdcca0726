"""From a row to the detail: facts in order, countdowns of every state, both clocks."""

from typing import Any

import pytest

from services.domain.policy import HOUR, MINUTE
from services.domain.rows import ClaimRow, WaitingRow
from tests.builders import NOW
from tests.widgets.queues import NAMES
from tests.widgets.rows import a_room, a_row
from widgets.detail_look import ClocksLook, DetailLook, clocks_look, detail_look
from widgets.paint.pills import PillTone

pytestmark = pytest.mark.usefixtures("indonesian")


def head(*, user: str = "u-sari", **changes: Any) -> DetailLook:
    return detail_look(a_row(**changes), names=NAMES, user=user, now=NOW, language="id")


def clocks(**changes: Any) -> ClocksLook:
    return clocks_look(a_row(**changes), now=NOW, language="id")


def facts(look: DetailLook) -> dict[str, str]:
    return dict(look.facts)


def test_the_head_says_whose_report_it_is_and_how_it_stands() -> None:
    look = head()
    assert (look.squad, look.number, look.state_word, look.priority) == ("orange", "Laporan 7Q3K-92", "Baru", "P2")
    assert look.squad_name.startswith("Oranye")


def test_facts_flow_from_place_to_time_to_label_to_channel_to_protection() -> None:
    look = head()
    assert [icon for icon, _ in look.facts] == ["map-pin", "clock", "tag", "inbox", "lock"]
    assert facts(look)["map-pin"].startswith("Watulimo · Tasikmadu")
    assert facts(look)["clock"] == "08.50, 10 m lalu"
    assert facts(look)["tag"] == "Jalan rusak"


def test_a_place_outside_the_regency_is_said_to_be_outside() -> None:
    assert facts(head(outside=True, kecamatan=None, desa=None))["map-pin"].startswith("Di luar kabupaten")
    assert "map-pin" not in facts(head(kecamatan=None, desa=None, place=""))


def test_members_danger_and_lease_are_told_where_there_are_any() -> None:
    look = head(members=("m-31",), danger=True, claim=ClaimRow("u-budi", "Budi", NOW + 6 * MINUTE))
    assert facts(look)["user"] == "Suyono"
    assert facts(look)["phone-call"]
    assert "Budi" in facts(look)["hand"]
    mine = head(claim=ClaimRow("u-sari", "Sari", NOW + 6 * MINUTE))
    assert "Sari" not in facts(mine)["hand"]
    assert "hand" not in facts(head(claim=ClaimRow("u-budi", "Budi", NOW)))


def test_a_countdown_runs_grows_urgent_and_is_late() -> None:
    plain = clocks(due_first=NOW + HOUR).first
    assert (plain.tone, plain.paused) == (PillTone.PLAIN, False)
    assert plain.used == pytest.approx(10 / 70)
    assert clocks(due_first=NOW + 5 * MINUTE).first.tone is PillTone.DUE
    late = clocks(due_first=NOW - 2 * MINUTE).first
    assert late.tone is PillTone.LATE
    assert late.used is not None
    assert late.used > 1


def test_what_was_done_stands_still_in_time_or_late() -> None:
    times = {"queued": NOW - 9 * MINUTE, "state": "on_scene", "due_first": NOW + HOUR}
    on_time = clocks(on_scene=NOW - 5 * MINUTE, **times).first
    assert (on_time.tone, on_time.beside) == (PillTone.PLAIN, "pada 08.55")
    late = clocks(on_scene=NOW - 5 * MINUTE, **{**times, "due_first": NOW - 8 * MINUTE}).first
    assert late.tone is PillTone.LATE


def test_what_was_closed_before_is_no_figure() -> None:
    look = clocks(state="closed", outcome="cancelled", closed=NOW - MINUTE)
    assert look.first.used is None
    assert look.first.beside
    assert clocks(due_first=None).first.beside == ""


def test_a_pause_stops_the_squad_s_countdown_only() -> None:
    look = clocks(
        state="waiting",
        queued=NOW - 9 * MINUTE,
        on_scene=NOW - 6 * MINUTE,
        due_resolve=NOW + HOUR,
        waiting=WaitingRow("citizen", NOW + HOUR, NOW - 5 * MINUTE),
    )
    assert look.resolve.paused
    assert not look.first.paused


def test_the_citizen_s_clock_is_always_told_and_the_squad_s_once_it_runs() -> None:
    assert "Pasukan" not in clocks(squad=None).line
    assert "Pasukan" in clocks(queued=NOW - 9 * MINUTE, state="queued").line


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_report_of_the_room_can_be_shown(language: str) -> None:
    for row in a_room().values():
        for now in (row.received, NOW, NOW + 100 * HOUR):
            speech = "en" if language == "en" else "id"
            assert detail_look(row, names=NAMES, user="u-sari", now=now, language=speech).facts  # type: ignore[arg-type] # a language
            assert clocks_look(row, now=now, language=speech).line  # type: ignore[arg-type] # a language
