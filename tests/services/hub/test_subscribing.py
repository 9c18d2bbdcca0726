"""Subscribing: who may, what a cursor is worth, and what a check finds."""

from dataclasses import replace
from typing import Any

import pytest

from services.domain.board import Board
from services.domain.people import Role, User
from services.domain.policy import Policy
from services.domain.squads import Squad
from services.hub.connection import Connection
from services.hub.subscribing import Subscribing, schema_of
from services.protocol.codec import decode_hub_frame
from services.protocol.desk_messages import Check, Subscribe
from services.protocol.hub_messages import Checked, Error, SnapshotEnd, Subscribed
from services.protocol.server_actions import Wanted
from services.protocol.server_session import ServerSession
from tests.builders import a_dispatcher, a_label, a_policy, a_regent, a_supervisor, a_user, an_intake
from tests.services.hub.feed import Feed, a_feed

SARI_ = a_dispatcher()


class _Nobody:
    def wanted(self, connection: Connection, action: Wanted) -> None:
        raise AssertionError(action)

    def at_fault(self, connection: Connection, code: str) -> None:
        raise AssertionError(code)


def _subscribing(feed: Feed, **changes: Any) -> Subscribing:
    parts: dict[str, Any] = {
        "publisher": feed.publisher,
        "cursor_key": b"k" * 32,
        "epoch": "e-1",
        "schema": "1",
        "chance": lambda n: b"\x01" * n,
    }
    return Subscribing(**{**parts, **changes})


def _connection(feed: Feed, desk: str = "d-sari") -> Connection:
    session = ServerSession(feed.now)
    session.desk = desk
    return Connection(_Nobody(), "127.0.0.1", session)


def _said(connection: Connection) -> list[Any]:
    frames = []
    while (frame := connection.lane.pop()) is not None:
        frames.append(decode_hub_frame(frame.body.decode()))
    return frames


def _subscribe(
    feed: Feed, subscribing: Subscribing, viewer: User, *, cursor: str | None
) -> tuple[int | None, list[Any]]:
    connection = _connection(feed)
    asked = Subscribe(id=5, view="board", cursor=cursor)
    position = subscribing.begin(connection, viewer, asked, now=feed.now)
    return position, _said(connection)


@pytest.mark.parametrize(
    ("viewer", "view", "code"),
    [
        (SARI_, "board", None),
        (a_supervisor(), "board", None),
        (a_regent(), "board", None),
        (an_intake(), "board", "denied"),
        (a_user("u-wall", Role.WALL), "board", "denied"),
        (a_user("u-wall", Role.WALL), "wall", "not_found"),
        (SARI_, "wall", "not_found"),
        (SARI_, "audit", "denied"),
        (an_intake(), "audit", "denied"),
        (a_user("u-audit", Role.AUDITOR), "audit", "not_found"),
    ],
)
def test_a_view_is_for_its_roles_and_only_the_board_is_there(viewer: User, view: str, code: str | None) -> None:
    assert _subscribing(a_feed()).refusal(viewer, view) == code


@pytest.mark.parametrize(
    ("changes", "viewer", "why"),
    [
        ({}, SARI_, None),
        ({"epoch": "e-2"}, SARI_, "epoch"),
        ({"schema": "2"}, SARI_, "scope"),
        ({}, replace(SARI_, roles=frozenset({Role.SUPERVISOR, Role.COVERT})), "scope"),
        ({}, replace(SARI_, squads=frozenset({Squad.ORANGE})), "scope"),
        ({}, a_dispatcher("u-budi"), "unknown"),
        ({"cursor_key": b"x" * 32}, SARI_, "unknown"),
    ],
)
def test_a_cursor_serves_its_own_desk_with_the_same_rights_and_nobody_else(
    changes: dict[str, Any], viewer: User, why: str | None
) -> None:
    feed = a_feed()
    position, said = _subscribe(feed, _subscribing(feed), SARI_, cursor=None)
    assert position is None
    assert (said[0].mode, said[0].why, said[0].reply_to) == ("snapshot", "new", 5)
    cursor = said[-1].cursor
    position, said = _subscribe(feed, _subscribing(feed, **changes), viewer, cursor=cursor)
    if why is None:
        assert (position, said) == (0, [])
    else:
        assert position is None
        assert (said[0].mode, said[0].why) == ("snapshot", why)
        assert isinstance(said[-1], SnapshotEnd)


def test_a_second_subscription_takes_the_place_of_the_first() -> None:
    feed = a_feed()
    subscribing, connection = _subscribing(feed), _connection(feed)
    for n in (1, 2):
        subscribing.begin(connection, SARI_, Subscribe(id=n, view="board"), now=feed.now)
    assert feed.circle(SARI_).followers == [connection.follower]
    subscribing.leave(connection)
    assert feed.circle(SARI_).followers == []
    subscribing.leave(connection)


def test_a_check_says_whether_the_rows_at_a_cursor_are_the_same() -> None:
    feed = a_feed()
    subscribing, connection = _subscribing(feed), _connection(feed)

    def check(cursor: str, digest: str) -> Any:
        subscribing.check(connection, Check(id=9, view="board", cursor=cursor, digest=digest), feed.now)
        return _said(connection)[0]

    assert check("c", "0") == Error(reply_to=9, code="not_found", field="view")
    subscribing.begin(connection, SARI_, Subscribe(id=1, view="board"), now=feed.now)
    end = _said(connection)[-1]
    assert check(end.cursor, end.digest) == Checked(reply_to=9)
    feed.opened(an_intake())
    feed.pass_time(100)
    differs = check(end.cursor, Board().digest())
    assert isinstance(differs, Subscribed)
    assert (differs.mode, differs.why, differs.reply_to) == ("snapshot", "digest", 9)
    assert connection.follower is not None
    connection.follower.begin_resume(end.cursor)
    assert check(end.cursor, end.digest) == Error(reply_to=9, code="busy")


def test_another_policy_is_another_schema() -> None:
    assert schema_of(a_policy()) == schema_of(a_policy())
    changed = a_policy(a_label("banjir", None, a_policy().labels["banjir"].priority))
    assert schema_of(changed) != schema_of(a_policy())
    assert schema_of(Policy()) != schema_of(a_policy())
