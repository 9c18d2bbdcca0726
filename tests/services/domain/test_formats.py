"""What a command must look like by itself."""

from typing import Any

import pytest

from services.domain.commands import (
    Accept,
    Arrive,
    Assign,
    Close,
    Command,
    Decline,
    Escalate,
    Evidence,
    HandBack,
    MemberOff,
    MemberOn,
    Note,
    Open,
    Prioritise,
    Reassign,
    Refuse,
    Relabel,
    Release,
    Reopen,
    Resolve,
    Source,
    TakeClaim,
    Undo,
    Wait,
)
from services.domain.formats import check_format
from services.domain.policy import HOUR
from services.domain.reasons import CHANNELS, VIAS
from services.domain.refusals import BadFormat
from services.domain.report import Outcome, Priority
from services.domain.squads import Squad
from tests.builders import NOW

LONG = "x" * 1_001


def an_open(**changes: Any) -> Open:
    return Open(**{"label": "banjir", "text": "Air naik", **changes})


def a_photo(**changes: Any) -> tuple[Evidence, ...]:
    return (Evidence(**{"kind": "photo", **changes}),)


@pytest.mark.parametrize(
    ("field", "command"),
    [
        ("label", an_open(label=" ")),
        ("label", an_open(label="x" * 161)),
        ("text", an_open(text="")),
        ("text", an_open(text=" \n", place="\t")),
        ("text", an_open(text="x" * 4_001)),
        ("title", an_open(title="x" * 161)),
        ("place", an_open(place="x" * 201)),
        ("desa", an_open(desa="x" * 65)),
        ("reporter", an_open(reporter=LONG)),
        ("source_label", an_open(source_label="x" * 161)),
        ("photos", an_open(photos=("p-1", ""))),
        ("photos", an_open(photos=("x" * 65,))),
        ("source", an_open(source=Source("", "77"))),
        ("source", an_open(source=Source("lapor", "x" * 65))),
        ("channel", an_open(channel="pigeon")),
        ("lat", an_open(lon=111.7)),
        ("lon", an_open(lat=-8.0)),
        ("lat", an_open(lat=90.1, lon=0.0)),
        ("lat", an_open(lat=float("nan"), lon=0.0)),
        ("lon", an_open(lat=0.0, lon=-180.1)),
        ("lon", an_open(lat=0.0, lon=float("inf"))),
        ("members", Assign(members=())),
        ("squad", Reassign(reason="nearer")),
        ("reason", Reassign(squad=Squad.BLUE, reason="late")),
        ("note", Reassign(squad=Squad.BLUE, reason="nearer", note=LONG)),
        ("via", Accept(member="m-31", via="smoke")),
        ("words", Accept(member="m-31", words=LONG)),
        ("words", Arrive(member="m-31", words=LONG)),
        ("reason", Wait(reason="busy", until=NOW + HOUR)),
        ("until", Wait(reason="material", until=NOW)),
        ("evidence", Resolve(evidence=())),
        ("evidence", Resolve(evidence=a_photo() * 6)),
        ("evidence", Resolve(evidence=a_photo(kind="rumour"))),
        ("evidence", Resolve(evidence=a_photo(id="x" * 65))),
        ("evidence", Resolve(evidence=a_photo(words=LONG))),
        ("via", Resolve(evidence=a_photo(), via="smoke")),
        ("note", Resolve(evidence=a_photo(), note=LONG)),
        ("reason", Refuse(reason="ugly")),
        ("note", Refuse(reason="other")),
        ("note", Refuse(reason="other", note="  ")),
        ("reason", HandBack(reason="late")),
        ("level", Escalate(level=0, reason="late")),
        ("level", Escalate(level=4, reason="late")),
        ("reason", Escalate(level=1, reason="ladder")),
        ("reason", Close(outcome=Outcome.CANCELLED, reason="boring")),
        ("into", Close(outcome=Outcome.DUPLICATE, reason="duplicate")),
        ("into", Close(outcome=Outcome.CANCELLED, reason="duplicate", into="r-1")),
        ("reason", Decline(reason="")),
        ("reason", Reopen(reason="bored")),
        ("reason", Prioritise(priority=Priority.P1, reason="late")),
        ("reason", Relabel(label="banjir", reason="late")),
        ("text", Note(text=" ")),
        ("text", Note(text=LONG)),
        ("reason", TakeClaim(reason="mine")),
        ("note", TakeClaim(reason="other")),
        ("note", TakeClaim(note=LONG)),
        ("reason", MemberOff(member="m-31", reason="x" * 65)),
    ],
)
def test_the_refusal_names_the_field(field: str, command: Command) -> None:
    with pytest.raises(BadFormat) as refused:
        check_format(command, now=NOW)
    assert refused.value.field == field
    assert refused.value.reason


@pytest.mark.parametrize(
    "command",
    [
        an_open(text="x" * 4_000, title="x" * 160, place="x" * 200, reporter="x" * 1_000),
        an_open(text="", photos=("p-1",)),
        an_open(text="", place="Pasar"),
        an_open(lat=-90.0, lon=180.0, label="x" * 160, sent=-1, source=Source("s", "x" * 64)),
        *(an_open(channel=channel) for channel in CHANNELS),
        *(Accept(member="m-31", via=via, words="x" * 1_000) for via in VIAS),
        Resolve(
            evidence=(*a_photo(id="p-1"), Evidence("document", words="x" * 1_000), Evidence("visit_note"))
            + a_photo() * 2
        ),
        Refuse(reason="other", note="Kabur"),
        TakeClaim(),
        TakeClaim(reason="other", note="Budi makan"),
        Release(),
        Undo(of="d.1"),
        MemberOn(member="m-31"),
        MemberOff(member="m-31"),
        MemberOff(member="m-31", reason="sakit"),
        Note(text="x" * 1_000),
    ],
)
def test_what_keeps_to_the_lists_and_sizes_passes(command: Command) -> None:
    check_format(command, now=NOW)


def test_the_hubs_own_reason_is_the_hubs() -> None:
    check_format(Escalate(level=1, reason="ladder"), now=NOW, by_hub=True)


def test_the_format_is_judged_before_anything_else() -> None:
    with pytest.raises(BadFormat):
        check_format(Refuse(reason="ugly"), now=NOW)
