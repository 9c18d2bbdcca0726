"""A cursor tells nothing, cannot be altered, and serves only the desk, user and view it was made for."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.protocol.cursors import NONCE_BYTES, Cursor, Seal

KEY = bytes(range(32))
SEAL = Seal(KEY, desk="d-1", user="u-1", view="board")
NONCE = b"n" * NONCE_BYTES


def a_cursor(position: int = 4_711, nonce: bytes = NONCE) -> str:
    return SEAL.seal(position, epoch="e-1", scope="s-1", nonce=nonce)


def read(cursor: str, seal: Seal = SEAL) -> Cursor | None:
    return seal.unseal(cursor, epoch="e-1", scope="s-1")


@given(st.integers(0, 2**64 - 1), st.binary(min_size=NONCE_BYTES, max_size=NONCE_BYTES))
def test_a_cursor_gives_its_position_back(position: int, nonce: bytes) -> None:
    assert read(a_cursor(position, nonce)) == Cursor(position, same_epoch=True, same_scope=True)


def test_another_epoch_and_other_rights_are_told_apart() -> None:
    cursor = a_cursor()

    assert SEAL.unseal(cursor, epoch="e-2", scope="s-1") == Cursor(4_711, same_epoch=False, same_scope=True)
    assert SEAL.unseal(cursor, epoch="e-1", scope="s-2") == Cursor(4_711, same_epoch=True, same_scope=False)


@pytest.mark.parametrize(
    "seal",
    [
        Seal(KEY, desk="d-2", user="u-1", view="board"),
        Seal(KEY, desk="d-1", user="u-2", view="board"),
        Seal(KEY, desk="d-1", user="u-1", view="wall"),
        Seal(bytes(32), desk="d-1", user="u-1", view="board"),
        Seal(KEY, desk="d-1u-1", user="", view="board"),
    ],
)
def test_a_borrowed_cursor_is_nothing(seal: Seal) -> None:
    assert read(a_cursor(), seal) is None


def test_with_any_one_bit_turned_it_is_nothing() -> None:
    sealed = urlsafe_b64decode(a_cursor() + "=" * (-len(a_cursor()) % 4))

    for bit in range(len(sealed) * 8):
        turned = bytearray(sealed)
        turned[bit // 8] ^= 1 << bit % 8
        assert read(urlsafe_b64encode(bytes(turned)).rstrip(b"=").decode()) is None


def test_with_any_one_character_changed_added_or_missing_it_is_nothing() -> None:
    cursor = a_cursor()

    for place in range(len(cursor)):
        other = "B" if cursor[place] == "A" else "A"
        assert read(cursor[:place] + other + cursor[place + 1 :]) is None
        assert read(cursor[:place] + cursor[place + 1 :]) is None
        assert read(cursor[:place] + "A" + cursor[place:]) is None


@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert read(text) is None


def test_every_cursor_is_as_long_as_every_other() -> None:
    lengths = {len(a_cursor(position)) for position in (0, 1, 2**40, 2**64 - 1)}
    lengths.add(len(SEAL.seal(1, epoch="e" * 100, scope="", nonce=NONCE)))

    assert len(lengths) == 1


def test_the_same_position_with_other_chance_is_another_cursor() -> None:
    assert a_cursor(nonce=b"a" * NONCE_BYTES) != a_cursor(nonce=b"b" * NONCE_BYTES)
