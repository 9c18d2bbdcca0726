"""Acts by keyboard on a desk: what is asked, what is ordered, and what is not possible now."""

from typing import Any

from desktop.acting import Acting
from tests.desktop.at_hand import AtHand, furnish
from tests.desktop.conftest import Opened
from tests.desktop.looping import on_qt_loop
from tests.widgets.queues import NAMES
from widgets.prompt_bar import PromptLook


class Heard:
    """An acting and what it has said."""

    def __init__(self, room: AtHand) -> None:
        self.asked: list[PromptLook] = []
        self.ended: list[bool] = []
        self.not_now: list[str] = []
        self.acting = Acting(room.desk, names=lambda: NAMES)
        self.acting.asked.connect(self.asked.append)
        self.acting.ended.connect(self.ended.append)
        self.acting.not_now.connect(self.not_now.append)


async def _at(room: AtHand, **changes: Any) -> Heard:
    furnish(room.hub)
    room.hub.put("r-1", "v1", **changes)
    await room.signed_in()
    return Heard(room)


@on_qt_loop
async def test_an_act_without_a_question_is_ordered_at_once(at_hand: Opened) -> None:
    async with at_hand() as room:
        heard = await _at(room)

        heard.acting.begin("acknowledge", "r-1")

        assert (heard.asked, heard.ended, heard.acting.asking) == ([], [True], False)
        assert (await room.ordered())["command"] == "acknowledge"


@on_qt_loop
async def test_digits_lead_to_the_order_and_its_version_is_that_of_the_first_key(at_hand: Opened) -> None:
    async with at_hand() as room:
        heard = await _at(room)

        heard.acting.begin("reassign", "r-1")
        heard.acting.press(4)
        await room.put("r-1", "v2")
        assert heard.acting.asking
        heard.acting.press(1)

        order = await room.ordered()
        assert (order["command"], order["base"], order["args"]["reason"]) == ("reassign", "v1", "wrong_squad")
        assert (len(heard.asked), heard.ended) == (2, [True])


@on_qt_loop
async def test_a_digit_that_chooses_nothing_changes_nothing(at_hand: Opened) -> None:
    async with at_hand() as room:
        heard = await _at(room)
        heard.acting.press(1)
        heard.acting.enter("nothing is asked")
        heard.acting.back()
        heard.acting.begin("reassign", "r-1")

        heard.acting.press(8)

        assert len(heard.asked) == 1
        assert (heard.acting.asking, heard.ended) == (True, [])


@on_qt_loop
async def test_going_back_takes_the_last_answer_and_then_gives_the_act_up(at_hand: Opened) -> None:
    async with at_hand() as room:
        heard = await _at(room)
        heard.acting.begin("reassign", "r-1")
        heard.acting.press(4)

        heard.acting.back()
        assert heard.asked[-1] == heard.asked[0]
        heard.acting.back()

        assert (heard.ended, heard.acting.asking) == ([False], False)
        heard.acting.cancel()
        assert heard.ended == [False], "what is over does not end again"


@on_qt_loop
async def test_the_other_report_of_a_duplicate_is_named_by_its_number(at_hand: Opened) -> None:
    async with at_hand() as room:
        heard = await _at(room)
        await room.put("r-2", "v1", number="8HHC-4T")
        heard.acting.begin("close", "r-1")
        heard.acting.press(2)

        heard.acting.enter(" 8hhc4t ")

        assert (await room.ordered())["args"]["into"] == "r-2"


@on_qt_loop
async def test_a_number_nobody_knows_goes_to_the_hub_as_it_is(at_hand: Opened) -> None:
    async with at_hand() as room:
        heard = await _at(room)
        heard.acting.begin("close", "r-1")
        heard.acting.press(2)

        heard.acting.enter("r-old")

        assert (await room.ordered())["args"]["into"] == "r-old"


@on_qt_loop
async def test_what_the_state_does_not_allow_is_said_and_not_sent(at_hand: Opened) -> None:
    async with at_hand() as room:
        heard = await _at(room, state="closed", outcome="done", closed=room.clock.now)

        heard.acting.begin("resolve", "r-1")
        heard.acting.begin("resolve", "r-gone")

        assert (heard.not_now, heard.acting.asking) == (["resolve", "resolve"], False)
        assert heard.acting.allowed("r-1") >= {"reopen", "note"}
        assert heard.acting.allowed(None) == frozenset()


@on_qt_loop
async def test_one_key_means_the_opposite_where_only_that_is_allowed(at_hand: Opened) -> None:
    async with at_hand() as room:
        heard = await _at(room, state="closed", outcome="done", closed=room.clock.now)

        heard.acting.begin("close", "r-1")

        assert len(heard.asked) == 1
        heard.acting.press(1)
        assert (await room.ordered())["command"] == "reopen"


@on_qt_loop
async def test_where_nobody_can_be_chosen_nothing_is_asked(at_hand: Opened) -> None:
    async with at_hand() as room:
        heard = await _at(room)
        for key in [key for key in room.hub.rows if key[0] == "member"]:
            del room.hub.rows[key]
            room.tell({"op": "delete", "kind": key[0], "id": key[1]})
        await room.put("r-1", "v2")

        heard.acting.begin("assign", "r-1")

        assert (heard.asked, heard.not_now, heard.acting.asking) == ([], ["assign"], False)


@on_qt_loop
async def test_priority_and_label_are_changed_by_choices(at_hand: Opened) -> None:
    async with at_hand() as room:
        heard = await _at(room)

        heard.acting.begin("prioritise", "r-1")
        heard.acting.press(1)
        heard.acting.press(1)
        assert (await room.ordered())["args"] == {"priority": "P1", "reason": "new_facts"}
        heard.acting.begin("relabel", "r-1")
        assert heard.asked[-1].choices[0].code == "banjir", "its own squad's labels first"
        heard.acting.enter("banjir")
        heard.acting.press(2)

        order = await room.ordered(2)
        assert (order["command"], order["args"]) == ("relabel", {"label": "banjir", "reason": "wrong_at_intake"})
