"""What many deltas changed is drawn once, and nothing of it is lost."""

from services.domain.board import Changes
from services.feed.gathered import Gathered
from services.feed.outputs import BoardChanged, BoardReplaced, FeedEvent
from tests.builders import NOW

ONE, TWO = ("report", "r-1"), ("report", "r-2")
EVENT = FeedEvent("assigned", "r-1", "Budi", NOW)


def test_only_the_first_change_asks_for_a_frame() -> None:
    gathered = Gathered()

    assert [gathered.add(BoardChanged(changes=Changes())) for _ in range(3)] == [True, False, False]
    gathered.take()
    assert gathered.add(BoardReplaced())


def test_changes_are_one_change() -> None:
    gathered = Gathered()

    gathered.add(BoardChanged(changes=Changes(put=frozenset({ONE})), done=("o-1",), replay=True))
    gathered.add(BoardChanged(changes=Changes(put=frozenset({TWO})), events=(EVENT,), done=("o-2",)))

    assert gathered.take() == BoardChanged(
        changes=Changes(put=frozenset({ONE, TWO})), events=(EVENT,), done=("o-1", "o-2"), replay=False
    )
    assert gathered.take() is None


def test_a_row_is_put_or_deleted_by_what_came_last() -> None:
    gathered = Gathered()

    gathered.add(BoardChanged(changes=Changes(put=frozenset({ONE}), deleted=frozenset({TWO}))))
    gathered.add(BoardChanged(changes=Changes(put=frozenset({TWO}), deleted=frozenset({ONE}))))

    assert gathered.take() == BoardChanged(changes=Changes(put=frozenset({TWO}), deleted=frozenset({ONE})))


def test_a_snapshot_swallows_changes_and_events_but_no_command() -> None:
    gathered = Gathered()

    gathered.add(BoardChanged(changes=Changes(put=frozenset({ONE})), events=(EVENT,), done=("o-1",)))
    gathered.add(BoardReplaced(("o-2",)))
    gathered.add(BoardChanged(changes=Changes(put=frozenset({TWO})), events=(EVENT,), done=("o-3",)))

    assert gathered.take() == BoardReplaced(("o-1", "o-2", "o-3"))


def test_catching_up_stays_silent() -> None:
    gathered = Gathered()

    gathered.add(BoardChanged(changes=Changes(put=frozenset({ONE})), replay=True))

    assert gathered.take() == BoardChanged(changes=Changes(put=frozenset({ONE})), replay=True)
