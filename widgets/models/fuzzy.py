"""How well typed letters fit a text: words at a word's start before words inside, then letters in order; no Qt.

A typed text is folded (no capitals, no accents) and cut into words; every word must fit somewhere. Thousands of texts
are looked through a keystroke by plain searches of strings; the dear search for scattered letters is only made among
few texts where the plain one found nothing.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

_WHOLE, _START, _INSIDE, _SCATTERED = 120, 100, 60, 20
_EARLY = 12
"""A fit near the beginning of a text is worth so much more at most."""
_GAP = 2
"""What a letter between two scattered ones costs."""
_SOME_TEXTS = 2_000
"""Scattered letters are looked for in no more texts than these."""
_MOST_SCORED = 300
"""Of more texts that have the words, those come first where the words begin a word, in the order of the texts."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that fits, by its id; a higher score is better."""

    id: str
    score: int


def fold(text: str) -> str:
    """Return a text without capitals and accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def score(words: Iterable[str], text: str) -> int | None:
    """Return how well folded words fit a folded text, None where one of them does not."""
    total = 0
    for word in words:
        fit = _plain(word, text)
        if fit is None:
            fit = _scattered(word, text)
        if fit is None:
            return None
        total += fit
    return total


class FuzzyIndex:
    """Folded texts by id, kept as they change and looked through at every keystroke."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._last: tuple[tuple[str, ...], dict[str, str]] | None = None

    def __len__(self) -> int:
        return len(self._texts)

    def replace(self, texts: Mapping[str, str]) -> None:
        """Take these folded texts and no others."""
        self._texts = dict(texts)
        self._last = None

    def best(self, query: str, limit: int) -> list[Hit]:
        """Return the texts a query fits best, the best first, ties as they were put in."""
        words = tuple(fold(query).split())
        if not words:
            return []
        among = self._among(words)
        hits = [Hit(id_, sum(_found(word, text) for word in words)) for id_, text in _likely(words, among)]
        self._last = (words, among)
        if not hits:
            hits = self._scattered(words)
        hits.sort(key=lambda hit: -hit.score)
        return hits[:limit]

    def _among(self, words: tuple[str, ...]) -> dict[str, str]:
        """Return the texts that have every word; a longer query looks only through what the shorter one found."""
        texts = self._texts
        if self._last is not None and _longer(words, self._last[0]):
            texts = self._last[1]
        for word in words:
            texts = {id_: text for id_, text in texts.items() if word in text}
        return texts

    def _scattered(self, words: tuple[str, ...]) -> list[Hit]:
        if len(self._texts) > _SOME_TEXTS:
            return []
        rest = ((id_, score(words, text)) for id_, text in self._texts.items())
        return [Hit(id_, fit) for id_, fit in rest if fit is not None]


def _likely(words: tuple[str, ...], among: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the texts worth scoring: all of a few, of many those with a word that begins as was typed."""
    if len(among) <= _MOST_SCORED:
        return list(among.items())
    start = f" {words[-1]}"
    first = (pair for pair in among.items() if start in pair[1] or pair[1].startswith(words[-1]))
    likely = list(islice(first, _MOST_SCORED))
    return likely or list(islice(among.items(), _MOST_SCORED))


def _longer(words: tuple[str, ...], before: tuple[str, ...]) -> bool:
    return all(any(old in new for new in words) for old in before)


def _plain(word: str, text: str) -> int | None:
    return _found(word, text) if word in text else None


def _found(word: str, text: str) -> int:
    """Return the worth of a word that is somewhere in a text."""
    at = text.find(word)
    if at > 0 and text[at - 1].isalnum():
        start = text.find(f" {word}")
        if start < 0:
            return _INSIDE + max(0, _EARLY - at)
        at = start + 1
    end = at + len(word)
    whole = end == len(text) or not text[end].isalnum()
    return (_WHOLE if whole else _START) + max(0, _EARLY - at)


def _scattered(word: str, text: str) -> int | None:
    """Return the worth of letters that are in a text in order, the first at a word's start, None where they are not."""
    best: int | None = None
    for start in _starts(word[0], text):
        gaps = _gaps(word, text, start)
        if gaps is not None:
            fit = max(1, _SCATTERED - _GAP * gaps)
            best = fit if best is None else max(best, fit)
    return best


def _starts(letter: str, text: str) -> Iterable[int]:
    return (at for at, other in enumerate(text) if other == letter and (at == 0 or not text[at - 1].isalnum()))


def _gaps(word: str, text: str, start: int) -> int | None:
    """Return how many letters lie between a word's letters; one that goes on at a word's start costs nothing."""
    at, gaps = start, 0
    for letter in word[1:]:
        following = text.find(letter, at + 1)
        if following < 0:
            return None
        if following > at + 1 and text[following - 1].isalnum():
            gaps += following - at - 1
        at = following
    return gaps
