"""The overlay: this desk's acts over the board's rows, which stay as they are."""

from desktop.overlay import Overlay, Sent
from services.domain.commands import Acknowledge, Escalate, Undo
from tests.builders import NOW, a_dispatcher
from tests.widgets.rows import a_row

USER = a_dispatcher()
TAKE_IN = Sent("o-1", "r-1", Acknowledge(), NOW)
RAISE = Sent("o-2", "r-1", Escalate(level=1, reason="late"), NOW)


def test_acts_are_laid_one_over_the_other_in_the_order_they_were_given() -> None:
    overlay = Overlay()
    overlay.add(TAKE_IN)
    overlay.add(RAISE)
    row = a_row()

    shown = overlay.shown("r-1", row, USER)

    assert (shown.state, shown.escalation) == ("queued", 1)
    assert (row.state, row.escalation) == ("received", 0), "the board's row is never touched"


def test_an_act_that_is_done_falls_alone_and_says_which_report_looks_different() -> None:
    overlay = Overlay()
    overlay.add(TAKE_IN)
    overlay.add(RAISE)

    assert overlay.drop(["o-1", "o-of-another-desk"]) == frozenset({"r-1"})

    assert overlay.get("o-1") is None
    assert overlay.get("o-2") == RAISE
    assert overlay.shown("r-1", a_row(), USER).state == "received"
    assert overlay.shown("r-1", a_row(), USER).escalation == 1
    assert overlay.drop(["o-1"]) == frozenset()


def test_only_reports_with_acts_on_them_are_shown_anew() -> None:
    overlay = Overlay()
    overlay.add(TAKE_IN)
    overlay.add(Sent("o-3", "r-gone", Acknowledge(), NOW))
    rows = {"r-1": a_row(), "r-2": a_row()}

    assert set(overlay.over(rows, USER)) == {"r-1"}
    assert overlay.reports() == {"r-1", "r-gone"}


def test_what_cannot_be_foreseen_shows_nothing() -> None:
    overlay = Overlay()
    overlay.add(Sent("o-4", "r-1", Undo(of="o-1"), NOW))

    assert overlay.shown("r-1", a_row(), USER) == a_row()
