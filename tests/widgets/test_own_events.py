"""No widget takes all its events: a fault of its painting would run through that method with the painter at work."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from widgets.icon_button import IconButton
from widgets.key_button import KeyButton
from widgets.paint.source import make_paint
from widgets.search_field import SearchField
from widgets.suggestion_card import SuggestionCard

_ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("folder", ["widgets", "desktop"])
def test_nobody_overrides_event(folder: str) -> None:
    found = [
        f"{path.name}:{node.lineno}"
        for path in (_ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name == "event"
    ]
    assert found == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", [IconButton, KeyButton, SearchField, SuggestionCard])
def test_what_looks_different_under_the_pointer_is_painted_as_it_comes_and_goes(kind: type[QWidget]) -> None:
    widget = kind(paint=make_paint("dark"))  # type: ignore[call-arg] # each of them takes paint
    assert widget.testAttribute(Qt.WidgetAttribute.WA_Hover)
