"""What holds for every test: nothing is left behind, no exception is lost, chance is seeded."""

import asyncio
import gc
import logging
import os
import sys
import threading
from collections.abc import Iterator

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("pendopo", derandomize=True, deadline=None, database=None, print_blob=True)
settings.load_profile("pendopo")


def pytest_collection_finish() -> None:
    """Set aside everything imported so far, so that looking for leaks after each test stays cheap."""
    gc.collect()
    gc.freeze()


def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Set aside between modules what the run itself has gathered: looking through it costs more with every test."""
    if nextitem is None or nextitem.path != item.path:
        gc.collect()
        gc.freeze()


class _LostExceptions(logging.Handler):
    """Collects what asyncio could only log: a task that failed and was never asked, a callback that raised."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(self.format(record))


@pytest.fixture(autouse=True)
def no_lost_exceptions() -> Iterator[None]:
    """Fail a test that lost an exception in asyncio.

    Those of threads and finalizers reach pytest by themselves, as warnings, which are errors here.
    """
    handler = _LostExceptions()
    logger = logging.getLogger("asyncio")
    logger.addHandler(handler)
    try:
        yield
        gc.collect()
    finally:
        logger.removeHandler(handler)
    if handler.found:
        pytest.fail("lost exception: " + "; ".join(handler.found), pytrace=False)


@pytest.fixture(autouse=True)
def no_threads_left() -> Iterator[None]:
    """Fail a test that leaves a thread running."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(1)
    if alive := [thread.name for thread in left if thread.is_alive()]:
        pytest.fail(f"threads left running: {alive}", pytrace=False)


@pytest.fixture(autouse=True)
def no_tasks_left(request: pytest.FixtureRequest, no_threads_left: None) -> Iterator[None]:
    """Fail an asynchronous test that leaves tasks running: they would have died unseen with its loop.

    Threads are counted only after the loop has closed and taken its own with it.
    """
    if request.node.get_closest_marker("asyncio") is None:
        yield
        return
    runner: asyncio.Runner = request.getfixturevalue("_function_scoped_runner")
    yield
    if left := [task.get_name() for task in asyncio.all_tasks(runner.get_loop())]:
        pytest.fail(f"tasks left running: {left}", pytrace=False)


@pytest.fixture(autouse=True)
def no_qt_left(no_lost_exceptions: None) -> Iterator[None]:
    """Fail a test that leaves a window or a running timer; costs nothing where Qt was never loaded."""
    if "PySide6.QtCore" not in sys.modules:
        yield
        return
    from tests.qt_leaks import running_timers, settle, windows  # noqa: PLC0415 - Qt may not be importable

    timers, tops = running_timers(), windows()
    yield
    settle()
    if left := [repr(one) for one in [*(running_timers() - timers), *(windows() - tops)]]:
        pytest.fail(f"left behind: {left}", pytrace=False)
