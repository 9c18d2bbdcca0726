"""What is wanted often is done at once, and then seldom, and never forgotten."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.seldom import Seldom

EVERY_MS = 20


@pytest.fixture
def done(qtbot: QtBot) -> tuple[Seldom, list[int]]:
    seldom, done = Seldom(EVERY_MS), list[int]()
    seldom.due.connect(lambda: done.append(len(done)))
    return seldom, done


def test_the_first_wish_is_granted_at_once(done: tuple[Seldom, list[int]]) -> None:
    seldom, granted = done
    seldom.want()
    assert len(granted) == 1
    seldom.stop()


def test_many_wishes_meanwhile_are_one_when_the_time_is_over(done: tuple[Seldom, list[int]], qtbot: QtBot) -> None:
    seldom, granted = done
    for _ in range(9):
        seldom.want()
    assert len(granted) == 1
    with qtbot.waitSignal(seldom.due):
        pass
    assert len(granted) == 2
    seldom.stop()


def test_nothing_is_done_that_nobody_wanted_again(done: tuple[Seldom, list[int]], qtbot: QtBot) -> None:
    seldom, granted = done
    seldom.want()
    qtbot.wait(3 * EVERY_MS)
    assert len(granted) == 1
    seldom.want()
    assert len(granted) == 2
    seldom.stop()


def test_after_stopping_no_wish_is_left(done: tuple[Seldom, list[int]], qtbot: QtBot) -> None:
    seldom, granted = done
    seldom.want()
    seldom.want()
    seldom.stop()
    qtbot.wait(3 * EVERY_MS)
    assert len(granted) == 1
