"""Who looks at what."""

from services.hub.presence import FADES, Presence
from tests.builders import NOW, a_dispatcher

SARI_ = a_dispatcher()


def test_looks_fade_after_half_a_minute_and_are_news_only_when_they_change() -> None:
    presence = Presence()
    assert presence.look("d-1", SARI_, report="r-1", activity="viewing", now=NOW)
    assert not presence.look("d-1", SARI_, report="r-1", activity="viewing", now=NOW + 10_000)
    assert presence.look("d-1", SARI_, report="r-1", activity="editing", now=NOW + 10_000)
    assert [look.report for look in presence.seen(lambda _: True).desks] == ["r-1"]
    assert presence.seen(lambda _: False).desks == ()
    presence.fade(NOW + 10_000 + FADES - 1)
    assert presence.seen(lambda _: True).desks
    presence.fade(NOW + 10_000 + FADES)
    assert presence.seen(lambda _: True).desks == ()
    assert not presence.look("d-1", SARI_, report=None, activity=None, now=NOW)


def test_news_names_the_reports_it_is_about_and_a_renewed_look_keeps_its_place() -> None:
    presence = Presence()
    assert presence.look("d-1", SARI_, report="r-1", activity=None, now=NOW) == {"r-1"}
    assert presence.look("d-2", SARI_, report="r-2", activity=None, now=NOW) == {"r-2"}
    assert presence.look("d-1", SARI_, report="r-1", activity=None, now=NOW + 1) == frozenset()
    assert [look.report for look in presence.seen(lambda _: True).desks] == ["r-1", "r-2"]
    assert presence.look("d-1", SARI_, report="r-3", activity=None, now=NOW + 2) == {"r-1", "r-3"}
    assert presence.look("d-2", SARI_, report=None, activity=None, now=NOW) == {"r-2"}
    assert presence.leave("d-2") == frozenset()
