"""The alarm's sound is made here, is two notes, and does not fail where nothing can play it."""

import io
import wave
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QStandardPaths
from PySide6.QtWidgets import QApplication

from desktop.tone import NOTES, RATE, Tone, notes

pytestmark = pytest.mark.usefixtures("qapp")


def test_it_is_two_notes_of_half_a_second_in_all_that_begin_and_end_softly() -> None:
    with wave.open(io.BytesIO(notes())) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        length = file.getnframes() / RATE
        frames = file.readframes(file.getnframes())
    assert length == pytest.approx(sum(length for _, length in NOTES), abs=0.001)
    assert 0.3 < length < 0.8
    samples = memoryview(frames).cast("h")
    assert samples[0] == 0
    assert abs(samples[-1]) < 50
    assert 8_000 < max(samples) < 32_767
    assert len({pitch for pitch, _ in NOTES}) == 2


def test_it_is_played_by_what_the_machine_has(monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[tuple[str, bytes]] = []

    def find(name: str) -> str:
        return "/bin/aplay" if name == "aplay" else ""

    def start(program: str, arguments: list[str]) -> bool:
        played.append((program, Path(arguments[0]).read_bytes()))
        return True

    monkeypatch.setattr(QStandardPaths, "findExecutable", find)
    monkeypatch.setattr(QProcess, "startDetached", start)
    tone = Tone()
    tone.play()
    tone.play()
    assert played == [("/bin/aplay", notes())] * 2
    tone.close()
    tone.close()


def test_where_nothing_can_play_it_the_bell_sounds(monkeypatch: pytest.MonkeyPatch) -> None:
    beeps: list[bool] = []
    monkeypatch.setattr(QStandardPaths, "findExecutable", lambda _: "")
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(True))
    tone = Tone()
    tone.play()
    tone.close()
    monkeypatch.setattr("desktop.tone.tempfile.NamedTemporaryFile", _no_place)
    Tone().play()
    assert beeps == [True, True]


def _no_place(**_: object) -> None:
    raise OSError("no place")
