"""All keys over the room: groups in columns, and a line that waits for another key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.keying import looks
from desktop.keymap import SHIPPED
from tests.widgets.showing import different, picture, showing
from widgets.key_button import KeyButton
from widgets.key_overlay import KeyOverlay
from widgets.key_row import KeyRow
from widgets.paint.source import Paint, make_paint

pytestmark = pytest.mark.usefixtures("qapp")
Key = Qt.Key


def an_overlay(paint: Paint, room: QWidget) -> KeyOverlay:
    overlay = KeyOverlay(paint=paint, parent=room)
    overlay.show_keys(looks(SHIPPED), letters=True, changed=False)
    overlay.lay()
    return overlay


def dark(room: QWidget) -> KeyOverlay:
    return an_overlay(make_paint("dark"), room)


def row(overlay: KeyOverlay, name: str) -> KeyRow:
    return next(row for row in overlay.rows() if row.look.name == name)


@pytest.mark.parametrize(("width", "height", "scale"), [(1920, 1080, 1.0), (1366, 700, 1.0), (1920, 1000, 1.5)])
def test_every_key_is_in_the_panel_and_none_lies_over_another(width: int, height: int, scale: float) -> None:
    def make(room: QWidget) -> KeyOverlay:
        room.resize(width, height)
        return an_overlay(make_paint("dark", scale=scale), room)

    with showing(make, width=width, height=height) as overlay:
        overlay.place()
        panel = overlay.panel_rect().toRect()
        rects = [row.geometry() for row in overlay.rows()]
        assert overlay.rect().contains(panel)
        assert all(panel.contains(rect) for rect in rects)
        assert [one for n, one in enumerate(rects) for other in rects[n + 1 :] if one.intersects(other)] == []


def test_a_line_that_is_chosen_waits_for_a_key_and_tells_it() -> None:
    told: list[tuple[str, int]] = []
    with showing(dark, width=1920, height=1080) as overlay:
        overlay.pressed.connect(lambda name, key, _held: told.append((name, key)))
        QTest.keyClick(overlay, Key.Key_H)
        assert told == [], "no line waits"
        QTest.mouseClick(row(overlay, "act:assign"), Qt.MouseButton.LeftButton)
        QTest.keyClick(overlay, Key.Key_Shift)
        QTest.keyClick(overlay, Key.Key_H)
        assert told == [("act:assign", int(Key.Key_H))]
        QTest.keyClick(overlay, Key.Key_Escape)
        assert overlay.isVisible(), "Esc only ends the waiting"
        QTest.keyClick(overlay, Key.Key_H)
        assert len(told) == 1


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Question])
def test_esc_and_the_key_that_opened_it_take_it_away(key: Qt.Key) -> None:
    gone: list[int] = []
    with showing(dark, width=1920, height=1080) as overlay:
        overlay.closed.connect(lambda: gone.append(1))
        QTest.keyClick(overlay, key)
        assert (overlay.isVisible(), gone) == (False, [1])


def test_fixed_keys_cannot_be_chosen_and_every_other_is_reached_by_tab() -> None:
    with showing(dark, width=1920, height=1080) as overlay:
        assert not row(overlay, "palette").isEnabled()
        reached = set()
        for _ in overlay.rows():
            overlay.focusNextPrevChild(True)
            focus = overlay.focusWidget()
            if isinstance(focus, KeyRow):
                reached.add(focus.look.name)
        assert reached == {row.look.name for row in overlay.rows() if not row.look.fixed}


def test_letters_and_the_shipped_keys_are_asked_for() -> None:
    told: list[object] = []
    with showing(dark, width=1920, height=1080) as overlay:
        overlay.letters_wanted.connect(told.append)
        overlay.reset_wanted.connect(lambda: told.append("reset"))
        overlay.show_keys(looks(SHIPPED.bind("act:assign", "H")), letters=True, changed=True)
        for button in overlay.findChildren(KeyButton):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == [False, "reset"]


def test_every_state_is_seen_in_both_themes() -> None:
    seen = []
    with showing(dark, width=1920, height=1080) as overlay:
        for theme in ("dark", "light"):
            overlay.set_paint(make_paint(theme))
            seen.append(picture(overlay))
            QTest.mouseClick(row(overlay, "act:assign"), Qt.MouseButton.LeftButton)
            seen.append(picture(overlay))
            overlay.tell("P is taken")
            seen.append(picture(overlay))
            overlay.show_keys(looks(SHIPPED.with_letters(False)), letters=False, changed=True)
            seen.append(picture(overlay))
            overlay.show_keys(looks(SHIPPED), letters=True, changed=False)
    assert different(seen) == 8
