"""A pytest plugin that takes Qt away: `pytest -p tests.without_qt -p no:pytest-qt tests/services`."""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

QT = frozenset({"PySide6", "pyqtgraph", "pytestqt", "qasync", "shiboken6"})


class QtIsNotHere:
    """Answers every attempt to import Qt the way a machine without Qt would."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Refuse Qt, leave everything else to the other finders."""
        if name.partition(".")[0] in QT:
            raise ModuleNotFoundError(f"No module named {name!r} in a run without Qt", name=name)
        return None


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know the settings of pytest-qt, which is not loaded here."""
    for name in ("qt_api", "qt_log_level_fail"):
        parser.addini(name, "only read by pytest-qt")


sys.meta_path.insert(0, QtIsNotHere())
