"""The alarm's two notes: made here as a sound file, and played with what the machine has."""

import io
import math
import struct
import sys
import tempfile
import wave
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QStandardPaths
from PySide6.QtWidgets import QApplication

RATE = 22_050
"""Samples a second."""
NOTES = ((784.0, 0.18), (587.3, 0.30))
"""G5 and D5, hertz and seconds: a falling fifth, unlike any sound of the system."""
_LOUD = 0.5
_ATTACK, _RELEASE = 0.012, 0.09
_PLAYERS = ("pw-play", "paplay", "aplay", "afplay")
"""What plays a file where there is no sound of Windows; the first that is installed."""


def notes() -> bytes:
    """Return the two notes as a WAV file: 16 bits, one channel."""
    samples = [sample for pitch, length in NOTES for sample in _note(pitch, length)]
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return made.getvalue()


def _note(pitch: float, length: float) -> list[int]:
    """A note with a soft beginning and end, and a little of its octave so that small speakers carry it."""
    count = round(RATE * length)
    return [round(_LOUD * 32_767 * _shape(n / RATE, length) * _wave(pitch, n / RATE)) for n in range(count)]


def _wave(pitch: float, at: float) -> float:
    angle = math.tau * pitch * at
    return 0.75 * math.sin(angle) + 0.25 * math.sin(2 * angle)


def _shape(at: float, length: float) -> float:
    return min(1.0, at / _ATTACK, (length - at) / _RELEASE)


class Tone(QObject):
    """Plays the two notes; where nothing can, the system's own bell sounds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file: Path | None = None

    def play(self) -> None:
        """Sound, without waiting for the end."""
        if not self._played():
            QApplication.beep()

    def _played(self) -> bool:
        path = self._written()
        if path is None:
            return False
        if sys.platform == "win32":
            return _played_by_windows(path)
        players = (QStandardPaths.findExecutable(player) for player in _PLAYERS)
        player = next((found for found in players if found), None)
        return player is not None and bool(QProcess.startDetached(player, [str(path)]))

    def _written(self) -> Path | None:
        """The file of the notes, written once; without a place for it there is none."""
        if self._file is None:
            try:
                with tempfile.NamedTemporaryFile(prefix="pendopo-alarm-", suffix=".wav", delete=False) as file:
                    file.write(notes())
            except OSError:
                return None
            self._file = Path(file.name)
        return self._file

    def close(self) -> None:
        """Take the file away."""
        if self._file is not None:
            self._file.unlink(missing_ok=True)
            self._file = None


if sys.platform == "win32":
    import winsound

    def _played_by_windows(path: Path) -> bool:
        try:
            winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC)
        except RuntimeError:
            return False
        return True
