"""A window owns one paint and says when it is another."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.paint.fonts import TextRole
from widgets.paint.source import ThemeSource, make_paint
from widgets.paint.themes import ThemeFileError


def test_another_theme_is_announced_once_with_the_new_paint(qtbot: QtBot) -> None:
    source = ThemeSource("dark")
    heard: list[object] = []
    source.theme_changed.connect(heard.append)

    source.set_theme("light")
    source.set_theme("light")

    assert heard == [source.paint]
    assert source.paint.theme.name == "light"


def test_another_text_scale_makes_letters_and_lengths_larger(qtbot: QtBot) -> None:
    source = ThemeSource("dark")
    before = source.paint

    source.set_scale(1.5)

    assert source.paint.px(20) == 30
    assert source.paint.fonts.font(TextRole.COUNT).pixelSize() == 36
    assert before.px(20) == 20


def test_a_new_paint_has_new_caches(qtbot: QtBot) -> None:
    source = ThemeSource("dark")
    before = source.paint

    source.set_theme("light")

    assert source.paint.pixmaps is not before.pixmaps
    assert source.paint.texts is not before.texts


@pytest.mark.parametrize("scale", [0.9, 1.6])
def test_a_text_scale_out_of_range_is_refused(qapp: QApplication, scale: float) -> None:
    with pytest.raises(ValueError, match=f"text scale {scale}"):
        make_paint("dark", scale=scale)


def test_an_unknown_theme_changes_nothing(qtbot: QtBot) -> None:
    source = ThemeSource("dark")
    before = source.paint

    with pytest.raises(ThemeFileError):
        source.set_theme("sepia")

    assert source.paint is before
