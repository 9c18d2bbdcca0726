"""The acts and their keys: one letter each, none twice, each leads to a command and has its icon."""

import pytest

import resources
from desktop import prompt
from desktop.actions import ACT_OF, ACTS, INVERSE, KEYLESS, NEXT_ACTS, SHEETS, meant, offered
from services.domain.report import State
from services.domain.table import STATES
from widgets.acts_bar import SLOTS


def test_no_letter_means_two_acts() -> None:
    letters = [act.key for act in ACTS]
    assert sorted(set(letters)) == sorted(letters)
    assert all(len(letter) == 1 and letter.isupper() for letter in letters)


def test_every_act_and_its_inverse_lead_to_a_command() -> None:
    assert {act.name for act in ACTS} | set(INVERSE.values()) <= set(prompt.ACTS)


def test_every_icon_is_shipped() -> None:
    assert [act.icon for act in (*ACTS, *KEYLESS) if not resources.path(f"icons/{act.icon}.svg").is_file()] == []


def test_a_thing_and_its_opposite_have_one_key() -> None:
    assert {ACT_OF[name].key for name in ("wait", "resume")} == {"W"}
    assert {ACT_OF[name].key for name in ("claim", "release")} == {"F"}


@pytest.mark.parametrize("act", sorted(INVERSE))
def test_never_are_both_an_act_and_its_opposite_meant_in_one_state_but_for_a_lease(act: str) -> None:
    both = STATES[act] & STATES[INVERSE[act]]
    assert act == "claim" or not both


def test_a_key_means_the_opposite_for_whom_the_opposite_is_allowed() -> None:
    assert meant("claim", {"claim", "release"}) == "release"
    assert meant("claim", {"claim"}) == "claim"
    assert meant("wait", {"resume"}) == "resume"
    assert meant("assign", {"claim"}) == "assign"


@pytest.mark.parametrize("state", State)
def test_every_state_offers_at_most_six_acts_which_it_allows_and_whose_key_is_known(state: State) -> None:
    acts = NEXT_ACTS[state]

    assert len(acts) <= SLOTS
    assert [name for name in acts if state not in STATES[name]] == []
    assert [name for name in acts if name not in {*ACT_OF, *SHEETS}] == []


def test_merge_and_reply_are_offered_wherever_they_are_possible_but_one() -> None:
    assert {state for state in State if "merge" not in NEXT_ACTS[state]} == {State.RESOLVED, State.CLOSED}
    assert all("reply" in NEXT_ACTS[state] for state in State)


def test_a_proposal_is_decided_first_by_whom_it_waits_for_and_six_are_offered_at_most() -> None:
    may = {"confirm", "decline", "verify", "refuse", "escalate", "claim", "release"}
    assert offered("resolved", may) == ("confirm", "decline", "verify", "refuse", "escalate", "close")
    assert offered("resolved", may - {"confirm", "decline"})[4:] == ("release", "reply")


def test_only_what_was_merged_can_be_separated() -> None:
    assert offered("closed", {"reopen", "unmerge"}) == ("reopen", "unmerge", "reply")
    assert offered("closed", {"reopen"}) == ("reopen", "reply")
