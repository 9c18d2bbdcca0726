"""A hub in a process of its own that speaks feed.v1 by hand, from frames made before it listens."""

import asyncio
import contextlib
import json
import sys
import time
from collections.abc import Callable
from typing import Any

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from services.domain.policy import HOUR
from services.domain.report import Millis
from services.protocol.frames import encode
from services.protocol.hub_messages import Bounds, Checked, Heartbeat, Pong, Subscribed, Welcome, signed_in_of
from tests.benchmarks.room import VIEWER
from tests.benchmarks.script import SECOND_MS, VIEW, Flow, Line, Script, flow, pour

_HEARTBEAT = 5.0
Message = dict[str, Any]


class PreparedHub:
    """Signs everybody in, sends the snapshot to whoever subscribes, and plays the script to the newest of them."""

    def __init__(self, script: Script, now: Millis) -> None:
        self._script = script
        self._begin = now
        self._started = time.monotonic()
        self._desk: ServerConnection | None = None
        self._acts = iter(script.acts)

    async def serve(self, connection: ServerConnection) -> None:
        """Speak to one desk until it leaves."""
        beating = asyncio.create_task(self._beat(connection))
        try:
            async for text in connection:
                for frame in self._answer(json.loads(text)):
                    await connection.send(frame, text=True)
                if json.loads(text)["type"] == "subscribe":
                    self._desk, self._acts = connection, iter(self._script.acts)
        except ConnectionClosed:
            return
        finally:
            beating.cancel()

    async def play(self) -> Message:
        """Send the next act; return when each probe was sent, in nanoseconds of the monotonic clock.

        `behind_ms` says how late the last frame was: where the desk does not take one, all later ones wait.
        """
        desk, act = self._desk, next(self._acts, None)
        if desk is None or act is None:
            raise RuntimeError("nobody has subscribed, or the script is over")
        sent: dict[int, int] = {}
        started = time.monotonic()
        with contextlib.suppress(ConnectionClosed):  # it has seen enough
            await self._send(desk, act, sent)
        took = (time.monotonic() - started) * SECOND_MS
        return {"sent": sent, "behind_ms": max(0.0, took - act[-1].due)}

    async def _send(self, desk: ServerConnection, act: tuple[Line, ...], sent: dict[int, int]) -> None:
        started = time.monotonic()
        for line in act:
            wait = started + line.due / SECOND_MS - time.monotonic()
            if wait > 0:
                await asyncio.sleep(wait)
            if line.probe is not None:
                sent[line.probe] = time.monotonic_ns()
            await desk.send(line.frame, text=True)

    def _answer(self, message: Message) -> tuple[bytes, ...]:
        now = self._now()
        match message["type"]:
            case "hello":
                return (encode(_welcome(now)),)
            case "subscribe":
                here = encode(Subscribed(reply_to=message["id"], view=VIEW, mode="snapshot", why="new"))
                return (here, *self._script.snapshot)
            case "ping":
                return (encode(Pong(reply_to=message["id"], sent=message["sent"], received=now, answered=now)),)
            case "check":
                return (encode(Checked(reply_to=message["id"])),)
            case "get":
                read = _READ.get(message["what"])
                value = [] if read is None else read(now)
                return (b'{"type":"answer","reply_to":%d,"value":%b}' % (message["id"], json.dumps(value).encode()),)
            case _:
                return ()

    async def _beat(self, connection: ServerConnection) -> None:
        while True:
            await asyncio.sleep(_HEARTBEAT)
            await connection.send(encode(Heartbeat(at=self._now())), text=True)

    def _now(self) -> Millis:
        return self._begin + round((time.monotonic() - self._started) * SECOND_MS)


def _timeline(now: Millis) -> Message:
    return {"events": [{"event": "opened", "at": now - HOUR, "by": "LAPOR", "source": None, "words": None}]}


_READ: dict[str, Callable[[Millis], Any]] = {
    "history": _timeline,
    "search": lambda _: {"reports": []},
    "similar": lambda _: {"reports": []},
    "speed": lambda _: {"cells": []},
}
"""What a `get` is answered with; anything else with an empty list."""


def _welcome(now: Millis) -> Welcome:
    return Welcome(
        version=1,
        epoch="e-bench",
        user=signed_in_of(VIEWER),
        token="bench-token",
        token_expires=now + 12 * HOUR,
        received=now,
        answered=now,
        timezone="Asia/Jakarta",
        last_command=0,
        heartbeat=round(_HEARTBEAT * SECOND_MS),
        limits=Bounds(frame=65_536, in_flight=16, commands_per_second=10, burst=60),
    )


async def _run(script: Script, now: Millis) -> None:
    hub = PreparedHub(script, now)
    async with serve(hub.serve, "127.0.0.1", 0, subprotocols=[Subprotocol("feed.v1")], compression=None) as server:
        host, port = server.sockets[0].getsockname()[:2]
        _say({"listening": f"ws://{host}:{port}", "ends_at": script.ends_at})
        while (await asyncio.to_thread(sys.stdin.readline)).strip() == "go":
            _say(await hub.play())


def _say(message: Message) -> None:
    print(json.dumps(message), flush=True)


def main(argv: list[str]) -> None:
    """Serve one script until standard input ends: `pour NOW PUTS`, or `flow NOW FLOW …`."""
    kind, now, *rest = argv[0], int(argv[1]), *argv[2:]
    script = pour(now, puts=int(rest[0])) if kind == "pour" else flow(now, *map(Flow.read, rest))
    asyncio.run(_run(script, now))


if __name__ == "__main__":
    main(sys.argv[1:])
