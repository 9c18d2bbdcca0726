"""A desk's frame is taken only if every JSON parser would read the same from it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.protocol.parsing import MOST_BYTES, Fault, Parsed, parse

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def problem(frame: str) -> str | None:
    parsed = parse(frame)
    assert isinstance(parsed, Parsed)
    return parsed.problem


@given(st.dictionaries(st.text(), JSON, max_size=4))
def test_a_sound_object_is_read_as_it_is(value: dict[str, object]) -> None:
    assert parse(json.dumps(value)) == Parsed(value)
    assert parse(json.dumps(value, ensure_ascii=False)) == Parsed(value)


NO_OBJECTS = ["", "{", "nil", "[]", "5", '"a"', "null", '{"a":1}x', '{"a":01}', "\ufeff{}", "{'a':1}"]


@pytest.mark.parametrize("frame", NO_OBJECTS)
def test_what_is_no_json_object_is_refused(frame: str) -> None:
    assert parse(frame) == Fault("bad_format", "frame")


@pytest.mark.parametrize(
    ("frame", "path"),
    [
        ('{"a":NaN}', "a"),
        ('{"args":{"lat":Infinity}}', "args.lat"),
        ('{"args":{"at":[1,{"lat":-Infinity}]}}', "args.at.lat"),
        ('{"args":{"lat":1e999}}', "args.lat"),
        ('{"id":9007199254740993}', "id"),
        ('{"id":-9007199254740993}', "id"),
        ('{"a":[123456789012345678901234567890]}', "a"),
        ('{"a":1,"a":2}', "frame"),
        ('{"args":{"a":1,"a":1}}', "args"),
        ('{"a":["\\ud800"]}', "a"),
        ('{"\\ud800":1}', "frame"),
        ('{"":NaN}', "?"),
        ('{"' + "n" * 100 + '":NaN}', "n" * 80),
        ('{"args":{"text":"\\udc00x"}}', "args.text"),
    ],
)
def test_values_on_which_parsers_disagree_are_named_by_their_place(frame: str, path: str) -> None:
    assert problem(frame) == path


def test_a_whole_surrogate_pair_is_a_character() -> None:
    assert problem('{"text":"\\ud83d\\ude00"}') is None


def test_the_greatest_whole_numbers_pass() -> None:
    assert problem('{"a":9007199254740992,"b":-9007199254740992,"c":true,"d":1.5,"e":null}') is None


def test_a_number_of_five_thousand_digits_is_refused() -> None:
    assert parse('{"a":' + "1" * 5_000 + "}") == Fault("bad_format", "frame")


def test_nesting_is_refused_before_it_is_parsed() -> None:
    assert parse('{"a":' + "[" * 30_000 + "]" * 30_000 + "}") == Fault("bad_format", "frame")


def test_a_frame_may_have_64_kib_of_utf8_and_no_more() -> None:
    room = MOST_BYTES - len('{"a":""}')

    assert problem('{"a":"' + "x" * room + '"}') is None
    assert parse('{"a":"' + "x" * (room + 1) + '"}') == Fault("too_large", "frame")
    assert parse('{"a":"' + "é" * (room // 2 + 1) + '"}') == Fault("too_large", "frame")


def test_a_hundred_thousand_members_are_too_large() -> None:
    assert parse(json.dumps({str(n): n for n in range(100_000)})) == Fault("too_large", "frame")


@pytest.mark.parametrize("number", ["null", '"5"', "5.0", "true", "-1", "9007199254740993", "[]"])
def test_only_a_whole_number_can_be_replied_to(number: str) -> None:
    parsed = parse(f'{{"id":{number}}}')

    assert isinstance(parsed, Parsed)
    assert parsed.reply_to is None


def test_a_request_number_is_readable_even_beside_bad_values() -> None:
    parsed = parse('{"id":5,"a":NaN}')

    assert isinstance(parsed, Parsed)
    assert parsed.reply_to == 5
