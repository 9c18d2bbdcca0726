"""A hub written by hand after PROTOCOL.md, without the product's code, and connections to it without a network."""

import asyncio
import json
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from services.feed.wire import Ended, Unreachable
from tests.builders import NOW
from tests.services.feed.builders import a_row

Message = dict[str, Any]
TOKEN = "token-1"
SLOW = 4001


def a_value(**changes: Any) -> Message:
    """A report's row as it stands on the wire."""
    return asdict(a_row(sources={}, **changes))


class HubByHand:
    """Answers what desks send; a test pulls its strings by changing what is public here."""

    def __init__(self) -> None:
        self.roles = ["dispatcher"]
        self.rows: dict[tuple[str, str], Message] = {}
        self.cursor = "c0"
        self.last_command = 0
        self.heard: list[Message] = []
        self.refuse: Message | None = None
        self.silent = False
        """Takes everything in and says nothing, as if the cable were cut."""
        self.codes: list[Message] = []
        """What the next commands are answered with, instead of `ok`."""
        self.gets: dict[str, Any] = {}
        self.pieces: list[bytes] = []
        """What has come of the newest photo."""
        self.photo: Message = {"type": "uploaded", "photo": "p-1"}
        """What is said when a photo has come whole."""
        self.wires: list[HandWire] = []
        self.opened: dict[str, str] = {}
        """Source -> the report opened for it."""
        self._stored: dict[str, Message] = {}
        self._cursors = 0

    # What a test does

    def put(self, id_: str, rev: str, **changes: Any) -> Message:
        """Have a row at the hub; return the op that tells of it."""
        value = a_value(**changes)
        self.rows["report", id_] = {"kind": "report", "id": id_, "rev": rev, "value": value}
        return {"op": "put", **self.rows["report", id_]}

    def delta(self, *ops: Message, **members: Any) -> Message:
        """Return a delta with these ops; the hub's cursor moves."""
        start = self.cursor
        self._cursors += 1
        self.cursor = f"c{self._cursors}"
        return {
            "type": "delta",
            "view": "board",
            "from": start,
            "to": self.cursor,
            "at": NOW + self._cursors,
            "replay": False,
            "ops": list(ops),
            "events": [],
            "done": [],
            **members,
        }

    def say(self, *messages: Message) -> None:
        """Say something on every connection."""
        for wire in self.wires:
            wire.deliver(*messages)

    def hang_up(self, code: int | None = None) -> None:
        """Close every connection."""
        for wire in self.wires:
            wire.end(code)
        self.wires = []

    def said(self, kind: str) -> list[Message]:
        """Return the messages of a type the hub has heard."""
        return [message for message in self.heard if message["type"] == kind]

    # What a desk does

    async def connect(self) -> "HandWire":
        """Connect a desk."""
        wire = HandWire(self)
        self.wires.append(wire)
        return wire

    def answer(self, message: Message) -> list[Message]:
        """Return what the hub says to a message."""
        self.heard.append(message)
        if self.silent:
            return []
        answers = {
            "hello": self._hello,
            "subscribe": self._subscribe,
            "command": self._command,
            "get": self._get,
            "ping": self._ping,
            "upload": self._upload,
        }
        return answers[message["type"]](message) if message["type"] in answers else []

    def take_piece(self, piece: bytes) -> list[Message]:
        """Return what the hub says to a piece of a photo."""
        self.pieces.append(piece)
        upload = self.said("upload")[-1]
        if sum(map(len, self.pieces)) < upload["bytes"]:
            return []
        return [{"reply_to": upload["id"], **self.photo}]

    def _upload(self, message: Message) -> list[Message]:
        self.pieces = []
        return [{"type": "upload_ready", "reply_to": message["id"]}]

    def _hello(self, _message: Message) -> list[Message]:
        if self.refuse:
            return [{"type": "refused", **self.refuse}]
        return [
            {
                "type": "welcome",
                "version": 1,
                "epoch": "e-1",
                "user": {"id": "u-sari", "name": "Sari", "roles": self.roles, "squads": None},
                "token": TOKEN,
                "token_expires": NOW + 900_000,
                "received": NOW,
                "answered": NOW,
                "timezone": "Asia/Jakarta",
                "last_command": self.last_command,
                "heartbeat": 5_000,
                "limits": {"frame": 65_536, "in_flight": 16, "commands_per_second": 1_000, "burst": 2_000},
            }
        ]

    def _subscribe(self, message: Message) -> list[Message]:
        reply: Message = {"type": "subscribed", "reply_to": message["id"], "view": message["view"], "why": None}
        if message.get("cursor") == self.cursor:
            return [{**reply, "mode": "resume"}, self.delta(replay=True, caught_up=True)]
        rows = list(self.rows.values())
        end = {"cursor": self.cursor, "rows": len(rows), "digest": digest(rows), "at": NOW}
        return [
            {**reply, "mode": "snapshot", "why": "new"},
            {"type": "snapshot", "view": "board", "part": 0, "parts": 1, "rows": rows},
            {"type": "snapshot_end", "view": "board", **end},
        ]

    def _command(self, message: Message) -> list[Message]:
        key = message["key"]
        reply: Message = {"type": "result", "reply_to": message["id"], "key": key, "at": NOW}
        if key in self._stored:
            return [{**reply, **self._stored[key], "repeated": True}]
        n = int(key.rpartition(".")[2])
        if n != self.last_command + 1:
            return [{**reply, "ok": False, "code": "out_of_order", "wait": 0, "last_command": self.last_command}]
        if self.codes:
            refused = self.codes.pop(0)
            if refused["code"] in {"rate", "busy", "storage", "internal"}:
                return [{**reply, "ok": False, **refused}]
            self._stored[key] = {"ok": False, **refused}
        else:
            self._stored[key] = self._done(message, n)
        self.last_command = n
        return [{**reply, **self._stored[key]}]

    def _done(self, message: Message, n: int) -> Message:
        report = message.get("report") or f"r-{n}"
        done: Message = {"ok": True, "rev": f"w{n}", "repeated": False}
        source = json.dumps(message.get("args", {}).get("source"))
        if source in self.opened:
            return {**done, "report": self.opened[source], "existing": True}
        if message["command"] == "open" and source != "null":
            self.opened[source] = report
        return {**done, "report": report}

    def _get(self, message: Message) -> list[Message]:
        if message["what"] not in self.gets:
            return [{"type": "error", "reply_to": message["id"], "code": "not_found", "field": None}]
        return [{"type": "answer", "reply_to": message["id"], "value": self.gets[message["what"]]}]

    def _ping(self, message: Message) -> list[Message]:
        times = {"sent": message["sent"], "received": message["sent"] + 500, "answered": message["sent"] + 500}
        return [{"type": "pong", "reply_to": message["id"], **times}]


class HandWire:
    """A connection to a hub by hand."""

    def __init__(self, hub: HubByHand) -> None:
        self._hub = hub
        self._frames: asyncio.Queue[bytes | Ended] = asyncio.Queue()
        self.parted: tuple[int, str] | None = None
        """With which code and reason the desk ended it."""

    def send(self, text: str) -> None:
        """Hand a frame to the hub."""
        self.deliver(*self._hub.answer(json.loads(text)))

    async def send_piece(self, piece: bytes) -> None:
        """Hand a piece of a photo to the hub."""
        self.deliver(*self._hub.take_piece(piece))

    async def receive(self) -> bytes:
        """Return the next frame of the hub."""
        frame = await self._frames.get()
        if isinstance(frame, Ended):
            raise frame
        return frame

    async def close(self, code: int, reason: str) -> None:
        """End it from the desk's side."""
        self.parted = (code, reason)
        self.end(None)

    def deliver(self, *messages: Message) -> None:
        """Have the desk receive messages."""
        for message in messages:
            self._frames.put_nowait(json.dumps(message).encode())

    def end(self, code: int | None) -> None:
        """End it."""
        self._frames.put_nowait(Ended(code))


class DeadHub:
    """Counts who tries to connect to a hub that is not there, or that accepts and closes."""

    def __init__(self, *, accepts: bool) -> None:
        self.tries = 0
        self._accepts = accepts

    async def connect(self) -> HandWire:
        """Try to connect."""
        self.tries += 1
        if not self._accepts:
            raise Unreachable("refused")
        wire = HandWire(HubByHand())
        wire.end(None)
        return wire


def digest(rows: list[Message]) -> str:
    """Return a snapshot's digest, as PROTOCOL.md section 3 defines it."""
    total = 0
    for row in rows:
        text = f"{row['kind']}\0{row['id']}\0{row['rev']}"
        total += int.from_bytes(sha256(text.encode()).digest()[:8], "big")
    return f"{total % 2**64:016x}"
