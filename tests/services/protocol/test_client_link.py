"""A desk sees that a connection is dying, leaves it, and knows what to do after it."""

import pytest

from services.protocol.client_outputs import (
    Close,
    Connect,
    Forget,
    LinkChanged,
    Noticed,
    Output,
    SignInAgain,
    Stop,
    Wipe,
)
from services.protocol.client_session import SILENCE
from services.protocol.credentials import Credentials, DeviceToken, SessionToken
from services.protocol.frames import encode
from services.protocol.hub_messages import (
    Delta,
    Error,
    Heartbeat,
    Notice,
    Refused,
)
from services.protocol.link import Link
from tests.builders import NOW
from tests.services.protocol.builders import a_client, a_put
from tests.services.protocol.desk_side import connected, give, live, messages, of


def test_the_link_ages_until_it_is_lost_and_the_desk_connects_anew() -> None:
    client = live()
    shown = []
    for now in range(NOW, NOW + SILENCE, 500):
        shown += of(LinkChanged, client.tick(now))

    assert shown == [LinkChanged(Link.AGING), LinkChanged(Link.STALE)]
    assert client.tick(NOW + SILENCE) == [Close(4002, "silence"), LinkChanged(Link.LOST)]
    assert of(Connect, client.closed(NOW + SILENCE, None)) == [Connect(NOW + SILENCE + 100)]


def test_a_short_break_does_not_show() -> None:
    client = live()

    outputs = client.closed(NOW + 1_000, None)

    assert of(LinkChanged, outputs) == []
    assert client.next_tick() == NOW + 7_001
    assert client.tick(NOW + 7_001) == [LinkChanged(Link.AGING)]


def test_a_hub_that_never_answers_hello_is_given_up() -> None:
    client = a_client()
    client.opened(NOW)

    assert client.tick(NOW + SILENCE - 1) == []
    assert client.next_tick() == NOW + SILENCE
    assert client.tick(NOW + SILENCE) == [Close(4002, "silence")]


def test_heartbeats_without_a_welcome_do_not_keep_a_connection() -> None:
    client = a_client()
    client.opened(NOW)
    for now in range(NOW, NOW + SILENCE, 5_000):
        give(client, Heartbeat(at=now), now=now)

    assert client.tick(NOW + SILENCE) == [Close(4002, "silence")]


def test_while_apart_nothing_is_taken_and_nothing_waited_for() -> None:
    client = a_client()

    assert client.receive(NOW, encode(Heartbeat(at=NOW))) == []
    assert client.tick(NOW) == []
    assert client.next_tick() is None


def test_a_draining_hub_is_left_at_a_random_moment() -> None:
    client = live()

    assert give(client, Notice(code="drain", before=NOW + 60_000, spread=10_000)) == [Noticed("drain")]

    assert of(Close, client.tick(NOW + 4_999)) == []
    assert client.tick(NOW + 5_000) == [Close(4000, "drain")]
    assert of(Connect, client.closed(NOW + 5_000, None)) == [Connect(NOW + 5_100)]


def test_other_notices_are_passed_on() -> None:
    assert give(live(), Notice(code="clock"), Notice(code="drain")) == [Noticed("clock"), Noticed("drain")]


@pytest.mark.parametrize(
    ("code", "credentials", "then"),
    [
        ("bad_credentials", None, SignInAgain("bad_credentials", 2_000)),
        ("expired", SessionToken("t"), SignInAgain("expired", 2_000)),
        ("bad_credentials", DeviceToken("t"), Stop("bad_credentials")),
        ("slow_down", None, Connect(NOW + 2_000)),
        ("version", None, Stop("version")),
        ("revoked", None, Wipe()),
    ],
)
def test_a_refusal_counts_more_than_the_close_after_it(
    code: str, credentials: Credentials | None, then: Output
) -> None:
    client = a_client(credentials=credentials)
    client.opened(NOW)

    assert of(Close, give(client, Refused(code=code, retry_after=2_000))) == [Close(4401, code)]
    assert client.closed(NOW, 4401) == [then]
    assert client.tick(NOW) == []


def test_a_refusal_counts_for_its_own_connection_only() -> None:
    client = a_client()
    client.opened(NOW)
    give(client, Refused(code="version"))
    client.closed(NOW, 4401)
    connected(client)

    assert of(Stop, client.closed(NOW, 1006)) == []


def test_somebody_who_signs_in_again_is_let_try_at_once() -> None:
    client = a_client()

    assert client.sign_in(NOW, SessionToken("t-9")) == [Connect(NOW)]
    assert messages(client.opened(NOW))[0]["auth"] == {"token": "t-9"}


def test_a_view_the_role_may_not_have_stops_the_desk() -> None:
    client = a_client()
    (subscribe,) = messages(connected(client), "subscribe")

    assert of(Close, give(client, Error(reply_to=subscribe["id"], code="denied"))) == [Close(4000, "denied")]
    assert of(Stop, client.closed(NOW, None)) == [Stop("denied")]


@pytest.mark.parametrize(
    ("code", "then", "rows", "cursor"),
    [
        (None, [Connect(NOW + 100)], 1, "b"),
        (4001, [Connect(NOW + 100)], 1, "b"),
        (4400, [Stop("4400")], 1, "b"),
        (4100, [SignInAgain("expired")], 1, "b"),
        (4101, [Forget(), Connect(NOW + 100)], 0, None),
        (4403, [Wipe()], 0, None),
    ],
)
def test_how_it_ended_says_what_stays(code: int | None, then: list[Output], rows: int, cursor: str | None) -> None:
    client = live()
    assert client.sync is not None
    client.sync.board.replace([a_put()])
    give(client, Delta(view="board", start="a", to="b", at=NOW))

    outputs = client.closed(NOW, code)

    assert [output for output in outputs if not isinstance(output, LinkChanged)] == then
    assert (len(client.sync.board), client.sync.cursor) == (rows, cursor)


def test_waits_grow_until_a_feed_has_lived_for_half_a_minute() -> None:
    client = a_client()
    waits = []
    for _ in range(4):
        connected(client)
        waits += [output.at - NOW for output in client.closed(NOW, 1006) if isinstance(output, Connect)]

    assert waits == [100, 200, 400, 800]
    client = live()
    for now in range(NOW, NOW + 31_000, 5_000):
        give(client, Heartbeat(at=now), now=now)
    assert of(Connect, client.closed(NOW + 30_000, 1006)) == [Connect(NOW + 30_100)]
