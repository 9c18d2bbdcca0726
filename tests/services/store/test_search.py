"""Words find reports, newest first, by number, title, text, place and the names of present members."""

from itertools import islice

import pytest

from services.domain.events import Assigned, HandedBack
from services.store.database import Store
from services.store.transaction import Transaction
from tests.builders import NOW, a_member
from tests.services.store.samples import do, opened_nth, write, writing


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
        assert list(reader.search(query)) == ids


def test_a_member_who_no_longer_has_a_report_does_not_find_it(found: Store) -> None:
    back = HandedBack(report="r-0003", at=NOW, by="u-sari", reason="no_access")
    do(found, writing(back))

    with found.read() as reader:
        assert list(reader.search("wahyu")) == ["r-0002"]


def test_an_exact_number_comes_before_newer_reports_that_mention_it(found: Store) -> None:
    do(found, writing(opened_nth(4, text="Sama dengan 7Q3K-92")))

    with found.read() as reader:
        assert list(reader.search("7Q3K-92")) == ["r-0003", "r-0004"]


def test_the_search_goes_on_as_far_as_it_is_asked(store: Store) -> None:
    def work(transaction: Transaction) -> None:
        transaction.save_member(a_member("m-1", name="Wahyu"))
        for n in range(200):
            write(transaction, opened_nth(n, text="banjir"))
            write(transaction, Assigned(report=f"r-{n:04}", at=NOW, by="u-sari", members=("m-1",)))

    do(store, work)

    with store.read() as reader:
        newest_first = [f"r-{n:04}" for n in reversed(range(200))]
        assert list(islice(reader.search("banjir"), 5)) == newest_first[:5]
        assert list(reader.search("banjir")) == newest_first
        assert list(reader.search("wahyu")) == newest_first
