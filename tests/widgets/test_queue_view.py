"""The queue's focus stays where it is, its order waits for hands, and it paints no more than what changed."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from services.domain.policy import HOUR, MINUTE
from services.domain.rows import ReportRow
from tests.builders import NOW
from tests.widgets.queues import WatchedQueue, a_queue
from tests.widgets.rows import a_room, a_row, random_row, random_rows
from widgets.models.queue_marks import Sieve
from widgets.paint.source import make_paint
from widgets.queue_row import time_rect
from widgets.queue_view import HOLD


def hourly(*hours: int) -> dict[str, ReportRow]:
    """Reports named by the hours in which they are due."""
    return {f"r-{hour:02}": a_row(due_first=NOW + hour * HOUR) for hour in hours}


@pytest.fixture
def many(qtbot: QtBot) -> WatchedQueue:
    """Return a queue of forty reports, two hours apart, in the third group."""
    queue = a_queue(hourly(*range(2, 82, 2)))
    qtbot.addWidget(queue)
    return queue


@pytest.fixture
def room(qtbot: QtBot) -> WatchedQueue:
    """Return a believable queue."""
    queue = a_queue(a_room())
    qtbot.addWidget(queue)
    return queue


@pytest.fixture
def scratch(qapp: QApplication) -> Iterator[WatchedQueue]:
    """Return one queue for all examples of a property."""
    queue = a_queue({})
    yield queue
    queue.close()
    queue.deleteLater()


# the focus stays


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(seed=st.integers(0, 100_000), count=st.integers(1, 60))
@example(seed=3, count=4)
def test_the_row_under_the_focus_keeps_its_place_in_every_frame(scratch: WatchedQueue, seed: int, count: int) -> None:
    chance = random.Random(seed)
    rows = random_rows(count, seed=seed)
    scratch.set_board(rows, NOW)
    scratch.choose(None)
    scratch.step(chance.randrange(1, count + 1))
    scratch.verticalScrollBar().setValue(scratch.verticalScrollBar().value() + chance.randrange(-30, 30))
    chosen = scratch.chosen
    for frame in range(10):
        if chosen is None or scratch.place_of(chosen) is None:
            break
        place = scratch.place_of(chosen)
        puts = {f"r-{chance.randrange(70):06}": random_row(chance) for _ in range(6)}
        puts.pop(chosen, None)
        gone = [report for report in rows if chance.random() < 0.2 and report not in {chosen, *puts}]

        scratch.frame(puts, gone, NOW + frame * 7 * MINUTE)

        assert scratch.chosen == chosen
        assert scratch.place_of(chosen) == place


def test_a_deadline_that_passes_moves_no_focused_row(qtbot: QtBot) -> None:
    queue = a_queue({"r-1": a_row(due_first=NOW + 31 * MINUTE), "r-2": a_row(due_first=NOW + 5 * HOUR)})
    qtbot.addWidget(queue)
    queue.choose("r-2")
    place = queue.place_of("r-2")

    queue.tick(NOW + 2 * MINUTE)

    assert queue.model_under.counts.sizes == (0, 1, 1)
    assert queue.place_of("r-2") == place


def test_empty_room_goes_when_a_person_moves_on(many: WatchedQueue) -> None:
    many.choose("r-10")
    many.frame({}, ["r-02", "r-04"], NOW)
    assert many.verticalOffset() < 0

    many.step(1)

    assert many.chosen == "r-12"
    assert many.verticalOffset() == 0


def test_without_a_focus_the_topmost_row_stays_unless_the_list_is_at_its_top(many: WatchedQueue) -> None:
    many.frame(hourly(1), [], NOW)
    assert many.verticalOffset() == 0

    many.verticalScrollBar().setValue(600)
    top = many.model_under.report_at(many.top_row())
    assert top is not None
    place = many.place_of(top)
    many.frame({"r-new": a_row(due_first=NOW + MINUTE)}, ["r-04"], NOW)

    assert many.place_of(top) == place


# hands


def test_steps_pass_over_heads_and_stop_at_the_ends(room: WatchedQueue) -> None:
    seen = []
    for _ in range(30):
        room.step(1)
        seen.append(room.chosen)

    assert seen[:19] == room.model_under.order.ids(0, 19)
    assert set(seen[19:]) == {seen[18]}
    for _ in range(30):
        room.step(-1)
    assert room.chosen == seen[0]


def test_a_step_from_a_report_that_left_goes_to_the_gap_it_left(room: WatchedQueue) -> None:
    order = room.model_under.order.ids(0, 19)
    room.choose(order[5])
    room.frame({}, [order[5]], NOW)
    assert room.chosen == order[5]

    room.step(1)
    assert room.chosen == order[6]

    room.frame({}, [order[6]], NOW)
    room.step(-1)
    assert room.chosen == order[4]


def test_a_step_in_an_empty_queue_does_nothing(qtbot: QtBot) -> None:
    queue = a_queue({})
    qtbot.addWidget(queue)

    queue.step(1)
    queue.step(-1)

    assert queue.chosen is None


def test_the_first_step_up_starts_at_the_end(room: WatchedQueue) -> None:
    room.step(-1)

    assert room.chosen == room.model_under.order.ids(18, 19)[0]


def test_a_choice_is_told_once_and_comes_into_sight(many: WatchedQueue, qtbot: QtBot) -> None:
    told: list[str] = []
    many.report_chosen.connect(told.append)

    many.choose("r-60")
    many.choose("r-60")
    many.choose("r-none")

    assert told == ["r-60"]
    assert many.chosen is None
    many.choose("r-60")
    place = many.place_of("r-60")
    assert place is not None
    assert 0 <= place <= many.viewport().height() - 56


def test_a_click_chooses_and_a_double_click_opens(room: WatchedQueue, qtbot: QtBot) -> None:
    opened: list[str] = []
    room.report_opened.connect(opened.append)
    report = room.model_under.report_at(2)
    assert report is not None
    at = room.row_rect(2).center().toPoint()

    QTest.mouseClick(room.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert room.chosen == report
    QTest.mouseDClick(room.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened == [report]

    head = room.row_rect(0).center().toPoint()
    QTest.mouseClick(room.viewport(), Qt.MouseButton.LeftButton, pos=head)
    QTest.mouseDClick(room.viewport(), Qt.MouseButton.LeftButton, pos=head)
    QTest.mouseMove(room.viewport(), QPoint(5, 5))
    assert room.chosen == report
    assert opened == [report]


def test_a_click_below_the_list_chooses_nothing(qtbot: QtBot) -> None:
    queue = a_queue(hourly(2))
    qtbot.addWidget(queue)

    QTest.mouseClick(queue.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 500))

    assert queue.chosen is None
    assert queue.row_under(500) is None


@pytest.mark.parametrize(
    ("key", "hour"),
    [
        (Qt.Key.Key_Down, 42),
        (Qt.Key.Key_Up, 38),
        (Qt.Key.Key_PageDown, 58),
        (Qt.Key.Key_PageUp, 22),
        (Qt.Key.Key_Home, 2),
        (Qt.Key.Key_End, 80),
    ],
)
def test_the_cursor_keys_move_the_focus(many: WatchedQueue, key: Qt.Key, hour: int) -> None:
    many.choose("r-40")

    QTest.keyClick(many, key)

    assert many.chosen == f"r-{hour:02}"


def test_enter_is_told_and_letters_are_the_windows(many: WatchedQueue, qtbot: QtBot) -> None:
    entered: list[bool] = []
    many.entered.connect(lambda: entered.append(True))
    many.choose("r-04")

    QTest.keyClick(many, Qt.Key.Key_Return)
    QTest.keyClick(many, Qt.Key.Key_T)

    assert entered == [True]
    assert many.chosen == "r-04"


# the order waits for hands


def test_after_a_key_nothing_comes_or_moves_for_two_seconds(many: WatchedQueue) -> None:
    before = many.model_under.order.ids(0, 40)
    many.touched(NOW)

    changed = a_row(due_first=NOW + 99 * HOUR, title="Berubah")
    many.frame({"r-new": a_row(due_first=NOW + HOUR), "r-08": changed}, [], NOW + HOLD - 1)

    assert many.model_under.order.ids(0, 40) == before
    shown = many.model_under.row("r-08")
    assert shown is not None
    assert shown.title == "Berubah"

    many.tick(NOW + HOLD)

    assert many.model_under.order.ids(0, 2) == ["r-new", "r-02"]
    assert many.model_under.order.ids(40, 41) == ["r-08"]


def test_what_left_the_queue_leaves_at_once_even_after_a_key(many: WatchedQueue) -> None:
    many.touched(NOW)

    many.frame({"r-02": a_row(state="closed", outcome="done")}, ["r-04"], NOW + 1)

    assert many.model_under.order.ids(0, 1) == ["r-06"]


def test_another_queue_is_shown_whole_even_after_a_key(many: WatchedQueue) -> None:
    many.touched(NOW)
    many.frame({"r-new": a_row(due_first=NOW + HOUR, squad="blue")}, [], NOW + 1)

    many.show_queue(Sieve(squad="blue"), NOW + 2)

    assert many.model_under.order.ids(0, 9) == ["r-new"]


def test_new_reports_above_the_sight_are_counted_until_they_are_seen(many: WatchedQueue) -> None:
    told: list[int] = []
    many.held_changed.connect(told.append)
    many.verticalScrollBar().setValue(600)
    many.touched(NOW)

    many.frame({"r-a": a_row(due_first=NOW + HOUR), "r-z": a_row(due_first=NOW + 200 * HOUR)}, [], NOW + 1)
    many.frame({"r-b": a_row(due_first=NOW + HOUR), "r-04": a_row(due_first=NOW + HOUR)}, [], NOW + 2)
    assert told == [1, 2]
    many.tick(NOW + HOLD)
    assert told == [1, 2]

    many.go_to_top()

    assert told == [1, 2, 0]


def test_a_snapshot_counts_as_seen(many: WatchedQueue) -> None:
    told: list[int] = []
    many.held_changed.connect(told.append)
    many.verticalScrollBar().setValue(600)
    many.frame({"r-a": a_row(due_first=NOW + HOUR)}, [], NOW)

    many.set_board(hourly(2, 4), NOW)

    assert told == [1, 0]


def test_a_snapshot_keeps_the_focus(many: WatchedQueue) -> None:
    many.choose("r-40")
    place = many.place_of("r-40")

    many.set_board(hourly(*range(1, 82)), NOW)

    assert many.chosen == "r-40"
    assert many.place_of("r-40") == place


# paint


def test_a_tick_paints_the_times_only(room: WatchedQueue) -> None:
    room.tick(NOW + 1000)

    times = time_rect(room.row_rect(1), make_paint("dark"))
    painted = room.paint_all()
    assert painted
    assert all(rect.left() >= times.left() - 1 for rect in painted)


def test_a_change_out_of_sight_paints_nothing(many: WatchedQueue) -> None:
    many.frame({"r-80": a_row(due_first=NOW + 80 * HOUR, title="Lain")}, [], NOW)

    assert many.paint_all() == []


def test_a_change_in_sight_paints_its_row_only(many: WatchedQueue) -> None:
    many.frame({"r-04": a_row(due_first=NOW + 4 * HOUR, title="Lain")}, [], NOW)

    row = many.model_under.row_of("r-04")
    assert row is not None
    assert many.paint_all() == [many.row_rect(row).toAlignedRect()]


def test_a_new_row_in_sight_paints_everything(many: WatchedQueue) -> None:
    many.frame({"r-03": a_row(due_first=NOW + 3 * HOUR)}, [], NOW)

    assert many.viewport().rect() in many.paint_all()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_rows_and_heads_grow_with_the_letters(qtbot: QtBot, scale: float) -> None:
    queue = a_queue(hourly(2, 3), scale=scale)
    qtbot.addWidget(queue)

    assert [queue.row_rect(row).height() for row in range(3)] == [34 * scale, 56 * scale, 56 * scale]
    queue.set_short(True)
    assert queue.row_rect(1).height() == 48 * scale
    queue.set_paint(make_paint("light"))
    assert queue.row_rect(1).height() == 48


def test_the_head_of_the_topmost_group_stays_in_sight(room: WatchedQueue) -> None:
    room.verticalScrollBar().setValue(40)
    head = room.geometry_of_rows().head_above(40)

    assert head == 0
    assert room.geometry_of_rows().head_top(0, 40) == 0
    second = room.geometry_of_rows().heads[1]
    pushed = room.geometry_of_rows().top_of(second) - 20
    assert room.geometry_of_rows().head_top(0, pushed) == 20 - 34


def test_what_the_focus_is_on_is_said_to_screen_readers(room: WatchedQueue) -> None:
    room.choose("r-07")

    assert "Jalan berlubang" in room.accessibleDescription()
    room.choose(None)
    assert room.accessibleDescription() == ""


def test_an_empty_queue_says_so_and_a_loading_one_shows_bars(qtbot: QtBot) -> None:
    queue = a_queue({})
    qtbot.addWidget(queue)
    blank = queue.viewport().grab().toImage()

    queue.set_empty("Tidak ada laporan di antrean ini")
    said = queue.viewport().grab().toImage()
    queue.set_loading(True)
    loading = queue.viewport().grab().toImage()

    assert len({image.cacheKey() for image in (blank, said, loading)}) == 3
    assert blank != said != loading != blank


def test_a_row_is_found_under_its_place(room: WatchedQueue) -> None:
    assert room.row_under(room.row_rect(3).center().y()) == 3
    assert room.row_under(-1) is None
