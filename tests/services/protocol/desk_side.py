"""A desk's session connected to a hub that is spoken by hand, for tests."""

import json
from typing import Any

from services.domain.board import Board
from services.protocol.client_outputs import (
    KeepOrder,
    Output,
    Send,
)
from services.protocol.client_session import ClientSession
from services.protocol.frames import encode
from services.protocol.hub_messages import (
    HubMessage,
    Snapshot,
    SnapshotEnd,
    Subscribed,
)
from tests.builders import NOW
from tests.services.protocol.builders import a_client, a_welcome


def give(client: ClientSession, *messages: HubMessage, now: int = NOW) -> list[Output]:
    return [output for message in messages for output in client.receive(now, encode(message))]


def messages(outputs: list[Output], *names: str) -> list[dict[str, Any]]:
    """The messages to send, of these types if any are named."""
    messages = [json.loads(output.text) for output in outputs if isinstance(output, Send)]
    return [message for message in messages if not names or message["type"] in names]


def of(kind: type[Output], outputs: list[Output]) -> list[Output]:
    return [output for output in outputs if isinstance(output, kind)]


def connected(client: ClientSession, now: int = NOW, **welcome: Any) -> list[Output]:
    """Connect a session and let it in."""
    client.opened(now)
    return give(client, a_welcome(**{"received": now, "answered": now, **welcome}), now=now)


def live(**welcome: Any) -> ClientSession:
    """A session whose board is whole."""
    client = a_client()
    outputs = connected(client, **welcome)
    (subscribe,) = messages(outputs, "subscribe")
    give(
        client,
        Subscribed(reply_to=subscribe["id"], view="board", mode="snapshot", why="new"),
        Snapshot(view="board", part=0, parts=1, rows=()),
        SnapshotEnd(view="board", cursor="a", rows=0, digest=Board().digest(), at=NOW),
    )
    assert client.sync is not None
    assert client.sync.live
    return client


def keep_all(client: ClientSession, outputs: list[Output], now: int = NOW) -> list[Output]:
    """Write down the orders that have got a number."""
    kept = [output.order for output in outputs if isinstance(output, KeepOrder)]
    return [output for order in kept for output in client.stored(now, order)]
