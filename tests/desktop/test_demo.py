"""The demo room and its pictures: hub, simulator and desk by one command, off-screen, and nothing left afterwards."""

import struct
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import demo, picture
from services.domain.squads import Squad


@pytest.fixture(autouse=True)
def hook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give the program's hook back afterwards; write pictures into a folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    before = sys.excepthook
    yield
    sys.excepthook = before


def size_of(image: Path) -> tuple[int, int]:
    width, height = struct.unpack(">II", image.read_bytes()[16:24])
    return width, height


def test_without_a_screen_the_demo_says_what_happens_and_draws_the_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert demo.main(["--seconds", "3"]) == 0

    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("No screen: the room runs off-screen for 3 s on ws://127.0.0.1:")
    told = {line.split()[2] for line in said[1:-1]}
    assert told == {squad.value for squad in Squad if not squad.covert}
    assert size_of(tmp_path / "pendopo-demo.png") == (1920, 1080)


def test_a_picture_of_a_window_is_drawn_in_the_size_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "window.png"
    assert (
        picture.main(["dispatcher", "--out", str(out), "--size", "1280x800", "--theme", "light", "--lang", "en"]) == 0
    )
    assert capsys.readouterr().out.strip() == str(out)
    assert size_of(out) == (1280, 800)


@pytest.mark.parametrize("size", ["1920", "0x5", "axb", "9000x1"])
def test_a_size_that_is_none_is_wrong_use(size: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        picture.main(["dispatcher", "--out", "x.png", "--size", size])
    assert ended.value.code == 2
    assert size in capsys.readouterr().err


def test_somebody_who_is_not_in_the_room_is_named_with_those_who_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.main(["--seconds", "1", "--user", "nobody"]) == 1
    assert "nobody in it is called nobody: take one of " in capsys.readouterr().err


def test_a_room_that_cannot_be_made_is_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert picture.main(["dispatcher", "--out", "x.png", "--now", str(10**18)]) == 1
    assert "The demo room did not start: the past could not be made: " in capsys.readouterr().err
