"""Where failures end: a line without words of citizens, a reference for the person, and work goes on."""

import sys
from collections.abc import Iterator

import pytest
from structlog.testing import capture_logs

from desktop.failures import Failures

SECRET = "Bu Warti, 0812-3456"


class Wrong(Exception):
    """A fault planted by a test."""


@pytest.fixture
def hook() -> Iterator[None]:
    """Give the program's hook back afterwards."""
    before = sys.excepthook
    yield
    sys.excepthook = before


def caught(failure: BaseException) -> BaseException:
    def fail() -> None:
        raise failure

    with pytest.raises(type(failure)) as raised:
        fail()
    return raised.value


def test_a_failure_is_counted_told_by_its_place_and_logged_without_its_words() -> None:
    told: list[str] = []
    failures = Failures(told.append)

    with capture_logs() as logs:
        failures.take(caught(Wrong(SECRET)))

    assert failures.count == 1
    assert told[0].startswith("test_failures.py:")
    assert [(log["event"], log["kind"], log["where"]) for log in logs] == [("failed", "Wrong", told[0])]
    assert SECRET not in str(logs)


def test_without_a_window_a_failure_is_only_logged() -> None:
    failures = Failures(lambda where: None)
    failures.set_tell(None)
    with capture_logs() as logs:
        failures.take(Wrong())
    assert logs[0]["where"] == ""


@pytest.mark.usefixtures("hook")
def test_what_reaches_the_top_of_the_program_ends_here(capsys: pytest.CaptureFixture[str]) -> None:
    failures = Failures()
    failures.install()

    with capture_logs():
        sys.excepthook(Wrong, Wrong(), None)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert failures.count == 1
    assert "KeyboardInterrupt" in capsys.readouterr().err


@pytest.mark.usefixtures("hook")
def test_nothing_of_where_it_failed_stays_alive(capsys: pytest.CaptureFixture[str]) -> None:
    """A painter that lives on in a traceback is at work on its widget still, and Qt crashes over that."""
    gone: list[bool] = []

    class Painter:
        def __del__(self) -> None:
            gone.append(True)

    def paint() -> None:
        painter = Painter()
        raise Wrong(painter is None)

    failures = Failures()
    failures.install()
    with pytest.raises(Wrong) as raised:
        paint()
    kept = raised.value
    with capture_logs():
        sys.excepthook(Wrong, kept, kept.__traceback__)

    assert gone == [True]
    assert capsys.readouterr().err == ""
