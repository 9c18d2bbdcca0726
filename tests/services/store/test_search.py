"""Words find reports, newest first, by number, title, text, place and the names of present members."""

import contextlib
import sqlite3
from collections.abc import Iterable
from itertools import islice

import pytest

from services.domain.events import Assigned, HandedBack
from services.domain.places import Desa, Gazetteer
from services.store.database import Store
from services.store.engine import FILE
from services.store.kept import Hit
from services.store.transaction import Transaction
from tests.builders import NOW, a_member
from tests.services.store.samples import TickingClock, do, opened_nth, write, writing


def nowhere(_: str) -> tuple[str, ...]:
    """No place is called so."""
    return ()


def ids_of(reports: Iterable[Hit]) -> list[str]:
    """The ids of reports, in order."""
    return [report.id for report in reports]


@pytest.fixture
def found(store: Store) -> Store:
    """A store with three reports and two members."""

    def work(transaction: Transaction) -> None:
        transaction.save_member(a_member("m-1", name="Wahyu Nugroho"))
        transaction.save_member(a_member("m-2", name="Siti Aminah"))
        write(
            transaction,
            opened_nth(1, title="Jalan berlubang", text="Lubang di dekat pasar", place="Pasar Gamping"),
            opened_nth(2, title="", text="Pohon tumbang menutup jalan", place="Desa Suruh"),
            opened_nth(3, title="Lampu mati", text='Kata pak RT: "gelap" sekali', place="Café Prigi", number="7Q3K-92"),
            Assigned(report="r-0002", at=NOW, by="u-sari", members=("m-1", "m-2")),
            Assigned(report="r-0003", at=NOW, by="u-sari", members=("m-1",)),
        )

    do(store, work)
    return store


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("jalan", ["r-0002", "r-0001"]),
        ("JALAN", ["r-0002", "r-0001"]),
        ("jal", ["r-0002", "r-0001"]),
        ("jalan pasar", ["r-0001"]),
        ("gamping", ["r-0001"]),
        ("cafe", ["r-0003"]),
        ("7q3k-92", ["r-0003"]),
        ("7Q3K", ["r-0003"]),
        ("wahyu", ["r-0003", "r-0002"]),
        ("nug wah", ["r-0003", "r-0002"]),
        ("siti", ["r-0002"]),
        ("jalan siti", []),
        ('"gelap"', ["r-0003"]),
        ('gelap" OR title:jalan', []),
        ("alan", []),
        ("", []),
        (" - !! ", []),
        ("NEAR(", []),
    ],
)
def test_every_word_of_the_query_must_begin_a_word(found: Store, query: str, ids: list[str]) -> None:
    with found.read() as reader:
        assert ids_of(reader.search(query, nowhere, covert=True)) == ids


def test_a_member_who_no_longer_has_a_report_does_not_find_it(found: Store) -> None:
    back = HandedBack(report="r-0003", at=NOW, by="u-sari", reason="no_access")
    do(found, writing(back))

    with found.read() as reader:
        assert ids_of(reader.search("wahyu", nowhere, covert=True)) == ["r-0002"]


def test_an_exact_number_comes_before_newer_reports_that_mention_it(found: Store) -> None:
    do(found, writing(opened_nth(4, text="Sama dengan 7Q3K-92")))

    with found.read() as reader:
        assert ids_of(reader.search("7Q3K-92", nowhere, covert=True)) == ["r-0003", "r-0004"]


def test_the_search_goes_on_as_far_as_it_is_asked(store: Store) -> None:
    def work(transaction: Transaction) -> None:
        transaction.save_member(a_member("m-1", name="Wahyu"))
        for n in range(200):
            write(transaction, opened_nth(n, text="banjir"))
            write(transaction, Assigned(report=f"r-{n:04}", at=NOW, by="u-sari", members=("m-1",)))

    do(store, work)

    with store.read() as reader:
        newest_first = [f"r-{n:04}" for n in reversed(range(200))]
        assert ids_of(islice(reader.search("banjir", nowhere, covert=True), 5)) == newest_first[:5]
        assert ids_of(reader.search("banjir", nowhere, covert=True)) == newest_first
        assert ids_of(reader.search("wahyu", nowhere, covert=True)) == newest_first


GAZETTEER = Gazetteer(
    [
        Desa("35.03.01.2001", "Prigi", "35.03.01", -8.28, 111.73),
        Desa("35.03.02.2001", "Sukorame Kidul", "35.03.02", -8.1, 111.7),
    ],
    {"35.03.01": "Watulimo", "35.03.02": "Gandusari"},
)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("Watulimo", ["r-0002", "r-0001"]),
        ("watu", ["r-0002", "r-0001"]),
        ("wa", []),
        ("prigi", ["r-0003", "r-0001"]),
        ("lubang watulimo", ["r-0001"]),
        ("kidul", ["r-0004"]),
        ("sukorame", ["r-0005", "r-0004"]),
        ("gandusari lubang", []),
    ],
)
def test_a_place_is_found_by_its_name_wherever_it_is_written(store: Store, query: str, ids: list[str]) -> None:
    places = {
        1: {"kecamatan": "35.03.01", "desa": "35.03.01.2001", "text": "Lubang"},
        2: {"kecamatan": "35.03.01", "text": "Pohon tumbang"},
        3: {"text": "Dekat pantai Prigi"},
        4: {"kecamatan": "35.03.02", "desa": "35.03.02.2001", "text": "Gelap"},
        5: {"text": "Arah Sukorame"},
    }
    plain = {"title": "", "place": "", "kecamatan": None, "desa": None}
    do(store, writing(*(opened_nth(n, **{**plain, **place}) for n, place in places.items())))

    with store.read() as reader:
        assert ids_of(reader.search(query, GAZETTEER.named, covert=True)) == ids


def test_a_database_from_before_knows_its_places_after_the_migration(store: Store) -> None:
    do(store, writing(opened_nth(1, kecamatan="35.03.01", desa="35.03.01.2001", text="Lubang", title="Besar")))
    folder = store.folder
    store.close()
    with contextlib.closing(sqlite3.connect(folder / FILE)) as old:
        old.execute("INSERT INTO report_search (report_search) VALUES ('delete-all')")
        old.execute("UPDATE alembic_version SET version_num = '0003'")
        old.commit()
    with contextlib.closing(Store.open(folder, clock=TickingClock())) as again, again.read() as reader:
        for query in ("watulimo", "prigi", "lubang besar", "0001-00"):
            assert ids_of(reader.search(query, GAZETTEER.named, covert=True)) == ["r-0001"]
