"""A search shows each class of viewers what it may see, as it is now, however often the same is asked."""

from dataclasses import replace
from typing import Any

import pytest

from services.domain.people import User
from services.domain.report import Report
from services.domain.squads import Squad
from services.hub import searching
from services.hub.searching import Rows, Search, Shown
from services.protocol.revs import Revs
from services.store.database import Store
from services.store.kept import RowKey, RowVersion
from services.store.transaction import Transaction
from tests.builders import NOW, a_covert_report, a_dispatcher, a_policy, a_report, a_supervisor
from tests.services.hub.running import Running

SARI_, RINA_ = a_dispatcher(), a_supervisor("u-rina", cleared=True)
REVS = Revs(b"r" * 32)


def keep(store: Store, *reports: Report, seq: int = 1, n: int = 1) -> None:
    """Keep reports as they stand after an event, in the n-th version of their rows."""

    def work(transaction: Transaction) -> None:
        for report in reports:
            transaction.save_report(report, seq)
            for projection in ("desk", "covert"):
                transaction.save_row_version(RowKey("report", report.id, projection), RowVersion(n))

    store.submit(work).result()


def a_hit(n: int, **changes: Any) -> Report:
    """A report that is found by `lubang`."""
    return a_report(id=f"r-{n}", number=f"N-{n}", text="Lubang", received=NOW + n, **changes)


def search(store: Store, viewer: User, rows: Rows, most: int = 50) -> list[tuple[str, Shown]]:
    """Search for `lubang`."""
    with store.read() as reader:
        asking = Search(reader=reader, viewer=viewer, policy=a_policy(), revs=REVS, places=lambda _: (), rows=rows)
        return asking.found("lubang", most)


def ids(found: list[tuple[str, Shown]]) -> list[str]:
    """The ids of what was found."""
    return [id_ for id_, _ in found]


@pytest.mark.asyncio
async def test_what_has_changed_since_it_was_found_is_shown_as_it_is_now(running: Running) -> None:
    rows = Rows()
    keep(running.store, a_hit(1), a_hit(2))
    first = dict(search(running.store, SARI_, rows))
    keep(running.store, a_hit(1, danger=True), seq=2, n=2)
    again = dict(search(running.store, SARI_, rows))
    assert again["r-1"].row.danger
    assert again["r-1"].rev != first["r-1"].rev
    assert again["r-2"] is first["r-2"]


@pytest.mark.asyncio
async def test_each_class_of_viewers_is_shown_its_own(running: Running) -> None:
    rows = Rows()
    hidden = replace(a_covert_report(access=[RINA_.id]), id="r-3", number="N-3", text="Lubang")
    keep(running.store, a_hit(1), a_hit(2, squad=Squad.BLUE), hidden)
    blue = a_dispatcher("u-b", squads=[Squad.BLUE])
    other = a_supervisor("u-other", cleared=True)
    for _ in range(2):
        assert ids(search(running.store, RINA_, rows)) == ["r-3", "r-2", "r-1"]
        assert ids(search(running.store, SARI_, rows)) == ids(search(running.store, other, rows)) == ["r-2", "r-1"]
        assert ids(search(running.store, blue, rows)) == ["r-2"]
    keep(running.store, replace(a_hit(2), covert=True), seq=2)
    assert ids(search(running.store, SARI_, rows)) == ["r-1"]


@pytest.mark.asyncio
async def test_hidden_reports_do_not_use_up_the_hits_of_who_may_not_see_them(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "LOOKED_AT", 3)
    secrets = [replace(a_covert_report(access=[RINA_.id]), id=f"r-{n}", number=f"N-{n}", text="Lubang") for n in (5, 6)]
    keep(running.store, a_hit(1), a_hit(2), a_hit(3), *secrets)
    assert ids(search(running.store, SARI_, Rows())) == ["r-3", "r-2", "r-1"]
    assert ids(search(running.store, SARI_, Rows(), most=2)) == ["r-3", "r-2"]
    assert ids(search(running.store, RINA_, Rows())) == ["r-6", "r-5", "r-3"]


def test_the_rows_found_longest_ago_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "MOST_KEPT", 2)
    rows = Rows()
    for n in (1, 2):
        rows.put(("desk", f"r-{n}", 1), None)
    assert rows.get(("desk", "r-1", 1)) == (True, None)
    rows.put(("desk", "r-3", 1), None)
    assert [rows.get(("desk", f"r-{n}", 1))[0] for n in (1, 2, 3)] == [True, False, True]
