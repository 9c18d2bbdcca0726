"""The card of the suggested act: its words, its reasons in one line, and that all of it is one button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from services.domain.policy import MINUTE
from services.domain.suggestion import Suggestion, Why
from tests.widgets.queues import NAMES
from tests.widgets.rows import a_row
from tests.widgets.showing import different, in_every_paint, showing
from widgets.paint.source import Paint, make_paint
from widgets.suggestion_card import SuggestionCard, SuggestionLook
from widgets.suggestion_look import distance, suggestion_look

pytestmark = pytest.mark.usefixtures("qapp")
BEST = Suggestion("assign", Why.BEST, member="m-32", metres=2_140, open=3, p50=26 * MINUTE)
LOOK = SuggestionLook("user-plus", "Tugaskan ke Wahyu N., Oranye", "2,1 km dari lokasi, 3 tugas aktif, median 26 m")


def said(suggestion: Suggestion, squad: str | None = "orange") -> tuple[str, str]:
    row = a_row(squad=squad, members=("m-31",))
    look = suggestion_look(suggestion, row, names=NAMES, language="en")
    return look.words, look.detail


def a_card(paint: Paint, parent: QWidget | None = None) -> SuggestionCard:
    card = SuggestionCard(paint=paint, parent=parent)
    card.suggest(LOOK)
    return card


def test_a_member_is_named_with_what_speaks_for_him() -> None:
    assert said(BEST) == ("Assign to Wahyu N., Orange", "2,1 km from the place, 3 active tasks, median 26 m")
    only = Suggestion("assign", Why.ONLY, member="m-32", open=1)
    assert said(only)[1] == "1 active task, the only one free", "what is not known is not said"


def test_every_other_act_says_why() -> None:
    assert said(Suggestion("acknowledge", Why.NEW)) == ("Take in", "Nobody has it in hand yet")
    assert said(Suggestion("acknowledge", Why.NEW), None)[1] == "Its squad is still to be named"
    assert said(Suggestion("assign", Why.NOBODY))[0] == "Nobody of Orange is free"
    assert said(Suggestion("accept", Why.ASKED))[1] == "Suyono has not answered yet"
    others = [("arrive", Why.UNDER_WAY), ("resolve", Why.BEGUN), ("resume", Why.PAUSE_OVER), ("verify", Why.RESULT)]
    assert len({said(Suggestion(act, why)) for act, why in others}) == len(others)


@pytest.mark.parametrize(
    ("metres", "words"), [(0, "0 m"), (347, "350 m"), (999, "1.000 m"), (1_049, "1,0 km"), (14_400, "14 km")]
)
def test_distances_are_said_as_a_person_would(metres: int, words: str) -> None:
    assert distance(metres) == words


def test_the_whole_card_is_its_button() -> None:
    taken: list[bool] = []
    with showing(lambda window: a_card(make_paint("dark"), window)) as card:
        card.taken.connect(lambda: taken.append(True))
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        QTest.mouseClick(card, Qt.MouseButton.RightButton)
        assert taken == [True]
        assert card.accessibleName() == f"{LOOK.words}. {LOOK.detail} (Enter)"
        card.suggest(None)
        assert not card.isVisible()
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        assert taken == [True]


def test_it_is_painted_in_every_theme_and_scale() -> None:
    assert different(in_every_paint(a_card)) == 3
