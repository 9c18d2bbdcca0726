"""Reports as they stand: found by id, number and source, alive until retired."""

import sqlite3

import pytest

from services.domain.events import Assigned, Closed, Reopened, Retired
from services.domain.report import Report, State
from services.store.database import Store
from services.store.transaction import Transaction
from tests.builders import NOW, a_report
from tests.services.store.samples import do, noted, opened_nth, write, writing


def test_a_report_comes_back_as_it_was_saved(store: Store) -> None:
    report = a_report(State.WAITING)
    do(store, lambda transaction: transaction.save_report(report, 1))

    with store.read() as reader:
        assert reader.load_report(report.id) == report
        assert reader.load_report("r-unknown") is None


def test_a_changed_report_replaces_the_old_one(store: Store) -> None:
    do(store, writing(opened_nth(1), noted()))
    do(store, lambda transaction: transaction.save_report(_changed(transaction), 2))

    with store.read() as reader:
        (report,) = reader.live_reports()
        assert (report.title, report.version) == ("Baru", 2)


def _changed(transaction: Transaction) -> Report:
    kept = transaction.load_report("r-0001")
    assert kept is not None
    return a_report(id=kept.id, number=kept.number, version=kept.version, title="Baru", received=kept.received)


def test_a_retired_report_is_not_live_and_can_still_be_read(store: Store) -> None:
    closed = Closed(report="r-0001", at=NOW, by="u-sari", outcome="cancelled", reason="test")
    do(store, writing(opened_nth(1), opened_nth(2), closed))
    do(store, writing(Retired(report="r-0001", at=NOW, by="hub")))

    with store.read() as reader:
        assert [report.id for report in reader.live_reports()] == ["r-0002"]
        kept = reader.load_report("r-0001")
        assert kept is not None
        assert kept.retired


def test_a_retired_report_that_is_reopened_is_live_again(store: Store) -> None:
    closed = Closed(report="r-0001", at=NOW, by="u-sari", outcome="cancelled", reason="test")
    retired = Retired(report="r-0001", at=NOW, by="hub")
    reopened = Reopened(report="r-0001", at=NOW, by="u-hendro", reason="problem_back")
    for event in (opened_nth(1), closed, retired, reopened):
        do(store, writing(event))

    with store.read() as reader:
        assert [report.id for report in reader.live_reports()] == ["r-0001"]


def test_reports_since_a_time_are_all_received_then_or_later(store: Store) -> None:
    for n, at in enumerate((NOW - 20, NOW - 10, NOW), start=1):
        do(store, writing(opened_nth(n, at=at), at=at))

    with store.read() as reader:
        assert [report.id for report in reader.reports_since(NOW - 10)] == ["r-0002", "r-0003"]


def test_a_report_is_found_by_its_source_and_its_number(store: Store) -> None:
    do(store, writing(opened_nth(1, source_system="lapor", source_id="77")))

    with store.read() as reader:
        assert reader.find_source("lapor", "77") == ["r-0001"]
        assert reader.find_source("lapor", "78") == []
        assert reader.find_source("qlue", "77") == []
        assert reader.find_number("0001-00") == "r-0001"
        assert reader.number_taken("0001-00")
        assert not reader.number_taken("0002-00")


def test_a_source_may_have_several_reports_since_one_may_be_hidden_from_who_opens_the_next(store: Store) -> None:
    for n in (2, 1):
        do(store, writing(opened_nth(n, source_system="lapor", source_id="77")))

    with store.read() as reader:
        assert reader.find_source("lapor", "77") == ["r-0002", "r-0001"]


def test_two_reports_of_one_number_are_impossible(store: Store) -> None:
    do(store, writing(opened_nth(1)))

    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        do(store, writing(opened_nth(2, number="0001-00")))


def test_many_reports_are_written_in_one_work(store: Store) -> None:
    members = Assigned(report="r-0000", at=NOW, by="hub", members=("m-1",))

    def work(transaction: Transaction) -> None:
        for n in range(500):
            write(transaction, opened_nth(n), *([members] if n == 0 else []))

    do(store, work)

    with store.read() as reader:
        assert len(reader.live_reports()) == 500
