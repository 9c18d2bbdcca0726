"""The desk's side of the feed, without input or output: from one connection to the next, as long as the desk runs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, assert_never

from services.domain.refusals import BadFormat
from services.domain.report import Millis
from services.protocol.back_off import BackOff
from services.protocol.chores import Chores
from services.protocol.client_outputs import (
    Answered,
    Close,
    Connect,
    Forget,
    KeepOrder,
    KeepToken,
    LinkChanged,
    Noticed,
    Output,
    PhotoRefused,
    Present,
    ReadFailed,
    RecallWanted,
    Send,
    SignedIn,
    Stop,
    Wipe,
)
from services.protocol.closing import Code
from services.protocol.codec import Unknown, decode_hub_frame, encode_desk
from services.protocol.credentials import Credentials, DeviceToken, SessionToken, auth_of
from services.protocol.departures import after_close, after_refusal
from services.protocol.desk_messages import (
    MOST_ITEMS,
    Command,
    DeskMessage,
    Hello,
    Offer,
    OfferedCommand,
    Presence,
)
from services.protocol.hub_clock import HubClock
from services.protocol.hub_messages import (
    Answer,
    Checked,
    Delta,
    Error,
    Feed,
    Heartbeat,
    HubMessage,
    Notice,
    Pong,
    Presences,
    Recall,
    Refused,
    Renewed,
    Reply,
    Snapshot,
    SnapshotEnd,
    Subscribed,
    Uploaded,
    UploadReady,
    Welcome,
    Word,
    user_of,
)
from services.protocol.link import Link, LinkWatch
from services.protocol.outbox import Order, Outbox
from services.protocol.outcomes import Outcome, Result, Results
from services.protocol.parsing import MOST_BYTES, Fault
from services.protocol.photo_sending import PhotoSending
from services.protocol.reads import Reads
from services.protocol.subscriber import Subscriber
from services.protocol.view_sync import ViewSync

SILENCE: Millis = Link.LOST.value
"""After that without a frame the desk gives the connection up."""

_ROOM = 256
"""Bytes of a frame left for what changes when a command is sent again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who speaks: the desk's id (one for each PC and user), the program and the language of its screen."""

    id: str
    app: str = "pendopo"
    language: str = "id"


class _Stage(Enum):
    APART = auto()
    GREETING = auto()
    OPEN = auto()
    ENDING = auto()


class ClientSession:
    """A desk and its feed.

    Call `opened`, `receive` and `closed` as the connection goes, `tick` at `next_tick`; carry out what they return in
    that order. `now` is in Unix milliseconds by a clock that never goes back. `chance` gives numbers from 0 to 1.
    """

    def __init__(
        self,
        desk: Desk,
        credentials: Credentials,
        *,
        chance: Callable[[], float],
        sync: ViewSync | None,
        orders: Iterable[Order] = (),
    ) -> None:
        self.sync = sync
        """The view with its board and cursor; None for a connector, which has no board."""
        self.clock = HubClock()
        self.outbox = Outbox(desk.id, orders)
        self.ignored = 0
        """How many messages of unknown types, or at the wrong time, were ignored."""
        self._desk = desk
        self._credentials = credentials
        self._chance = chance
        self._back_off = BackOff()
        self._stage = _Stage.APART
        self._reads = Reads()
        self._photos = PhotoSending()
        self._chores = Chores(0, 0)
        self._subscriber: Subscriber | None = None
        self._watch = LinkWatch()
        self._number = 0
        self._heard: Millis = 0
        self._greeted_at: Millis = 0
        self._leave_at: Millis | None = None
        self._refused: Refused | None = None
        self._stopped: str | None = None

    # The connection

    def opened(self, now: Millis) -> list[Output]:
        """Say hello on a new connection."""
        self._stage = _Stage.GREETING
        self._heard = self._greeted_at = now
        self._leave_at = self._refused = self._stopped = None
        desk, auth = self._desk, auth_of(self._credentials)
        return [_send(Hello(versions=(1,), desk=desk.id, auth=auth, app=desk.app, language=desk.language, sent=now))]

    def receive(self, now: Millis, frame: str | bytes) -> list[Output]:
        """Take in a text frame of the hub."""
        if self._stage in {_Stage.APART, _Stage.ENDING}:
            return []
        message = decode_hub_frame(frame)
        if isinstance(message, Fault):
            return self._end(Code.PROTOCOL, f"unreadable {message.field}")
        outputs = self._take(message, now)
        if self._stage is _Stage.OPEN and not isinstance(message, Pong):
            self._heard = now
        return [*outputs, *self._go_on(now)]

    def tick(self, now: Millis) -> list[Output]:
        """Do what time alone asks for."""
        if self._stage in {_Stage.APART, _Stage.ENDING}:
            return self._show_link(now)
        if now >= self._heard + SILENCE:
            return [*self._end(Code.SILENT, "silence"), *self._show_link(now)]
        if self._leave_at is not None and now >= self._leave_at:
            return self._end(Code.DRAIN, "drain")
        if self._stage is _Stage.GREETING:
            return self._show_link(now)
        chores = self._chores.due(now, clock=self.clock, sync=self.sync, number=self._next_number)
        return [*map(_send, chores), *self._go_on(now)]

    def next_tick(self) -> Millis | None:
        """Return when `tick` is wanted next, None if nothing is waited for; a time that is past means now."""
        times = [self._watch.next_tick()]
        if self._stage in {_Stage.GREETING, _Stage.OPEN}:
            times += [self._heard + SILENCE, self._leave_at]
        if self._stage is _Stage.OPEN:
            times += [self._chores.next_tick(self.sync), self.outbox.next_tick()]
            times.append(self._subscriber.next_tick() if self._subscriber else None)
        return min((at for at in times if at is not None), default=None)

    def closed(self, now: Millis, code: int | None) -> list[Output]:
        """Note that the connection ended, with the hub's close code if there was one, or that none came about."""
        self._stage = _Stage.APART
        self.outbox.lost()
        if self.sync:
            self.sync.lost()
        again = now + self._back_off.wait(self._chance(), lived=self._watch.lost(now))
        then = self._after(now, code, again=again)
        if self.sync and any(isinstance(output, Forget | Wipe) for output in then):
            self.sync.forget()
            self._watch.forget()
        return [*self._reads.lost(), *self._photos.lost(), *then, *self._show_link(now)]

    def sign_in(self, now: Millis, credentials: Credentials) -> list[Output]:
        """Take what a person signs in with, and connect."""
        self._credentials = credentials
        return [Connect(now)]

    # What the desk wants

    def submit(self, now: Millis, order: Order) -> list[Output]:
        """Put an order in the outbox; keep it before, as it is, so that nothing is lost.

        Raises:
            BadFormat: it cannot be sent: too long, or its words have broken characters.
        """
        try:
            size = len(encode_desk(_command(self._desk.id, order, 0)).encode())
        except UnicodeEncodeError:
            raise BadFormat("args", "broken characters (lone surrogates)") from None
        if size > MOST_BYTES - _ROOM:
            raise BadFormat("args", f"at most {MOST_BYTES - _ROOM} bytes")
        self.outbox.add(order)
        return self._go_on(now)

    def stored(self, now: Millis, order: Order) -> list[Output]:
        """Note that an order of `KeepOrder` is written down; it may be sent now."""
        self.outbox.stored(order)
        return self._go_on(now)

    def read(self, what: str, **members: Any) -> tuple[int, list[Output]]:
        """Ask for something by `get`; return its number, by which `ReadAnswered` or `ReadFailed` will name it."""
        number = self._next_number()
        if self._stage is not _Stage.OPEN:
            return number, [ReadFailed(number, "lost")]
        return number, [_send(self._reads.ask(number, what, **members))]

    def upload(self, size: int, media: str) -> tuple[int, list[Output]]:
        """Announce a photo; return its number, by which `PhotoWanted`, `PhotoKept` or `PhotoRefused` will name it."""
        number = self._next_number()
        if self._stage is not _Stage.OPEN:
            return number, [PhotoRefused(number, "lost")]
        return number, [_send(self._photos.announce(number, size, media=media))]

    def look(self, report: str | None, activity: str | None) -> list[Output]:
        """Say which report is looked at here (`viewing` or `editing`), or none."""
        return [_send(Presence(report=report, activity=activity))] if self._stage is _Stage.OPEN else []

    def offer(self, acknowledged: Iterable[tuple[Order, Millis]]) -> list[Output]:
        """Give back orders the hub has acknowledged, with the times at which it did, oldest first."""
        offered = [_offered(self._desk.id, order, at) for order, at in acknowledged]
        starts = range(0, max(1, len(offered)), MOST_ITEMS)
        runs = [(tuple(offered[start : start + MOST_ITEMS]), start + MOST_ITEMS < len(offered)) for start in starts]
        return [_send(Offer(commands=run, more=more)) for run, more in runs] if self._stage is _Stage.OPEN else []

    # Inside

    def _take(self, message: HubMessage | Unknown, now: Millis) -> list[Output]:
        if isinstance(message, Welcome | Refused) is not (self._stage is _Stage.GREETING):
            self.ignored += 1
            return []
        match message:
            case Unknown():
                self.ignored += 1
                return []
            case Subscribed() | Snapshot() | SnapshotEnd() | Delta() | Checked():
                return self._follow(message, now)
            case Result() | Results() | Answer() | Error() | Renewed() | Pong() | UploadReady() | Uploaded():
                return self._settle(message, now)
            case Welcome() | Refused() | Presences() | Heartbeat() | Notice() | Recall():
                return self._hear(message, now)
            case never:
                assert_never(never)

    def _follow(self, message: Feed, now: Millis) -> list[Output]:
        changed = self.sync.receive(message, now) if self.sync else None
        return [] if changed is None else [changed]

    def _settle(self, message: Reply, now: Millis) -> list[Output]:
        match message:
            case Result() | Results():
                outcomes = message.items if isinstance(message, Results) else (message,)
                return [output for outcome in outcomes for output in self._answered(outcome, now)]
            case Answer():
                return list(self._reads.answer(message))
            case Error():
                return self._failed(message, now)
            case Renewed():
                self._chores.renewed(now, message.token_expires - now - self.clock.offset)
                return self._keep_token(message.token, message.token_expires)
            case Pong():
                times = {"sent": message.sent, "received": message.received, "answered": message.answered}
                self.clock.learn(**times, back=now)
                return []
            case UploadReady() | Uploaded():
                told = self._photos.answer(message)
                self.ignored += not told
                return list(told)
            case never:
                assert_never(never)

    def _hear(self, message: Word, now: Millis) -> list[Output]:
        match message:
            case Welcome():
                return self._welcomed(message, now)
            case Refused():
                self._refused = message
                return self._end(Code.NOT_SIGNED_IN, message.code)
            case Presences():
                return [Present(message.desks)]
            case Notice():
                if message.code == "drain":
                    self._leave_at = now + int(self._chance() * (message.spread or 0))
                return [Noticed(message.code)]
            case Recall():
                return [RecallWanted(message.since)]
            case Heartbeat():
                return []
            case never:
                assert_never(never)

    def _welcomed(self, message: Welcome, now: Millis) -> list[Output]:
        self.clock.learn(sent=self._greeted_at, received=message.received, answered=message.answered, back=now)
        self._stage = _Stage.OPEN
        self._chores = Chores(now, message.token_expires - message.answered)
        self._subscriber = Subscriber(self.sync, now) if self.sync else None
        self.outbox.connected(now, message.last_command, bounds=message.limits)
        signed_in = SignedIn(user_of(message.user), message.epoch, message.timezone)
        return [signed_in, *self._keep_token(message.token, message.token_expires)]

    def _keep_token(self, token: str, expires: Millis) -> list[Output]:
        if isinstance(self._credentials, DeviceToken):
            return []
        self._credentials = SessionToken(token)
        return [KeepToken(token, expires)]

    def _answered(self, outcome: Outcome, now: Millis) -> list[Output]:
        settled = self.outbox.answered(now, outcome)
        return [] if settled is None else [Answered(settled)]

    def _failed(self, error: Error, now: Millis) -> list[Output]:
        self._stopped = self._subscriber.failed(error, now) if self._subscriber else None
        if self._stopped:
            return self._end(Code.DRAIN, self._stopped)
        return [*self._reads.fail(error), *self._photos.fail(error)]

    def _go_on(self, now: Millis) -> list[Output]:
        """Subscribe and send what can be sent, and say so if the link has changed."""
        if self._stage is not _Stage.OPEN:
            return self._show_link(now)
        self._watch.heard(self._heard, live=self.sync is None or self.sync.live)
        subscribe = self._subscriber.due(now, self._next_number) if self._subscriber else []
        keep = [KeepOrder(order) for order in self.outbox.next_to_keep()]
        commands = [_command(self._desk.id, order, self._next_number()) for order in self.outbox.next_to_send(now)]
        return [*map(_send, subscribe), *keep, *map(_send, commands), *self._show_link(now)]

    def _show_link(self, now: Millis) -> list[Output]:
        link = self._watch.changed(now)
        return [] if link is None else [LinkChanged(link)]

    def _end(self, code: Code, reason: str) -> list[Output]:
        self._stage = _Stage.ENDING
        return [Close(code, reason)]

    def _after(self, now: Millis, code: int | None, *, again: Millis) -> list[Output]:
        """Return what follows a connection: what was said in it counts more than how it ended."""
        if self._stopped:
            return [Stop(self._stopped)]
        if self._refused:
            not_before = now + (self._refused.retry_after or 0)
            return after_refusal(self._refused, self._credentials, again=max(again, not_before))
        return after_close(code, self._credentials, again=again)

    def _next_number(self) -> int:
        self._number += 1
        return self._number


def _send(message: DeskMessage) -> Send:
    return Send(encode_desk(message))


def _command(desk: str, order: Order, number: int) -> Command:
    return Command(id=number, **_members(desk, order))


def _offered(desk: str, order: Order, at: Millis) -> OfferedCommand:
    return OfferedCommand(at=at, **_members(desk, order))


def _members(desk: str, order: Order) -> dict[str, Any]:
    """Return an order's members as they stand on the wire."""
    members = {name: getattr(order, name) for name in ("command", "report", "base", "args", "made", "offline")}
    return {"key": f"{desk}.{order.n or 0}", **members}
