"""Three versions of a report in conflict, side by side: only what differs, in words."""

from dataclasses import replace

from desktop.comparing import comparison
from desktop.desk import ConflictNews
from desktop.overlay import Sent
from services.domain.commands import Command, Escalate, Reassign
from services.domain.rows import ClaimRow, ReportRow, WaitingRow
from services.domain.squads import Squad
from services.feed.outputs import Answered, Current
from tests.builders import NOW, a_dispatcher
from tests.widgets.queues import NAMES
from tests.widgets.rows import a_row
from widgets.act_words import Wordbook
from widgets.compare_table import CompareLine, CompareLook

BOOK = Wordbook(names=NAMES, language="en", now=NOW)
MOVE = Reassign(squad=Squad.BLUE, reason="wrong_squad")


def compared(
    theirs: ReportRow | None, *, seen: ReportRow | None, command: Command = MOVE, by: str = "Rizal"
) -> CompareLook:
    current = None if theirs is None else Current("v2", theirs)
    answer = Answered(key="k", command="reassign", ok=False, code="conflict", current=current, by=by)
    news = ConflictNews(Sent("k", "r-1", command, NOW, seen), answer)
    return comparison(news, a_row(squad="red"), user=a_dispatcher(), book=BOOK)


def test_only_fields_that_differ_are_shown_as_they_were_would_be_and_are() -> None:
    seen = a_row(squad="orange")
    look = compared(replace(seen, squad="yellow", due_first=NOW), seen=seen)
    assert (look.before, look.mine, look.theirs) == ("before", "my choice", "Rizal")
    assert look.lines == (CompareLine("squad", "Orange", "Blue", "Yellow"),)


def test_every_field_a_person_knows_has_its_words() -> None:
    seen = a_row()
    theirs = replace(
        seen,
        state="waiting",
        members=("m-31",),
        priority="P1",
        label="lainnya",
        escalation=1,
        claim=ClaimRow("u-x", "Rizal", NOW),
        waiting=WaitingRow("citizen", NOW),
        outcome="done",
    )
    lines = {line.field: line for line in compared(theirs, seen=seen, command=Escalate(level=2, reason="late")).lines}
    assert set(lines) == {
        "state", "members", "priority", "label", "escalation", "who holds it", "pause", "outcome"
    }  # fmt: skip
    assert lines["escalation"].mine != lines["escalation"].before == "–"
    assert all("–" not in line.theirs for line in lines.values())


def test_what_is_not_known_is_a_dash_and_without_their_row_the_board_s_counts() -> None:
    look = compared(None, seen=None, by="")
    assert look.theirs == "the other"
    assert CompareLine("squad", "–", "–", "Red") in look.lines
