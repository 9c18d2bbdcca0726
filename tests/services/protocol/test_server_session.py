"""What the hub's side of an open connection passes on, what it answers at once, and when it ends."""

import json
from typing import Any

import pytest

from services.protocol.closing import Code
from services.protocol.desk_messages import Applied, Check, Get, Offer, Presence, Renew, Subscribe, Upload
from services.protocol.photo_receiving import MOST_PHOTO_BYTES
from services.protocol.photo_receiving import PATIENCE as STALLED
from services.protocol.progress import PATIENCE, SILENCE
from services.protocol.server_actions import CloseWith, PhotoCame
from services.protocol.server_session import HEARTBEAT, ServerSession
from tests.builders import NOW
from tests.services.protocol.builders import (
    DESK,
    a_command,
    a_frame,
    a_hello,
    an_open_session,
    closing,
    sent,
)


def one(session: ServerSession, name: str, now: int = NOW, **members: Any) -> object:
    """Give a message and return the one thing it asks for."""
    (action,) = session.receive(now, a_frame(name, **members))
    return action


@pytest.mark.parametrize(
    ("name", "members", "wanted"),
    [
        ("subscribe", {"id": 2, "view": "board", "cursor": "c"}, Subscribe(id=2, view="board", cursor="c")),
        ("check", {"id": 2, "view": "board", "cursor": "c", "digest": "d"}, None),
        ("get", {"id": 2, "what": "history", "report": "r-1"}, Get(id=2, what="history", report="r-1")),
        ("renew", {"id": 2}, Renew(id=2)),
        ("upload", {"id": 2, "bytes": 5, "media": "image/png"}, Upload(id=2, bytes=5, media="image/png")),
        ("presence", {"report": "r-1", "activity": "editing"}, Presence(report="r-1", activity="editing")),
        ("presence", {"id": 2, "report": None}, Presence(id=2)),
        ("applied", {"view": "board", "cursor": "c", "lag": 4}, Applied(view="board", cursor="c", lag=4)),
        ("offer", {"commands": [], "more": False}, Offer(commands=())),
    ],
)
def test_what_the_hub_must_do_is_passed_on(name: str, members: dict[str, Any], wanted: object) -> None:
    expected = wanted or Check(id=2, view="board", cursor="c", digest="d")

    assert one(an_open_session(), name, **members) == expected


@pytest.mark.parametrize(
    ("name", "members", "field"),
    [
        ("get", {"id": 2, "what": "gossip"}, "what"),
        ("presence", {"id": 2, "report": "r-1", "activity": "sleeping"}, "activity"),
        ("get", {"id": 2, "what": "search", "limit": "ten"}, "limit"),
        ("ping", {"id": 2, "sent": 2**60}, "sent"),
    ],
)
def test_a_bad_request_is_answered_and_the_connection_lives(name: str, members: dict[str, Any], field: str) -> None:
    session = an_open_session()

    actions = session.receive(NOW, a_frame(name, **members))

    assert sent(actions) == [{"type": "error", "reply_to": 2, "code": "bad_format", "field": field}]
    assert closing(actions) is None
    assert one(session, "renew", id=3) == Renew(id=3)


@pytest.mark.parametrize(
    ("name", "members"),
    [("subscribe", {"view": "cellar"}), ("check", {"view": "cellar", "cursor": "c", "digest": "d"})],
)
def test_a_view_nobody_knows_is_not_found(name: str, members: dict[str, Any]) -> None:
    actions = an_open_session().receive(NOW, a_frame(name, id=2, **members))

    assert sent(actions) == [{"type": "error", "reply_to": 2, "code": "not_found", "field": "view"}]


@pytest.mark.parametrize(
    ("announced", "code", "field"),
    [
        ({"bytes": 5, "media": "image/gif"}, "bad_format", "media"),
        ({"bytes": 0, "media": "image/png"}, "bad_format", "bytes"),
        ({"bytes": MOST_PHOTO_BYTES + 1, "media": "image/png"}, "too_large", "bytes"),
    ],
)
def test_a_photo_that_cannot_be_taken_is_refused_before_it_comes(
    announced: dict[str, Any], code: str, field: str
) -> None:
    actions = an_open_session().receive(NOW, a_frame("upload", id=2, **announced))

    assert sent(actions) == [{"type": "error", "reply_to": 2, "code": code, "field": field}]


def receiving(size: int = 6) -> ServerSession:
    """A session that waits for the bytes of a photo."""
    session = an_open_session()
    upload = one(session, "upload", id=2, bytes=size, media="image/png")
    assert isinstance(upload, Upload)
    assert json.loads(session.receive_photo(upload, NOW)) == {"type": "upload_ready", "reply_to": 2}
    return session


def test_a_photo_comes_in_pieces_and_another_one_after_its_answer() -> None:
    session = receiving()

    assert session.receive(NOW, b"abc") == []
    assert session.receive(NOW, b"def") == [PhotoCame(2, b"abcdef")]
    busy = session.receive(NOW, a_frame("upload", id=3, bytes=6, media="image/png"))
    assert sent(busy) == [{"type": "error", "reply_to": 3, "code": "busy", "field": None}]
    assert json.loads(session.uploaded(2, "p-1")) == {"type": "uploaded", "reply_to": 2, "photo": "p-1"}
    assert isinstance(one(session, "upload", id=4, bytes=6, media="image/png"), Upload)


def test_after_a_photo_that_is_not_kept_another_one_may_come() -> None:
    session = receiving(1)
    session.receive(NOW, b"a")
    session.photo_ended()

    assert isinstance(one(session, "upload", id=4, bytes=6, media="image/png"), Upload)


@pytest.mark.parametrize(("size", "frame"), [(6, b"1234567"), (100_000, b"x" * 65_537)])
def test_more_than_was_announced_or_too_large_a_piece_ends_the_connection(size: int, frame: bytes) -> None:
    actions = receiving(size).receive(NOW, frame)

    assert sent(actions) == [{"type": "error", "code": "too_large", "field": "frame"}]
    assert closing(actions) == 4400


def test_an_empty_piece_ends_the_connection_since_it_would_keep_a_photo_under_way_for_ever() -> None:
    session = receiving()
    assert session.receives_photo
    actions = session.receive(NOW, b"")

    assert sent(actions) == [{"type": "error", "code": "bad_format", "field": "frame"}]
    assert closing(actions) == 4400


def test_a_piece_after_the_whole_photo_ends_the_connection() -> None:
    session = receiving(1)
    session.receive(NOW, b"a")

    assert closing(session.receive(NOW, b"b")) == 4400


def test_a_photo_of_which_nothing_comes_is_given_up() -> None:
    session = receiving()
    session.receive(NOW + 5, b"a")

    assert sent(session.tick(NOW + STALLED)) == [{"type": "heartbeat", "at": NOW + STALLED}]
    gone = session.tick(NOW + 5 + STALLED)
    assert sent(gone) == [{"type": "error", "reply_to": 2, "code": "bad_format", "field": "bytes"}]
    assert isinstance(one(session, "upload", id=3, bytes=6, media="image/png"), Upload)


BAD_FRAMES = [
    "",
    "{",
    "[]",
    a_frame("ping", sent=1),
    a_frame("applied", view=5),
    b"\x00",
    a_hello(),
    '{"type":["ping"]}',
    '{"a":' + "[" * 20 + "]" * 20 + "}",
    '{"type":"ping","id":NaN}',
    '{"type":"ping","type":"ping"}',
]


@pytest.mark.parametrize("frame", BAD_FRAMES)
def test_a_bad_frame_nobody_waits_for_ends_the_connection(frame: str | bytes) -> None:
    session = an_open_session()

    actions = session.receive(NOW, frame)

    assert [(one["type"], "reply_to" in one) for one in sent(actions)] == [("error", False)]
    assert closing(actions) == 4400
    assert session.receive(NOW, a_frame("renew", id=3)) == []
    assert session.next_tick() is None


def test_too_large_a_frame_says_so() -> None:
    actions = an_open_session().receive(NOW, a_frame("renew", id=3, filling="x" * 65_536))

    assert sent(actions) == [{"type": "error", "code": "too_large", "field": "frame"}]


def test_an_offer_of_more_than_a_hundred_commands_is_too_large() -> None:
    commands = [{"key": f"{DESK}.{n}", "command": "note", "at": NOW} for n in range(1, 102)]

    assert closing(an_open_session().receive(NOW, a_frame("offer", commands=commands, more=False))) == 4400


def test_a_ping_is_answered_at_once_with_the_hubs_time() -> None:
    (pong,) = sent(an_open_session().receive(NOW + 3, a_frame("ping", id=5, sent=NOW)))

    assert pong == {"type": "pong", "reply_to": 5, "sent": NOW, "received": NOW + 3, "answered": NOW + 3}


def test_unknown_types_and_members_are_ignored_and_counted() -> None:
    session = an_open_session()

    assert session.receive(NOW, a_frame("spell", id=5)) == []
    assert one(session, "renew", id=5, colour="red") == Renew(id=5)
    assert session.ignored == 2


def test_fifty_reads_a_second_and_then_a_wait() -> None:
    session = an_open_session()
    for n in range(50):
        assert isinstance(one(session, "get", id=n, what="people"), Get)

    (error,) = sent(session.receive(NOW, a_frame("get", id=50, what="people")))

    assert (error["code"], error["reply_to"], error["wait"]) == ("rate", 50, 21)
    assert isinstance(one(session, "get", NOW + 21, id=51, what="people"), Get)


def test_subscriptions_are_fewer_still() -> None:
    session = an_open_session()
    for n in range(10):
        assert isinstance(one(session, "subscribe", id=n, view="board"), Subscribe)

    (error,) = sent(session.receive(NOW, a_frame("subscribe", id=10, view="board")))

    assert (error["code"], error["wait"]) == ("rate", 1_001)


def test_too_many_pings_are_dropped_and_too_many_bad_requests_end_it() -> None:
    session = an_open_session()
    for n in range(200):
        assert len(session.receive(NOW, a_frame("ping", id=n, sent=NOW))) == 1

    assert session.receive(NOW, a_frame("ping", id=200, sent=NOW)) == []
    assert session.receive(NOW, a_frame("presence", report=None)) == []
    assert closing(session.receive(NOW, a_frame("get", id=201, what=5))) == 4400


def test_a_heartbeat_every_five_seconds_whatever_else_happens() -> None:
    session = an_open_session()
    session.receive(NOW + 4_000, a_frame("renew", id=1))

    assert session.next_tick() == NOW + HEARTBEAT
    assert session.tick(NOW + HEARTBEAT - 1) == []
    assert sent(session.tick(NOW + HEARTBEAT)) == [{"type": "heartbeat", "at": NOW + HEARTBEAT}]
    assert session.tick(NOW + HEARTBEAT) == []
    assert session.next_tick() == NOW + 2 * HEARTBEAT


def test_when_the_token_expires_the_connection_ends() -> None:
    session = an_open_session(token_expires=NOW + 1_000)

    assert session.next_tick() == NOW + 1_000
    assert session.tick(NOW + 999) == []
    assert closing(session.tick(NOW + 1_000)) == 4100


def test_a_renewed_token_gives_it_more_time() -> None:
    session = an_open_session(token_expires=NOW + 1_000)

    frame = json.loads(session.renewed(3, "t-2", expires=NOW + 900_000))

    assert frame == {"type": "renewed", "reply_to": 3, "token": "t-2", "token_expires": NOW + 900_000}
    assert closing(session.tick(NOW + 1_000)) is None


def subscribed() -> ServerSession:
    session = an_open_session()
    session.receive(NOW, a_frame("subscribe", id=1, view="board"))
    return session


def test_a_desk_that_applies_nothing_for_fifteen_seconds_is_closed_as_slow() -> None:
    session = subscribed()
    session.sent(NOW + 1_000, "board", cursor="a")
    session.receive(NOW + 5_000, a_frame("applied", view="board", cursor="older"))

    assert closing(session.tick(NOW + 1_000 + PATIENCE - 1)) is None
    assert closing(session.tick(NOW + 1_000 + PATIENCE)) == 4001


def test_a_desk_that_applies_what_it_was_sent_stays() -> None:
    session = subscribed()
    session.sent(NOW + 1_000, "board", cursor="a")
    session.receive(NOW + 5_000, a_frame("applied", view="board", cursor="a"))

    assert closing(session.tick(NOW + 1_000 + PATIENCE)) is None


def test_a_desk_that_says_no_more_how_far_it_is_is_closed_as_silent() -> None:
    session = subscribed()
    session.receive(NOW, a_frame("applied", view="board", cursor="older"))
    session.tick(NOW + SILENCE - 1)

    assert session.next_tick() == NOW + SILENCE
    assert closing(session.tick(NOW + SILENCE)) == 4002


def test_a_desk_without_a_view_need_not_say_anything() -> None:
    session = an_open_session()
    session.sent(NOW, "board", cursor="a")
    session.receive(NOW, a_frame("applied", view="board", cursor="a"))

    assert closing(session.tick(NOW + 2 * SILENCE)) is None


def test_subscribing_anew_begins_a_new_chain() -> None:
    session = subscribed()
    session.sent(NOW, "board", cursor="a")
    session.receive(NOW + 10_000, a_frame("subscribe", id=2, view="board", cursor="a"))

    assert closing(session.tick(NOW + PATIENCE)) is None


def test_closing_says_why_and_takes_nothing_more() -> None:
    session = an_open_session()

    assert session.close(Code.ELSEWHERE, "elsewhere") == [CloseWith(Code.ELSEWHERE, "elsewhere")]
    assert session.receive(NOW, a_frame("command", id=9, **a_command())) == []
    assert session.tick(NOW + 10 * HEARTBEAT) == []
