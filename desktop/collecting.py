"""Keeps Python's search for cycles from stopping the window: seldom, and never through what was there first."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG = 50_000
"""So many new objects must be alive before cycles are looked for among them."""


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Search for cycles seldom while a window is open.

    Rows of the board are in no cycle and are freed as they are replaced; but each search would look at all of them, and
    at everything that was ever imported. At 10,000 reports that stopped the window for 70 milliseconds.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(YOUNG, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
