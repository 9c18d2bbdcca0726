"""A reporter's identity can be read with the key file and its own record key, and by nothing less."""

import base64
import re
from collections.abc import Callable

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from services.store import identities
from services.store.database import Store
from services.store.engine import FILE
from tests.services.store.samples import do

WORDS = "Bu Sumiyati, 0812-3456-7890"


def opened_by_hand(key: bytes, sealed: str, place: str) -> bytes:
    raw = base64.b64decode(sealed)
    return AESGCM(key).decrypt(raw[:12], raw[12:], place.encode())


def kept(store: Store, ref: str) -> tuple[str, str, str]:
    with store.read() as reader:
        query = "SELECT key, wrapped, sealed FROM identity JOIN identity_key ON identity_key.id = key WHERE ref = ?"
        row = reader.line.one(query, (ref,))
    assert row is not None
    return (row[0], row[1], row[2])


def test_with_both_keys_it_says_who_reported(store: Store) -> None:
    ref = do(store, lambda transaction: identities.seal(transaction, WORDS))

    key_id, wrapped, sealed = kept(store, ref)
    record_key = opened_by_hand(store.keys.identity, wrapped, f"identity_key:{key_id}:wrapped")
    assert opened_by_hand(record_key, sealed, f"identity:{ref}:sealed").decode() == WORDS


def test_what_is_sealed_cannot_be_moved_to_another_row(store: Store) -> None:
    one, other = (do(store, lambda transaction: identities.seal(transaction, WORDS)) for _ in range(2))

    key_id, wrapped, sealed = kept(store, one)
    record_key = opened_by_hand(store.keys.identity, wrapped, f"identity_key:{key_id}:wrapped")
    with pytest.raises(InvalidTag):
        opened_by_hand(record_key, sealed, f"identity:{other}:sealed")
    with pytest.raises(InvalidTag):
        opened_by_hand(store.keys.rev, wrapped, f"identity_key:{key_id}:wrapped")


def test_the_reference_says_nothing_and_never_repeats(store: Store) -> None:
    refs = {do(store, lambda transaction: identities.seal(transaction, WORDS)) for _ in range(20)}

    assert len(refs) == 20
    assert all(re.fullmatch("i-[0-9a-f]{32}", ref) for ref in refs)


def test_a_refused_command_leaves_no_identity_behind(store: Store) -> None:
    def refused(transaction: object) -> None:
        identities.seal(transaction, WORDS)  # type: ignore[arg-type] # a transaction it is
        raise LookupError("refused")

    with pytest.raises(LookupError):
        do(store, refused)

    with store.read() as reader:
        assert reader.line.value("SELECT count(*) FROM identity") == 0
        assert reader.line.value("SELECT count(*) FROM identity_key") == 0


def test_the_words_are_nowhere_in_the_files(open_store: Callable[[], Store]) -> None:
    store = open_store()
    do(store, lambda transaction: identities.seal(transaction, WORDS))
    files = [path.read_bytes() for path in store.folder.iterdir() if path.is_file()]
    store.close()

    assert not any(b"Sumiyati" in content for content in [*files, (store.folder / FILE).read_bytes()])
