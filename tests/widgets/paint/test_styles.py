"""What Qt draws by itself wears the theme's colours too."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.styles import css_font, palette, style_sheet


def test_the_palette_is_the_themes(paint: Paint) -> None:
    made = palette(paint)

    assert made.color(QPalette.ColorRole.Window) == paint.theme.bg1
    assert made.color(QPalette.ColorRole.Text) == paint.theme.t1
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == paint.theme.t3


def test_a_field_wears_the_style_sheet_without_a_complaint_of_qt(paint: Paint, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)

    field.setStyleSheet(style_sheet(paint))
    field.ensurePolished()

    assert paint.theme.t4.name() in field.styleSheet()
    assert "{" + "t1}" not in field.styleSheet()


def test_a_role_is_written_as_a_style_sheet_wants_it(dark: Paint) -> None:
    assert css_font(dark, TextRole.TITLE) == 'font: 600 25px "IBM Plex Sans";'
