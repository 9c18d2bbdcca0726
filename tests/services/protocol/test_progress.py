"""A desk that leaves something unapplied for 15 seconds is stuck; one that says nothing for 30 is silent."""

from services.protocol.closing import Code
from services.protocol.progress import NEVER, PATIENCE, SILENCE, Progress


def test_a_program_that_never_says_how_far_it_is_is_not_judged_by_that() -> None:
    progress = Progress(0)
    progress.sent("a", 1_000)

    assert progress.fault(10 * SILENCE) is None
    assert progress.fault_at == NEVER


def test_a_desk_with_nothing_under_way_is_not_stuck() -> None:
    progress = Progress(0)
    progress.applied("", 0)

    assert progress.fault(SILENCE - 1) is None
    assert progress.fault_at == SILENCE


def test_a_cursor_unapplied_for_fifteen_seconds_is_stuck() -> None:
    progress = Progress(0)
    progress.applied("", 0)
    progress.sent("a", 1_000)

    assert progress.fault_at == 1_000 + PATIENCE
    assert progress.fault(1_000 + PATIENCE - 1) is None
    assert progress.fault(1_000 + PATIENCE) is Code.SLOW


def test_every_step_gives_another_fifteen_seconds() -> None:
    progress = Progress(0)
    for cursor in "abc":
        progress.sent(cursor, 1_000)

    progress.applied("b", 10_000)

    assert progress.fault_at == 10_000 + PATIENCE
    progress.applied("b", 20_000)
    progress.applied("a", 20_000)
    progress.applied("foreign", 20_000)
    assert progress.fault(10_000 + PATIENCE) is Code.SLOW


def test_what_is_applied_whole_is_at_rest_until_something_is_sent() -> None:
    progress = Progress(0)
    progress.sent("a", 1_000)
    progress.applied("a", 2_000)

    assert progress.fault(2_000 + PATIENCE) is None
    progress.sent("b", 25_000)
    assert progress.fault(25_000 + PATIENCE - 12_000) is None
    assert progress.fault(25_000 + PATIENCE) is Code.SLOW


def test_thirty_seconds_without_a_word_are_silence() -> None:
    progress = Progress(0)
    progress.applied("", 5_000)

    assert progress.fault(5_000 + SILENCE - 1) is None
    assert progress.fault(5_000 + SILENCE) is Code.SILENT


def test_the_memory_of_cursors_is_bounded() -> None:
    progress = Progress(0)
    for n in range(5_000):
        progress.sent(str(n), 0)

    progress.applied("0", 1_000)
    assert progress.fault(PATIENCE) is Code.SLOW
    progress.applied("4999", 1_000)
    assert progress.fault(PATIENCE) is None
