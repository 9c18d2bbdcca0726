"""What a desk remembers of its windows: their place on the screen, and nothing else."""

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

_GEOMETRY = "geometry"


class Memory:
    """Places of windows, per user."""

    def __init__(self, settings: QSettings, user: str) -> None:
        self._settings = settings
        self._user = user

    def restore(self, window: QWidget, name: str) -> bool:
        """Put a window where it was the last time; returns whether it was known."""
        kept = self._settings.value(self._key(name))
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)

    def keep(self, window: QWidget, name: str) -> None:
        """Remember where a window is."""
        self._settings.setValue(self._key(name), window.saveGeometry())

    def _key(self, name: str) -> str:
        return f"{self._user}/{name}/{_GEOMETRY}"
