"""Passwords and tokens as they are kept: argon2 for what people choose, SHA-256 for what chance chose."""

import hashlib
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

_HASHER = PasswordHasher(time_cost=3, memory_cost=24 * 1024, parallelism=1)
"""Some 50 ms and 24 MiB a try."""

NOBODY = "$argon2id$v=19$m=24576,t=3,p=1$zMnDxq678vCHXomqKaArgQ$E9nUs5e2cTuS9Nbc8JCfxATCBcIDByjTeH/oxgD7rts"
"""What the password of a name nobody has is checked against, so that it takes as long; nobody knows its password."""

LONGEST = 1_000


def hash_password(password: str) -> str:
    """Return a password as it is kept.

    Raises:
        ValueError: it is empty or has more than 1,000 characters.
    """
    if not 0 < len(password) <= LONGEST:
        raise ValueError("password: want 1 to 1,000 characters")
    return _HASHER.hash(password)


def fits(kept: str, password: str) -> bool:
    """Tell whether a password is the one that was kept."""
    try:
        return _HASHER.verify(kept, password.encode("utf-8", "surrogatepass"))
    except (VerifyMismatchError, InvalidHashError):
        return False


def is_password_hash(text: str) -> bool:
    """Tell whether a text is a password as kept here, with at least today's cost."""
    try:
        return not _HASHER.check_needs_rehash(text)
    except InvalidHashError:
        return False


def new_token() -> str:
    """Return a token of 256 random bits; show it once and keep `token_hash` of it."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """Return a token as it is kept."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
