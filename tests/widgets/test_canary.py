"""Guards against PySide6 losing a reference to True, False or None with each call (6.12.0 on Python 3.11 does)."""

import sys

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 500
SLACK = 100
"""References other code takes or gives back meanwhile; a loss for each call would show 500."""


class Speaker(QObject):
    """Says each of the shared constants.

    Signals: said(object) one constant.
    """

    said = Signal(object)
    truth = Signal(bool)


class Painted(QWidget):
    """Counts how often it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.paints = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paints += 1


def counts() -> dict[str, int]:
    return {str(one): sys.getrefcount(one) for one in (True, False, None)}


def lost(before: dict[str, int]) -> dict[str, int]:
    now = counts()
    return {name: before[name] - now[name] for name in before if before[name] - now[name] > SLACK}


@pytest.mark.usefixtures("qapp")
def test_emitting_signals_keeps_the_constants_alive() -> None:
    speaker = Speaker()
    heard: list[object] = []
    speaker.said.connect(heard.append)
    speaker.truth.connect(heard.append)
    before = counts()
    for _ in range(CALLS):
        speaker.said.emit(None)
        speaker.truth.emit(True)
        speaker.truth.emit(False)
    assert len(heard) == 3 * CALLS
    heard.clear()
    assert lost(before) == {}


def test_timers_keep_the_constants_alive(qtbot: QtBot) -> None:
    fired: list[None] = []
    timer = QTimer()
    timer.timeout.connect(lambda: fired.append(None))
    before = counts()
    timer.start(0)
    qtbot.waitUntil(lambda: len(fired) >= CALLS)
    timer.stop()
    fired.clear()
    assert lost(before) == {}


def test_paints_keep_the_constants_alive(qtbot: QtBot) -> None:
    widget = Painted()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    before = counts()
    for _ in range(CALLS):
        widget.repaint()
    assert widget.paints >= CALLS
    assert lost(before) == {}


def test_a_loss_of_one_reference_a_call_would_be_seen() -> None:
    before = {name: count + CALLS for name, count in counts().items()}
    assert set(lost(before)) == {"True", "False", "None"}
