"""The note of being alive."""

from pathlib import Path

from services.hub import alive
from tests.builders import NOW


def test_the_note_of_being_alive_is_read_back_and_may_be_missing_or_torn(tmp_path: Path) -> None:
    assert alive.read(tmp_path) is None
    alive.write(tmp_path, NOW)
    assert alive.read(tmp_path) == NOW
    (tmp_path / alive.FILE).write_text("12x")
    assert alive.read(tmp_path) is None
