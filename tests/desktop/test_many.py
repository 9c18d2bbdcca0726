"""One act on several reports without a window: shared choices, own orders, what is left out, a last key."""

from typing import Any

import pytest

from desktop.many import SURE, UNASKED, Many, OneOrder
from desktop.prompt import Facts, Prompt
from services.domain.commands import Close, Escalate, Reassign
from services.domain.report import Outcome
from services.domain.squads import Squad
from tests.builders import NOW, a_dispatcher
from tests.widgets.rows import MEMBERS, a_row


def many(act: str, *rows: dict[str, Any]) -> Many:
    known: dict[str, Any] = {"members": MEMBERS, "user": a_dispatcher(), "now": NOW}
    return Many(
        tuple(
            Prompt(act, f"r-{n}", f"v{n}", Facts(row=a_row(number=f"N-{n}", **row), **known))
            for n, row in enumerate(rows)
        )
    )


def pressed(one: Many, *digits: int) -> Many:
    for digit in digits:
        after = one.press(digit)
        assert after is not None
        one = after
    return one


def codes(one: Many) -> list[str]:
    assert one.question is not None
    return [choice.code for choice in one.question.choices]


def test_only_what_all_may_choose_is_offered() -> None:
    both = many("escalate", {"escalation": 0}, {"escalation": 1})
    assert codes(both) == ["2"], "the regent is not a dispatcher's to call"
    assert both.press(1) is None
    rows = [prompt.facts.row for prompt in both.prompts]
    assert pressed(both, 2, 1).orders() == (
        OneOrder("r-0", "N-0", Escalate(level=2, reason="late"), "v0", rows[0]),
        OneOrder("r-1", "N-1", Escalate(level=2, reason="late"), "v1", rows[1]),
    )


def test_members_of_different_squads_have_nobody_in_common() -> None:
    apart = many("assign", {"squad": "orange"}, {"squad": "blue"}).question
    assert apart is not None
    assert apart.unanswerable


def test_the_reason_is_typed_once() -> None:
    both = pressed(many("close", {}, {}), 5, 9)
    assert both.question is not None
    assert both.question.wants_text
    assert [order.command for order in both.answer("latihan").orders()] == [
        Close(outcome=Outcome.CANCELLED, reason="other", note="latihan")
    ] * 2


def test_what_is_with_that_squad_already_is_left_out_unless_it_is_all_of_it() -> None:
    mixed = pressed(many("reassign", {"squad": "orange"}, {"squad": "blue"}), 4)
    assert [(left.report, left.number, left.code) for left in mixed.left] == [("r-1", "N-1", "there")]
    assert [order.command for order in pressed(mixed, 1).orders()] == [Reassign(squad=Squad.BLUE, reason="wrong_squad")]
    within = pressed(many("reassign", {"squad": "orange"}, {"squad": "orange"}), 3)
    assert within.left == ()
    assert "m-32" in codes(within)


def test_answers_are_taken_back_one_by_one() -> None:
    both = many("close", {}, {})
    assert both.back() is None
    assert pressed(both, 5).back() == both


def test_over_twenty_one_more_key_is_asked() -> None:
    few, lots = ({"escalation": 0},) * UNASKED, ({"escalation": 0},) * (UNASKED + 1)
    assert pressed(many("escalate", *few), 1, 1).question is None
    asked = pressed(many("escalate", *lots), 1, 1)
    assert asked.question is not None
    assert asked.question.step == SURE
    assert not asked.question.wants_text
    sure = pressed(asked, 1)
    assert sure.question is None
    assert len(sure.orders()) == UNASKED + 1
    assert sure.back() == asked


def test_an_answer_that_is_no_choice_is_refused() -> None:
    both = many("close", {}, {})
    with pytest.raises(ValueError, match="answers nothing"):
        both.answer("done")
    with pytest.raises(ValueError, match="answers nothing"):
        pressed(both, 5, 3).answer("x")
    assert pressed(both, 5, 3).press(1) is None
