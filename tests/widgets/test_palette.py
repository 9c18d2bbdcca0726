"""The palette on the screen: what is typed and chosen is told, arrows go round, nothing reaches the room behind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.modeltest import ModelTester

from tests.widgets.showing import click, different, picture, showing
from widgets.models.palette_model import PaletteEntry, PaletteGroup, PaletteModel, PaletteRole
from widgets.paint.source import Paint, make_paint
from widgets.palette import Palette

pytestmark = pytest.mark.usefixtures("qapp")
Key = Qt.Key
GROUPS = (
    PaletteGroup("Laporan ini", (
        PaletteEntry(id="act:assign", title="Tugaskan", key="T", icon="user-plus"),
        PaletteEntry(id="act:close", title="Tutup", key="Q", icon="x"),
    )),
    PaletteGroup("Kosong", ()),
    PaletteGroup("Laporan", (
        PaletteEntry(id="report:r-1", title="Jalan rusak", detail="7Q3K-92 · Watulimo", squad="orange", mark="riwayat"),
    )),
)  # fmt: skip


def a_palette(paint: Paint, room: QWidget) -> Palette:
    palette = Palette(paint=paint, parent=room)
    palette.say(placeholder="Cari laporan atau perintah", nothing="Tidak ada yang cocok")
    palette.offer(GROUPS)
    palette.ask()
    return palette


def dark(room: QWidget) -> Palette:
    return a_palette(make_paint("dark"), room)


def chosen(palette: Palette) -> str:
    entry = palette.model.entry(palette.list.currentIndex().row())
    return "" if entry is None else entry.id


def test_the_model_keeps_qt_s_rules_and_shows_no_group_without_entries(qtmodeltester: ModelTester) -> None:
    model = PaletteModel()
    model.show(GROUPS)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt has no types for it
    texts = [str(model.index(row).data()) for row in range(model.rowCount())]
    assert texts == ["Laporan ini", "Tugaskan, T", "Tutup, Q", "Laporan", "Jalan rusak, 7Q3K-92 · Watulimo, riwayat"]
    assert model.index(0).flags() == Qt.ItemFlag.NoItemFlags
    assert model.index(1).data(PaletteRole.ENTRY) == GROUPS[0].entries[0]
    assert model.index(1).data(Qt.ItemDataRole.ToolTipRole) is None


def test_arrows_go_over_heads_and_round_the_ends() -> None:
    with showing(dark, width=1200, height=800) as palette:
        seen = [chosen(palette)]
        for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_PageUp, Key.Key_PageDown):
            QTest.keyClick(palette.field, key)
            seen.append(chosen(palette))
        assert seen[:5] == ["act:assign", "act:close", "report:r-1", "act:assign", "report:r-1"]
        assert palette.field.accessibleDescription() != ""


def test_enter_and_a_click_choose_and_the_palette_is_gone_before() -> None:
    told: list[str] = []
    for way in ("enter", "click"):
        with showing(dark, width=1200, height=800) as palette:
            palette.closed.connect(lambda: told.append("closed"))
            palette.chosen.connect(told.append)
            if way == "enter":
                QTest.keyClick(palette.field, Key.Key_Return)
            else:
                place = palette.list.visualRect(palette.model.index(2)).center()
                QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
            assert not palette.isVisible()
    assert told == ["closed", "act:assign", "closed", "act:close"]


def test_what_is_typed_is_told_and_nothing_reaches_the_room() -> None:
    typed: list[str] = []
    with showing(dark, width=1200, height=800) as palette:
        palette.typed.connect(typed.append)
        QTest.keyClicks(palette.field, "ja")
        palette.offer(())
        QTest.keyClick(palette.field, Key.Key_Return)
        assert palette.isVisible(), "nothing is chosen where nothing was found"
        assert typed == ["j", "ja"]


@pytest.mark.parametrize("way", ["esc", "beside"])
def test_esc_and_a_click_beside_it_take_it_away_once(way: str) -> None:
    gone: list[int] = []
    with showing(dark, width=1200, height=800) as palette:
        palette.closed.connect(lambda: gone.append(1))
        rect = palette.panel_rect()
        click(palette, rect.center().x(), rect.top() + 4)
        assert palette.isVisible(), "a click on the panel keeps it"
        if way == "esc":
            QTest.keyClick(palette.field, Key.Key_Escape)
        else:
            click(palette, 3, 3)
        palette.lift()
        assert (palette.isVisible(), gone) == (False, [1])


def test_what_was_chosen_stays_chosen_while_more_is_found() -> None:
    with showing(dark, width=1200, height=800) as palette:
        QTest.keyClick(palette.field, Key.Key_Down)
        palette.offer((*GROUPS[2:], *GROUPS[:1]), keep=True)
        assert chosen(palette) == "act:close"
        palette.offer(GROUPS)
        assert chosen(palette) == "act:assign"
        palette.offer(GROUPS[2:], keep=True)
        assert chosen(palette) == "report:r-1"


def test_it_follows_the_room_s_size_and_tab_stays_in_it() -> None:
    with showing(dark, width=1200, height=800) as palette:
        room = palette.parentWidget()
        assert isinstance(room, QWidget)
        behind = QLineEdit(room)
        behind.show()
        room.resize(900, 700)
        assert palette.size() == room.size()
        assert palette.rect().contains(palette.panel_rect().toRect())
        QTest.keyClick(palette.field, Key.Key_Tab)
        assert palette.field.hasFocus()


def test_every_state_is_seen_in_both_themes() -> None:
    seen = []
    for theme, scale in (("dark", 1.0), ("light", 1.0), ("dark", 1.5)):
        with showing(dark, width=1200, height=800) as palette:
            palette.set_paint(make_paint(theme, scale=scale))
            seen.append(picture(palette))
            palette.offer(())
            seen.append(picture(palette))
    assert different(seen) == 6
