"""An alarm is told outside a window that nobody can see, by tray or notifier, in no more words than it is given."""

import pytest
from PySide6.QtCore import QProcess, QStandardPaths
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from desktop.notifying import Notifying, out_of_sight

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_window_is_out_of_sight_hidden_or_minimised() -> None:
    window = QWidget()
    assert out_of_sight(window)
    window.show()
    assert not out_of_sight(window)
    window.showMinimized()
    assert out_of_sight(window)
    window.hide()


def test_without_a_tray_the_desktop_s_notifier_tells_it_if_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[str, list[str]]] = []
    alerted: list[QWidget] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    monkeypatch.setattr(QApplication, "alert", alerted.append)
    monkeypatch.setattr(QProcess, "startDetached", lambda program, args: started.append((program, args)))
    window, notifying = QWidget(), Notifying()
    for found in ("", "/bin/notify-send"):
        monkeypatch.setattr(QStandardPaths, "findExecutable", lambda _, found=found: found)
        notifying.tell(window, "P1 belum diterima", "7Q3K-92 · Oranye")
    assert started == [("/bin/notify-send", ["--app-name=Pendopo", "--", "P1 belum diterima", "7Q3K-92 · Oranye"])]
    assert alerted == [window, window]
    notifying.close()


def test_with_a_tray_it_stands_there_and_a_press_brings_the_window_back(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _, title, text, *rest: shown.append((title, text)))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _: None)
    window, notifying = QWidget(), Notifying()
    for _ in range(2):
        notifying.tell(window, "P1 belum diterima", "7Q3K-92 · Oranye")
    assert shown == [("P1 belum diterima", "7Q3K-92 · Oranye")] * 2
    (tray,) = notifying.findChildren(QSystemTrayIcon)
    tray.messageClicked.emit()
    assert window.isVisible()
    notifying.close()
    window.hide()
