"""Which place somebody means by a typed name: names that occur twice are never decided for him."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A desa by its code, its name and the name of the kecamatan it lies in."""

    code: str
    name: str
    kecamatan: str


class Naming:
    """The places that can be named."""

    __slots__ = ("_folded", "_places")

    def __init__(self, places: Iterable[NamedPlace]) -> None:
        self._places = tuple(sorted(places, key=lambda place: (place.name, place.kecamatan)))
        self._folded = {place.code: (plain(place.name), plain(place.kecamatan)) for place in self._places}

    def of(self, code: str | None) -> NamedPlace | None:
        """Return the place of a code."""
        return next((place for place in self._places if place.code == code), None)

    def fitting(self, typed: str, *, most: int = 6) -> tuple[NamedPlace, ...]:
        """Return the places a typed text may mean, the likeliest first; those of one name stand together.

        Every word must begin a word of the name or of the kecamatan: `karanganyar pule` means one of two.
        """
        words = plain(typed).split()
        if not words:
            return ()
        found = [place for place in self._places if self._fits(words, place)]
        found.sort(key=lambda place: self._rank(words, place))
        return tuple(found[:most])

    def twins(self, typed: str) -> tuple[NamedPlace, ...]:
        """Return the places of one name between which a choice is needed; none where what was typed is certain."""
        found = self.fitting(typed, most=len(self._places))
        same = tuple(place for place in found if place.name == found[0].name)
        return same if len(same) > 1 else ()

    def certain(self, typed: str) -> NamedPlace | None:
        """Return the place that Enter may take: the likeliest, unless another one with its name fits, too."""
        found = self.fitting(typed)
        return found[0] if found and not self.twins(typed) else None

    def _fits(self, words: list[str], place: NamedPlace) -> bool:
        parts = " ".join(self._folded[place.code]).split()
        return all(any(part.startswith(word) for part in parts) for word in words)

    def _rank(self, words: list[str], place: NamedPlace) -> tuple[int, str, str]:
        name = self._folded[place.code][0]
        if name in {words[0], " ".join(words)}:
            return 0, place.name, place.kecamatan
        return 1 if name.startswith(words[0]) else 2, place.name, place.kecamatan


def plain(text: str) -> str:
    """Return a text without capitals, accents and signs."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter if letter.isalnum() else " " for letter in letters if not unicodedata.combining(letter))
