"""The top bar: where one is, who works here, how fresh the data is, which windows there are, and the hub's time."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.widgets.showing import different, in_every_paint, picture, showing
from widgets.alarm_chip import AlarmChipLook
from widgets.icon_button import IconButton
from widgets.key_button import KeyButton
from widgets.link_chip import LinkChip, LinkLook, LinkTone
from widgets.paint.source import Paint, make_paint
from widgets.search_field import SearchField
from widgets.top_bar import Mode, TopBar, TopWords
from widgets.user_button import UserButton

pytestmark = pytest.mark.usefixtures("qapp")
MODES = (Mode("dispatcher", "Operator", "F1", chosen=True), Mode("wall", "Dinding", "F3"))


def a_bar(paint: Paint, window: QWidget, *, demo: str = "DEMO") -> TopBar:
    bar = TopBar(paint=paint, parent=window)
    bar.say(TopWords("Pendopo", "Kabupaten Trenggalek", demo), theme="Terang", language="English")
    bar.set_modes(MODES)
    bar.set_search("Cari laporan atau perintah", key="Ctrl K")
    bar.set_link(LinkLook(LinkTone.LIVE, "Langsung", "data 09.00.00"))
    bar.set_user("Sari", "Operator")
    bar.set_clock("09.00.00", "Selasa, 24 November 2026")
    return bar


def dark_bar(window: QWidget) -> TopBar:
    return a_bar(make_paint("dark"), window)


def test_windows_theme_and_language_are_asked_for() -> None:
    wanted: list[str] = []
    with showing(dark_bar, width=1920) as bar:
        bar.mode_wanted.connect(wanted.append)
        bar.theme_wanted.connect(lambda: wanted.append("theme"))
        bar.language_wanted.connect(lambda: wanted.append("language"))
        bar.search_wanted.connect(lambda: wanted.append("search"))
        bar.menu_wanted.connect(lambda place: wanted.append(f"menu {place.y() > 300}"))
        for kind in (KeyButton, IconButton, SearchField, UserButton):
            for button in bar.findChildren(kind):
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sorted(wanted) == ["dispatcher", "language", "menu True", "search", "theme", "wall"]


def test_the_window_one_is_in_is_marked_and_stays_so_when_another_is_asked_for() -> None:
    with showing(dark_bar, width=1920) as bar:
        modes = bar.findChildren(KeyButton)
        before = [mode.isChecked() for mode in modes]
        for mode in modes:
            mode.click()
        assert before == [mode.isChecked() for mode in modes] == [True, False]


def test_only_the_windows_that_exist_are_offered() -> None:
    with showing(dark_bar, width=1920) as bar:
        bar.set_modes(MODES[:1])
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        tips = {button.toolTip() for kind in (KeyButton, IconButton) for button in bar.findChildren(kind)}
    assert tips == {"Operator (F1)", "Terang", "English"}


def test_every_part_is_seen() -> None:
    with showing(dark_bar, width=1920) as bar:
        seen = [picture(bar)]
        bar.set_clock("09.00.01", "Selasa, 24 November 2026")
        seen.append(picture(bar))
        bar.set_clock("09.00.01", "Rabu, 25 November 2026")
        seen.append(picture(bar))
        bar.set_user("Budi", "Penyelia")
        seen.append(picture(bar))
        bar.set_user("", "")
        seen.append(picture(bar))
        bar.say(TopWords("Pendopo", "Kabupaten Trenggalek"), theme="Terang", language="English")
        seen.append(picture(bar))
        assert different(seen) == len(seen)


def test_what_is_the_same_is_not_painted_again() -> None:
    with showing(dark_bar, width=1920) as bar:
        before = picture(bar)
        bar.set_clock("09.00.00", "Selasa, 24 November 2026")
        bar.set_user("Sari", "Operator")
        assert picture(bar) == before


@pytest.mark.parametrize("width", [1024, 1280, 1920, 2560])
def test_nothing_lies_over_something_else(width: int) -> None:
    with showing(dark_bar, width=width) as bar:
        kinds = (KeyButton, LinkChip, IconButton, SearchField, UserButton)
        parts = [part.geometry() for kind in kinds for part in bar.findChildren(kind)]
        assert [one for n, one in enumerate(parts) for other in parts[n + 1 :] if one.intersects(other)] == []
        assert all(bar.rect().contains(part) for part in parts)


def test_it_is_painted_in_every_theme_and_scale() -> None:
    assert different(in_every_paint(a_bar, width=1920, same_theme=True)) == 3


@pytest.mark.parametrize(("width", "short"), [(1366, False), (1000, True)])
def test_of_the_alarms_the_count_alone_is_left_where_the_words_would_be_cut(width: int, short: bool) -> None:
    with showing(dark_bar, width=width) as bar:
        bar.alarms.tell(AlarmChipLook("2 belum dilihat", calling=True, count=2))
        QApplication.processEvents()
        assert bar.alarms.width() == bar.alarms.width_of(short=short)
        bar.alarms.tell(AlarmChipLook())
        bar.set_user("Nur Aini", "Operator")
