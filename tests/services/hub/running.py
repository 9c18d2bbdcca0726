"""A hub on a real store, without sockets and without the passing of time."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import structlog

from services.domain.people import Member, Role
from services.domain.places import Gazetteer
from services.domain.report import Millis
from services.domain.squads import Squad
from services.hub.build import build
from services.hub.chores import Chores
from services.hub.connection import Connection
from services.hub.hub import Hub
from services.hub.sockets import Sockets
from services.store import people
from services.store.acts import AddUser, execute
from services.store.database import Store
from services.store.passwords import hash_password, new_token, token_hash
from tests.builders import MEMBERS, NOW, a_policy

PASSWORD = "rahasia-sekali"
PATIENCE = 5.0


@dataclass(eq=False)
class Running:
    """The hub and its clock, which moves only when a test moves it."""

    folder: Path
    now: Millis = NOW
    store: Store = field(init=False)
    hub: Hub = field(init=False)
    chores: Chores = field(init=False)
    token: str = ""
    logged: list[dict[str, Any]] = field(default_factory=list)

    async def start(self) -> None:
        """Open the store, make the people, build the hub."""
        self.store = await asyncio.to_thread(Store.open, self.folder / "data", clock=lambda: self.now)
        self._build()
        self.token = new_token()
        await asyncio.to_thread(self._populate)
        self.hub.publisher.meet(MEMBERS, self.now)

    async def start_again(self) -> None:
        """Open what an earlier hub has left in the folder."""
        self.store = await asyncio.to_thread(Store.open, self.folder / "data", clock=lambda: self.now)
        self._build()

    async def stop(self) -> None:
        """Stop and close."""
        await self.hub.stop()
        await asyncio.to_thread(self.store.close)

    def _build(self) -> None:
        log = structlog.wrap_logger(
            None, processors=[self._write_down], wrapper_class=structlog.make_filtering_bound_logger(0)
        )
        self.hub = build(self.store, a_policy(), Gazetteer((), {}), log=log)
        self.chores = Chores(hub=self.hub, store=self.store, sockets=Sockets(self.hub))

    def _write_down(self, _: Any, method: str, event: Any) -> Any:
        self.logged.append({"level": method, **event})
        raise structlog.DropEvent

    def _populate(self) -> None:
        for login, roles in (("sari", {Role.DISPATCHER}), ("budi", {Role.DISPATCHER}), ("hendro", {Role.SUPERVISOR})):
            self.add_user(login, *roles)
        kept = token_hash(self.token)

        def work(transaction: Any) -> None:
            people.add_token(transaction, name="lapor", roles=frozenset({Role.INTAKE}), token_hash=kept, now=self.now)
            for member in MEMBERS:
                transaction.save_member(member)

        self.store.submit(work).result()

    def add_user(self, login: str, *roles: Role, squads: tuple[Squad, ...] | None = None) -> None:
        """Let a user in."""
        names = tuple(role.value for role in roles)
        limit = None if squads is None else tuple(squad.value for squad in squads)
        act = AddUser(login=login, name="", roles=names, squads=limit, password_hash=hash_password(PASSWORD))
        self.store.submit(lambda transaction: execute(transaction, act)).result()

    def members(self) -> list[Member]:
        """Return the members in the store."""
        with self.store.read() as reader:
            return reader.members()

    async def desk(self, user: str, name: str | None = None) -> "End":
        """Return a desk that has signed in."""
        end = End(self, self.hub.join("127.0.0.1"), name or f"d-{user}")
        auth = {"token": self.token} if user == "lapor" else {"user": user, "password": PASSWORD}
        end.say({"type": "hello", "versions": [1], "desk": end.name, "auth": auth})
        assert (await end.hear("welcome", "refused"))["type"] == "welcome"
        return end

    async def board(self, user: str) -> "End":
        """Return a desk that follows its board."""
        end = await self.desk(user)
        end.say({"type": "subscribe", "id": 1, "view": "board"})
        await end.hear("snapshot_end")
        return end


@dataclass(eq=False)
class End:
    """The other end of a connection."""

    running: Running
    connection: Connection
    name: str
    heard: list[dict[str, Any]] = field(default_factory=list)
    n: int = 0
    _filled: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.connection.lane.filled = self._filled.set

    def say(self, message: dict[str, Any]) -> None:
        """Send a message."""
        self.connection.receive(json.dumps(message), self.running.now)

    async def command(self, name: str, report: str | None = None, **args: Any) -> dict[str, Any]:
        """Send the next command and wait for its result."""
        self.n += 1
        body: dict[str, Any] = {"key": f"{self.name}.{self.n}", "command": name, "report": report}
        if "base" in args:
            body["base"] = args.pop("base")
        self.say({"type": "command", "id": 1_000 + self.n, **body, "args": args})
        return await self.first(lambda one: one.get("reply_to") == 1_000 + self.n)

    async def hear(self, *types: str) -> dict[str, Any]:
        """Wait for a message of one of these types."""
        return await self.first(lambda one: one["type"] in types)

    async def first(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Wait for the first message that fits."""
        async with asyncio.timeout(PATIENCE):
            while True:
                self._take()
                if (found := next(filter(wanted, self.heard), None)) is not None:
                    return found
                self._filled.clear()
                await self._filled.wait()

    async def ended(self) -> int:
        """Wait until the hub wants to close the connection; return the code."""
        async with asyncio.timeout(PATIENCE):
            while self.connection.ending is None:
                self._filled.clear()
                await self._filled.wait()
        self._take()
        return int(self.connection.ending.code)

    def _take(self) -> None:
        while (frame := self.connection.lane.pop()) is not None:
            self.heard.append(json.loads(frame.body))
            self.connection.left(frame, self.running.now)
