"""The key card: every key of the desk on one sheet of A4, to lie beside the keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from desktop.bindings import BINDINGS, Binding, KeyGroup
from services.domain.squads import Squad
from widgets.key_words import group_word, key_word
from widgets.paint.fonts import TextRole
from widgets.paint.keycaps import CapTone, draw_key_cap, key_cap_width
from widgets.paint.silhouettes import fitted, silhouette
from widgets.paint.source import Paint, make_paint

translate = QCoreApplication.translate

_WIDTH, _HEIGHT, _DPI = 794.0, 1123.0, 96
"""A sheet of A4 in the 96ths of an inch that the screen's measures are."""
_MARGIN, _GUTTER, _TOP, _LINE, _HEAD = 52.0, 36.0, 150.0, 27.0, 46.0
_CAP, _PATCH = 92.0, 18.0
_COLUMNS = (
    (KeyGroup.MOVE, KeyGroup.QUEUES, KeyGroup.FIND),
    (KeyGroup.ACTS, KeyGroup.CONFLICT),
)
_SQUADS = {f"squad:{squad.key}": squad for squad in Squad}


class CardFailed(RuntimeError):
    """The file could not be written."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    painter: QPainter
    paint: Paint

    def words(self, text: str, role: TextRole, *, x: float, baseline: float, quiet: bool = False) -> float:
        """Set a line and return where it ends."""
        theme = self.paint.theme
        line = self.paint.texts.line(text, role)
        return self.paint.texts.draw(self.painter, line, x=x, baseline=baseline, colour=theme.t2 if quiet else theme.t1)


def draw_key_card(out: Path) -> None:
    """Draw the card in the language of the screen into a PDF; needs a QApplication and a translator.

    Raises:
        CardFailed: the file cannot be written.
    """
    writer = QPdfWriter(str(out))
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    writer.setTitle(_title())
    writer.setCreator("Pendopo")
    painter = QPainter()
    if not painter.begin(writer):
        raise CardFailed(f"{out}: cannot be written")
    scale = writer.resolution() / _DPI
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(_Sheet(painter, make_paint("light")))
    painter.end()


def _draw(sheet: _Sheet) -> None:
    _draw_head(sheet)
    width = (_WIDTH - 2 * _MARGIN - _GUTTER) / len(_COLUMNS)
    for place, groups in enumerate(_COLUMNS):
        left, top = _MARGIN + place * (width + _GUTTER), _TOP
        for group in groups:
            bindings = [binding for binding in BINDINGS if binding.group is group]
            top = _draw_group(sheet, group, bindings, area=QRectF(left, top, width, 0))
    foot = _HEIGHT - _MARGIN
    sheet.words(
        translate("KeyCard", "Single letters never act while you type. Every key can be changed: press ?"),
        TextRole.CAPTION,
        x=_MARGIN,
        baseline=foot,
        quiet=True,
    )


def _title() -> str:
    return translate("KeyCard", "Pendopo, the operator's keys")


def _draw_head(sheet: _Sheet) -> None:
    theme = sheet.paint.theme
    for place, squad in enumerate(Squad):
        colours = theme.squads[squad]
        fill = colours.line if squad in {Squad.SHADOW, Squad.WHITE} else colours.fill
        sheet.painter.fillRect(QRectF(_MARGIN + 8 * place, _MARGIN, 5, 26), fill)
    sheet.words(_title(), TextRole.TITLE, x=_MARGIN + 70, baseline=_MARGIN + 23)
    steps = translate("KeyCard", "Read J   ·   take A   ·   assign Enter   ·   undo Z")
    sheet.words(steps, TextRole.STRONG, x=_MARGIN, baseline=_MARGIN + 64, quiet=True)


def _draw_group(sheet: _Sheet, group: KeyGroup, bindings: Sequence[Binding], *, area: QRectF) -> float:
    """Draw a head and its keys from the top of an area; return where they end."""
    theme, y = sheet.paint.theme, area.top()
    sheet.words(group_word(group.value), TextRole.STRONG, x=area.left(), baseline=y)
    sheet.painter.setPen(QPen(theme.line2, 1.0))
    sheet.painter.drawLine(QPointF(area.left(), y + 8), QPointF(area.right(), y + 8))
    y += 30
    for binding in bindings:
        _draw_line(sheet, binding, left=area.left(), baseline=y)
        y += _LINE
    return y + _HEAD - _LINE


def _draw_line(sheet: _Sheet, binding: Binding, *, left: float, baseline: float) -> None:
    paint, middle, x = sheet.paint, baseline - 5, left
    for part in binding.key.split("+"):
        width = key_cap_width(part, tone=CapTone.BOXED, paint=paint)
        draw_key_cap(sheet.painter, QRectF(x, middle - 12, width, 24), text=part, tone=CapTone.BOXED, paint=paint)
        x += width + 4
    x = left + _CAP
    squad = _SQUADS.get(binding.name)
    if squad is not None:
        colours = paint.theme.squads[squad]
        box = QRectF(x, middle - _PATCH / 2, _PATCH, _PATCH)
        style = Qt.PenStyle.DashLine if squad.covert else Qt.PenStyle.SolidLine
        sheet.painter.setPen(QPen(colours.outline, 1.2, style))
        sheet.painter.setBrush(colours.fill)
        sheet.painter.drawPath(fitted(silhouette(squad), box))
        x += _PATCH + 8
    sheet.words(key_word(binding.name), TextRole.BODY, x=x, baseline=baseline)
