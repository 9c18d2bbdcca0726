"""A person's own keys: every key means one thing, refusals say why, what was kept and no longer fits is left out."""

import json

import pytest

from desktop.bindings import BINDINGS, BY_NAME, Press
from desktop.keymap import SHIPPED, Keymap, KeyRefused, conflicts, load_keymap


def test_no_key_and_no_meaning_is_there_twice() -> None:
    keys = [binding.key for binding in BINDINGS]
    assert sorted(set(keys)) == sorted(keys)
    assert len(BY_NAME) == len(BINDINGS)


def test_every_key_of_the_tables_is_there() -> None:
    wanted = "J K Enter X Shift+J Shift+K A T P E O L S C R W Y Q G B N F I Z U M V D Shift+A / Ctrl+K F1 F6 ? Esc"
    wanted += " Ctrl+T Alt+1 Alt+2 Alt+3 0 1 2 3 4 5 6 7"
    assert {binding.key for binding in BINDINGS} == set(wanted.split())


def test_a_meaning_moves_to_another_key() -> None:
    own = SHIPPED.bind("act:assign", "H")
    assert (own.act_key("assign"), own.meaning("H"), own.meaning("T")) == ("H", Press("act", "assign"), None)
    assert own.bind("act:verify", "T").meaning("T") == Press("act", "verify"), "the key left behind is free"
    assert own.bind("act:assign", "T") == SHIPPED
    assert own.reset() == SHIPPED


@pytest.mark.parametrize(
    ("name", "key", "code", "holder"),
    [
        ("act:assign", "P", "taken", "act:reassign"),
        ("act:assign", "Ctrl+K", "taken", "palette"),
        ("act:assign", "Esc", "shape", None),
        ("act:assign", "ab", "shape", None),
        ("act:assign", "", "shape", None),
        ("act:assign", "Ctrl+C", "reserved", None),
        ("palette", "H", "fixed", "palette"),
    ],
)
def test_a_key_that_cannot_be_is_refused_with_its_reason(name: str, key: str, code: str, holder: str | None) -> None:
    with pytest.raises(KeyRefused, match=code) as refused:
        SHIPPED.bind(name, key)
    assert (refused.value.code, refused.value.key) == (code, key)
    assert (refused.value.holder.name if refused.value.holder else None) == holder


@pytest.mark.parametrize("key", ["Ctrl+B", "Alt+Shift+A", "Shift+Q", "*", "9"])
def test_keys_with_others_held_can_be_chosen(key: str) -> None:
    assert SHIPPED.bind("act:assign", key).act_key("assign") == key


def test_letters_switched_off_are_shown_nowhere_and_mean_nothing() -> None:
    off = SHIPPED.bind("act:assign", "Ctrl+B").with_letters(False)
    assert (off.key_of("act:verify"), off.bound("act:verify"), off.meaning("C")) == ("", "C", None)
    assert (off.act_key("assign"), off.meaning("Ctrl+B")) == ("Ctrl+B", Press("act", "assign"))
    assert off.key_of("nothing") == ""


def test_a_map_is_kept_as_text() -> None:
    own = SHIPPED.bind("act:assign", "H").bind("act:verify", "T").with_letters(False)
    assert load_keymap(own.dump()) == own


def test_two_keys_that_were_exchanged_are_found_again() -> None:
    exchanged = SHIPPED.bind("act:assign", "H").bind("act:verify", "T").bind("act:assign", "C")
    assert load_keymap(exchanged.dump()) == exchanged
    assert conflicts(exchanged) == ()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"own": 3, "letters": true}', '{"own": {}}'])
def test_what_was_not_kept_whole_gives_the_shipped_keys(text: str) -> None:
    assert load_keymap(text) == SHIPPED


def test_what_no_longer_fits_is_left_out_and_named() -> None:
    kept = {"act:assign": "P", "act:verify": "H", "gone": "Y", "act:close": 3, "palette": "8"}
    loaded = load_keymap(json.dumps({"own": kept, "letters": True}))
    assert dict(loaded.own) == {"act:verify": "H"}
    assert set(conflicts(Keymap({"act:assign": "P", "palette": "8"}))) == {"act:assign", "palette"}
