"""The hub's clockwork: heartbeats, due events, figures, what `admin` asks for, and the note of being alive."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final

from services.domain.people import Member
from services.domain.report import Millis
from services.hub import alive
from services.hub.hub import Hub
from services.hub.sockets import Sockets
from services.store.acts import AddMember
from services.store.database import Store
from services.store.requests import execute_pending

PULSE: Final[Millis] = 250
"""How often connections and due times are looked at."""
ASKED: Final[Millis] = 500
"""How often `admin` is listened to."""
ALIVE: Final[Millis] = 10_000
TIDY: Final[Millis] = 5 * 60_000


@dataclass(slots=True, eq=False, kw_only=True)
class Chores:
    """What is done again and again; a turn that fails is written down, and the next one comes."""

    hub: Hub
    store: Store
    sockets: Sockets

    def begin(self) -> None:
        """Start the clockwork."""
        spawn = self.hub.tasks.spawn
        spawn(self._again(PULSE, self.pulse))
        spawn(self._again(1_000, self.second))
        spawn(self._again(ASKED, self.listen))
        spawn(self._again(ALIVE, self.note))
        spawn(self._again(TIDY, self.hub.requests.uploads.tidy))

    async def _again(self, pause: Millis, turn: Callable[[], Coroutine[Any, Any, None]]) -> None:
        while True:
            try:
                await turn()
            except Exception as failure:  # noqa: BLE001 - one bad turn must not stop the clockwork
                self.hub.tasks.failed(failure)
            await asyncio.sleep(pause / 1000)

    async def pulse(self) -> None:
        """Look at every connection and at what is due."""
        now = self.hub.now()
        for connection in list(self.hub.seats.connections):
            connection.tick(now)
        self.sockets.abandon()
        self.hub.commanding.let_time_pass()

    async def second(self) -> None:
        """Go along with the time."""
        self.hub.publisher.second(self.hub.now())
        if self.store.failed is not None:
            self.hub.publisher.fail_storage(self.hub.now())
        self.hub.commanding.await_beat()
        self.hub.requests.fade()

    async def listen(self) -> None:
        """Carry out what `admin` asks for, and look anew at whom it concerns."""
        acts = await asyncio.to_thread(execute_pending, self.store)
        if not acts:
            return
        if any(isinstance(act, AddMember) for act, _ in acts):
            self.hub.publisher.meet(await asyncio.to_thread(self._members), self.hub.now())
        if any(not isinstance(act, AddMember) for act, _ in acts):
            await self.hub.look_at_rights(self.hub.signed_in())

    async def note(self) -> None:
        """Note that the hub is up."""
        await asyncio.to_thread(alive.write, self.store.folder, self.hub.now())

    def _members(self) -> list[Member]:
        with self.store.read() as reader:
            return reader.members()
