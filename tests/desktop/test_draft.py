"""What a report that is being written down lacks, and the order it becomes."""

from typing import Any

import pytest

from desktop import draft as d
from desktop.draft import BY_HAND, Draft, Problem, problem_of
from services.domain.commands import Open
from services.domain.reasons import CHANNELS, MAX_TEXT
from tests.builders import NOW


def _draft(**changes: Any) -> Draft:
    return Draft(**{"channel": "phone", "label": "banjir", "text": "Air masuk rumah", **changes})


def test_a_complete_draft_becomes_an_order() -> None:
    draft = _draft(
        text=" Air masuk rumah ",
        desa="35.03.01.2001",
        place=" dekat pasar ",
        reporter=" Bu Siti 0812 ",
        danger=True,
        photos=("p-1",),
    )

    assert draft.problems(NOW) == ()
    assert draft.order() == Open(
        label="banjir",
        text="Air masuk rumah",
        desa="35.03.01.2001",
        place="dekat pasar",
        photos=("p-1",),
        reporter="Bu Siti 0812",
        danger=True,
        channel="phone",
    )


def test_nobody_is_sealed_where_nobody_is_named() -> None:
    assert _draft(reporter="  ").order().reporter is None


@pytest.mark.parametrize("instead", [{"place": "Pasar Pon"}, {"photos": ("p-1",)}])
def test_a_place_or_a_photo_stands_for_the_text(instead: dict[str, Any]) -> None:
    assert _draft(text=" ", **instead).problems(NOW) == ()


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"channel": ""}, Problem("channel", d.MISSING)),
        ({"channel": "pigeon"}, Problem("channel", d.MISSING)),
        ({"text": "  "}, Problem("text", d.MISSING)),
        ({"label": ""}, Problem("label", d.MISSING)),
        ({"label": "", "label_typed": "xyz"}, Problem("label", d.UNKNOWN)),
        ({"named": "Karanganyar", "twins": True}, Problem("desa", d.AMBIGUOUS)),
        ({"named": "Jakarta"}, Problem("desa", d.UNKNOWN)),
        ({"uploading": 1}, Problem("photos", d.UPLOADING)),
        ({"lost": 1, "uploading": 1}, Problem("photos", d.LOST)),
        ({"text": "x" * (MAX_TEXT + 1)}, Problem("text", d.TOO_LONG)),
    ],
)
def test_each_thing_that_is_missing_is_named_at_its_field(changes: dict[str, Any], problem: Problem) -> None:
    assert _draft(**changes).problems(NOW) == (problem,)


def test_everything_that_is_missing_is_named_at_once_in_the_order_of_the_form() -> None:
    assert [problem.field for problem in Draft(named="xx").problems(NOW)] == ["channel", "text", "label", "desa"]


@pytest.mark.parametrize(
    "changes",
    [
        *({name: "x"} for name in ("text", "label", "label_typed", "desa", "named", "place", "reporter")),
        *({name: 1} for name in ("danger", "uploading", "lost")),
        {"photos": ("p-1",)},
    ],
)
def test_a_draft_with_anything_in_it_is_not_empty(changes: dict[str, Any]) -> None:
    assert Draft(channel="phone").empty, "a digit alone is nothing anybody would miss"
    assert not Draft(**changes).empty


def test_what_the_hub_has_against_a_field_is_said_at_the_field_of_the_form() -> None:
    assert problem_of("lat") == Problem("desa", d.REFUSED)
    assert problem_of("photos") == Problem("photos", d.REFUSED)
    assert problem_of(None) == Problem("text", d.REFUSED)


def test_what_is_written_down_by_hand_comes_by_channels_there_are() -> None:
    assert set(BY_HAND) <= set(CHANNELS)
    assert len(BY_HAND) <= 9
