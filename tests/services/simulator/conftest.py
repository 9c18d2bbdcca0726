"""Days lived through once for all tests that only look at them."""

from functools import lru_cache

import pytest

from services.simulator.regency import Regency, live_through
from tests.builders import NOW

lived = lru_cache(maxsize=8)(live_through)


@pytest.fixture(scope="session")
def regency() -> Regency:
    """The days up to a Tuesday morning."""
    return lived(1, NOW)
