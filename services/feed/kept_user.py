"""Who signed in last on this PC, so that the same person finds the last board when there is no hub to ask.

The password is kept as scrypt makes it; whoever has the files can try passwords at that price, and the board beside
them is not sealed yet. What may be seen so is seven days old at most, and never covert.
"""

import hashlib
import hmac
import json
import secrets
from pathlib import Path
from typing import Any

from services.domain.people import Role, User
from services.domain.squads import Squad

_COST, _BLOCK, _LANES, _MEMORY = 2**15, 8, 1, 64 * 1024 * 1024


class KeptUser:
    """One file beside the board of a user of a hub."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def keep(self, user: User, password: str) -> None:
        """Keep who the hub let in with this password."""
        salt = secrets.token_bytes(16)
        kept = {
            "id": user.id,
            "name": user.name,
            "roles": sorted(user.roles),
            "squads": None if user.squads is None else sorted(user.squads),
            "salt": salt.hex(),
            "hash": _hash(password, salt).hex(),
        }
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._path.touch(mode=0o600)
        self._path.write_text(json.dumps(kept), encoding="utf-8")

    def known(self, password: str) -> User | None:
        """Return who was let in with this password, without the covert role: covert rows are never kept."""
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
            user, salt, expected = _user(kept), bytes.fromhex(kept["salt"]), bytes.fromhex(kept["hash"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return user if hmac.compare_digest(_hash(password, salt), expected) else None

    def forget(self) -> None:
        """Know nobody any more."""
        self._path.unlink(missing_ok=True)


def _user(kept: dict[str, Any]) -> User:
    squads = kept["squads"]
    return User(
        id=str(kept["id"]),
        name=str(kept["name"]),
        roles=frozenset(Role(role) for role in kept["roles"]) - {Role.COVERT},
        squads=None if squads is None else frozenset(Squad(squad) for squad in squads),
    )


def _hash(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES, maxmem=_MEMORY)
