"""What a desk remembers for each person: where the windows were, and how the screen was set. No report, no name."""

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

_GEOMETRY = "geometry"


class Memory:
    """Places of windows and plain settings, per user."""

    def __init__(self, settings: QSettings, user: str) -> None:
        self._settings = settings
        self._user = user

    def restore(self, window: QWidget, name: str) -> bool:
        """Put a window where it was the last time; returns whether it was known."""
        kept = self._settings.value(self._key(name, _GEOMETRY))
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)

    def keep(self, window: QWidget, name: str) -> None:
        """Remember where a window is."""
        self._settings.setValue(self._key(name, _GEOMETRY), window.saveGeometry())

    def text(self, group: str, name: str, otherwise: str = "") -> str:
        """Return a setting that was kept, or what holds otherwise."""
        return str(self._settings.value(self._key(group, name), otherwise))

    def keep_text(self, group: str, name: str, text: str) -> None:
        """Remember a setting."""
        self._settings.setValue(self._key(group, name), text)

    def _key(self, group: str, name: str) -> str:
        return f"{self._user}/{group}/{name}"
