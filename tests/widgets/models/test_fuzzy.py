"""Typed letters and texts: what fits, what fits better, and that thousands are looked through in a keystroke."""

import time

import pytest

from widgets.models.fuzzy import FuzzyIndex, fold, score


def test_capitals_and_accents_do_not_count() -> None:
    assert fold("Kapolsek É Ölü JALAN") == "kapolsek e olu jalan"
    assert fold("ABC") == "abc"


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("jalan rusak", "perjalanan"),  # a word's start before a word's inside
        ("lampu jalan", "lampu jalanan"),  # a whole word before a beginning
        ("jalan rusak", "lampu mati di ujung desa, jalan"),  # early before late
        ("jalan", "j a l a n"),  # letters together before letters apart
    ],
)
def test_what_fits_better(better: str, worse: str) -> None:
    good, poor = score(["jalan"], better), score(["jalan"], worse)
    assert good is not None
    assert poor is not None
    assert good > poor


def test_every_word_must_fit_and_letters_must_come_in_order() -> None:
    assert score(["jalan", "banjir"], "jalan rusak") is None
    assert score(["jr"], "jalan rusak") is not None
    assert score(["rj"], "jalan rusak") is None
    assert score(["al"], "xalx") is not None
    assert score(["az"], "xaxz") is None, "scattered letters begin at a word's start"
    assert score([], "anything") == 0


def test_initials_are_nearer_than_letters_scattered_in_words() -> None:
    initials, scattered = score(["mv"], "menunggu verifikasi"), score(["mv"], "moxxxxxvu")
    assert initials is not None
    assert scattered is not None
    assert initials > scattered


def test_the_index_gives_the_best_first_and_follows_a_longer_query() -> None:
    index = FuzzyIndex()
    index.replace({"a": "perjalanan dinas", "b": "jalan rusak", "c": "lampu mati"})
    assert [hit.id for hit in index.best("jalan", 9)] == ["b", "a"]
    assert [hit.id for hit in index.best("jalan r", 9)] == ["b", "a"]
    assert [hit.id for hit in index.best("jalan ru", 1)] == ["b"]
    assert [hit.id for hit in index.best("lampu", 9)] == ["c"], "another query looks through all again"
    assert [hit.id for hit in index.best("lmz", 9)] == []
    assert [hit.id for hit in index.best("lm", 9)] == ["c"], "letters of two words"
    assert index.best("  ", 9) == []
    index.replace({"d": "jalan putus"})
    assert [hit.id for hit in index.best("jalan", 9)] == ["d"], "what was found before is forgotten"
    assert len(index) == 1


def test_of_very_many_those_that_begin_a_word_come_first() -> None:
    index = FuzzyIndex()
    index.replace({**{f"r-{n}": "perjalanan" for n in range(900)}, "last": "jalan"})
    assert index.best("jalan", 1)[0].id == "last"
    assert len(index.best("erjal", 400)) == 300


def test_ten_thousand_are_looked_through_at_every_keystroke() -> None:
    index = FuzzyIndex()
    index.replace({f"r-{n}": f"{n:04d} jalan rusak dan lampu mati di desa {n % 97} watulimo" for n in range(10_000)})
    spent = []
    for query in ("j", "ja", "jal", "jalan", "jalan l", "jalan la", "xq", "0042"):
        began = time.process_time()
        index.best(query, 8)
        spent.append(time.process_time() - began)
    assert min(spent) < 0.016
