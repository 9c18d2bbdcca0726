"""Screens in Bahasa Indonesia, as they are shown first."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

import resources


@pytest.fixture
def indonesian(qapp: QApplication) -> Iterator[None]:
    """Show every text in Bahasa Indonesia while a test runs."""
    translator = QTranslator()
    assert translator.load(str(resources.path("translations/pendopo_id.qm")))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture(autouse=True)
def steady_cursor(qapp: QApplication) -> Iterator[None]:
    """Keep the cursor of text fields from blinking: pictures of one moment are compared with those of another."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)
