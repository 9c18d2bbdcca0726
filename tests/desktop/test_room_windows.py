"""Further windows of one room, its menu, and leaving the desk."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.shell import Shell
from tests.desktop.hands import press
from tests.desktop.looping import a_moment, on_qt_loop, until
from tests.desktop.office import OpenOffice, sign_in_by_hand, view_of
from tests.end_to_end.hub_process import PASSWORD

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""The off-screen platform cannot raise a window, nor give the keyboard to a menu."""


def chosen(menu: QMenu, words: str) -> QAction:
    """The action with these words, in the menu or one of its own."""
    menus = [menu, *menu.findChildren(QMenu)]
    return next(action for one in menus for action in one.actions() if action.text() == words)


def open_menu(shell: Shell) -> QMenu:
    """Open the menu under the user's name."""
    return view_of(shell).open_menu(QPoint(400, 40))


@on_qt_loop
async def test_a_second_window_has_its_own_queue_on_the_same_board(office: OpenOffice) -> None:
    async with office() as room:
        sari = await room.room("sari")
        chosen(open_menu(sari), "Jendela lain").trigger()
        await a_moment()
        (second,) = sari.further
        press(second.view, "3")
        assert second.isVisible()
        assert second.view.queue.order.sieve.squad == "orange"
        assert view_of(sari).queue.order.sieve.squad is None

        second.close()
        await until(lambda: not sari.further)
        assert view_of(sari).isVisible()


@on_qt_loop
async def test_who_signs_out_leaves_no_report_on_the_screen_and_can_come_back(office: OpenOffice) -> None:
    async with office() as room:
        sari = await room.room("sari")
        chosen(open_menu(sari), "Keluar").trigger()
        await a_moment()
        assert sari.view is None
        assert not sari.further

        await sign_in_by_hand(sari, "sari", PASSWORD)
        await until(lambda: sari.view is not None)
        assert view_of(sari).isVisible()


@pytest.mark.parametrize(("words", "scale"), [("125%", 1.25), ("150%", 1.5)])
@on_qt_loop
async def test_the_text_grows_while_the_room_is_open(office: OpenOffice, words: str, scale: float) -> None:
    async with office() as room:
        sari = await room.room("sari")
        chosen(open_menu(sari), words).trigger()
        await a_moment()
        sari.grab()
        assert view_of(sari).rail.width() == round(236 * scale) or view_of(sari).columns.widths.narrow_rail


@on_qt_loop
async def test_a_desk_that_is_started_again_comes_to_the_front(office: OpenOffice) -> None:
    async with office() as room:
        sari = await room.room("sari")
        sari.showMinimized()
        sari.come_to_front()
        assert not sari.isMinimized()
        assert sari.isVisible()
