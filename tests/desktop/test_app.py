"""The desk's root: the loop and its end, the command line, the one application, a desk that is closed."""

import asyncio
import gc
import io
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop import app
from desktop.app import Options, has_screen, make_application, open_shell, pause, run, show_until_closed
from desktop.failures import Failures
from desktop.shell import Shell
from tests.desktop.looping import until

DEAD_HUB = "ws://127.0.0.1:1"


class Wrong(Exception):
    """A fault planted by a test."""


@pytest.fixture
def hook() -> Iterator[None]:
    """Give the program's hook back afterwards."""
    before = sys.excepthook
    yield
    sys.excepthook = before


def test_the_status_of_the_program_is_returned_and_the_loop_is_closed() -> None:
    loops: list[asyncio.AbstractEventLoop] = []

    async def program() -> int:
        loops.append(asyncio.get_running_loop())
        return 7

    assert run(program) == 7
    assert loops[0].is_closed()
    assert run(program) == 7, "one loop after the other"


def test_an_exception_of_the_program_comes_out_and_the_loop_ends() -> None:
    loops: list[asyncio.AbstractEventLoop] = []

    async def program() -> int:
        loops.append(asyncio.get_running_loop())
        raise Wrong

    with pytest.raises(Wrong):
        run(program)
    assert loops[0].is_closed()
    assert sys.get_asyncgen_hooks().finalizer is None
    assert gc.get_threshold()[0] < 50_000, "the rest of the process is not the window's"


def test_tasks_of_the_program_are_cancelled_at_its_end() -> None:
    cancelled: list[bool] = []

    async def forever() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.append(True)

    async def program() -> int:
        kept.append(asyncio.get_running_loop().create_task(forever()))
        await pause(0)
        return 0

    kept: list[asyncio.Task[None]] = []
    assert run(program) == 0
    assert cancelled == [True]


def test_a_generator_that_is_dropped_half_way_is_closed() -> None:
    closed: list[str] = []

    async def numbers(name: str, *, waits: bool) -> AsyncIterator[int]:
        try:
            yield 1
            yield 2
        finally:
            closed.append(name)
            if waits:
                await pause(0)

    async def take_one(name: str, *, waits: bool) -> None:
        async for _ in numbers(name, waits=waits):
            break

    async def program() -> int:
        await take_one("plain", waits=False)
        await take_one("waits", waits=True)
        gc.collect()
        assert closed == ["plain", "waits"]
        return 0

    assert run(program) == 0


def test_there_is_one_application(qapp: QApplication) -> None:
    assert make_application() is qapp


@pytest.mark.parametrize(
    ("environment", "screen"),
    [
        ({"QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "minimal", "DISPLAY": ":0"}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, True),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({}, False),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_windows_are_shown_where_somebody_can_see_them(
    environment: dict[str, str], screen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert has_screen() == screen


def test_a_desk_is_shown_until_it_is_closed_and_leaves_nothing(tmp_path: Path, qapp: QApplication) -> None:
    options = Options(hub=DEAD_HUB, user="sari", password="rahasia", folder=tmp_path, demo=True, language="en")

    async def close_it() -> None:
        await until(lambda: any(isinstance(top, Shell) for top in qapp.topLevelWidgets()))
        next(top for top in qapp.topLevelWidgets() if isinstance(top, Shell)).close()

    async def program() -> int:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(close_it())
            shown = tasks.create_task(show_until_closed(options, Failures()))
        assert asyncio.all_tasks() == {asyncio.current_task()}
        return shown.result()

    assert run(program) == 0


def test_only_a_demo_keeps_its_windows_place_beside_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "home"))
    monkeypatch.setattr(app, "NAME", "PendopoTest")
    options = Options(hub=DEAD_HUB, folder=tmp_path / "desk")

    async def program() -> int:
        shell = open_shell(options, Failures())
        await shell.take_down()
        await pause(0)
        return 0

    assert run(program) == 0
    assert list(tmp_path.rglob("windows.ini")) == []


def test_the_command_line_says_all_about_a_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hook: None) -> None:
    del hook
    asked: list[Options] = []

    async def shown(options: Options, failures: Failures, *, name: str) -> int:
        assert failures.count == 0
        assert name.startswith("pendopo-")
        asked.append(options)
        return 3

    monkeypatch.setattr(app, "show_until_closed", shown)
    monkeypatch.setattr(sys, "stdin", io.StringIO("rahasia\n"))
    line = ["--hub", DEAD_HUB, "--user", "sari", "--password-stdin", "--theme", "light", "--lang", "en"]

    assert app.main([*line, "--scale", "1.25", "--data", str(tmp_path), "--map", "peta.geojson"]) == 3

    assert asked == [
        Options(
            hub=DEAD_HUB,
            user="sari",
            password="rahasia",
            theme="light",
            language="en",
            folder=tmp_path,
            scale=1.25,
            map="peta.geojson",
        )
    ]


def test_without_arguments_a_desk_asks_for_everything_and_ctrl_c_is_no_failure(
    monkeypatch: pytest.MonkeyPatch, hook: None
) -> None:
    del hook

    async def interrupted(options: Options, failures: Failures, *, name: str) -> int:
        assert (options.user, options.password, options.language) == ("", "", None)
        assert options.folder.parts[-2:] == ("pendopo", "desks")
        assert failures.count == 0
        assert name.startswith("pendopo-")
        signal.raise_signal(signal.SIGINT)
        await asyncio.Event().wait()
        return 1

    monkeypatch.setattr(app, "show_until_closed", interrupted)
    assert app.main([]) == 0


def test_wrong_use_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        app.main(["--theme", "pink"])
    assert ended.value.code == 2
    assert "--theme" in capsys.readouterr().err
