"""How a person wants the screen, and that it is so the next time."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop.language import Languages
from desktop.memory import Memory
from desktop.preferences import Preferences
from widgets.paint.source import ThemeSource


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> QSettings:
    del qapp
    return QSettings(str(tmp_path / "windows.ini"), QSettings.Format.IniFormat)


def wants(languages: Languages, *given: str) -> Preferences:
    languages.use("id")
    return Preferences(ThemeSource("dark"), languages, given=given)


def test_a_person_finds_the_screen_as_it_was_left(settings: QSettings, indonesian: Languages) -> None:
    first = wants(indonesian)
    first.follow(Memory(settings, "u-sari"))
    first.switch_theme()
    first.switch_language()
    first.set_scale(1.25)
    first.set_still(True)
    first.set_instruments_open(True)

    again = wants(indonesian)
    again.follow(Memory(settings, "u-sari"))

    assert (again.dark, again.languages.language, again.scale, again.still) == (False, "en", 1.25, True)
    assert again.instruments_open


def test_another_person_has_his_own_screen(settings: QSettings, indonesian: Languages) -> None:
    first = wants(indonesian)
    first.follow(Memory(settings, "u-sari"))
    first.set_scale(1.5)

    other = wants(indonesian)
    other.follow(Memory(settings, "u-rizal"))

    assert (other.dark, other.scale, other.still, other.instruments_open) == (True, 1.0, False, False)


def test_what_the_command_line_says_counts_more_than_what_was_kept(settings: QSettings, indonesian: Languages) -> None:
    first = wants(indonesian)
    first.follow(Memory(settings, "u-sari"))
    first.switch_theme()
    first.set_scale(1.5)

    again = wants(indonesian, "theme")
    again.follow(Memory(settings, "u-sari"))

    assert (again.dark, again.scale) == (True, 1.5)


@pytest.mark.parametrize(("name", "text"), [("theme", "pink"), ("language", "jv"), ("text", "9"), ("text", "much")])
def test_what_is_no_setting_is_not_believed(settings: QSettings, indonesian: Languages, name: str, text: str) -> None:
    Memory(settings, "u-sari").keep_text("screen", name, text)
    found = wants(indonesian)

    found.follow(Memory(settings, "u-sari"))

    assert (found.dark, found.languages.language, found.scale) == (True, "id", 1.0)


def test_text_grows_and_shrinks_by_steps_as_far_as_it_goes(settings: QSettings, indonesian: Languages) -> None:
    del settings
    found = wants(indonesian)
    seen = []
    for steps in (1, 1, 1, 1, -1, -1, -1, -1):
        found.step_scale(steps)
        seen.append(found.scale)

    assert seen == [1.1, 1.25, 1.5, 1.5, 1.25, 1.1, 1.0, 1.0]
