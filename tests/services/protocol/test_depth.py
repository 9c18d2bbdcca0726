"""Nesting is judged before anything is parsed, whatever the text is."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.protocol.depth import MOST, too_deep

NESTED = st.recursive(
    st.none() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=6
)


def depth_of(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(depth_of, value.values()), default=0)
    return 1 + max(map(depth_of, value), default=0) if isinstance(value, list) else 0


@given(NESTED, st.integers(0, 5))
def test_the_depth_is_that_of_the_value(value: object, most: int) -> None:
    assert too_deep(json.dumps(value), most) is (depth_of(value) > most)


def test_sixteen_levels_pass_and_seventeen_do_not() -> None:
    assert not too_deep("[" * MOST + "]" * MOST)
    assert too_deep("[" * (MOST + 1) + "]" * (MOST + 1))


def test_brackets_in_strings_do_not_count() -> None:
    assert not too_deep(json.dumps({"text": '[[[[["[[[[[[\\[[[[[[[[[['}))


@pytest.mark.parametrize("text", ['"' + '\\"' * 30_000 + "[" * 20, '"' * 60_000 + "[" * 20, "\\" * 60_000 + "[" * 20])
def test_text_that_makes_a_poor_scanner_slow_is_judged_at_once(text: str) -> None:
    begun = time.process_time()

    too_deep(text)

    assert time.process_time() - begun < 0.5
