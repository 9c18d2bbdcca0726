"""The hub in operation, without sockets and clockwork: who is there, and what becomes of what they ask."""

import asyncio
import contextlib
from dataclasses import dataclass
from typing import Final, assert_never

from services.domain.people import User
from services.domain.report import Millis
from services.hub.commanding import Commanding
from services.hub.connection import Connection, Ended
from services.hub.counters import Counters
from services.hub.photos import photo_of
from services.hub.publisher import Publisher
from services.hub.requests import Requests
from services.hub.seats import Seats
from services.hub.sign_in import Refusal, SignIn
from services.hub.tasks import Tasks
from services.protocol.closing import Code
from services.protocol.desk_messages import Applied, Check, Get, Hello, Offer, Presence, Renew, Subscribe, Upload
from services.protocol.hub_messages import Notice
from services.protocol.server_actions import Execute, PhotoCame, Wanted
from services.protocol.server_session import Admission, ServerSession
from services.store import people
from services.store.database import Store

LOST: Final = Ended(1006, by_hub=False)
"""No farewell was said."""

Asked = Check | Get | PhotoCame | Renew | Subscribe | Upload


@dataclass(slots=True, eq=False, kw_only=True)
class Hub:
    """Connects the parts; lives on the loop's thread."""

    epoch: str
    commanding: Commanding
    publisher: Publisher
    requests: Requests
    sign_in: SignIn
    tasks: Tasks
    seats: Seats

    def now(self) -> Millis:
        """Return the hub's time."""
        return self.requests.clock()

    @property
    def writing(self) -> bool:
        """Whether commands are taken."""
        return not self.commanding.draining and self.sign_in.store.failed is None

    def counters(self) -> Counters:
        """Return the counters as of now."""
        self.tasks.counters.desks = len(self.seats)
        self.tasks.counters.unsigned = self.seats.unsigned
        return self.tasks.counters

    def photo(self, path: str, authorization: str) -> bytes | None:
        """Return the JPEG a request asks for, None where there is none this viewer may see; for a thread."""
        store, policy = self.sign_in.store, self.publisher.picture.policy
        return photo_of(store, policy, path=path, authorization=authorization, now=self.now())

    def join(self, address: str) -> Connection:
        """Take in a new connection."""
        connection = Connection(self, address, ServerSession(self.now()))
        self.seats.join(connection)
        self.tasks.counters.opened += 1
        return connection

    def leave(self, connection: Connection, ended: Ended = LOST) -> None:
        """Forget a connection that is gone, and write down how it ended."""
        self.seats.leave(connection)
        self.requests.leave(connection)
        self.tasks.counters.ignored += connection.session.ignored
        code, by_hub = ended
        reason = "library" if by_hub else "lost" if ended == LOST else "desk"
        if connection.ending is not None:
            code, by_hub, reason = int(connection.ending.code), True, connection.ending.reason
        if by_hub:
            self.tasks.counters.closed[code] += 1
        self.tasks.log.info("closed", desk=connection.desk, code=code, reason=reason)

    def at_fault(self, connection: Connection, code: str) -> None:
        """Write down that a desk sent what was refused for its form; what it was is nobody's business."""
        self.tasks.log.info("fault", desk=connection.desk, code=code)

    def wanted(self, connection: Connection, action: Wanted) -> None:
        """Do what a desk asks for."""
        if isinstance(action, Hello):
            self.tasks.spawn(self._admit(connection, action))
            return
        user = connection.user
        if user is None:  # the session lets nothing else through before the hello
            return
        match action:
            case Execute():
                self.commanding.execute(connection, user, action)
            case Subscribe() | Check() | Get() | Renew() | Upload() | PhotoCame():
                self._answer(connection, user, action)
            case Presence():
                self.requests.look(connection, user, action)
            case Applied() | Offer():
                pass
            case never:
                assert_never(never)

    def _answer(self, connection: Connection, user: User, request: Asked) -> None:
        match request:
            case Subscribe():
                self.requests.subscribe(connection, user, request)
            case Check():
                self.requests.subscribing.check(connection, request, self.now())
            case Get():
                self.requests.read(connection, user, request)
            case Renew():
                self.requests.renew(connection, user, request)
            case Upload():
                self.requests.uploads.begin(connection, user, request)
            case PhotoCame():
                self.requests.keep_photo(connection, user, request)
            case never:
                assert_never(never)

    async def drain(self, patience: Millis) -> None:
        """Take no more commands, let what is under way be written and told, and close every connection."""
        for connection in list(self.seats.connections):
            connection.say(Notice(code="drain", before=self.now() + patience, spread=patience), self.now())
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.commanding.drain(), patience / 1000)
        for connection in list(self.seats.connections):
            connection.end(Code.DRAIN, "drain", self.now())

    async def stop(self) -> None:
        """End what still runs."""
        await self.tasks.stop()
        await asyncio.to_thread(self.sign_in.close)

    async def _admit(self, connection: Connection, hello: Hello) -> None:
        found = await self.sign_in.attempt(connection.address, hello)
        now = self.now()
        if isinstance(found, Refusal):
            self.tasks.counters.refused += 1
            self.tasks.log.info("refused", code=found.code)
            connection.carry(connection.session.refuse(found.code, found.retry_after), now)
            return
        if connection not in self.seats.connections:  # it has gone while it was looked at
            return
        older = self.seats.sit(connection)
        if older is not None:
            older.end(Code.ELSEWHERE, "same desk elsewhere", now)
        connection.user = found.user
        self.tasks.log.info("signed in", desk=connection.desk, user=found.user.id)
        admission = Admission(
            user=found.user,
            token=found.token,
            token_expires=found.token_expires,
            epoch=self.epoch,
            last_command=found.last_command,
        )
        connection.carry(connection.session.welcome(now, admission), now)
        await self.look_at_rights({found.user.id})  # again, now that he sits: he may have been revoked meanwhile

    async def look_at_rights(self, ids: set[str]) -> None:
        """Close the desks of those whose rights are no longer what they signed in with."""
        self._rights_are(await asyncio.to_thread(_rights, self.sign_in.store, ids))

    def signed_in(self) -> set[str]:
        """Return the ids of all who sit at a desk."""
        return {connection.user.id for connection in self.seats.signed_in() if connection.user is not None}

    def _rights_are(self, rights: dict[str, User | None]) -> None:
        now = self.now()
        for connection in self.seats.signed_in():
            user = connection.user
            if user is None or user.id not in rights or rights[user.id] == user:
                continue
            if rights[user.id] is None:
                connection.say(Notice(code="revoked"), now)
                connection.end(Code.REVOKED, "revoked", now)
            else:
                connection.end(Code.RIGHTS_CHANGED, "rights changed", now)


def _rights(store: Store, ids: set[str]) -> dict[str, User | None]:
    with store.read() as reader:
        return {id_: people.current(reader, id_) for id_ in ids}
