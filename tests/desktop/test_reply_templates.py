"""Replies to citizens: which fit, and that they tell nothing they must not."""

import re
from itertools import product
from typing import Any

import pytest

from desktop.reply_templates import MOST, filled, fitting, templates
from services.domain.reasons import MAX_WORDS
from services.domain.report import Outcome, State
from services.domain.squads import PUBLIC_SQUADS, Squad
from tests.widgets.rows import a_row
from widgets.names import Names

NAMES = Names(members={"m-1": "Wahyu Nugroho"}, kecamatan={"35.03.08": "Watulimo"}, desa={"35.03.08.2004": "Prigi"})
STATES = [state.value for state in State if state is not State.CLOSED]


def _keys(**changes: Any) -> list[str]:
    return [template.key for template in fitting(a_row(**changes))]


@pytest.mark.parametrize(("state", "squad"), list(product(STATES, PUBLIC_SQUADS)))
def test_every_open_report_has_replies_that_are_ready(state: str, squad: Squad) -> None:
    assert 1 <= len(_keys(state=state, squad=squad.value)) <= MOST


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_its_own_reply(outcome: Outcome) -> None:
    assert _keys(state="closed", outcome=outcome.value) == [outcome.value]


def test_a_squads_own_replies_come_first_and_nobody_elses_are_offered() -> None:
    assert _keys(state="assigned", squad="yellow")[0] == "pickup"
    assert "pickup" not in _keys(state="assigned", squad="red")
    assert _keys(state="assigned", squad="red")[0] == "papers"


def test_that_a_report_was_opened_again_is_said_only_where_it_was() -> None:
    assert "reopened" not in _keys(state="queued")
    assert _keys(state="queued", episode=2)[0] == "reopened"


@pytest.mark.parametrize("emergency", [{"danger": True}, {"priority": "P1"}])
def test_to_keep_away_is_said_only_where_there_is_danger(emergency: dict[str, Any]) -> None:
    assert "urgent" not in _keys(state="queued", priority="P3")
    assert _keys(state="queued", **emergency)[0] == "urgent"
    assert _keys(state="on_scene", **emergency)[0] == "keep_away"


def test_the_blanks_are_filled_in_the_language_of_the_letter() -> None:
    received = next(template for template in templates() if template.key == "received")
    row = a_row()

    assert filled(received, row, names=NAMES, language="id") == (
        "Terima kasih, laporan Bapak/Ibu nomor 7Q3K-92 di Prigi, Watulimo sudah kami terima dan sedang kami teruskan"
        " ke Pasukan Oranye."
    )
    assert filled(received, row, names=NAMES, language="en") == (
        "Thank you. Your report 7Q3K-92 in Prigi, Watulimo has reached us and is being passed on to the Orange squad."
    )


def test_a_sentence_begins_with_a_capital_whatever_fills_its_blank() -> None:
    on_scene = next(template for template in templates() if template.key == "on_scene")

    text = filled(on_scene, a_row(squad=None, desa=None, kecamatan=None), names=NAMES, language="en")

    assert text.startswith("Our staff is in the place you named now")


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_reply_names_a_member_or_tells_of_a_covert_report(language: Any) -> None:
    covert = a_row(covert=True, squad="shadow", members=("m-1",))
    for template in templates():
        text = filled(template, covert, names=NAMES, language=language)
        assert not re.search("Wahyu|Nugroho|Bayangan|Shadow|Prigi|Watulimo|tanjakan|{|}", text), text
        assert len(text) <= MAX_WORDS


def test_every_reply_has_title_and_text_in_both_languages() -> None:
    for template in templates():
        assert template.states <= {state.value for state in State}
        assert template.outcomes <= {outcome.value for outcome in Outcome}
        assert template.squads <= {squad.value for squad in PUBLIC_SQUADS}
        assert template.only in {"", "danger", "reopened"}
        assert all(template.titles[language] and template.texts[language] for language in ("id", "en"))
    keys = [template.key for template in templates()]
    assert len(keys) == len(set(keys))
