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
