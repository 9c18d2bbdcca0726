"""The keys that lie with the data but outside the database: for cursors, row versions and reporters' identities."""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from services.store.failures import StoreRefused
from services.store.private_files import refuse_if_others_may, write_new

FILE = "keys.json"
_BYTES = 32


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """Three keys of 32 bytes; back them up apart from the database: without `identity` no sealed identity opens."""

    cursor: bytes
    rev: bytes
    identity: bytes


def load_or_make(folder: Path, *, new: bool) -> Keys:
    """Read the folder's keys; for a new database make them.

    Raises:
        StoreRefused: others may read the file, it is damaged, or it is missing beside a database.
    """
    path = folder / FILE
    if not path.exists():
        if not new:
            raise StoreRefused(f"{path} is missing: put back the copy kept apart from the database")
        made = {name: secrets.token_hex(_BYTES) for name in Keys.__slots__}
        write_new(path, json.dumps(made).encode())
    refuse_if_others_may(path)
    try:
        kept = json.loads(path.read_bytes())
        keys = Keys(**{name: bytes.fromhex(kept[name]) for name in Keys.__slots__})
    except (ValueError, KeyError, TypeError, OSError) as damaged:
        raise StoreRefused(f"{path} is damaged ({type(damaged).__name__}): put back its copy") from None
    if any(len(key) != _BYTES for key in (keys.cursor, keys.rev, keys.identity)):
        raise StoreRefused(f"{path} is damaged: a key must have {_BYTES} bytes")
    return keys
