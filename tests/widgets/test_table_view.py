"""Charts as tables: heads, cells and what a screen reader says of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester

from tests.widgets.showing import different, picture, showing
from widgets.key_button import KeyButton
from widgets.paint.source import make_paint
from widgets.table_view import ChartTable, ChartTableModel, TableView

pytestmark = pytest.mark.usefixtures("qapp")
TABLES = (
    ChartTable(title="Tanggapan", heads=("Pasukan", "Aktif"), rows=(("Oranye", "17"), ("Biru", "8"))),
    ChartTable(title="Kosong", heads=("Kecamatan",), rows=()),
)


def a_view(room: QWidget) -> TableView:
    view = TableView(paint=make_paint("dark"), parent=room)
    view.show_tables(TABLES)
    view.lay()
    return view


def test_the_model_keeps_qt_s_rules_and_names_each_cell_by_its_column(qtmodeltester: ModelTester) -> None:
    model = ChartTableModel()
    model.show(TABLES[0])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt has no types for it
    cell = model.index(0, 1)
    assert (cell.data(), cell.data(Qt.ItemDataRole.AccessibleTextRole)) == ("17", "Aktif: 17")
    assert cell.data(Qt.ItemDataRole.TextAlignmentRole) != model.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Aktif"
    assert model.headerData(1, Qt.Orientation.Vertical) is None
    assert cell.data(Qt.ItemDataRole.ToolTipRole) is None


def test_tables_are_chosen_by_their_names_and_the_same_place_stays() -> None:
    with showing(a_view, width=1400, height=900) as view:
        assert view.shown == TABLES[0]
        assert view.table.accessibleName() == "Tanggapan"
        tabs = view.findChildren(KeyButton)
        QTest.mouseClick(tabs[1], Qt.MouseButton.LeftButton)
        assert view.shown == TABLES[1]
        view.show_tables(TABLES)
        assert view.shown == TABLES[1]
        view.show_tables(TABLES[:1])
        assert view.shown == TABLES[0]
        view.show_tables(())
        assert view.shown is None


def test_esc_takes_it_away_from_within_the_table() -> None:
    with showing(a_view, width=1400, height=900) as view:
        assert view.table.hasFocus()
        QTest.keyClick(view.table, Qt.Key.Key_Down)
        assert view.table.currentIndex().row() == 1
        QTest.keyClick(view.table, Qt.Key.Key_Escape)
        assert not view.isVisible()


def test_it_is_seen_in_both_themes_and_larger() -> None:
    with showing(a_view, width=1400, height=900) as view:
        seen = [picture(view)]
        for theme, scale in (("light", 1.0), ("dark", 1.5)):
            view.set_paint(make_paint(theme, scale=scale))
            seen.append(picture(view))
    assert different(seen) == 3
