"""What the response strip's marks look like, in its bands and in its legend."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from widgets.paint.source import Paint

DOT, TRIANGLE = 7.0, 12.0
MEDIAN_WIDTH = 2.5
TARGET_WIDTH = 1.5
_TARGET_DASHES = (2.0, 2.0)


def target_pen(paint: Paint) -> QPen:
    """Return what targets are drawn with: dots, in logical pixels."""
    pen = QPen(paint.theme.t2, TARGET_WIDTH, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([length / TARGET_WIDTH for length in _TARGET_DASHES])
    return pen
