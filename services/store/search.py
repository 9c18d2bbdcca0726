"""Finding reports by words: the full-text index over number, title, text and place, and the members' names."""

import heapq
import itertools
from collections.abc import Iterator

from services.domain.report import Report
from services.store import members
from services.store.line import Line

_BATCH = 64
_TEXT = "SELECT rowid FROM report_search WHERE report_search MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?"
_MEMBER = "SELECT n FROM report_member WHERE member = ? AND n < ? ORDER BY n DESC LIMIT ?"


def index(line: Line, n: int, report: Report) -> None:
    """Put a new report into the index; what is indexed of a report never changes."""
    values = (n, report.number, report.title, report.text, report.place)
    line.run("INSERT INTO report_search (rowid, number, title, text, place) VALUES (?, ?, ?, ?, ?)", values)


def find(line: Line, query: str) -> Iterator[str]:
    """Yield ids of the reports that match every word of a query: an exact number first, then newest first."""
    words = [word for word in query.split() if any(letter.isalnum() for letter in word)]
    if not words:
        return
    exact = line.value("SELECT id FROM report WHERE number = ?", (query.strip().upper(),))
    if exact is not None:
        yield exact
    found = heapq.merge(_by_text(line, words), _by_member(line, words), reverse=True)
    for n, _ in itertools.groupby(found):
        one = line.value("SELECT id FROM report WHERE n = ?", (n,))
        if one != exact:
            yield one


def _by_text(line: Line, words: list[str]) -> Iterator[int]:
    """Yield the rows whose text has a word beginning with each of these, newest first."""
    match = " ".join('"{}"*'.format(word.replace('"', '""')) for word in words)
    below = 2**62
    while found := line.rows(_TEXT, (match, below, _BATCH)):
        yield from (n for (n,) in found)
        below = found[-1][0]


def _by_member(line: Line, words: list[str]) -> Iterator[int]:
    """Yield the rows whose present members are called so, newest first."""
    called = [one.id for one in members.every(line) if members.is_called(one, words)]
    return heapq.merge(*(_of_member(line, member) for member in called), reverse=True)


def _of_member(line: Line, member: str) -> Iterator[int]:
    """Yield the rows a member has now, newest first."""
    below = 2**62
    while found := line.rows(_MEMBER, (member, below, _BATCH)):
        yield from (n for (n,) in found)
        below = found[-1][0]
