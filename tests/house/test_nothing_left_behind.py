"""The fixtures every test runs under find what they are there to find: each planted fault fails its test."""

import re

import pytest

from tests.house.tree import ROOT

pytest_plugins = ["pytester"]

PLANTED = '''
"""Tests that leave something behind, one each, and tests that do not."""
import asyncio, gc, threading, warnings
import pytest
from PySide6.QtCore import QObject, QTimer, qWarning
from PySide6.QtWidgets import QWidget

KEPT = []

async def fail():
    raise ValueError("lost")

@pytest.mark.asyncio
async def test_faulty_task_failed_unheard():
    task = asyncio.get_running_loop().create_task(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)

@pytest.mark.asyncio
async def test_faulty_callback_raised():
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)

@pytest.mark.asyncio
async def test_faulty_task_left_running():
    KEPT.append(asyncio.get_running_loop().create_task(asyncio.Event().wait()))

def test_faulty_coroutine_never_awaited():
    fail()

def test_faulty_thread_failed():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()

def test_faulty_thread_left_running():
    threading.Thread(target=threading.Event().wait, daemon=True).start()

def test_faulty_finalizer_raised():
    class Loud:
        def __del__(self):
            raise ValueError("in a finalizer")
    Loud()

def test_faulty_warning():
    warnings.warn("old", DeprecationWarning)

def test_faulty_window_left(qapp):
    KEPT.append(QWidget())

def test_faulty_timer_left(qapp):
    timer = QTimer()
    timer.start(1000)
    KEPT.append(timer)

def test_faulty_qt_warning(qapp):
    qWarning("something is wrong")

def test_faulty_slot_raised(qtbot):
    class Speaker(QWidget): pass
    widget = Speaker()
    qtbot.addWidget(widget)
    QTimer.singleShot(0, widget, lambda: 1 / 0)
    qtbot.wait(20)

def test_sound_window_closed(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    timer = QTimer(widget)
    timer.start(1000)
    widget.show()

@pytest.mark.asyncio
async def test_sound_tasks_ended():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(0))

@pytest.mark.asyncio
async def test_sound_thread_of_the_loop():
    await asyncio.to_thread(int)

def test_sound_thread_ended():
    thread = threading.Thread(target=int)
    thread.start()
'''


def test_each_planted_fault_fails_its_test_and_no_other(pytester: pytest.Pytester) -> None:
    conftest = (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")
    pytester.makeconftest(conftest)
    file = pytester.makepyfile(test_planted=PLANTED)
    settings = ROOT / "pyproject.toml"
    result = pytester.runpytest_subprocess(
        "-c", str(settings), "-rA", "-p", "no:cacheprovider", "-p", "no:randomly", str(file)
    )
    said = result.stdout.str()
    faulty = set(re.findall(r"test_faulty\w+", PLANTED))
    wrong = set(re.findall(r"^(?:FAILED|ERROR) .*::(test_\w+)", said, re.MULTILINE))
    assert wrong == faulty, said
