"""A person's keys and saved filters: kept for the next time, the same in two windows, never someone else's."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from desktop.habits import KEYS, MOST_FILTERS, Habits, SavedFilter, load_filters
from desktop.keymap import SHIPPED
from desktop.language import Languages
from desktop.memory import Memory
from desktop.preferences import Preferences
from widgets.models.queue_marks import Sieve
from widgets.paint.source import ThemeSource


def preferences(languages: Languages, folder: Path, user: str = "u-sari") -> Preferences:
    made = Preferences(ThemeSource("dark"), languages)
    made.follow(Memory(QSettings(str(folder / "kept.ini"), QSettings.Format.IniFormat), user))
    return made


def test_keys_and_filters_are_there_the_next_time_and_belong_to_one_person(
    indonesian: Languages, tmp_path: Path
) -> None:
    habits = Habits(preferences(indonesian, tmp_path))
    habits.use_keys(SHIPPED.bind("act:assign", "H"))
    assert habits.save("Banjir Watulimo", Sieve(words="banjir", kecamatan="35.03.08"))

    again = Habits(preferences(indonesian, tmp_path))
    assert again.keys.act_key("assign") == "H"
    assert again.filters == (SavedFilter("Banjir Watulimo", Sieve(words="banjir", kecamatan="35.03.08")),)
    other = Habits(preferences(indonesian, tmp_path, "u-rizal"))
    assert (other.keys, other.filters) == (SHIPPED, ())


def test_two_windows_have_the_same_keys_and_filters(indonesian: Languages, tmp_path: Path) -> None:
    shared = preferences(indonesian, tmp_path)
    one, other = Habits(shared), Habits(shared)
    heard: list[str] = []
    other.keys_changed.connect(lambda: heard.append("keys"))
    other.filters_changed.connect(lambda: heard.append("filters"))
    one.use_keys(SHIPPED.with_letters(False))
    one.save("Oranye", Sieve(squad="orange", words="x"))
    shared.set_still(True)
    assert heard == ["keys", "filters"], "told once each, and not for other settings"
    assert (other.keys.letters, len(other.filters)) == (False, 1)
    one.forget("Oranye")
    assert other.filters == ()


def test_a_name_is_one_filter_and_there_are_nine_at_most(indonesian: Languages, tmp_path: Path) -> None:
    habits = Habits(preferences(indonesian, tmp_path))
    for n in range(MOST_FILTERS):
        assert habits.save(str(n), Sieve(words=str(n)))
    assert not habits.save("one more", Sieve(words="x"))
    assert habits.save("3", Sieve(words="other"))
    assert len(habits.filters) == MOST_FILTERS


@pytest.mark.parametrize(
    "text",
    ["", "{", "7", "[7]", '[{"words": "x"}]', '[{"name": "a", "extra": "gone"}]', '[{"name": "a", "words": 3}]'],
)
def test_what_is_no_filter_is_left_out(text: str) -> None:
    assert load_filters(text) == ()
    kept = json.dumps([{"name": "a", "words": "x", "later": "y"}])
    assert load_filters(kept) == (SavedFilter("a", Sieve(words="x")),)


def test_without_a_memory_they_hold_until_the_window_is_closed(indonesian: Languages) -> None:
    unkept = Preferences(ThemeSource("dark"), indonesian)
    habits = Habits(unkept)
    habits.use_keys(SHIPPED.bind("act:assign", "H"))
    assert habits.keys.act_key("assign") == "H"
    assert unkept.text(KEYS) == habits.keys.dump()
