"""What is alike: about the same, near, and not far apart in time."""

from typing import Any

import pytest

from services.domain.policy import DAY, HOUR
from services.domain.report import State
from services.domain.similar import (
    SUSPECT,
    WORTH_SHOWING,
    Traits,
    best,
    comparable,
    likeness,
    root,
    roots,
    traits_of,
)
from tests.builders import NOW, a_covert_report, a_policy, a_report

METRE = 1 / 111_200
DESA = "35.03.08.2004"


def traits(**changes: Any) -> Traits:
    """A pothole with a point."""
    parts: dict[str, Any] = {"label": "jalan_rusak", "title": "", "text": "Lubang besar", "desa": DESA}
    return traits_of(a_report(id="r-x", **{**parts, "lat": -8.2, "lon": 111.7, **changes}), a_policy())


def alike(first: dict[str, Any], second: dict[str, Any]) -> float:
    one, other = traits(**first), traits(**second)
    assert likeness(one, other) == likeness(other, one)
    return likeness(one, other)


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        (("menumpuk", "tumpukan"), "tumpu"),
        (("bersih", "bersihkan"), "bersih"),
        (("kerusakan", "rusak"), "rusa"),
        (("genangan", "tergenang"), "genang"),
        (("pembuangan", "membuang"), "buang"),
        (("penyiraman", "menyiram"), "siram"),
        (("banjirnya", "banjir"), "banjir"),
        (("api", "ikan"), None),
    ],
)
def test_words_of_one_root_meet(words: tuple[str, ...], bare: str | None) -> None:
    assert {root(word) for word in words} == ({bare} if bare else set(words))


def test_words_that_stand_in_every_report_say_nothing() -> None:
    assert roots("Mohon segera, jalan di desa KAMI berlubang!") == {"lubang"}


def test_the_nearer_the_more_alike_and_out_of_reach_only_the_desa_counts() -> None:
    out = {"lat": -8.2 + 301 * METRE}
    here, near, far = alike({}, {}), alike({}, {"lat": -8.2 + 150 * METRE}), alike({}, out)
    assert here == 1
    assert here > near > far > SUSPECT > alike({}, {**out, "text": "Aspal"}) > WORTH_SHOWING
    assert alike({}, {"lat": -8.2 + 301 * METRE, "desa": None}) == 0
    assert alike({}, {"lon": 111.7 + 299 * METRE, "desa": "35.03.08.2005"}) > SUSPECT


def test_large_things_are_seen_from_far_apart() -> None:
    apart = {"lat": -8.2 + 1_900 * METRE, "desa": "35.03.08.2005"}
    flood = {"label": "banjir"}
    assert alike(flood, {**flood, **apart}) > SUSPECT
    assert alike({}, apart) == 0


def test_without_a_point_the_desa_says_where_and_without_either_nothing_does() -> None:
    nowhere = {"lat": None, "lon": None}
    assert alike({}, nowhere) > SUSPECT
    assert alike(nowhere, nowhere) > SUSPECT
    assert alike(nowhere, {**nowhere, "desa": "35.03.08.2005"}) == 0
    assert alike({**nowhere, "desa": None}, {**nowhere, "desa": None}) == 0


def test_office_matters_are_the_same_for_three_days_others_for_one() -> None:
    assert alike({}, {"received": NOW - 3 * DAY}) > 0
    assert alike({}, {"received": a_report().received - 3 * DAY - 1}) == 0
    night = {"label": "balap_liar"}
    assert alike(night, {**night, "received": a_report().received - DAY}) > 0
    assert alike(night, {**night, "received": a_report().received - DAY - HOUR}) == 0


def test_another_label_is_the_same_thing_only_in_the_same_words() -> None:
    drain = {"label": "saluran_mampet", "text": "Saluran mampet, air meluap ke jalan raya"}
    flood = {"label": "banjir", "text": "Air meluap dari saluran yang mampet"}
    assert alike(drain, flood) > SUSPECT
    assert alike(drain, {**flood, "text": "Air meninggi"}) == 0, "one word is chance"
    assert alike(drain, {**flood, "text": ""}) == 0


def test_neighbours_with_a_case_each_are_not_suspected() -> None:
    card = {"label": "ktp_belum_jadi", "text": "KTP belum jadi sejak Juni", "lat": None, "lon": None}
    other = {**card, "text": "Sudah tiga bulan menunggu"}
    assert 0 < alike(card, other) < SUSPECT


def test_the_likest_come_first_and_no_more_than_wanted() -> None:
    others = {f"r-{n}": traits(lat=-8.2 + n * 40 * METRE) for n in range(4)}
    found = best(traits(), others.items(), least=SUSPECT, most=3)
    assert found == ("r-0", "r-1", "r-2")
    assert best(traits(), others.items(), least=0.99, most=3) == ("r-0",)


def test_only_public_open_reports_are_compared_by_the_hub() -> None:
    assert comparable(a_report(State.ON_SCENE))
    assert not comparable(a_report(State.CLOSED))
    assert not comparable(a_report(retired=True))
    assert not comparable(a_covert_report())
    assert not comparable(None)
