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
    assert not presence.fade(NOW + 10_000 + FADES - 1)
    assert presence.fade(NOW + 10_000 + FADES)
    assert not presence.look("d-1", SARI_, report=None, activity=None, now=NOW)
