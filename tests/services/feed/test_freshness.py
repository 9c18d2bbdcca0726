"""The state of the feed is told when it changes, and once somebody gives up it stays so."""

from services.feed.freshness import Freshness
from services.feed.outputs import Link, LinkState
from services.protocol.link import Link as SessionLink
from tests.builders import NOW


def test_the_state_is_told_once() -> None:
    freshness = Freshness(NOW)

    assert freshness.news(data_at=None, waiting=0) == Link(state=LinkState.CONNECTING, since=NOW)
    assert freshness.news(data_at=None, waiting=0) is None
    freshness.heard(SessionLink.LIVE, NOW + 1)
    freshness.heard(SessionLink.LIVE, NOW + 2)
    assert freshness.news(data_at=NOW, waiting=0) == Link(state=LinkState.LIVE, since=NOW + 1, data_at=NOW)


def test_another_number_of_commands_waiting_is_news() -> None:
    freshness = Freshness(NOW)
    freshness.news(data_at=None, waiting=0)

    link = freshness.news(data_at=None, waiting=2)

    assert link
    assert link.waiting == 2


def test_a_first_connection_that_fails_is_told_with_its_reason() -> None:
    freshness = Freshness(NOW)

    freshness.failed(4005, NOW + 1)

    assert freshness.news(data_at=None, waiting=0) == Link(state=LinkState.LOST, since=NOW + 1, why="4005")


def test_a_lost_connection_is_no_lost_feed_yet() -> None:
    freshness = Freshness(NOW)
    freshness.heard(SessionLink.LIVE, NOW)

    freshness.failed(None, NOW + 1)

    assert freshness.state is LinkState.LIVE


def test_who_has_given_up_stays_so_until_somebody_signs_in() -> None:
    freshness = Freshness(NOW)

    freshness.stopped("4409", NOW + 1)
    freshness.heard(SessionLink.LOST, NOW + 2)
    assert freshness.news(data_at=None, waiting=0) == Link(state=LinkState.STOPPED, since=NOW + 1, why="4409")

    freshness.hoping(NOW + 3)
    assert freshness.news(data_at=None, waiting=0) == Link(state=LinkState.CONNECTING, since=NOW + 3)
