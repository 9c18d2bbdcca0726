"""What citizens write, and what members say: the shipped texts with their titles, without any that holds a number."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

import resources
from services.domain.squads import Squad

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One thing a citizen reports. `desa` is empty where a place would accuse somebody.

    `anywhere`: it names no place and can be told of another desa. `same_as` is the story of the same thing told before.
    """

    id: str
    title: str
    text: str
    label: str
    squad: Squad | None
    desa: str
    place: str
    anywhere: bool
    same_as: str


@dataclass(frozen=True, slots=True)
class Words:
    """What is said at an act, by squad; the empty squad stands for any."""

    by: Mapping[tuple[str, str], tuple[str, ...]]

    def of(self, act: str, squad: Squad | None) -> tuple[str, ...]:
        """Return what somebody of this squad may say at an act: the squad's own words, or the general ones."""
        own = self.by.get((act, squad.value), ()) if squad else ()
        return own or self.by.get((act, ""), ())


def load_stories() -> tuple[Story, ...]:
    """Return every shipped story whose text holds no number of a person."""
    titles = {row["id"]: row for row in _rows("demo/titles.csv")}
    told = [*_rows("texts.csv"), *_rows("demo/more_texts.csv")]
    kept = {row["id"] for row in told if not row["pii"]}
    return tuple(_story(row, titles[row["id"]], kept) for row in told if row["id"] in kept)


def load_words() -> Words:
    """Return what members and desks say."""
    by: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in _rows("demo/words.csv"):
        key = (row["act"], row["squad"])
        by[key] = (*by.get(key, ()), row["words"])
    return Words(by)


def picture_names() -> tuple[str, ...]:
    """Return the names of the shipped pictures."""
    return tuple(row["name"] for row in _rows("demo/photos.csv"))


def load_pictures() -> Mapping[str, tuple[str, ...]]:
    """Return the names of the pictures that fit a label, or a story that has its own."""
    by: dict[str, tuple[str, ...]] = {}
    for row in _rows("demo/photos.csv"):
        for fits in row["fits"].split():
            by[fits] = (*by.get(fits, ()), row["name"])
    return by


def _story(row: Row, titled: Row, kept: set[str]) -> Story:
    return Story(
        id=row["id"],
        title=titled["title"],
        text=row["text"],
        label=row["label"],
        squad=Squad(row["squad"]) if row["squad"] else None,
        desa=row["place"],
        place=titled["place"],
        anywhere=titled["anywhere"] == "yes",
        same_as=row["same_as"] if row["same_as"] in kept else "",
    )


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(resources.read_text(name), newline="")))
