"""Finds what a Qt test left behind: windows and running timers."""

import gc

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget


def settle() -> None:
    """Carry out every deletion Qt has only noted."""
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def windows() -> set[QWidget]:
    """Return the windows that exist now."""
    return set(QApplication.topLevelWidgets()) if QCoreApplication.instance() is not None else set()


def running_timers() -> set[QTimer]:
    """Return the timers that run now, whoever holds them."""
    return {
        one for one in gc.get_objects() if issubclass(type(one), QTimer) and shiboken6.isValid(one) and one.isActive()
    }
