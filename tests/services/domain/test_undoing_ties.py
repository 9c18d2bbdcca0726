"""Undo and the ties between reports: neither half of a tie is put back alone, and suspicions are the hub's own."""

import pytest

from services.domain.commands import Merge, Note, Undo, Unmerge
from services.domain.link_events import Parted, Suspected
from services.domain.people import HUB
from services.domain.refusals import Conflict
from services.domain.report import State
from tests.builders import BUDI, NOW, REPORT
from tests.services.domain.test_undoing import SECOND, TWIN, Desk


@pytest.fixture
def desk() -> Desk:
    return Desk()


def suspect(desk: Desk) -> None:
    """The hub takes both for the same thing."""
    for one, other in ((REPORT, TWIN), (TWIN, REPORT)):
        desk.write(Suspected(report=one, at=NOW, by=HUB.id, added=(other,)))


def test_a_merge_is_put_back_on_both_sides(desk: Desk) -> None:
    desk.give("d-1.1", Merge(into=TWIN))
    desk.give("d-1.2", Undo(of="d-1.1"), now=NOW + SECOND)
    assert (desk.report().state, desk.report(TWIN).duplicates) == (State.RECEIVED, ())


def test_an_unmerge_is_put_back_on_both_sides(desk: Desk) -> None:
    desk.give("d-1.1", Merge(into=TWIN))
    desk.give("d-1.2", Unmerge())
    assert (desk.report().state, desk.report(TWIN).duplicates) == (State.RECEIVED, ())
    desk.give("d-1.3", Undo(of="d-1.2"), now=NOW + SECOND)
    assert (desk.report().merged_into, desk.report(TWIN).duplicates) == (TWIN, (REPORT,))


def test_what_was_done_before_an_unmerge_is_not_put_back_over_it(desk: Desk) -> None:
    desk.give("d-1.1", Note(text="Lihat."))
    desk.give("d-1.2", Merge(into=TWIN))
    desk.give("d-1.3", Unmerge())
    with pytest.raises(Conflict):
        desk.give("d-1.4", Undo(of="d-1.1"), now=NOW + SECOND)


def test_what_the_hub_suspects_survives_an_undo_and_stands_in_nobodys_way(desk: Desk) -> None:
    desk.give("d-1.1", Note(text="Lihat."))
    suspect(desk)
    desk.give("d-1.2", Undo(of="d-1.1"), now=NOW + SECOND)
    assert desk.report().suspected == (TWIN,)


def test_a_hidden_parting_stands_in_nobodys_way_who_may_not_know_of_it(desk: Desk) -> None:
    desk.give("d-1.1", Note(text="Lihat."))
    desk.write(Parted(report=REPORT, at=NOW, by=BUDI, name="Budi", duplicate="r-covert", hidden=True))
    desk.give("d-1.2", Undo(of="d-1.1"), now=NOW + SECOND)
    assert desk.report().version == len(desk.history(REPORT))
