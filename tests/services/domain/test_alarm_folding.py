"""Like alarms are one line, the most urgent first; a flood does not drown what is urgent."""

from dataclasses import replace

from services.domain.alarm_folding import FEED_LOST, FLOOD, Alarms, folded, heard
from services.domain.alarms import BREACHED, LAPSED, NOT_ACCEPTED, UNACKNOWLEDGED
from services.domain.policy import MINUTE
from services.domain.rows import AlarmRow
from tests.alarm_rows import ASIDE, SEEN, an_alarm
from tests.builders import NOW


def many(count: int, *, start: int = 0, **changes: object) -> dict[str, AlarmRow]:
    return {f"a-{n}": an_alarm(f"r-{n}", **changes) for n in range(start, start + count)}


def test_without_alarms_there_is_no_line() -> None:
    assert folded({}, NOW) == Alarms()
    assert Alarms().next_to_see() is None


def test_alarms_about_the_same_in_one_squad_are_one_line() -> None:
    rows = {**many(2), **many(1, start=2, squad="blue"), **many(1, start=3, about=LAPSED)}
    alarms = folded(rows, NOW)
    assert {(group.about, group.squad): group.ids for group in alarms.groups} == {
        (BREACHED, "orange"): ("a-0", "a-1"),
        (BREACHED, "blue"): ("a-2",),
        (LAPSED, "orange"): ("a-3",),
    }
    assert alarms.unseen == 4
    assert len({group.key for group in alarms.groups}) == 3


def test_what_nobody_has_seen_comes_first_then_emergencies_then_the_most_pressing_matter() -> None:
    rows = {
        "seen": an_alarm("r-1", about=UNACKNOWLEDGED, priority="P1", seen=SEEN),
        "ordinary": an_alarm("r-2", about=LAPSED),
        "late": an_alarm("r-3", priority="P2"),
        "not said yes": an_alarm("r-4", about=NOT_ACCEPTED, priority="P1"),
        "emergency": an_alarm("r-5", about=UNACKNOWLEDGED, priority="P1", squad="white"),
        "cut off": an_alarm("r-6", about=FEED_LOST, priority=None, squad=None),
        "newer hub": an_alarm("r-7", about="invented", priority="P2"),
    }
    order = [group.ids[0] for group in folded(rows, NOW).groups]
    assert order == ["cut off", "emergency", "not said yes", "late", "newer hub", "ordinary", "seen"]


def test_the_line_tells_of_its_oldest_that_nobody_has_seen() -> None:
    rows = {
        "old": an_alarm("r-1", raised=NOW - 9 * MINUTE, seen=SEEN),
        "new": an_alarm("r-2", raised=NOW - MINUTE),
        "between": an_alarm("r-3", raised=NOW - 5 * MINUTE, since=NOW - 6 * MINUTE, by="Sari"),
    }
    (group,) = folded(rows, NOW).groups
    assert (group.ids, group.unseen) == (("between", "new", "old"), ("between", "new"))
    assert (group.raised, group.since, group.by) == (NOW - 5 * MINUTE, NOW - 6 * MINUTE, "Sari")
    assert group.reports == ("r-3", "r-2", "r-1")


def test_what_this_desk_has_marked_counts_as_seen_before_the_hub_says_so() -> None:
    alarms = folded(many(2), NOW, marked={"a-0", "a-1"})
    assert (alarms.unseen, alarms.groups[0].unseen, alarms.next_to_see()) == (0, (), None)


def test_one_key_sees_all_of_ordinary_reports_and_one_of_others_at_a_time() -> None:
    assert folded(many(3), NOW).groups[0].to_see() == ("a-0", "a-1", "a-2")
    assert folded(many(3, priority="P1"), NOW).groups[0].to_see() == ("a-0",)
    mixed = {**many(2), **many(1, start=2, priority="P2")}
    assert folded(mixed, NOW).groups[0].to_see() == ("a-2",)


def test_what_was_put_aside_is_not_shown_until_its_time_is_over() -> None:
    rows = many(1, shelved=ASIDE)
    assert heard(rows, NOW) == {}
    assert folded(rows, NOW) == Alarms()
    assert folded(rows, ASIDE.until).unseen == 1


def test_more_than_ten_in_ten_minutes_are_a_flood_and_ordinary_ones_of_all_squads_one_line() -> None:
    rows = {**many(6), **many(4, start=6, squad="blue")}
    assert not folded(rows, NOW).flood
    rows |= {"p1": an_alarm("r-p1", about=UNACKNOWLEDGED, priority="P1"), "p2": an_alarm("r-p2", priority="P2")}
    assert len(rows) > FLOOD
    alarms = folded(rows, NOW)
    assert alarms.flood
    assert [(group.flood, len(group.ids)) for group in alarms.groups] == [(False, 1), (False, 1), (True, 10)]
    flood = alarms.groups[-1]
    assert (flood.squad, len(flood.to_see()), flood.key) == (None, 10, "breached..flood")


def test_it_is_none_when_they_came_slowly_or_were_put_aside() -> None:
    assert not folded(many(12, raised=NOW - 10 * MINUTE), NOW).flood
    assert not folded(many(12, shelved=replace(ASIDE, until=NOW + 1)), NOW).flood


def test_a_single_alarm_in_a_flood_is_a_line_like_any_other() -> None:
    rows = {**many(11, priority="P2"), "one": an_alarm("r-one", about=LAPSED)}
    assert [group.flood for group in folded(rows, NOW).groups] == [False, False]
