"""Seals who a reporter is, so that the database alone tells nobody.

Each identity has a key of its own; that key is sealed with the key of `keys.json`. Destroying the row in
`identity_key` makes the identity unreadable. Sealed is AES-256-GCM: base64 of 12 bytes nonce and the ciphertext; the
place (`table:id:column`) is authenticated, so that nothing sealed can be moved to another row.
"""

import base64
import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import insert

from services.store.tables import identity, identity_key
from services.store.transaction import Transaction

_NONCE = 12


def seal(transaction: Transaction, words: str) -> str:
    """Keep a reporter's identity sealed, in the transaction of its `open`; return its reference (`Report.identity`)."""
    ref, key_id = f"i-{secrets.token_hex(16)}", f"k-{secrets.token_hex(16)}"
    record_key = AESGCM.generate_key(bit_length=256)
    wrapped = _sealed(transaction.keys.identity, record_key, f"identity_key:{key_id}:wrapped")
    sealed = _sealed(record_key, words.encode(), f"identity:{ref}:sealed")
    transaction.line.execute(insert(identity_key).values(id=key_id, wrapped=wrapped))
    transaction.line.execute(insert(identity).values(ref=ref, key=key_id, sealed=sealed))
    return ref


def _sealed(key: bytes, plain: bytes, place: str) -> str:
    nonce = secrets.token_bytes(_NONCE)
    return base64.b64encode(nonce + AESGCM(key).encrypt(nonce, plain, place.encode())).decode()
