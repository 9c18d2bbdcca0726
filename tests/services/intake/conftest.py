"""Where the recorded real reports lie, if they are here."""

from collections.abc import Callable
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[3].parent / "shared" / "data"


@pytest.fixture
def recorded() -> Callable[[str], Path]:
    """Return where a file of recorded reports lies; the test is skipped where it is absent."""

    def find(name: str) -> Path:
        path = DATA / name
        if not path.exists():
            pytest.skip(f"the recorded reports are not here: shared/data/{name}")
        return path

    return find
