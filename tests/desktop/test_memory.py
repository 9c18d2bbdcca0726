"""What a desk remembers of its windows."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from desktop.memory import Memory


def test_a_window_comes_back_to_its_place_for_the_same_user_only(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    settings = QSettings(str(tmp_path / "windows.ini"), QSettings.Format.IniFormat)
    window = QWidget()
    window.resize(701, 503)
    Memory(settings, "u-sari").keep(window, "dispatcher")
    again = QWidget()

    assert not Memory(settings, "u-budi").restore(again, "dispatcher")
    assert Memory(settings, "u-sari").restore(again, "dispatcher")

    assert (again.width(), again.height()) == (701, 503)
    assert settings.allKeys() == ["u-sari/dispatcher/geometry"]


def test_what_is_no_place_is_not_believed(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    settings = QSettings(str(tmp_path / "windows.ini"), QSettings.Format.IniFormat)
    settings.setValue("u-sari/dispatcher/geometry", "nonsense")

    assert not Memory(settings, "u-sari").restore(QWidget(), "dispatcher")
