"""What is said of one act on several reports: every count, every reason, and how long it can be put back."""

import pytest

from desktop.batch import BatchResult, Item
from desktop.desk import UNDO_FOR
from desktop.telling_many import FAILED_FOR, batch_message
from services.domain.report import Millis
from tests.builders import NOW
from widgets.foot_bar import FootMessage, MessageTone

DONE, UNDER_WAY = Item("r-1", "N-1", code="ok"), Item("r-2", "N-2")


def said(*items: Item, act: str = "reassign", now: Millis = NOW) -> FootMessage:
    return batch_message(BatchResult(act, items, NOW), now)


def test_what_is_under_way_counts_as_done_until_the_hub_says_no() -> None:
    message = said(DONE, UNDER_WAY)
    assert (message.words, message.detail, message.undo_ends) == ("2 moved", "", NOW + UNDO_FOR)
    assert message.until == NOW + UNDO_FOR
    assert not BatchResult("close", (DONE, UNDER_WAY), NOW).settled
    assert BatchResult("close", (DONE,), NOW).settled


@pytest.mark.parametrize(
    ("item", "why"),
    [
        (Item("r-3", "N-3", "bad_state", state="closed"), "closed already"),
        (Item("r-3", "N-3", "bad_state", state="assigned"), "in the state Assigned"),
        (Item("r-3", "N-3", "bad_state"), "not possible now"),
        (Item("r-3", "N-3", "conflict", by="Rizal"), "changed by Rizal"),
        (Item("r-3", "N-3", "conflict"), "changed by Somebody else"),
        (Item("r-3", "N-3", "denied"), "only a supervisor may"),
        (Item("r-3", "N-3", "not_found"), "not on this screen any more"),
        (Item("r-3", "N-3", "there"), "with that squad already"),
        (Item("r-3", "N-3", "needs_hub"), "not possible while the link is lost"),
        (Item("r-3", "N-3", "expired"), "waited too long for the link"),
        (Item("r-3", "N-3", "storage"), "code storage"),
    ],
)
def test_what_was_not_done_is_told_with_its_reason_and_longer(item: Item, why: str) -> None:
    message = said(DONE, item, now=NOW + 1)
    assert message.words == f"1 moved, 1 not: {why}"
    assert message.detail == "N-3"
    assert (message.undo_ends, message.until) == (NOW + UNDO_FOR, NOW + 1 + FAILED_FOR)
    assert message.tone is MessageTone.DONE


def test_several_reasons_stand_beside_their_numbers() -> None:
    message = said(Item("r-3", "N-3", "denied"), Item("r-4", "N-4", "there"), act="close")
    assert message.words == "0 closed, 2 not"
    assert message.detail == "N-3 only a supervisor may · N-4 with that squad already"
    assert (message.undo, message.tone) == ("", MessageTone.TROUBLE)


def test_each_act_has_its_word() -> None:
    assert len({said(DONE, act=act).words for act in ("assign", "reassign", "escalate", "close")}) == 4
