"""A broken row costs itself and nothing behind it; no row is silently dropped."""

from pathlib import Path

import pytest

from services.intake.records import FileUnreadable, Refused
from services.intake.table_file import MOST_LINES, rows

Row = tuple[int, dict[str, str]] | Refused


def read(tmp_path: Path, content: bytes | str) -> list[Row]:
    path = tmp_path / "file.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(rows(path, ["a", "b"]))


def test_rows_come_with_their_line_and_cells(tmp_path: Path) -> None:
    assert read(tmp_path, "b,a\n1,2\n3,4\n") == [(2, {"b": "1", "a": "2"}), (3, {"b": "3", "a": "4"})]


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfa,b\r\n1,2\r\n", b"a,b\n1,2", b"a,b\n\n1,2\n\n  \n"])
def test_byte_order_marks_line_ends_and_empty_lines_do_not_matter(tmp_path: Path, content: bytes) -> None:
    cells = [row[1] for row in read(tmp_path, content) if not isinstance(row, Refused)]

    assert cells == [{"a": "1", "b": "2"}]


def test_a_quoted_cell_may_have_commas_quotes_and_line_breaks(tmp_path: Path) -> None:
    assert read(tmp_path, 'a,b\n"x, ""y""\nz",2\n3,4\n') == [
        (2, {"a": 'x, "y"\nz', "b": "2"}),
        (4, {"a": "3", "b": "4"}),
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("1", "1 columns instead of 2"),
        ("1,2,3", "3 columns instead of 2"),
        (",,,", "4 columns instead of 2"),
        ('"x"y,2', "not a row"),
        ('x"y,2', "without its end"),
        ('"x,2', "without its end"),
        (f'"{"x" * 200_000}",2', "not a row"),
    ],
)
def test_a_broken_row_costs_itself_only(tmp_path: Path, line: str, reason: str) -> None:
    before, broken, *after = read(tmp_path, f"a,b\n1,2\n{line}\n3,4\n5,6\n")

    assert before == (2, {"a": "1", "b": "2"})
    assert isinstance(broken, Refused)
    assert (broken.row, broken.field) == (3, "row")
    assert reason in broken.reason
    assert after == [(4, {"a": "3", "b": "4"}), (5, {"a": "5", "b": "6"})]


def test_two_broken_rows_do_not_swallow_what_lies_between(tmp_path: Path) -> None:
    found = read(tmp_path, 'a,b\n"x,2\n3,4\n"y,6\n7,8\n')

    assert [row.row if isinstance(row, Refused) else row[0] for row in found] == [2, 3, 4, 5]
    assert [isinstance(row, Refused) for row in found] == [True, False, True, False]


def test_a_cell_without_end_is_not_looked_for_for_ever(tmp_path: Path) -> None:
    found = read(tmp_path, 'a,b\n"x,2\n' + "3,4\n" * (2 * MOST_LINES))

    assert len(found) == 2 * MOST_LINES + 1
    assert isinstance(found[0], Refused)


def test_bytes_that_are_not_utf8_come_through_for_the_reader_to_refuse(tmp_path: Path) -> None:
    assert read(tmp_path, b"a,b\n\xff,2\n") == [(2, {"a": "\udcff", "b": "2"})]


@pytest.mark.parametrize(
    ("content", "reason"), [("", "no header"), ("a,c\n1,2\n", "'b'"), ('"a,b\n1,2\n', "no header"), ("a\n", "'b'")]
)
def test_a_file_without_the_columns_is_another_file(tmp_path: Path, content: str, reason: str) -> None:
    with pytest.raises(FileUnreadable, match=reason):
        read(tmp_path, content)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match="cannot be read"):
        list(rows(tmp_path / "none.csv", ["a"]))
