"""The queue between hub and desk is bounded, keeps its order and knows when nothing moves."""

from collections.abc import Iterator

from services.hub.lane import MOST_BYTES, MOST_FRAMES, PATIENCE, SOME_FRAMES, Frame, Lane


def test_frames_leave_in_their_order_and_a_snapshot_is_made_only_as_it_leaves() -> None:
    made: list[Frame] = []

    def parts() -> Iterator[Frame]:
        for part in (Frame(b"part-0"), Frame(b"part-1")):
            made.append(part)
            yield part

    lane = Lane()
    lane.push(Frame(b"first"), 0)
    lane.stream(parts(), 0)
    lane.push(Frame(b"last"), 0)
    assert lane.streaming
    assert lane.pop() == Frame(b"first")
    assert made == []
    assert [lane.pop() for _ in range(4)] == [Frame(b"part-0"), Frame(b"part-1"), Frame(b"last"), None]
    assert not lane
    assert not lane.streaming


def test_a_desk_is_behind_long_before_its_queue_is_full() -> None:
    lane = Lane()
    for _ in range(SOME_FRAMES):
        assert not lane.behind
        lane.push(Frame(b"x"), 0)
    assert lane.behind
    assert not lane.full()


def test_the_queue_is_full_at_256_frames_or_one_mebibyte_of_frames_and_waiting_changes() -> None:
    many, large = Lane(), Lane()
    for _ in range(MOST_FRAMES):
        assert not many.full()
        many.push(Frame(b"x"), 0)
    assert many.full()
    large.push(Frame(b"x" * (MOST_BYTES - 10)), 0)
    assert not large.full(waiting=10)
    assert large.full(waiting=11)


def test_dropping_the_feed_keeps_the_answers() -> None:
    lane = Lane()
    lane.push(Frame(b"delta", view="board"), 0)
    lane.push(Frame(b"result"), 0)
    lane.stream(iter([Frame(b"part")]), 0)
    lane.drop_feed()
    assert [lane.pop(), lane.pop()] == [Frame(b"result"), None]


def test_a_desk_that_takes_nothing_for_15_seconds_is_stuck() -> None:
    lane = Lane()
    lane.push(Frame(b"a"), 1_000)
    lane.push(Frame(b"b"), 9_000)
    assert not lane.stuck(1_000 + PATIENCE - 1)
    assert lane.stuck(1_000 + PATIENCE)
    lane.pop()
    lane.moved(16_000)
    assert not lane.stuck(16_000 + PATIENCE - 1)
    lane.pop()
    assert not lane.stuck(99_000)
