"""What need not be in the queue's frame comes right after it, and what came meanwhile comes as one."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.afterwards import Afterwards
from desktop.desk import Frame
from tests.widgets.rows import a_row

OLD, NEW = a_row(), a_row(state="queued")


@pytest.fixture
def told(qapp: QApplication) -> list[Frame]:
    return []


@pytest.fixture
def afterwards(told: list[Frame]) -> Afterwards:
    made = Afterwards()
    made.due.connect(told.append)
    return made


def test_frames_come_a_turn_later_as_one(qtbot: QtBot, afterwards: Afterwards, told: list[Frame]) -> None:
    afterwards.add(Frame({"r-1": OLD, "r-2": OLD}))
    afterwards.add(Frame({"r-1": NEW}, frozenset({"r-2"})))
    assert not told
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Frame({"r-1": NEW}, frozenset({"r-2"}))]


def test_a_report_that_comes_back_is_there(qtbot: QtBot, afterwards: Afterwards, told: list[Frame]) -> None:
    afterwards.add(Frame({}, frozenset({"r-1"})))
    afterwards.add(Frame({"r-1": NEW}))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Frame({"r-1": NEW}, frozenset())]


def test_what_is_forgotten_is_not_told(qtbot: QtBot, afterwards: Afterwards, told: list[Frame]) -> None:
    afterwards.add(Frame({"r-1": OLD}))
    afterwards.forget()
    afterwards.add(Frame({"r-2": OLD}))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Frame({"r-2": OLD})]


def test_another_board_makes_single_changes_needless(qtbot: QtBot, afterwards: Afterwards, told: list[Frame]) -> None:
    afterwards.add(Frame({"r-1": OLD}))
    afterwards.replace()
    afterwards.add(Frame({"r-2": OLD}))
    with qtbot.waitSignal(afterwards.renewed):
        pass
    assert not told
    afterwards.add(Frame({"r-3": OLD}))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Frame({"r-3": OLD})]
