"""In what two reports are alike, and which one a report may be merged into."""

import pytest

from desktop.alike import Alike, alike, candidates, of_number
from services.domain.policy import MINUTE
from tests.builders import NOW
from tests.widgets.rows import a_row


def test_distance_time_label_squad_and_place_are_held_beside_each_other() -> None:
    this = a_row(lat=-8.29, lon=111.71, received=NOW)
    other = a_row(
        lat=-8.291, lon=111.71, received=NOW - MINUTE, label="banjir", squad="blue", desa=None, kecamatan="35.03.01"
    )

    assert alike(this, other) == Alike(metres=111, apart=-MINUTE, same_label=False, same_squad=False, same_area=False)
    assert alike(this, this) == Alike(metres=0, apart=0, same_label=True, same_squad=True, same_area=True)


def test_what_a_report_does_not_tell_is_neither_the_same_nor_another() -> None:
    nowhere = a_row(lat=None, lon=None, desa=None, kecamatan=None)

    assert alike(a_row(), nowhere).metres is None
    assert alike(nowhere, a_row()).metres is None
    assert alike(a_row(), nowhere).same_area is None


def test_suspected_ones_come_first_and_each_once() -> None:
    rows = {"r-1": a_row(suspected=("r-3", "r-9")), "r-2": a_row(), "r-3": a_row(), "r-4": a_row(state="closed")}

    assert candidates("r-1", rows, ["r-2", "r-3", "r-1", "r-4"]) == ("r-3", "r-2")
    assert candidates("r-9", rows, ["r-2"]) == ("r-2",)


@pytest.mark.parametrize(
    ("typed", "found"), [("7q3k92", "r-2"), ("7Q3K-9", "r-2"), ("7Q", None), ("", None), ("K", "r-4"), ("XX", None)]
)
def test_a_number_is_found_by_its_beginning_where_it_is_the_only_one(typed: str, found: str | None) -> None:
    rows = {
        "r-1": a_row(number="7Q3K-92"),
        "r-2": a_row(number="7Q3K-92"),
        "r-3": a_row(number="7QAA-11"),
        "r-4": a_row(number="K000-11"),
        "r-5": a_row(number="XX00-11", state="closed"),
    }

    assert of_number(typed, rows, but="r-1") == found
