"""One desk's connection without its socket: the session, the outgoing lane and the view it follows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from services.domain.people import User
from services.domain.refusals import BadFormat
from services.domain.report import Millis
from services.hub.follower import Follower
from services.hub.lane import Frame, Lane
from services.protocol.closing import Code
from services.protocol.frames import encode
from services.protocol.hub_messages import Error, HubMessage, Presences
from services.protocol.server_actions import Action, CloseWith, Send, Wanted
from services.protocol.server_session import ServerSession


class Ended(NamedTuple):
    """How a socket ended: the code of the side that closed it first, and whether that was the hub's."""

    code: int
    by_hub: bool


class Host(Protocol):
    """The hub, as a connection knows it."""

    def wanted(self, connection: "Connection", action: Wanted) -> None:
        """Do what a desk asks for."""
        ...

    def at_fault(self, connection: "Connection", code: str) -> None:
        """Note that a desk sent what was refused for its form."""
        ...


@dataclass(slots=True, eq=False)
class Connection:
    """What the hub knows of one connection. `ending` is how it is to be closed once the lane is empty."""

    host: Host
    address: str
    session: ServerSession
    lane: Lane = field(default_factory=Lane)
    user: User | None = None
    follower: Follower | None = None
    presences: Presences = field(default_factory=lambda: Presences(desks=()))
    """What it was last told of who looks at what."""
    ending: CloseWith | None = None
    ended: Millis | None = None
    """Since when it is to be closed."""

    @property
    def desk(self) -> str:
        """The desk's id, empty before its hello."""
        return self.session.desk

    def receive(self, frame: str | bytes, now: Millis) -> None:
        """Take a frame from the desk."""
        self.carry(self.session.receive(now, frame), now)
        if self.session.fault is not None and self.ending is None:
            self.host.at_fault(self, self.session.fault)

    def tick(self, now: Millis) -> None:
        """Go along with the time: heartbeats, and the end of whoever does not keep up."""
        self.carry(self.session.tick(now), now)
        if self.lane.stuck(now):
            self.end(Code.SLOW, "no progress", now)

    def carry(self, actions: Iterable[Action], now: Millis) -> None:
        """Carry out what the session asks for, in its order."""
        for action in actions:
            match action:
                case Send(frame):
                    self.lane.push(Frame(frame), now)
                case CloseWith():
                    self.ending, self.ended = action, now
                    self.lane.filled()
                case wanted:
                    self.host.wanted(self, wanted)

    def say(self, message: HubMessage, now: Millis) -> None:
        """Send a message in order with everything else."""
        self.lane.push(Frame(encode(message)), now)

    def fail(self, reply_to: int, code: str, now: Millis, *, field_: str | None = None) -> None:
        """Answer a request with an error."""
        if code == BadFormat.code:
            self.host.at_fault(self, code)
        self.say(Error(reply_to=reply_to, code=code, field=field_), now)

    def end(self, code: Code, reason: str, now: Millis) -> None:
        """Close it once what was said before has left."""
        self.carry(self.session.close(code, reason), now)

    def left(self, frame: Frame, now: Millis) -> None:
        """Note that a frame has left for the desk."""
        self.lane.moved(now)
        if frame.view is not None and frame.cursor is not None:
            self.session.sent(now, frame.view, cursor=frame.cursor)
