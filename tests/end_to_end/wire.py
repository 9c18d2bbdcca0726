"""A client written from PROTOCOL.md alone: raw websockets and json, nothing of the product."""

import asyncio
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

Message = dict[str, Any]
PATIENCE = 10.0


class ChainBroken(AssertionError):
    """The hub sent a delta that does not start where the last one ended, or a row it must not send."""


class HungUp(AssertionError):
    """The connection ended before what was waited for."""


@dataclass(eq=False)
class WireDesk:
    """One desk: it keeps what a desk must keep (cursor, rows, the number of its last command) across connections."""

    url: str
    desk: str
    auth: Message
    n: int = 0
    cursor: str | None = None
    rows: dict[tuple[str, str], tuple[str, Any]] = field(default_factory=dict)
    heard: list[Message] = field(default_factory=list)
    """Every message of this connection, in order."""
    done: list[str] = field(default_factory=list)
    events: list[Message] = field(default_factory=list)
    closed: int | None = None
    """The code the hub closed with."""
    reading: asyncio.Event = field(default_factory=asyncio.Event)
    """While it is not set, nothing is read."""
    apply: bool = True
    _staging: list[Message] = field(default_factory=list)
    _socket: ClientConnection | None = None
    _reader: asyncio.Task[None] | None = None
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    _request: int = 0

    async def connect(self) -> None:
        """Open a connection."""
        await self.close()
        self.heard, self.closed, self._staging = [], None, []
        self.reading.set()
        self._socket = await connect(
            self.url, subprotocols=[Subprotocol("feed.v1")], compression=None, max_size=256 * 1024, proxy=None
        )
        self._reader = asyncio.create_task(self._read(self._socket))

    async def close(self) -> None:
        """Leave; what comes until then is read."""
        if self._socket is None or self._reader is None:
            return
        self.reading.set()
        await self._socket.close()
        await self._reader
        self._socket = self._reader = None

    async def sign_in(self, **changes: Any) -> Message:
        """Connect and say hello; return `welcome` or `refused`."""
        await self.connect()
        hello = {
            "type": "hello",
            "versions": [1],
            "desk": self.desk,
            "auth": self.auth,
            "app": "wire",
            "language": "id",
        }
        await self.send({**hello, **changes})
        said = await self.hear("welcome", "refused")
        if said["type"] == "welcome":
            self.n = max(self.n, said["last_command"])
        return said

    async def subscribe(self, view: str = "board", cursor: str | None = None) -> Message:
        """Ask for a view and wait until it is whole; return `subscribed`, or the `error`."""
        number = self.request()
        asked = {"type": "subscribe", "id": number, "view": view}
        await self.send({**asked, "cursor": cursor} if cursor is not None else asked)
        said = await self.answer(number)
        if said["type"] == "error":
            return said
        start = self.heard.index(said)
        if said["mode"] == "snapshot":
            await self.until(lambda: self._after(start, lambda one: one["type"] == "snapshot_end"))
        else:
            await self.until(lambda: self._after(start, lambda one: one.get("caught_up") is True))
        return said

    async def come_back(self) -> Message:
        """Sign in again and resume; return `subscribed`."""
        assert (await self.sign_in())["type"] == "welcome"
        return await self.subscribe(cursor=self.cursor)

    async def command(self, name: str, report: str | None = None, **args: Any) -> Message:
        """Send the next command and wait for its result; `base` is the row's rev unless given."""
        return await self.answer(await self.order(name, report, **args))

    async def order(self, name: str, report: str | None = None, **args: Any) -> int:
        """Send the next command without waiting; return its request number."""
        self.n += 1
        number = self.request()
        await self.send({"type": "command", "id": number, **self.body(self.n, name, report, **args)})
        return number

    def body(self, n: int, name: str, report: str | None = None, **args: Any) -> Message:
        """Return a command's members."""
        base = args.pop("base", self.rows.get(("report", report or ""), (None, None))[0])
        body: Message = {"key": f"{self.desk}.{n}", "command": name, "args": args}
        return {**body, "report": report, "base": base} if report is not None else body

    async def get(self, what: str, **members: Any) -> Message:
        """Read something; return `answer` or `error`."""
        number = self.request()
        await self.send({"type": "get", "id": number, "what": what, **members})
        return await self.answer(number)

    def request(self) -> int:
        """Return the next request number."""
        self._request += 1
        return self._request

    async def send(self, message: Message) -> None:
        """Send a message."""
        await self.send_raw(json.dumps(message))

    async def send_raw(self, frame: str | bytes) -> None:
        """Send a frame as it is."""
        assert self._socket is not None
        await self._socket.send(frame)

    async def answer(self, number: int, *, patience: float = PATIENCE) -> Message:
        """Wait for what answers a request."""
        return await self.first(lambda one: one.get("reply_to") == number, patience=patience)

    async def hear(self, *types: str) -> Message:
        """Wait for the first message of one of these types."""
        return await self.first(lambda one: one["type"] in types)

    async def first(self, wanted: Callable[[Message], bool], *, patience: float = PATIENCE) -> Message:
        """Wait for the first message that fits, of those heard already too."""
        await self.until(lambda: any(map(wanted, self.heard)), patience=patience)
        return next(filter(wanted, self.heard))

    async def until(self, true: Callable[[], bool], *, patience: float = PATIENCE) -> None:
        """Wait until something holds, or the connection ends."""
        async with asyncio.timeout(patience), self._changed:
            await self._changed.wait_for(lambda: true() or self.closed is not None)
        if not true():
            raise HungUp(self.closed)

    async def until_closed(self, *, patience: float = PATIENCE) -> int:
        """Wait until the hub closes the connection; return the code."""
        async with asyncio.timeout(patience), self._changed:
            await self._changed.wait_for(lambda: self.closed is not None)
        assert self.closed is not None
        return self.closed

    def digest(self) -> str:
        """Return the digest of the rows."""
        parts = (f"{kind}\0{id_}\0{rev}".encode() for (kind, id_), (rev, _) in self.rows.items())
        total = sum(int.from_bytes(hashlib.sha256(part).digest()[:8], "big") for part in parts)
        return f"{total % 2**64:016x}"

    def of(self, kind: str) -> dict[str, Any]:
        """Return the values of the rows of a kind by id."""
        return {id_: value for (of, id_), (_, value) in self.rows.items() if of == kind}

    def report(self, report: str) -> Any:
        """Return a report's row."""
        return self.rows["report", report][1]

    def deltas(self) -> Iterator[Message]:
        """Return the deltas of this connection."""
        return (one for one in self.heard if one["type"] == "delta")

    async def _read(self, socket: ClientConnection) -> None:
        try:
            while True:
                await self.reading.wait()
                message = json.loads(await socket.recv())
                async with self._changed:
                    if self.apply:
                        self._take(message)
                    self.heard.append(message)
                    self._changed.notify_all()
        except ConnectionClosed as closed:
            async with self._changed:
                self.closed = closed.rcvd.code if closed.rcvd else 1006
                self._changed.notify_all()

    def _take(self, message: Message) -> None:
        match message["type"]:
            case "snapshot":
                self._staging.append(message)
            case "snapshot_end":
                rows = [row for part in self._staging for row in part["rows"]]
                assert [part["part"] for part in self._staging] == list(range(self._staging[0]["parts"]))
                assert len(rows) == message["rows"]
                self._staging = []
                self.rows = {(row["kind"], row["id"]): (row["rev"], row["value"]) for row in rows}
                self.cursor = message["cursor"]
                assert self.digest() == message["digest"]
            case "delta":
                self._apply(message)
            case _:
                pass

    def _apply(self, delta: Message) -> None:
        if delta["from"] != self.cursor:
            raise ChainBroken("a delta does not start at the cursor")
        for op in delta["ops"]:
            key = (op["kind"], op["id"])
            if op["op"] == "put":
                self.rows[key] = (op["rev"], op["value"])
            elif self.rows.pop(key, None) is None:
                raise ChainBroken("a row is deleted that was not in the view")
        for event in delta["events"]:
            if ("report", event["report"]) not in self.rows:
                raise ChainBroken("an event names a report that is not in the view")
        self.cursor = delta["to"]
        self.done += delta["done"]
        self.events += delta["events"]

    def _after(self, start: int, wanted: Callable[[Message], bool]) -> bool:
        return any(map(wanted, self.heard[start:]))
