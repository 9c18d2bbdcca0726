"""The language of the screen, switched while the program runs."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

import resources
from desktop.language import FIRST, Languages, TranslationMissing


class Listener(QWidget):
    """Counts how often it was told of another language."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0

    def changeEvent(self, event: QEvent) -> None:
        self.heard += event.type() == QEvent.Type.LanguageChange
        super().changeEvent(event)


def word() -> str:
    return QCoreApplication.translate("words", "Blue")


def test_bahasa_indonesia_comes_first_and_english_second(indonesian: Languages) -> None:
    assert (FIRST, indonesian.language, indonesian.other(), word()) == ("id", "id", "en", "Biru")

    indonesian.use("en")

    assert (indonesian.language, indonesian.other(), word()) == ("en", "id", "Blue")


def test_every_window_hears_of_another_language(indonesian: Languages, qapp: QApplication) -> None:
    listener = Listener()
    indonesian.use("en")
    qapp.processEvents()
    assert listener.heard > 0
    listener.deleteLater()


def test_a_missing_catalogue_is_named(indonesian: Languages, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(resources, "path", lambda name: tmp_path / name.rpartition("/")[2])
    with pytest.raises(TranslationMissing, match=r"pendopo_en\.qm"):
        indonesian.use("en")
