"""Palette and style sheet for the plain Qt parts that nobody paints by hand: fields, menus, scroll bars."""

from PySide6.QtGui import QColor, QPalette

from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.tokens import Theme

_SHEET = """
QToolTip {{ background: {bg3}; color: {t1}; border: 1px solid {t4}; padding: 4px 8px; }}
QLineEdit, QPlainTextEdit, QTextEdit {{
  background: {bg1}; color: {t1}; border: 1px solid {t4}; border-radius: {radius}px; padding: {pad}px {wide}px;
  selection-background-color: {acc}; selection-color: {acct};
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {acc}; padding: {pad_in}px {wide_in}px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {{ color: {t3}; border-color: {line2}; }}
QMenu {{ background: {bg2}; color: {t1}; border: 1px solid {line2}; padding: {pad}px 0; }}
QMenu::item {{ padding: {pad}px {wide}px; }}
QMenu::item:selected {{ background: {bg3}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {bg4}; border-radius: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; margin: 2px 3px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; margin: 3px 2px; }}
QScrollBar::handle:hover {{ background: {t4}; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
_PAD, _WIDE = 7, 10


def style_sheet(paint: Paint) -> str:
    """Return the style sheet of a window for this paint; set it once on the window and again when the paint changes."""
    names = (field for field in Theme.__slots__ if isinstance(getattr(paint.theme, field), QColor))
    colours = {name: getattr(paint.theme, name).name() for name in names}
    pad, wide = round(paint.px(_PAD)), round(paint.px(_WIDE))
    lengths = {
        "radius": round(paint.measures.radius.control),
        "pad": pad,
        "wide": wide,
        "pad_in": pad - 1,
        "wide_in": wide - 1,
    }
    return _SHEET.format(**colours, **lengths)


def palette(paint: Paint) -> QPalette:
    """Return the palette of a window for this paint, so that what Qt draws by itself is in the theme's colours too."""
    theme = paint.theme
    roles = {
        QPalette.ColorRole.Window: theme.bg1,
        QPalette.ColorRole.WindowText: theme.t1,
        QPalette.ColorRole.Base: theme.bg1,
        QPalette.ColorRole.AlternateBase: theme.bg2,
        QPalette.ColorRole.Text: theme.t1,
        QPalette.ColorRole.PlaceholderText: theme.t3,
        QPalette.ColorRole.Button: theme.bg2,
        QPalette.ColorRole.ButtonText: theme.t1,
        QPalette.ColorRole.Highlight: theme.acc,
        QPalette.ColorRole.HighlightedText: theme.acct,
        QPalette.ColorRole.ToolTipBase: theme.bg3,
        QPalette.ColorRole.ToolTipText: theme.t1,
        QPalette.ColorRole.Link: theme.acc,
        QPalette.ColorRole.Mid: theme.line2,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, colour)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.t3)
    made.setColor(QPalette.ColorRole.Accent, theme.acc)
    return made


def css_font(paint: Paint, role: TextRole) -> str:
    """Return a role's font as a style sheet writes it, for a widget whose letters a style sheet would reset."""
    font = paint.fonts.font(role)
    return f'font: {font.weight().value} {font.pixelSize()}px "{font.families()[0]}";'
