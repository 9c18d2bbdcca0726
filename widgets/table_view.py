"""Charts as plain tables (Ctrl T), laid over the room: one table at a time, for reading aloud and for copying."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from widgets.curtain import Curtain
from widgets.key_button import ButtonTone, KeyButton
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.styles import css_font

_WIDTH, _HEIGHT, _HEAD, _TABS = 980.0, 720.0, 64.0, 60.0
_SIDE = 28.0
_ROW = 34
_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartTable:
    """A chart's figures: what it is called, the heads of its columns, its rows; the first column names the row."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class ChartTableModel(QAbstractTableModel):
    """One table."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._table = ChartTable(title="", heads=(), rows=())

    def show(self, table: ChartTable) -> None:
        """Show another table."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's default)
        """How many rows."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's default)
        """How many columns."""
        return 0 if parent.isValid() else len(self._table.heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell; for a screen reader with its column's head before it."""
        if not index.isValid():
            return None
        text = self._table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._table.heads[index.column()]}: {text}"
        return _alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The head of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return self._table.heads[section] if role == Qt.ItemDataRole.DisplayRole else None


def _alignment(column: int) -> int:
    return int(_LEFT if column == 0 else _RIGHT)


class TableView(Curtain):
    """Tables by their titles."""

    def __init__(self, *, paint: Paint, parent: QWidget) -> None:
        super().__init__(paint=paint, parent=parent)
        self._tables: tuple[ChartTable, ...] = ()
        self._shown = 0
        self._tabs: list[KeyButton] = []
        self.model = ChartTableModel(self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setSectionsClickable(False)
        self.setFocusProxy(self.table)
        self.set_paint(paint)

    @property
    def shown(self) -> ChartTable | None:
        """The table that is shown."""
        return self._tables[self._shown] if self._tables else None

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        theme = paint.theme
        self.table.setStyleSheet(
            f"QTableView {{ background: {theme.bg1.name()}; color: {theme.t1.name()}; {css_font(paint, TextRole.TIME)}"
            f" selection-background-color: {theme.bg3.name()}; selection-color: {theme.t1.name()}; }}"
            f"QTableView::item {{ border-bottom: 1px solid {theme.line.name()}; padding: 0 {round(paint.px(10))}px; }}"
            f"QHeaderView::section {{ background: {theme.bg1.name()}; color: {theme.t3.name()}; border: none;"
            f" border-bottom: 1px solid {theme.line2.name()}; padding: {round(paint.px(6))}px {round(paint.px(10))}px;"
            f" {css_font(paint, TextRole.CAPTION)} }}"
        )
        self.table.verticalHeader().setDefaultSectionSize(round(paint.px(_ROW)))
        for tab in self._tabs:
            tab.set_paint(paint)
        super().set_paint(paint)

    def show_tables(self, tables: Sequence[ChartTable]) -> None:
        """Offer these tables; the one that was shown stays, by its place."""
        self._tables = tuple(tables)
        for tab in self._tabs:
            tab.hide()
            tab.deleteLater()
        self._tabs = []
        for place, table in enumerate(self._tables):
            tab = KeyButton(paint=self._paint, tone=ButtonTone.PLAIN, parent=self)
            tab.say(table.title)
            tab.setCheckable(True)
            tab.clicked.connect(lambda _=False, place=place: self._choose(place))
            tab.show()
            self._tabs.append(tab)
        self._choose(min(self._shown, max(0, len(self._tables) - 1)))

    def panel_rect(self) -> QRectF:
        """In the middle of the room."""
        paint = self._paint
        width = min(paint.px(_WIDTH), self.width() - paint.px(32))
        height = min(paint.px(_HEIGHT), self.height() - paint.px(32))
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def place(self) -> None:
        """Put the buttons and the table into the panel."""
        paint, rect = self._paint, self.panel_rect()
        x, middle = rect.left() + paint.px(_SIDE - 4), rect.top() + paint.px(_HEAD + _TABS / 2)
        for tab in self._tabs:
            size = tab.sizeHint()
            tab.setGeometry(round(x), round(middle - size.height() / 2), size.width(), size.height())
            x += size.width()
        side = paint.px(_SIDE - 10)
        room = rect.adjusted(side, paint.px(_HEAD + _TABS), -side, -paint.px(20))
        self.table.setGeometry(room.toRect())

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the title and the line under it."""
        paint, theme = self._paint, self._paint.theme
        x, middle = rect.left() + paint.px(_SIDE), rect.top() + paint.px(_HEAD) / 2
        title = paint.texts.line(self.tr("Charts as tables"), TextRole.VIEW)
        paint.texts.draw_centred(painter, title, x=x, middle=middle, colour=theme.t1)
        esc = paint.texts.line("Esc", TextRole.KEY)
        at = rect.right() - paint.px(_SIDE) - esc.width
        paint.texts.draw_centred(painter, esc, x=at, middle=middle, colour=theme.t3)
        painter.fillRect(QRectF(rect.left() + 1, rect.top() + paint.px(_HEAD), rect.width() - 2, 1), theme.line)

    def _choose(self, place: int) -> None:
        self._shown = place
        if not self._tables:
            return
        table = self._tables[place]
        for number, tab in enumerate(self._tabs):
            tab.setChecked(number == place)
            tab.set_tone(ButtonTone.PRIMARY if number == place else ButtonTone.PLAIN)
        self.model.show(table)
        self.table.setAccessibleName(table.title)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        if table.rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.place()
        self.update()
