"""The filter of the queue: words, kecamatan, member; kept up to date by what comes, and quick at ten thousand."""

import time
from dataclasses import replace

import pytest

from services.domain.rows import ReportRow
from tests.builders import NOW
from tests.widgets.queues import NAMES
from tests.widgets.rows import a_room, a_row
from widgets.models.queue_marks import Sieve
from widgets.models.queue_model import QueueModel
from widgets.models.queue_order import QueueOrder
from widgets.models.report_words import ReportWords
from widgets.queue_text import TypedText

pytestmark = pytest.mark.usefixtures("indonesian")


def a_model(rows: dict[str, ReportRow]) -> QueueModel:
    words = ReportWords(TypedText(NAMES))
    model = QueueModel(QueueOrder("u-sari", fits=words.fits), describe=lambda row: row.title, head=lambda *_: "")
    model.replace(rows, NOW)
    return model


def shown(model: QueueModel) -> set[str]:
    return set(model.order.ids(0, len(model.order)))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lubang", {"a"}),
        ("7q3k92", {"a"}),
        ("7Q3K-92", {"a"}),
        ("sampah", {"b"}),  # its label
        ("@suy", {"a"}),
        ("suyono", {"a"}),
        ("ditugaskan", {"a"}),
        ("watulimo", {"a", "c"}),
        ("watulimo putih", {"c"}),
        ("  ", {"a", "b", "c"}),
        ("tidak ada", set()),
    ],
)
def test_words_are_looked_for_in_all_a_person_would_type(words: str, found: set[str]) -> None:
    model = a_model({
        "a": a_row(title="Lubang dalam", members=("m-31",), state="assigned"),
        "b": a_row(number="1111-11", title="Bau", label="sampah_menumpuk", kecamatan="35.03.03", desa=None, place=""),
        "c": a_row(number="2222-22", title="Demam", label="lainnya", squad="white"),
    })  # fmt: skip
    model.show(Sieve(words=words), NOW)
    assert shown(model) == found


def test_kecamatan_and_member_filter_within_a_queue() -> None:
    rows = dict(a_room())
    model = a_model(rows)
    model.show(Sieve(squad="orange", kecamatan="35.03.08"), NOW)
    assert shown(model) == {id_ for id_, row in rows.items() if (row.squad, row.kecamatan) == ("orange", "35.03.08")}
    model.show(Sieve(member="m-31"), NOW)
    assert shown(model) == {id_ for id_, row in rows.items() if "m-31" in row.members}
    assert model.order.count_of(Sieve()) == len(rows), "the rail counts whole queues"


def test_what_comes_changes_and_goes_is_filtered_too() -> None:
    model = a_model({"a": a_row(title="Banjir")})
    model.show(Sieve(words="banjir"), NOW)
    model.frame({"b": a_row(title="Banjir bandang"), "c": a_row(title="Bau")}, [], now=NOW)
    assert shown(model) == {"a", "b"}
    model.frame({"a": a_row(title="Bukan"), "c": a_row(title="Banjir juga")}, ["b"], now=NOW)
    assert shown(model) == {"c"}
    model.replace({"d": a_row(title="Banjir"), "e": a_row(title="Bau")}, NOW)
    assert shown(model) == {"d"}
    model.show(Sieve(words="banjir").queue, NOW)
    assert shown(model) == {"d", "e"}


def test_a_text_is_made_once_for_as_long_as_its_row_is_the_same() -> None:
    made: list[str] = []

    def say(row: ReportRow) -> str:
        made.append(row.number)
        return row.title

    words = ReportWords(say)
    row = a_row()
    rows = {"a": row, "b": a_row()}
    words.texts(rows)
    words.texts({"a": row})
    assert len(made) == 2
    words.keep_only({"a": row})
    words.texts(rows)
    assert len(made) == 3
    words.texts({"a": replace(row, title="Lain")})
    words.forget(say)
    words.text("a", row)
    assert len(made) == 5


def test_ten_thousand_are_filtered_within_a_keystroke() -> None:
    some = list(a_room().values())
    rows = {f"r-{n}": replace(some[n % len(some)], number=f"{n:04d}-00") for n in range(10_000)}
    model = a_model(rows)
    model.show(Sieve(words="0"), NOW)  # the texts are made when the field opens
    spent = []
    for query in ("j", "ja", "jal", "jalan", "jalan t"):
        began = time.process_time()
        model.order.show(Sieve(words=query), rows)
        model.order.settle(NOW)
        spent.append(time.process_time() - began)
    assert min(spent) < 0.016
