"""The queue's model tells Qt exactly what changed, under Qt's own model tester."""

import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from services.domain.policy import HOUR, MINUTE
from tests.builders import NOW
from tests.widgets.rows import a_row, random_row, random_rows
from widgets.models.queue_marks import Sieve
from widgets.models.queue_model import QueueModel, QueueRole
from widgets.models.queue_order import QueueOrder


def a_model(order: QueueOrder | None = None) -> QueueModel:
    return QueueModel(order or QueueOrder("u-sari"), describe=lambda row: row.number, head=lambda *head: f"{head}")


def contents(model: QueueModel) -> list[object]:
    """What stands in the rows: the group of a head, the id of a report."""
    heads = [model.head_at(row) for row in range(model.rowCount())]
    return [model.report_at(row) if head is None else head for row, head in enumerate(heads)]


def expected(model: QueueModel) -> list[object]:
    """The same, from the order below."""
    ids, found, at = model.order.ids(0, len(model.order)), list[object](), 0
    for head, size in enumerate(model.counts.sizes):
        if size:
            found += [head, *ids[at : at + size]]
            at += size
    return found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(seed=st.integers(0, 10_000))
def test_random_frames_keep_the_model_whole(qapp: QApplication, seed: int) -> None:
    chance = random.Random(seed)
    model = a_model()
    quiet = a_model()
    quiet.replace(random_rows(30, seed=seed), NOW)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.replace(random_rows(30, seed=seed), NOW)
    followed = {str(model.report_at(row)): QPersistentModelIndex(model.index(row)) for row in range(model.rowCount())}
    followed.pop("None", None)
    known = {f"r-{n:06}" for n in range(30)}
    for frame in range(8):
        now = NOW + frame * 20 * MINUTE
        gone = [report for report in sorted(known) if chance.random() < 0.1]
        puts = {f"r-{chance.randrange(50):06}": random_row(chance) for _ in range(10)}
        known = (known - set(gone)) | set(puts)
        before = {report for report in followed if model.row_of(report) is not None}

        hold = chance.random() < 0.3
        model.frame(puts, gone, now=now, hold=hold)
        quiet.frame(puts, gone, now=now, hold=hold)

        assert contents(model) == contents(quiet) == expected(model)
        for report in before:
            row = model.row_of(report)
            if row is not None and followed[report].isValid():
                assert followed[report].row() == row
        assert all(not followed[report].isValid() for report in before if model.row_of(report) is None)
    model.show(Sieve(squad="orange"), NOW)
    assert contents(model) == expected(model)
    del tester


def test_a_row_is_found_where_it_stands(qapp: QApplication) -> None:
    model = a_model()
    model.replace(random_rows(60), NOW)

    for row in range(model.rowCount()):
        report = model.report_at(row)
        assert report is None or model.row_of(report) == row
    assert model.report_at(-1) is None
    assert model.report_at(model.rowCount()) is None
    assert model.row_of("r-none") is None


def test_a_changed_row_is_told_alone(qapp: QApplication, told: Callable[[QueueModel], list[tuple[int, int]]]) -> None:
    model = a_model()
    model.replace({f"r-{n}": a_row(due_first=NOW + n * HOUR) for n in range(2, 9)}, NOW)
    said = told(model)

    model.frame({"r-4": a_row(due_first=NOW + 4 * HOUR, title="Lain")}, [], now=NOW)

    row = model.row_of("r-4")
    assert said == [(row, row)]
    changed = model.row("r-4")
    assert changed is not None
    assert changed.title == "Lain"


@pytest.fixture
def told() -> Callable[[QueueModel], list[tuple[int, int]]]:
    """Return a listener for changed rows; a reset or a new layout ends the test."""

    def listen(model: QueueModel) -> list[tuple[int, int]]:
        said: list[tuple[int, int]] = []
        model.dataChanged.connect(lambda first, last: said.append((first.row(), last.row())))
        for signal in (model.modelReset, model.layoutChanged, model.rowsInserted, model.rowsRemoved):
            signal.connect(lambda *_: said.append((-1, -1)))
        return said

    return listen


def test_only_a_snapshot_resets(qapp: QApplication, told: Callable[[QueueModel], list[tuple[int, int]]]) -> None:
    model = a_model()
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))

    model.replace(random_rows(20), NOW)
    model.frame(random_rows(40, seed=3), ["r-000001"], now=NOW)

    assert len(resets) == 1


def test_a_head_is_said_and_cannot_be_chosen(qapp: QApplication) -> None:
    model = a_model()
    model.replace({"r": a_row(due_first=NOW - 1)}, NOW)
    head, row = model.index(0), model.index(1)

    assert model.data(head) == "(0, 1)"
    assert model.data(head, QueueRole.HEAD) == 0
    assert model.data(head, QueueRole.REPORT) is None
    assert model.data(row, Qt.ItemDataRole.AccessibleTextRole) == "7Q3K-92"
    assert model.data(row, QueueRole.REPORT) == "r"
    assert model.data(row, Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert not model.flags(head) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(row) & Qt.ItemFlag.ItemIsSelectable
    assert model.rowCount(row) == 0
