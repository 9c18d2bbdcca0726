"""Finding reports by words: the full-text index over number, title, text and place, and the members' names."""

import heapq
import itertools
from collections.abc import Callable, Iterator, Sequence

from services.domain.report import Report
from services.store import members
from services.store.kept import Hit
from services.store.line import Line

Places = Callable[[str], Sequence[str]]
"""The codes of the kecamatan and desa that are called by a word, or by its beginning."""

_BATCHES = (64, 256)
"""How many rows are fetched at a time: most searches are content with the first ones."""
_TEXT = """SELECT n, id, seq FROM report_search CROSS JOIN report ON report.n = report_search.rowid
    WHERE report_search MATCH ? AND report_search.rowid < ? AND (? OR NOT covert AND squad IS NOT 'shadow')
    ORDER BY report_search.rowid DESC LIMIT ?"""
_MEMBER = """SELECT report.n, id, seq FROM report_member CROSS JOIN report ON report.n = report_member.n
    WHERE member = ? AND report_member.n < ? AND (? OR NOT covert AND squad IS NOT 'shadow')
    ORDER BY report_member.n DESC LIMIT ?"""
_NUMBER = "SELECT n, id, seq FROM report WHERE number = ?"
_SHORTEST_PLACE = 3
"""Letters of a word by which a place is looked for."""


def index(line: Line, n: int, report: Report) -> None:
    """Put a new report into the index; what is indexed of a report never changes."""
    place = " ".join((report.place, *(_token(code) for code in (report.kecamatan, report.desa) if code)))
    values = (n, report.number, report.title, report.text, place)
    line.run("INSERT INTO report_search (rowid, number, title, text, place) VALUES (?, ?, ?, ?, ?)", values)


def find(line: Line, query: str, places: Places, *, covert: bool) -> Iterator[Hit]:
    """Yield the reports that match every word of a query: an exact number first, then newest first."""
    words = [word for word in query.split() if any(letter.isalnum() for letter in word)]
    if not words:
        return
    exact = [Hit(*row) for row in line.rows(_NUMBER, (query.strip().upper(),))]
    yield from exact
    by_text = _batches(line, _TEXT, " AND ".join(_asked(word, places) for word in words), covert=covert)
    found = heapq.merge(by_text, *_by_member(line, words, covert=covert), reverse=True)
    for hit, _ in itertools.groupby(found):
        if hit not in exact:
            yield hit


def _asked(word: str, places: Places) -> str:
    """Return what the index is asked for a word: one that begins so, or a place that is called so."""
    quoted = '"{}"*'.format(word.replace('"', '""'))
    called = places(word) if len(word) >= _SHORTEST_PLACE else ()
    return f"({' OR '.join((quoted, *map(_token, called)))})" if called else quoted


def _by_member(line: Line, words: list[str], *, covert: bool) -> Iterator[Iterator[Hit]]:
    """Yield for each member who is called so the rows he has now, newest first."""
    for member, name in members.names(line):
        if members.is_called(name, words):
            yield _batches(line, _MEMBER, member, covert=covert)


def _batches(line: Line, statement: str, asked: str, *, covert: bool) -> Iterator[Hit]:
    """Yield the rows of a statement over `asked`, a row below which to go on, and how many."""
    below = 2**62
    sizes = itertools.chain(_BATCHES, itertools.repeat(_BATCHES[-1]))
    while found := line.rows(statement, (asked, below, covert, next(sizes))):
        yield from (Hit(*row) for row in found)
        below = found[-1][0]


def _token(code: str) -> str:
    """Return the word by which the index knows a place: a kecamatan's code has three parts, a desa's four."""
    return f"{'k' if code.count('.') == 2 else 'd'}{code.replace('.', '')}"  # noqa: PLR2004 - 35.03.08
