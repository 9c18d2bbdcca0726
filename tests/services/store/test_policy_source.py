"""The shipped tables make a policy; what is wrong in one is named by row and field."""

from datetime import date

import pytest

import resources
from services.domain.policy import CalendarKind, Target, Unit
from services.domain.report import Priority
from services.domain.squads import Squad
from services.store.policy_source import BadTable, load_gazetteer, load_policy, read_labels

HEAD = "key,name_id,name_en,squad,priority,calendar,first_action,resolve,milestone,covert,sensitive,call,icon\n"
ROW = "kdrt,Kekerasan,Violence,pink,P1,always,15m,3d,,no,yes,110,heart-crack\n"


def test_the_shipped_labels_make_a_policy() -> None:
    policy = load_policy([2026])

    assert len(policy.labels) == 60
    road, levy, other = policy.labels["jalan_rusak"], policy.labels["pungli"], policy.labels["lainnya"]
    assert (road.squad, road.priority, road.calendar) == (Squad.ORANGE, Priority.P3, CalendarKind.OFFICE)
    assert (road.first, road.resolve) == (Target(1, Unit.WORKING_DAYS), Target(7, Unit.WORKING_DAYS))
    assert (levy.squad, levy.covert, levy.milestone) == (Squad.SHADOW, True, Target(14, Unit.WORKING_DAYS))
    assert (other.squad, other.call) == (None, None)
    assert policy.labels["butuh_ambulans"].call == "119"
    assert all(label.covert == (label.squad is Squad.SHADOW) for label in policy.labels.values())


def test_public_holidays_and_joint_leave_are_free_days_of_every_year_asked_for() -> None:
    days = load_policy([2025, 2026]).holidays

    assert date(2026, 8, 17) in days  # independence day
    assert date(2026, 3, 21) in days  # Idul Fitri
    assert date(2026, 3, 23) in days  # joint leave of Idul Fitri
    assert date(2025, 12, 26) in days  # joint leave of Christmas
    assert date(2026, 11, 24) not in days
    assert {day.year for day in days} == {2025, 2026}


def test_the_gazetteer_knows_every_desa_and_kecamatan() -> None:
    gazetteer = load_gazetteer()

    assert (len(gazetteer.desas), len(gazetteer.kecamatan)) == (157, 14)
    assert gazetteer.kecamatan["35.03.01"] == "Panggul"
    assert gazetteer.desas["35.03.01.2001"].name == "Besuki"
    assert {desa.kecamatan for desa in gazetteer.desas.values()} == set(gazetteer.kecamatan)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (HEAD.replace("icon", "icon,colour") + ROW, "labels row 1: unknown or missing column colour;"),
        (HEAD.replace(",icon", "") + ROW, "labels row 1: unknown or missing column icon;"),
        ("", "labels row 1: unknown or missing column"),
        (HEAD + ROW + ROW, "labels row 3, key: stands there twice"),
        (HEAD + "kdrt,short\n", "labels row 2: 13 fields wanted"),
        (HEAD + ROW.strip() + ",more\n", "labels row 2: 13 fields wanted"),
        (HEAD + ROW.replace("pink", "purple"), "labels row 2, squad: 'purple' is not a valid Squad"),
        (HEAD + ROW.replace("P1", "P9"), "labels row 2, priority: 'P9'"),
        (HEAD + ROW.replace("always", "never"), "labels row 2, calendar: 'never'"),
        (HEAD + ROW.replace("15m", "soon"), "labels row 2, first_action: target 'soon'"),
        (HEAD + ROW.replace("3d,,", "3d,later,"), "labels row 2, milestone: target 'later'"),
        (HEAD + ROW.replace(",no,", ",maybe,"), "labels row 2, covert: 'maybe': want yes or no"),
        (HEAD + ROW.replace("Violence", ""), "labels row 2, name_en: is empty"),
    ],
)
def test_what_is_wrong_in_a_table_is_named_by_row_and_field(text: str, why: str) -> None:
    with pytest.raises(BadTable) as bad:
        read_labels(text, name="labels")
    assert str(bad.value).startswith(why)


def test_a_bad_place_is_named_too(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "code,name,kind,kecamatan_code,lat,lng,name_elsewhere\n35,Besuki,desa,35.03.01,south,111.4,no\n"
    monkeypatch.setattr(resources, "read_text", lambda name: text if name == "places.csv" else _TILES)

    with pytest.raises(BadTable, match=r"places\.csv row 2, lat: could not convert"):
        load_gazetteer()


_TILES = "code,name,short,col,row\n35.03.01,Panggul,Pan,0,4\n"
