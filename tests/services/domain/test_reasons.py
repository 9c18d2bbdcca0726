"""The closed lists of TABLES.md section 4, as they are written."""

import re

import pytest

from services.domain.reasons import CHANNELS, EVIDENCE_KINDS, REASONS, VIAS, by_key, key_of

LISTS = """
| `reassign` | 1 `wrong_squad` 2 `wrong_member` 3 `overload` 4 `off_shift` 5 `nearer` \
6 `no_answer` 7 `member_replaced` 9 `other` |
| `hand_back` | 1 `not_competent` 2 `no_access` 3 `off_shift` 4 `wrong_place` 9 `other` |
| `escalate` | 1 `late` 2 `danger` 3 `no_answer` 4 `several_agencies` 5 `media` 6 `ladder` (hub only) 9 `other` |
| `close` | 1 `done` 2 `duplicate` 3 `citizen_withdrew` 4 `no_problem_found` 5 `other_authority` 6 `test` 9 `other` |
| `reopen` | 1 `citizen_disagrees` 2 `problem_back` 3 `closed_by_mistake` 9 `other` |
| `refuse` | 1 `no_evidence` 2 `not_solved` 3 `wrong_place` 9 `other` |
| `prioritise`, `relabel` | 1 `new_facts` 2 `wrong_at_intake` 9 `other` |
"""


@pytest.mark.parametrize("line", LISTS.strip().splitlines())
def test_the_lists_and_their_keys_are_those_of_the_table(line: str) -> None:
    commands, codes = line.strip("|").split("|")
    written = {code: int(digit) for digit, code in re.findall(r"(\d) `(\w+)`", codes)}
    for command in re.findall(r"`(\w+)`", commands):
        assert {code: key_of(command, code) for code in REASONS[command]} == written
        chosen = {digit: by_key(command, digit) for digit in range(10)}
        assert chosen == {d: next((c for c, k in written.items() if k == d and c != "ladder"), None) for d in range(10)}


def test_pauses_and_take_overs_have_lists_too() -> None:
    assert REASONS["wait"] == ("citizen", "authority", "material", "unsafe", "access")
    assert REASONS["claim"] == ("asked", "urgent", "absent", "shift_end", "other")
    assert REASONS["decline"] == REASONS["refuse"]


def test_every_reason_has_a_key_of_its_own() -> None:
    for command, reasons in REASONS.items():
        assert len({key_of(command, reason) for reason in reasons}) == len(reasons)


def test_channels_ways_and_evidence() -> None:
    assert CHANNELS == ("app", "lapor", "sms", "health119", "disaster", "counter", "phone", "radio", "walk")
    assert VIAS == ("radio", "whatsapp", "phone", "sms", "in_person")
    assert EVIDENCE_KINDS == ("photo", "document", "visit_note")
