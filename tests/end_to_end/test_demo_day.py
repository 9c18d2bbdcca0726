"""The demo room is lived in: a real hub on its past, and the live part that opens reports and moves them on."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.simulator.app import main
from services.simulator.people import BUDI, CONNECTOR, read_room
from services.store.database import look
from services.store.rebuild import differences
from tests.end_to_end.hub_process import ROOT, HubProcess

_PROGRAM = "import sys; from services.simulator.app import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo room whose past ends now."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    assert main(["past", "--data", str(folder), "--seed", "1"]) == 0
    return folder


@pytest.fixture
def demo_hub(room: Path) -> Iterator[HubProcess]:
    """A hub on the room."""
    hub = HubProcess(room, read_room(room / "room.json").secrets.tokens["penerima"])
    hub.start()
    yield hub
    assert hub.stop() == 0


def begin(hub: HubProcess, room: Path, *options: str) -> "subprocess.Popen[str]":
    arguments = ["live", "--hub", hub.url, "--room", str(room / "room.json"), *options]
    return subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_reports_come_in_and_are_moved_on(demo_hub: HubProcess, room: Path) -> None:
    with look(room) as reader:
        before = reader.head().seq
    told, trouble = begin(demo_hub, room, "--pace", "60", "--seconds", "8", "--landslide").communicate(timeout=40)
    assert trouble == ""
    done = re.search(r"^opened (\d+), moved on (\d+), refused \d+$", told, re.MULTILINE)
    assert done is not None
    assert int(done[1]) >= 5
    assert int(done[2]) >= 5
    with look(room) as reader:
        actors = {one.event.by for one in reader.events(before, 10_000)}
        assert list(differences(reader)) == []
    assert {BUDI.user.id, CONNECTOR.id} <= actors


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking it")
def test_it_ends_when_it_is_told_to(demo_hub: HubProcess, room: Path) -> None:
    playing = begin(demo_hub, room)
    assert playing.stdout is not None
    assert playing.stdout.readline() == f"playing into {demo_hub.url}\n"
    playing.terminate()
    told, trouble = playing.communicate(timeout=20)
    assert (playing.returncode, trouble) == (0, "")
    assert told.startswith("opened ")


def test_without_a_hub_it_says_so_and_ends(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["live", "--hub", "ws://127.0.0.1:9", "--room", str(room / "room.json")])
    assert status == 1
    assert "the hub is gone" in capsys.readouterr().err
