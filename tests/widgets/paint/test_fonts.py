"""The bundled letters are loaded once, and every role has its own font."""

import subprocess
import sys

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from widgets.paint.fonts import (
    CONDENSED_NAMES,
    Families,
    FontsMissing,
    TextRole,
    known_family,
    load_fonts,
    make_font,
    make_font_set,
)
from widgets.paint.source import Paint
from widgets.paint.themes import load_measures
from widgets.paint.tokens import TypeStyle


def style(*, px: float = 14, weight: int = 400, family: str = "sans") -> TypeStyle:
    return TypeStyle(px=px, weight=weight, family=family, line=1.3)


def test_both_families_are_loaded_with_every_weight(qapp: QApplication) -> None:
    families = load_fonts()

    assert families.sans == "IBM Plex Sans"
    for family in (families.sans, families.condensed):
        assert {"Regular", "Medium", "SemiBold", "Bold"} <= set(QFontDatabase.styles(family))


def test_loading_again_adds_nothing(qapp: QApplication) -> None:
    before = load_fonts()
    known = QFontDatabase.families()

    assert load_fonts() == before
    assert QFontDatabase.families() == known


def test_the_condensed_family_is_found_under_either_of_its_names() -> None:
    assert known_family(CONDENSED_NAMES, {"IBM Plex Sans Cond", "DejaVu"}) == "IBM Plex Sans Cond"
    assert known_family(CONDENSED_NAMES, {"IBM Plex Sans Condensed"}) == "IBM Plex Sans Condensed"


def test_a_machine_that_shows_no_such_family_is_refused_by_its_names() -> None:
    with pytest.raises(FontsMissing, match="IBM Plex Sans Condensed or IBM Plex Sans Cond"):
        known_family(CONDENSED_NAMES, {"DejaVu"})


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("load_fonts()", "only after the application object exists"),
        ("app = QGuiApplication([]); load_fonts(('themes/dark.toml',))", "themes/dark.toml could not be read"),
    ],
)
def test_a_font_that_cannot_be_loaded_is_said(code: str, message: str) -> None:
    start = "from PySide6.QtGui import QGuiApplication; from widgets.paint.fonts import load_fonts; "

    ended = subprocess.run([sys.executable, "-c", start + code], check=False, capture_output=True, text=True)

    assert ended.returncode == 1
    assert message in ended.stderr


@pytest.mark.parametrize("family", ["sans", "condensed"])
@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_all_ten_digits_have_the_same_advance(qapp: QApplication, weight: int, family: str) -> None:
    font = make_font(families=load_fonts(), style=style(px=100, weight=weight, family=family), scale=1.0)

    advances = {round(QFontMetricsF(font).horizontalAdvance(digit), 3) for digit in "0123456789"}

    assert advances == {59.984} if family == "sans" else advances == {53.984}


@pytest.mark.parametrize("role", TextRole)
def test_every_role_is_drawn_in_the_bundled_letters(dark: Paint, role: TextRole) -> None:
    font = dark.fonts.font(role)

    assert QFontInfo(font).family().startswith("IBM Plex Sans")
    assert font.hintingPreference() == QFont.HintingPreference.PreferNoHinting
    assert font.pixelSize() >= 12


def test_the_type_scale_has_the_roles_and_no_others() -> None:
    assert set(load_measures().type) == set(TextRole)


@pytest.mark.parametrize(("px", "scale", "expected"), [(14.5, 1.0, 15), (15, 1.25, 19), (28, 1.5, 42), (12, 1.0, 12)])
def test_letters_grow_with_the_text_scale_in_whole_pixels(px: float, scale: float, expected: int) -> None:
    families = Families(sans="IBM Plex Sans", condensed="IBM Plex Sans Condensed")

    assert make_font(families=families, style=style(px=px), scale=scale).pixelSize() == expected


def test_a_type_scale_without_a_role_is_refused(qapp: QApplication) -> None:
    styles = {str(role): style() for role in TextRole if role is not TextRole.KEY}

    with pytest.raises(KeyError, match="key"):
        make_font_set(families=load_fonts(), styles=styles, scale=1.0)
