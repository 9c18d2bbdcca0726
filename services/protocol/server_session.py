"""The hub's side of one connection, without input or output: frames and time go in, frames and wants come out."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import assert_never

from services.domain.people import User
from services.domain.report import Millis
from services.protocol.closing import Code
from services.protocol.codec import Unknown, read_message, unknown_members
from services.protocol.desk_messages import (
    ACTIVITIES,
    MOST_ITEMS,
    VIEWS,
    WHATS,
    Applied,
    Check,
    Command,
    Commands,
    Get,
    Hello,
    Offer,
    Ping,
    Presence,
    Remark,
    Renew,
    Request,
    Subscribe,
    Upload,
)
from services.protocol.envelopes import DESK_ID
from services.protocol.frames import encode
from services.protocol.hub_messages import (
    Bounds,
    Error,
    Heartbeat,
    Pong,
    Refused,
    Renewed,
    Uploaded,
    UploadReady,
    Welcome,
    signed_in_of,
)
from services.protocol.limits import READS, REMARKS, SUBSCRIBES, Bucket, Limits, limits_of
from services.protocol.order_intake import NAMES, OrderIntake
from services.protocol.outcomes import Outcome
from services.protocol.parsing import MOST_BYTES, Fault, Parsed, parse
from services.protocol.photo_receiving import PhotoReceiving, problem_of
from services.protocol.progress import Progress
from services.protocol.server_actions import Action, CloseWith, PhotoCame, Send

VERSION = 1
HELLO_WITHIN: Millis = 5_000
HEARTBEAT: Millis = 5_000
MOST_EARLY = 8
"""Frames kept that came while the sign-in was being looked at."""


class _Stage(Enum):
    NEW = auto()
    SIGNING_IN = auto()
    OPEN = auto()
    CLOSED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """What the hub knows of a desk it lets in; `last_command` is the highest number stored for it."""

    user: User
    token: str
    token_expires: Millis
    epoch: str
    last_command: int
    timezone: str = "Asia/Jakarta"


class ServerSession:
    """One connection of a desk, opened at `now`.

    Give it every frame and, at `next_tick`, the time; carry out what it returns in that order. `now` is in Unix
    milliseconds and never goes back.
    """

    def __init__(self, now: Millis) -> None:
        self.desk = ""
        """The desk's id, once it has said hello."""
        self.ignored = 0
        """How many messages of unknown types and members of unknown names were ignored."""
        self.fault: str | None = None
        """The code with which what came last was refused for its form."""
        self._stage = _Stage.NEW
        self._came = now
        self._early: list[str | bytes] = []
        self._beat = now
        self._token_expires = now
        self._reads = Bucket(READS, now)
        self._subscribes = Bucket(SUBSCRIBES, now)
        self._remarks = Bucket(REMARKS, now)
        self._intake = OrderIntake("", limits_of(_NOBODY), now)
        self._photo = PhotoReceiving()
        self._progress: dict[str, Progress] = {}

    # What comes in

    def receive(self, now: Millis, frame: str | bytes) -> list[Action]:
        """Return what a frame asks for: text as str, binary as bytes. Raises nothing, whatever was sent."""
        self.fault = None
        if self._stage is _Stage.CLOSED:
            return []
        if self._stage is _Stage.SIGNING_IN:
            return self._keep(frame)
        if isinstance(frame, bytes):
            return self._take_bytes(frame, now)
        parsed = parse(frame)
        if isinstance(parsed, Fault):
            return self._refuse_frame(parsed, now)
        self.ignored += unknown_members(parsed.tree)
        return self._greet(parsed, now) if self._stage is _Stage.NEW else self._take(parsed, now)

    def tick(self, now: Millis) -> list[Action]:
        """Return what time alone asks for: a heartbeat, or the end."""
        match self._stage:
            case _Stage.NEW:
                return self.close(Code.NOT_SIGNED_IN, "no hello") if now >= self._came + HELLO_WITHIN else []
            case _Stage.OPEN:
                return self._keep_up(now)
            case _Stage.SIGNING_IN | _Stage.CLOSED:
                return []
            case never:
                assert_never(never)

    def next_tick(self) -> Millis | None:
        """Return when `tick` is wanted next; None as long as only frames matter."""
        match self._stage:
            case _Stage.NEW:
                return self._came + HELLO_WITHIN
            case _Stage.OPEN:
                return min(self._beat, self._token_expires, *(one.fault_at for one in self._progress.values()))
            case _Stage.SIGNING_IN | _Stage.CLOSED:
                return None
            case never:
                assert_never(never)

    # What the hub answers

    def welcome(self, now: Millis, admission: Admission) -> list[Action]:
        """Let the desk in; what it sent meanwhile is taken now."""
        if self._stage is not _Stage.SIGNING_IN:
            return []
        limits = limits_of(admission.user)
        self._stage = _Stage.OPEN
        self._beat = now + HEARTBEAT
        self._token_expires = admission.token_expires
        self._intake = OrderIntake(self.desk, limits, now)
        actions: list[Action] = [Send(encode(self._welcome(admission, limits, now=now)))]
        early, self._early = self._early, []
        for frame in early:
            actions += self.receive(now, frame)
        return actions

    def refuse(self, code: str, retry_after: Millis | None = None) -> list[Action]:
        """Turn the desk away with one of the codes of `refused`."""
        if self._stage is not _Stage.SIGNING_IN:
            return []
        closing = Code.REVOKED if code == "revoked" else Code.NOT_SIGNED_IN
        return [Send(encode(Refused(code=code, retry_after=retry_after))), *self.close(closing, code)]

    def outcomes(self, ticket: int, *outcomes: Outcome) -> bytes:
        """Return the frame that answers an `Execute`: one outcome an order, in their order.

        Raises:
            KeyError: there is no such ticket, or it was answered.
        """
        return self._intake.answer(ticket, outcomes)

    def renewed(self, reply_to: int, token: str, *, expires: Millis) -> bytes:
        """Return the frame with a new token; the connection lives as long as that."""
        self._token_expires = expires
        return encode(Renewed(reply_to=reply_to, token=token, token_expires=expires))

    def receive_photo(self, upload: Upload, now: Millis) -> bytes:
        """Return the frame by which a photo may come; `PhotoCame` follows when it is whole."""
        self._photo.begin(upload, now)
        return encode(UploadReady(reply_to=upload.id))

    def uploaded(self, reply_to: int, photo: str) -> bytes:
        """Return the frame that says under which id a photo is kept."""
        self._photo.end()
        return encode(Uploaded(reply_to=reply_to, photo=photo))

    @property
    def receives_photo(self) -> bool:
        """Whether a photo is under way: announced and not answered yet."""
        return self._photo.under_way

    def photo_ended(self) -> None:
        """Note that the photo under way is answered by an error."""
        self._photo.end()

    def sent(self, now: Millis, view: str, *, cursor: str) -> None:
        """Note that a delta or a snapshot's end has left the queue: from now on the desk can apply it."""
        if view in self._progress:
            self._progress[view].sent(cursor, now)

    def close(self, code: Code, reason: str) -> list[Action]:
        """End the connection; nothing that comes later is taken."""
        if self._stage is _Stage.CLOSED:
            return []
        self._stage = _Stage.CLOSED
        self._early = []
        return [CloseWith(code, reason)]

    # Inside

    def _keep(self, frame: str | bytes) -> list[Action]:
        if len(self._early) >= MOST_EARLY:
            return self._end_with_error(Fault("rate", "frame"))
        self._early.append(frame)
        return []

    def _keep_up(self, now: Millis) -> list[Action]:
        if now >= self._token_expires:
            return self.close(Code.TOKEN_EXPIRED, "token expired")
        for view, progress in self._progress.items():
            if code := progress.fault(now):
                return self.close(code, view)
        if (request := self._photo.stalled(now)) is not None:
            return [Send(encode(Error(reply_to=request, code="bad_format", field="bytes")))]
        if now < self._beat:
            return []
        self._beat = now + HEARTBEAT
        return [Send(encode(Heartbeat(at=now)))]

    def _take_bytes(self, frame: bytes, now: Millis) -> list[Action]:
        match self._photo.take(frame, now):
            case Fault() as fault:
                return self._end_with_error(fault)
            case PhotoCame() as came:
                return [came]
            case None:
                return []
            case never:
                assert_never(never)

    def _greet(self, parsed: Parsed, now: Millis) -> list[Action]:
        match read_message(parsed):
            case Fault() as fault:
                return self._end_with_error(fault)
            case Unknown():
                self.ignored += 1
                return []
            case Hello() as hello:
                return self._admit(hello, now)
            case _:
                return self.close(Code.NOT_SIGNED_IN, "no hello")

    def _admit(self, hello: Hello, now: Millis) -> list[Action]:
        if not DESK_ID.fullmatch(hello.desk):
            return self._end_with_error(Fault("bad_format", "desk"))
        auth = hello.auth
        if (auth.token is None) is (auth.user is None) or (auth.user is None) is not (auth.password is None):
            return self._end_with_error(Fault("bad_format", "auth"))
        self._stage = _Stage.SIGNING_IN
        self.desk = hello.desk
        self._came = now
        return [hello] if VERSION in hello.versions else self.refuse("version")

    def _take(self, parsed: Parsed, now: Millis) -> list[Action]:
        if parsed.tree.get("type") in NAMES:
            taken = self._intake.take(parsed, now)
            self.fault = self._intake.fault
            return self._refuse_frame(taken, now) if isinstance(taken, Fault) else [taken]
        message = read_message(parsed)
        match message:
            case Fault():
                return self._refuse_frame(message, now)
            case Unknown():
                self.ignored += 1
                return []
            case Hello() | Command() | Commands():
                return self._end_with_error(Fault("bad_format", "type"))
            case Renew() | Subscribe() | Check() | Get() | Upload():
                return self._want(message, now)
            case Presence() | Applied() | Ping() | Offer():
                return self._hear(message, now)
            case never:
                assert_never(never)

    def _want(self, request: Request, now: Millis) -> list[Action]:
        subscribes = isinstance(request, Subscribe)
        if wait := (self._subscribes if subscribes else self._reads).take(now):
            return [Send(encode(Error(reply_to=request.id, code="rate", wait=wait)))]
        if problem := _problem(request):
            return self._refuse_frame(Fault(*problem, request.id), now)
        if isinstance(request, Upload) and self._photo.under_way:
            return [Send(encode(Error(reply_to=request.id, code="busy")))]
        if isinstance(request, Subscribe):
            self._progress[request.view] = Progress(now)
        return [request]

    def _hear(self, remark: Remark, now: Millis) -> list[Action]:
        match remark:
            case Applied():
                if remark.view in self._progress:
                    self._progress[remark.view].applied(remark.cursor, now)
                return [remark]
            case Offer():
                if len(remark.commands) > MOST_ITEMS:
                    return self._end_with_error(Fault("too_large", "commands"))
                return [remark]
            case Ping() | Presence():
                return [] if self._remarks.take(now) else self._answer(remark, now)
            case never:
                assert_never(never)

    def _answer(self, remark: Ping | Presence, now: Millis) -> list[Action]:
        if isinstance(remark, Ping):
            return [Send(encode(Pong(reply_to=remark.id, sent=remark.sent, received=now, answered=now)))]
        if remark.report is not None and remark.activity not in ACTIVITIES:
            return self._refuse_frame(Fault("bad_format", "activity", remark.id), now)
        return [remark]

    def _refuse_frame(self, fault: Fault, now: Millis) -> list[Action]:
        self.fault = fault.code
        if fault.reply_to is None or self._stage is _Stage.NEW or self._remarks.take(now):
            return self._end_with_error(fault)
        return [Send(encode(Error(reply_to=fault.reply_to, code=fault.code, field=fault.field)))]

    def _end_with_error(self, fault: Fault) -> list[Action]:
        self.fault = fault.code
        return [Send(encode(Error(code=fault.code, field=fault.field))), *self.close(Code.PROTOCOL, fault.code)]

    def _welcome(self, admission: Admission, limits: Limits, *, now: Millis) -> Welcome:
        return Welcome(
            version=VERSION,
            epoch=admission.epoch,
            user=signed_in_of(admission.user),
            token=admission.token,
            token_expires=admission.token_expires,
            received=self._came,
            answered=now,
            timezone=admission.timezone,
            last_command=admission.last_command,
            heartbeat=HEARTBEAT,
            limits=Bounds(
                frame=MOST_BYTES,
                in_flight=limits.in_flight,
                commands_per_second=int(limits.commands.a_second),
                burst=limits.commands.burst,
            ),
        )


def _problem(request: Request) -> tuple[str, str] | None:
    """Return the code and the member of a request that asks for what there is not."""
    match request:
        case Subscribe() | Check():
            return None if request.view in VIEWS else ("not_found", "view")
        case Get():
            return None if request.what in WHATS else ("bad_format", "what")
        case Upload():
            return problem_of(request)
        case Renew():
            return None
        case never:
            assert_never(never)


_NOBODY = User(id="", name="", roles=frozenset())
