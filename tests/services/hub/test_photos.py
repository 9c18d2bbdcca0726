"""Photos: handed out to whoever sees a report that carries them, and to nobody else."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from services.domain.people import Role
from services.domain.report import Report
from services.hub.photos import has_photo, photo_of
from services.store import people, photos
from services.store.database import Store
from services.store.passwords import token_hash
from services.store.transaction import Transaction
from tests.builders import NOW, a_covert_report, a_policy, a_report

JPEG = b"\xff\xd8\xff"
TOKENS = {"desk": Role.DISPATCHER, "gate": Role.INTAKE, "wall": Role.WALL}


def carrying(photo: str, report: Report) -> Report:
    return replace(report, photos=(photo,))


def populate(transaction: Transaction) -> None:
    for name, role in TOKENS.items():
        people.add_token(transaction, name=name, roles=frozenset({role}), token_hash=token_hash(name), now=NOW)
    transaction.save_report(carrying("p-road", a_report()), 1)
    transaction.save_report(carrying("p-secret", replace(a_covert_report(), id="r-hidden", number="AAAA-11")), 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with a public and a covert report, a photo each, and devices of three roles."""
    opened = Store.open(tmp_path / "hub", clock=lambda: NOW)
    opened.submit(populate).result()
    for photo in ("p-road", "p-secret", "p-unattached"):
        photos.keep(opened.folder, photo, full=JPEG + photo.encode(), thumb=JPEG + b"thumb")
    yield opened
    opened.close()


def ask(store: Store, path: str, who: str = "desk") -> bytes | None:
    return photo_of(store, a_policy(), path=path, authorization=f"Bearer {who}", now=NOW)


def test_a_photo_is_there_when_its_files_are(store: Store) -> None:
    assert has_photo(store.folder, "p-unattached")
    assert not any(has_photo(store.folder, photo) for photo in ("p-nothing", "", "../keys"))


def test_whoever_sees_the_report_gets_its_photo_in_both_sizes(store: Store) -> None:
    assert ask(store, "/photos/p-road?size=full") == JPEG + b"p-road"
    assert ask(store, "/photos/p-road") == JPEG + b"p-road"
    assert ask(store, "/photos/p-road?size=thumb") == JPEG + b"thumb"


def test_whoever_does_not_see_the_report_gets_none(store: Store) -> None:
    assert ask(store, "/photos/p-secret?size=full") is None
    assert ask(store, "/photos/p-unattached?size=full") is None
    assert ask(store, "/photos/p-nothing") is None
    assert ask(store, "/photos/p-road", who="wall") is None
    assert ask(store, "/photos/p-road", who="gate") is None


def test_nobody_gets_anything_without_a_token_that_serves(store: Store) -> None:
    assert ask(store, "/photos/p-road", who="") is None
    assert ask(store, "/photos/p-road", who="foreign") is None


def test_a_photo_that_left_its_report_is_gone_for_everybody(store: Store) -> None:
    def without(transaction: Transaction) -> None:
        transaction.save_report(replace(a_report(), photos=()), 2)

    store.submit(without).result()
    assert ask(store, "/photos/p-road") is None


def test_a_path_that_leads_elsewhere_finds_nothing(store: Store) -> None:
    assert ask(store, "/photos/..%2fkeys.json") is None
    assert ask(store, "/photos/") is None


def test_a_file_that_is_missing_is_no_failure(store: Store) -> None:
    found = photos.find(store.folder, "p-road", "full")
    assert found is not None
    found.unlink()
    assert ask(store, "/photos/p-road?size=full") is None
