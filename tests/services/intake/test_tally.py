"""The last line says what became of every row, and refused ones are in a file."""

import csv
from pathlib import Path

from services.intake.records import Refused
from services.intake.tally import RefusedFile, Tally


def test_the_last_line() -> None:
    tally = Tally(read=69, opened=60, existing=5, refused=4)

    assert str(tally) == "read 69, opened 60, existing 5, refused 4"
    assert tally.done == tally.read


def test_refused_rows_are_in_the_file_with_their_reasons(tmp_path: Path) -> None:
    path = tmp_path / "refused.csv"
    file = RefusedFile(path)

    file.add(Refused(3, "createddate", "a date without a time", source="1-1"))
    file.add(Refused(4, "row", "3 columns, not 2"))
    file.close()

    with path.open(encoding="utf-8", newline="") as text:
        assert list(csv.DictReader(text)) == [
            {"row": "3", "field": "createddate", "reason": "a date without a time", "source": "1-1"},
            {"row": "4", "field": "row", "reason": "3 columns, not 2", "source": ""},
        ]


def test_no_cell_is_a_formula_or_breaks_the_file(tmp_path: Path) -> None:
    path = tmp_path / "refused.csv"
    file = RefusedFile(path)

    file.add(Refused(3, "id", "x", source='=HYPERLINK("a")'))
    file.add(Refused(4, "id", "x", source="\ud800"))
    file.close()

    with path.open(encoding="utf-8", newline="") as text:
        assert [row["source"] for row in csv.DictReader(text)] == ['\'=HYPERLINK("a")', "?"]


def test_without_a_refused_row_there_is_no_file(tmp_path: Path) -> None:
    RefusedFile(tmp_path / "refused.csv").close()

    assert not (tmp_path / "refused.csv").exists()
