"""Cursors: a place in the log, sealed for one desk, user and view so that nobody else can read, alter or use it."""

import hashlib
import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
_MARK = 16
_PLACE = 8
_SEALED = NONCE_BYTES + _PLACE + 2 * _MARK + 16


@dataclass(frozen=True, slots=True)
class Cursor:
    """What a cursor says: a position in the log, and whether the epoch and the viewer's rights are those of then."""

    position: int
    same_epoch: bool
    same_scope: bool


class Seal:
    """Makes and reads the cursors of one desk, user and view.

    The key is derived from the hub's own for these three, so that a desk would have to see four thousand million
    cursors before random nonces could repeat under one key.
    """

    __slots__ = ("_about", "_cipher")

    def __init__(self, key: bytes, *, desk: str, user: str, view: str) -> None:
        self._about = _mark(desk) + _mark(user) + _mark(view)
        self._cipher = AESGCM(hmac.digest(key, b"cursor" + self._about, "sha256"))

    def seal(self, position: int, *, epoch: str, scope: str, nonce: bytes) -> str:
        """Return the cursor of a position, 0 to 2⁶⁴ - 1.

        `nonce` is 12 bytes of chance, never used twice; `scope` names the viewer's rights.
        """
        plain = position.to_bytes(_PLACE, "big") + _mark(epoch) + _mark(scope)
        return urlsafe_b64encode(nonce + self._cipher.encrypt(nonce, plain, self._about)).rstrip(b"=").decode()

    def unseal(self, cursor: str, *, epoch: str, scope: str) -> Cursor | None:
        """Return what a cursor says, or None if it is not one this desk, user and view got from this hub."""
        sealed = _bytes_of(cursor)
        if sealed is None:
            return None
        nonce, body = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        try:
            plain = self._cipher.decrypt(nonce, body, self._about)
        except InvalidTag:
            return None
        position, marks = plain[:_PLACE], plain[_PLACE:]
        return Cursor(int.from_bytes(position, "big"), marks[:_MARK] == _mark(epoch), marks[_MARK:] == _mark(scope))


def _mark(word: str) -> bytes:
    """Return a fixed number of bytes that stand for a word, so that no cursor is longer than another."""
    return hashlib.sha256(word.encode("utf-8", "surrogatepass")).digest()[:_MARK]


def _bytes_of(cursor: str) -> bytes | None:
    """Return the bytes of a cursor if it is written exactly as `seal` writes them."""
    try:
        sealed = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
    except ValueError:
        return None
    if len(sealed) != _SEALED or urlsafe_b64encode(sealed).rstrip(b"=").decode() != cursor:
        return None
    return sealed
