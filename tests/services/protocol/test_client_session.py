"""The desk signs in, follows its board, and knows what to do with whatever the hub says."""

import json

import pytest

from services.domain.board import Board
from services.domain.people import Role, User
from services.protocol.client_outputs import (
    BoardChanged,
    BoardReplaced,
    Close,
    Connect,
    KeepToken,
    LinkChanged,
    SignedIn,
)
from services.protocol.client_session import SILENCE
from services.protocol.credentials import DeviceToken
from services.protocol.frames import encode, encode_value
from services.protocol.hub_messages import (
    Delta,
    Error,
    Heartbeat,
    HubMessage,
    Pong,
    Presences,
    Refused,
    Renewed,
    SnapshotEnd,
    Subscribed,
    Uploaded,
    UploadReady,
)
from services.protocol.link import Link
from tests.builders import NOW
from tests.services.protocol.builders import DESK, ROW, a_client, a_frame, a_put, a_welcome
from tests.services.protocol.desk_side import connected, give, live, messages, of


def test_a_desk_says_hello_first() -> None:
    assert messages(a_client().opened(NOW)) == [
        {
            "type": "hello",
            "versions": [1],
            "desk": DESK,
            "auth": {"user": "sari", "password": "rahasia"},
            "app": "pendopo",
            "sent": NOW,
        }
    ]


def test_let_in_it_keeps_the_token_and_subscribes_with_its_cursor() -> None:
    client = a_client(cursor="c")

    outputs = connected(client)

    user = User(id="u-sari", name="Sari", roles=frozenset({Role.DISPATCHER}))
    assert of(SignedIn, outputs) == [SignedIn(user, "e-1", "Asia/Jakarta")]
    assert of(KeepToken, outputs) == [KeepToken("t-1", NOW + 900_000)]
    assert [(one["view"], one["cursor"]) for one in messages(outputs, "subscribe")] == [("board", "c")]


def test_the_password_is_used_once_and_then_the_token() -> None:
    client = a_client()
    connected(client)
    client.closed(NOW, None)

    assert messages(client.opened(NOW))[0]["auth"] == {"token": "t-1"}


def test_a_device_goes_on_with_its_own_token() -> None:
    client = a_client(credentials=DeviceToken("device"))

    assert of(KeepToken, connected(client)) == []
    client.closed(NOW, None)
    assert messages(client.opened(NOW))[0]["auth"] == {"token": "device"}


def test_the_hubs_clock_is_known_from_the_welcome_on() -> None:
    client = a_client()
    client.opened(NOW)
    give(client, a_welcome(received=NOW + 60_010, answered=NOW + 60_011), now=NOW + 21)

    assert client.clock.offset == 60_000


def test_a_pong_makes_the_clock_better_but_says_nothing_of_the_feed() -> None:
    client = live()

    give(client, Pong(reply_to=1, sent=NOW + 20_000, received=NOW + 25_000, answered=NOW + 25_000), now=NOW + 20_000)

    assert client.clock.offset in {0, 5_000}
    assert client.next_tick() == NOW
    assert of(Close, client.tick(NOW + SILENCE)) == [Close(4002, "silence")]


@pytest.mark.parametrize(
    "message",
    [Heartbeat(at=NOW), Subscribed(view="board", mode="snapshot"), Error(code="x"), Presences(desks=())],
)
def test_before_the_welcome_nothing_else_is_taken(message: HubMessage) -> None:
    client = a_client()
    client.opened(NOW)

    assert give(client, message) == []
    assert client.ignored == 1


def test_what_nobody_expects_is_ignored_and_counted() -> None:
    client = live()

    give(client, a_welcome(), Refused(code="busy"), UploadReady(reply_to=1), Uploaded(reply_to=1, photo="p-1"))
    client.receive(NOW, a_frame("spell"))

    assert client.ignored == 5


def test_the_board_follows_the_feed() -> None:
    client = a_client()
    (subscribe,) = messages(connected(client), "subscribe")
    digest = Board.of([a_put()]).digest()
    row = {"kind": "report", "id": "r-1", "rev": "v1", "value": json.loads(encode_value(ROW))}
    give(client, Subscribed(reply_to=subscribe["id"], view="board", mode="snapshot", why="new"))
    client.receive(NOW, a_frame("snapshot", view="board", part=0, parts=1, rows=[row]))

    replaced = give(client, SnapshotEnd(view="board", cursor="a", rows=1, digest=digest, at=NOW))
    changed = give(client, Delta(view="board", start="a", to="b", at=NOW, done=("k",)))

    assert of(BoardReplaced, replaced) == [BoardReplaced((a_put(),), "a", NOW)]
    assert of(LinkChanged, replaced) == [LinkChanged(Link.LIVE)]
    (change,) = of(BoardChanged, changed)
    assert isinstance(change, BoardChanged)
    assert (change.cursor, change.done) == ("b", ("k",))
    assert client.sync is not None
    assert client.sync.board == Board.of([a_put()])


def test_a_gap_is_mended_by_one_subscription() -> None:
    client = live()

    outputs = give(
        client, Delta(view="board", start="x", to="y", at=NOW), Delta(view="board", start="y", to="z", at=NOW)
    )

    assert [one["cursor"] for one in messages(outputs, "subscribe")] == ["a"]


def test_a_desk_whose_hub_talks_nonsense_gives_the_connection_up_and_comes_back() -> None:
    client = live()

    assert client.receive(NOW, "{") == [Close(4400, "unreadable frame")]
    assert client.receive(NOW, encode(Heartbeat(at=NOW))) == []
    assert client.tick(NOW) == []
    assert of(Connect, client.closed(NOW, None)) == [Connect(NOW + 100)]


def test_a_connector_without_a_board_is_live_once_it_is_let_in() -> None:
    client = a_client(view=None)

    outputs = connected(client)

    assert messages(outputs, "subscribe") == []
    assert of(LinkChanged, outputs) == [LinkChanged(Link.LIVE)]
    give(client, Delta(view="board", start="a", to="b", at=NOW), Error(reply_to=5, code="denied"))
    assert of(Connect, client.closed(NOW, 4403)) == []


def test_a_token_is_renewed_in_time() -> None:
    client = live()
    give(client, Heartbeat(at=NOW), now=NOW + 719_000)

    (renew,) = messages(client.tick(NOW + 720_000), "renew")
    outputs = give(client, Renewed(reply_to=renew["id"], token="t-2", token_expires=NOW + 1_800_000), now=NOW + 720_001)

    assert of(KeepToken, outputs) == [KeepToken("t-2", NOW + 1_800_000)]
    client.closed(NOW, None)
    assert messages(client.opened(NOW))[0]["auth"] == {"token": "t-2"}


def test_the_desk_says_how_far_it_has_come() -> None:
    client = live()

    assert messages(client.tick(NOW + 5_000), "applied") == [
        {"type": "applied", "view": "board", "cursor": "a", "lag": 5_000}
    ]
