"""Carries out what a desk's session asks for: on the line to the hub, in the local store, to whoever listens."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import replace
from typing import assert_never

from services.domain.commands import Command
from services.domain.people import User
from services.domain.report import Millis
from services.feed import outputs as tell
from services.feed.credentials import Credentials
from services.feed.freshness import Freshness
from services.feed.keeping import Keeping, when_done
from services.feed.line import Cancellable, Dial, Later, Line
from services.feed.local_store import Store
from services.feed.names import Names
from services.feed.offline import expired
from services.feed.outbox import Acknowledged
from services.feed.reading import Readings, ReadRefused
from services.feed.telling import events_of, looking_of, told
from services.feed.uploading import OfPhotos, Uploads
from services.protocol import client_outputs as said
from services.protocol.client_session import ClientSession
from services.protocol.outbox import Order, order_of

SOONEST = 0.005
"""Seconds between two ticks at least."""

_SECOND = 1_000

_OfTheLine = said.Send | said.Close | said.Connect | said.SignInAgain | said.Stop | said.Wipe | said.Forget
_OfTheBoard = said.BoardChanged | said.BoardReplaced | said.KeepOrder | said.Answered | said.RecallWanted
_Word = (
    said.SignedIn
    | said.KeepToken
    | said.LinkChanged
    | said.ReadAnswered
    | said.ReadFailed
    | said.Present
    | said.Noticed
)


class Conductor:
    """A session in the world. All of it happens in the loop's own thread."""

    def __init__(
        self,
        session: ClientSession,
        store: Store,
        *,
        names: Names,
        kept_at: Millis | None,
        dial: Dial,
        later: Later | None,
        clock: Callable[[], Millis],
        on_output: Callable[[tell.Output], None],
    ) -> None:
        self.session = session
        self.names = names
        self.readings = Readings()
        self.uploads = Uploads()
        self.user: User | None = None
        self.token: str | None = None
        """What signs in again, and lets photos be fetched."""
        self.signed_in = False
        self.offset: Millis = 0
        self._store, self._clock, self._later_by, self._tell = store, clock, later, on_output
        self._kept_at = kept_at
        self._keeping = Keeping(store, later=self._later, on_kept=self._kept, on_trouble=self._trouble)
        self._line = Line(dial, self, clock=clock, later=self._later)
        self._freshness = Freshness(clock())
        self._todo: deque[said.Output] = deque()
        self._busy = False
        self._timer: Cancellable | None = None
        self._timer_at: Millis = 0

    # What the client asks for

    async def run(self) -> None:
        """Stay connected until stopped, or until there is no use in it."""
        self._line.connect(self._clock())
        self.do(())
        try:
            await self._line.run()
        finally:
            self._keeping.stop()
            if self._timer:
                self._timer.cancel()

    def stop(self) -> None:
        """End the connection for good."""
        self._line.stop()

    def sign_in(self, credentials: Credentials) -> None:
        """Sign in with these and connect."""
        now = self._clock()
        self._freshness.hoping(now)
        self.do(self.session.sign_in(now, credentials))

    def submit(self, command: Command, *, tag: str, report: str | None, base: str | None, offline: bool) -> None:
        """Put a command on its way.

        Raises:
            BadFormat: it cannot be sent.
        """
        now = self._clock()
        made = order_of(command, tag=tag, made=now + self.offset, report=report, base=base)
        order = replace(made, offline=offline or not self.signed_in)
        outputs = self.session.submit(now, order)
        if not any(isinstance(output, said.KeepOrder) and output.order.tag == tag for output in outputs):
            self._keeping.keep(order)
        self.do(outputs)

    async def upload(self, image: bytes, media: str) -> str:
        """Send a photo and return its id.

        Raises:
            UploadRefused: the hub did not keep it.
        """
        async with self.uploads.one_at_a_time:
            request, outputs = self.session.upload(len(image), media)
            self.uploads.ask(request)
            self.do(outputs)
            return await self.uploads.send(request, image, self._line.send_piece)

    def take_back(self, tag: str, *, by: str) -> bool:
        """Take back a command that has not left yet; False if there is none of that name."""
        found = next((order for order in self.session.outbox.orders if order.tag == tag), None)
        if found is None or not self.session.outbox.withdraw(tag):
            return False
        asyncio.get_running_loop().call_soon(self._taken_back, found, by)
        return True

    @property
    def data_at(self) -> Millis | None:
        """The hub's time of what is on the board."""
        sync = self.session.sync
        return (sync.at if sync and sync.at else None) or self._kept_at

    # What the line says

    def opened(self) -> None:
        """A connection has come about."""
        now = self._clock()
        self._expire(now)
        self.do(self.session.opened(now))

    def received(self, frame: bytes) -> None:
        """A frame has come."""
        self.do(self.session.receive(self._clock(), frame))

    def closed(self, code: int | None) -> None:
        """The connection is over, or none came about."""
        now = self._clock()
        self.signed_in = False
        self._freshness.failed(code, now)
        self._expire(now)
        self.do(self.session.closed(now, code))

    # What the session asks for

    def do(self, outputs: Iterable[said.Output]) -> None:
        """Carry out what the session asks for, in its order, also what comes of it on the way."""
        self._todo.extend(outputs)
        if self._busy:
            return
        self._busy = True
        try:
            while self._todo:
                self._carry_out(self._todo.popleft())
        finally:
            self._busy = False
        link = self._freshness.news(data_at=self.data_at, waiting=len(self.session.outbox))
        if link:
            self._tell(tell.LinkChanged(link))
        self._set_timer()

    def _carry_out(self, output: said.Output) -> None:
        if isinstance(output, _OfTheLine):
            self._on_the_line(output)
        elif isinstance(output, _OfTheBoard):
            self._on_the_board(output)
        elif isinstance(output, OfPhotos):
            self.uploads.hear(output)
        else:
            self._pass_on(output)

    def _on_the_line(self, output: _OfTheLine) -> None:
        match output:
            case said.Send():
                self._line.send(output.text)
            case said.Close():
                self._line.end(output.code, output.reason)
            case said.Connect():
                self._line.connect(output.at)
            case said.SignInAgain():
                self._freshness.stopped(output.code, self._clock())
                self._tell(tell.SignInRefused(output.code, output.retry_after))
            case said.Stop():
                self._give_up(output.reason)
            case said.Wipe():
                self._store.wipe()
                self._tell(tell.BoardReplaced())
                self._tell(tell.Revoked())
                self._give_up("revoked")
            case said.Forget():
                self._store.forget()
                self._tell(tell.BoardReplaced())
            case never:
                assert_never(never)

    def _on_the_board(self, output: _OfTheBoard) -> None:
        match output:
            case said.BoardChanged():
                self._store.apply(output.ops, output.cursor, output.at)
                self._tell(
                    tell.BoardChanged(
                        changes=output.changes,
                        events=events_of(output.events),
                        done=self.names.done(output.done),
                        replay=output.replay,
                    )
                )
            case said.BoardReplaced():
                self._store.replace(output.puts, output.cursor, output.at)
                self._tell(tell.BoardReplaced(self.names.all_done()))
            case said.KeepOrder():
                self.names.numbered(output.order)
                self._keeping.keep(output.order)
            case said.Answered():
                outcome = output.settled.outcome
                self._keeping.settle(output.settled.order, at=outcome.at if outcome.ok else None)
                if outcome.ok:
                    self.names.answered(output.settled.order.tag)
                self._tell(told(output.settled))
            case said.RecallWanted():
                when_done(self._store.acknowledged(output.since), self._offer)
            case never:
                assert_never(never)

    def _pass_on(self, output: _Word) -> None:
        match output:
            case said.SignedIn():
                self.user = output.user
                self.signed_in = True
                self._tell(tell.SignedIn(output.user, output.epoch, output.timezone))
            case said.KeepToken():
                self.token = output.token
            case said.LinkChanged():
                self._freshness.heard(output.link, self._clock())
            case said.ReadAnswered():
                self.readings.answer(output.id, output.value)
            case said.ReadFailed():
                self.readings.fail(output.id, ReadRefused(output.code, output.field))
            case said.Present():
                self._tell(tell.Present(looking_of(output.desks)))
            case said.Noticed():
                self._tell(tell.Noticed(output.code))
            case never:
                assert_never(never)

    # Inside

    def _later(self, seconds: float, call: Callable[[], None]) -> Cancellable:
        return (self._later_by or asyncio.get_running_loop().call_later)(seconds, call)

    def _give_up(self, why: str) -> None:
        self._freshness.stopped(why, self._clock())
        self._line.stop()

    def _kept(self, order: Order) -> None:
        self.do(self.session.stored(self._clock(), order))

    def _trouble(self, order: Order, reason: str) -> None:
        self._tell(tell.DiskTrouble(order.tag, reason))

    def _offer(self, found: "Future[list[Acknowledged]]") -> None:
        if found.exception() is None:
            self.do(self.session.offer((one.order, one.at) for one in found.result()))

    def _taken_back(self, order: Order, by: str) -> None:
        """Say that a command was taken back before it was sent, and that its undoing is thereby done."""
        self._keeping.settle(order, at=None)
        self._tell(tell.Answered(key=order.tag, command=order.command, ok=False, code="withdrawn"))
        self._tell(tell.Answered(key=by, command="undo", ok=True))
        self.do(())

    def _expire(self, now: Millis) -> None:
        """Take back the commands that have waited for a hub too long."""
        for order in [one for one in self.session.outbox.orders if expired(one, now + self.offset)]:
            self.session.outbox.withdraw(order.tag)
            self._keeping.settle(order, at=None)
            self._tell(tell.Expired(order.tag, order.command, order.report, order.made or now))

    def _tick(self) -> None:
        self._timer = None
        self.do(self.session.tick(self._clock()))
        if self.session.clock.offset != self.offset:
            self.offset = self.session.clock.offset
            self._tell(tell.ClockOffset(self.offset))

    def _set_timer(self) -> None:
        """Have the session's next tick made, unless an earlier one is coming anyway."""
        at = self.session.next_tick()
        if at is None or (self._timer and self._timer_at <= at):
            return
        if self._timer:
            self._timer.cancel()
        self._timer_at = at
        self._timer = self._later(max(SOONEST, (at - self._clock()) / _SECOND), self._tick)
