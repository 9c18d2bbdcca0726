"""Finding reports by words: the full-text index over number, title, text and place, and the members' names."""

import heapq
import itertools
from collections.abc import Callable, Iterator, Sequence

from services.domain.report import Report
from services.store import members
from services.store.codec import read_report
from services.store.line import Line

Places = Callable[[str], Sequence[str]]
"""The codes of the kecamatan and desa that are called by a word, or by its beginning."""

_BATCHES = (32, 64, 256)
"""How many rows are fetched at a time: most searches are content with the first ones."""
_TEXT = """SELECT report_search.rowid, body FROM report_search CROSS JOIN report ON report.n = report_search.rowid
    WHERE report_search MATCH ? AND report_search.rowid < ? ORDER BY report_search.rowid DESC LIMIT ?"""
_MEMBER = """SELECT report_member.n, body FROM report_member CROSS JOIN report ON report.n = report_member.n
    WHERE member = ? AND report_member.n < ? ORDER BY report_member.n DESC LIMIT ?"""
_SHORTEST_PLACE = 3
"""Letters of a word by which a place is looked for."""

_Row = tuple[int, str]
"""A report's row and its stored text."""


def index(line: Line, n: int, report: Report) -> None:
    """Put a new report into the index; what is indexed of a report never changes."""
    place = " ".join((report.place, *(_token(code) for code in (report.kecamatan, report.desa) if code)))
    values = (n, report.number, report.title, report.text, place)
    line.run("INSERT INTO report_search (rowid, number, title, text, place) VALUES (?, ?, ?, ?, ?)", values)


def find(line: Line, query: str, places: Places) -> Iterator[Report]:
    """Yield the reports that match every word of a query: an exact number first, then newest first."""
    words = [word for word in query.split() if any(letter.isalnum() for letter in word)]
    if not words:
        return
    exact = line.one("SELECT n, body FROM report WHERE number = ?", (query.strip().upper(),))
    if exact is not None:
        yield read_report(exact[1])
    found = heapq.merge(_by_text(line, words, places), _by_member(line, words), key=_place_of, reverse=True)
    for n, rows in itertools.groupby(found, key=_place_of):
        if exact is None or n != exact[0]:
            yield read_report(next(rows)[1])


def _by_text(line: Line, words: list[str], places: Places) -> Iterator[_Row]:
    """Yield the rows in whose text or place a word begins with each of these, newest first."""
    return _batches(line, _TEXT, " AND ".join(_asked(word, places) for word in words))


def _asked(word: str, places: Places) -> str:
    """Return what the index is asked for a word: one that begins so, or a place that is called so."""
    quoted = '"{}"*'.format(word.replace('"', '""'))
    called = places(word) if len(word) >= _SHORTEST_PLACE else ()
    return f"({' OR '.join((quoted, *map(_token, called)))})" if called else quoted


def _by_member(line: Line, words: list[str]) -> Iterator[_Row]:
    """Yield the rows whose present members are called so, newest first."""
    called = [one.id for one in members.every(line) if members.is_called(one, words)]
    rows = (_batches(line, _MEMBER, member) for member in called)
    return heapq.merge(*rows, key=_place_of, reverse=True)


def _batches(line: Line, statement: str, asked: str) -> Iterator[_Row]:
    """Yield the rows of a statement over `asked`, a row below which to go on, and how many."""
    below = 2**62
    sizes = itertools.chain(_BATCHES, itertools.repeat(_BATCHES[-1]))
    while found := line.rows(statement, (asked, below, next(sizes))):
        yield from ((n, body) for n, body in found)
        below = found[-1][0]


def _place_of(row: _Row) -> int:
    return row[0]


def _token(code: str) -> str:
    """Return the word by which the index knows a place: a kecamatan's code has three parts, a desa's four."""
    return f"{'k' if code.count('.') == 2 else 'd'}{code.replace('.', '')}"  # noqa: PLR2004 - 35.03.08
