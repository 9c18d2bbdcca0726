"""Answers what desks ask besides commands: views, reads, tokens, and who looks at what."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from services.domain.people import User
from services.domain.report import Millis
from services.hub.connection import Connection
from services.hub.day import Days
from services.hub.fitting import answer_frame
from services.hub.lane import Frame
from services.hub.neighbours import Neighbours
from services.hub.orders import House
from services.hub.presence import Presence
from services.hub.reading import Reading, ReadRefused
from services.hub.resume import plain, with_those_gone
from services.hub.searching import Rows
from services.hub.seats import Seats
from services.hub.subscribing import Subscribing, look_back
from services.hub.tally import NOTHING
from services.hub.tasks import Tasks
from services.hub.uploads import Uploads
from services.protocol.closing import Code
from services.protocol.desk_messages import Get, Renew, Subscribe
from services.protocol.desk_messages import Presence as Looks
from services.protocol.hub_messages import Error
from services.protocol.server_actions import PhotoCame
from services.store.database import Store
from services.store.failures import StoreFailure
from services.store.reader import Reader
from services.store.sign_in import SignInRefused, renew

T = TypeVar("T")
Request = Get | PhotoCame | Renew | Subscribe


@dataclass(slots=True, eq=False, kw_only=True)
class Requests:
    """Answers requests; what reads the store does so in a thread."""

    store: Store
    house: House
    subscribing: Subscribing
    seats: Seats
    tasks: Tasks
    clock: Callable[[], Millis]
    neighbours: Neighbours
    uploads: Uploads
    presence: Presence = field(default_factory=Presence)
    days: Days = field(default_factory=Days)
    rows: Rows = field(default_factory=Rows)

    def subscribe(self, connection: Connection, user: User, request: Subscribe) -> None:
        """Let a desk follow a view."""
        now = self.clock()
        refusal = self.subscribing.refusal(user, request.view)
        if refusal is not None:
            connection.fail(request.id, refusal, now, field_="view")
            return
        position = self.subscribing.begin(connection, user, request, now=now)
        if position is not None:
            self.tasks.spawn(self._answered(connection, request, self._resume(connection, request, position)))

    def read(self, connection: Connection, user: User, request: Get) -> None:
        """Answer a `get`."""
        self.tasks.spawn(self._answered(connection, request, self._read(connection, user, request)))

    def renew(self, connection: Connection, user: User, request: Renew) -> None:
        """Give a desk a new token."""
        self.tasks.spawn(self._answered(connection, request, self._renew(connection, user, request)))

    def keep_photo(self, connection: Connection, user: User, came: PhotoCame) -> None:
        """Keep a photo that has come whole."""
        self.tasks.spawn(self._answered(connection, came, self.uploads.keep(connection, user, came)))

    def look(self, connection: Connection, user: User, looks: Looks) -> None:
        """Note which report a desk looks at."""
        now = self.clock()
        news = self.presence.look(connection.desk, user, report=looks.report, activity=looks.activity, now=now)
        self._tell_presence(news, now)

    def leave(self, connection: Connection) -> None:
        """Forget what a connection followed and looked at."""
        self.subscribing.leave(connection)
        self.uploads.leave(connection)
        self._tell_presence(self.presence.leave(connection.desk), self.clock())

    def fade(self) -> None:
        """Forget looks that were not renewed, and go along with the reports that came into view or left it."""
        now = self.clock()
        self.presence.fade(now)
        for connection in self.seats.signed_in():
            self._tell_looks(connection, now)

    def _tell_presence(self, news: frozenset[str], now: Millis) -> None:
        """Tell the desks that may see one of these reports who looks at what.

        To any other nothing is said, not even what it should have been told already: its own second brings that.
        """
        for connection in self.seats.signed_in():
            follower = connection.follower
            if follower is not None and any(map(follower.scope.has_report, news)):
                self._tell_looks(connection, now)

    def _tell_looks(self, connection: Connection, now: Millis) -> None:
        """Tell a desk who looks at the reports it may see, if that has changed for it."""
        follower = connection.follower
        seen = self.presence.seen(follower.scope.has_report) if follower else connection.presences
        if seen != connection.presences:
            connection.presences = seen
            connection.say(seen, now)

    async def _answered(self, connection: Connection, request: Request, work: Awaitable[None]) -> None:
        """Do the work of a request; whatever goes wrong is answered, and hurts nobody else."""
        try:
            await work
        except ReadRefused as refused:
            connection.fail(request.id, refused.code, self.clock(), field_=refused.field)
        except SignInRefused:
            connection.end(Code.REVOKED, "revoked", self.clock())
        except StoreFailure:
            connection.fail(request.id, "busy", self.clock())
        except Exception as failure:  # noqa: BLE001 - the edge of a request: logged, and answered with its reference
            ref = self.tasks.failed(failure)
            connection.say(Error(reply_to=request.id, code="internal", ref=ref), self.clock())

    async def _resume(self, connection: Connection, request: Subscribe, position: int) -> None:
        follower = connection.follower
        if follower is None:
            return
        visible = plain(follower, self.subscribing.publisher.picture)
        look = partial(look_back, position=position, follower=follower, visible=visible, now=self.clock())
        missed = await asyncio.to_thread(self._with_reader, look)
        while connection.follower is follower:
            if isinstance(missed, str):
                self.subscribing.snapshot(follower, request, why=missed, now=self.clock())
                return
            left = self.subscribing.resume(follower, request, missed, now=self.clock())
            if not left:
                return
            again = partial(with_those_gone, missed=missed, gone=left, viewer=follower.scope.viewer)
            missed = await asyncio.to_thread(self._with_reader, again)

    def _near(self, request: Get) -> frozenset[str]:
        """Return the open reports around the one whose like is asked for; reports of long ago have none."""
        if request.what != "similar" or request.report is None:
            return frozenset()
        report = self.subscribing.publisher.picture.reports.get(request.report)
        return self.neighbours.near(report) if report else frozenset()

    async def _read(self, connection: Connection, user: User, request: Get) -> None:
        house, now = self.house, self.clock()
        near = self._near(request)
        standing = self.subscribing.publisher.audiences.count(user, now) if request.what == "day" else NOTHING

        def read(reader: Reader) -> bytes:
            reading = Reading(
                reader=reader,
                viewer=user,
                policy=house.policy,
                revs=house.revs,
                now=now,
                places=house.gazetteer.named,
                rows=self.rows,
                near=near,
                days=self.days,
                standing=standing,
            )
            return answer_frame(request, reading.answer(request))

        frame = await asyncio.to_thread(self._with_reader, read)
        connection.lane.push(Frame(frame), self.clock())

    async def _renew(self, connection: Connection, user: User, request: Renew) -> None:
        token, expires = await asyncio.to_thread(partial(renew, self.store, user=user.id, desk=connection.desk))
        frame = connection.session.renewed(request.id, token, expires=expires)
        connection.lane.push(Frame(frame), self.clock())

    def _with_reader(self, read: Callable[[Reader], T]) -> T:
        with self.store.read() as reader:
            return read(reader)
