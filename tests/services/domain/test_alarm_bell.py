"""When alarms sound: what is new, every thirty seconds at most, a flood once, an unheard emergency twice."""

from services.domain.alarm_bell import QUIET, SECOND_TONE, Bell
from services.domain.alarms import UNACKNOWLEDGED
from services.domain.policy import MINUTE
from services.domain.rows import AlarmRow
from tests.alarm_rows import ASIDE, SEEN, an_alarm
from tests.builders import NOW


def rows(*ids: str, **changes: object) -> dict[str, AlarmRow]:
    return {id_: an_alarm(f"r-{id_}", **changes) for id_ in ids}


def test_a_new_alarm_sounds_once() -> None:
    bell = Bell()
    assert bell.rings(rows("a"), NOW) == ("a",)
    assert bell.rings(rows("a"), NOW + MINUTE) == ()


def test_what_was_there_before_does_not_sound_nor_what_somebody_has_seen_or_put_aside() -> None:
    bell = Bell()
    bell.learn(rows("a"), NOW)
    quiet = {**rows("a"), **rows("b", seen=SEEN), **rows("c", shelved=ASIDE), **rows("d")}
    assert bell.rings(quiet, NOW, marked={"d"}) == ()


def test_between_two_tones_there_are_thirty_seconds_and_nothing_is_lost() -> None:
    bell = Bell()
    assert bell.rings(rows("a"), NOW)
    assert bell.rings(rows("a", "b"), NOW + 1) == ()
    assert bell.rings(rows("a", "b"), NOW + QUIET) == ("b",)


def test_what_was_seen_meanwhile_does_not_sound_any_more() -> None:
    bell = Bell()
    assert bell.rings(rows("a"), NOW)
    assert bell.rings(rows("a", "b"), NOW + 1) == ()
    assert bell.rings({**rows("a"), **rows("b", seen=SEEN)}, NOW + QUIET) == ()


def test_an_emergency_nobody_has_taken_in_sounds_again_after_a_minute_and_then_no_more() -> None:
    bell = Bell()
    emergency = rows("a", about=UNACKNOWLEDGED, priority="P1", raised=NOW)
    assert bell.rings(emergency, NOW)
    assert bell.rings(emergency, NOW + SECOND_TONE - 1) == ()
    assert bell.rings(emergency, NOW + SECOND_TONE) == ("a",)
    assert bell.rings(emergency, NOW + 9 * MINUTE) == ()


def test_one_that_was_there_at_the_start_sounds_after_its_minute_too() -> None:
    bell = Bell()
    emergency = rows("a", about=UNACKNOWLEDGED, priority="P1", raised=NOW)
    bell.learn(emergency, NOW + SECOND_TONE - 1)
    assert bell.rings(emergency, NOW + SECOND_TONE) == ("a",)


def test_one_whose_minute_was_over_before_anybody_could_hear_it_does_not_sound() -> None:
    bell = Bell()
    emergency = rows("a", about=UNACKNOWLEDGED, priority="P1", raised=NOW)
    bell.learn(emergency, NOW + SECOND_TONE)
    assert bell.rings(emergency, NOW + SECOND_TONE + 1) == ()


def test_the_same_matter_raised_anew_sounds_anew() -> None:
    bell = Bell()
    assert bell.rings(rows("a"), NOW)
    assert bell.rings({}, NOW + MINUTE) == ()
    assert bell.rings(rows("a"), NOW + 2 * MINUTE) == ("a",)


def test_a_flood_sounds_once_as_long_as_it_lasts() -> None:
    bell = Bell()
    flood = rows(*map(str, range(11)))
    assert len(bell.rings(flood, NOW)) == 11
    flood |= rows("late", raised=NOW + QUIET)
    assert bell.rings(flood, NOW + QUIET) == ()
    assert bell.rings(flood, NOW + 11 * MINUTE) == ()
    assert bell.rings({**flood, **rows("next", raised=NOW + 12 * MINUTE)}, NOW + 12 * MINUTE) == ("next",)
