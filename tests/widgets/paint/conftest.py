"""Both themes and both device pixel ratios."""

import pytest
from PySide6.QtWidgets import QApplication

from widgets.paint.source import Paint, make_paint
from widgets.paint.themes import THEME_NAMES


@pytest.fixture(params=THEME_NAMES)
def paint(request: pytest.FixtureRequest, qapp: QApplication) -> Paint:
    """Return the paint of each shipped theme in turn."""
    return make_paint(request.param)


@pytest.fixture
def dark(qapp: QApplication) -> Paint:
    """Return the paint of the dark theme."""
    return make_paint("dark")


@pytest.fixture(params=(1.0, 2.0))
def ratio(request: pytest.FixtureRequest) -> float:
    """Return each device pixel ratio in turn."""
    value: float = request.param
    return value
