"""The hub's sockets: one reader and one writer a connection, and a few pages beside the feed."""

import asyncio
import contextlib
import ipaddress
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Final

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.frames import CloseCode
from websockets.http11 import Request, Response
from websockets.typing import Subprotocol

from services.domain.report import Millis
from services.hub.connection import Connection, Ended
from services.hub.hub import LOST, Hub
from services.hub.lane import Frame
from services.hub.pages import NOT_FOUND, page, too_many
from services.hub.photos import PREFIX
from services.protocol.limits import FRAMES, SECOND, Bucket
from services.protocol.parsing import MOST_BYTES

SUBPROTOCOL: Final = Subprotocol("feed.v1")
_KEEPALIVE: Final = 10.0
_OPENING: Final = 5.0
_CLOSING: Final = 2.0
_WRITE_BUFFER: Final = 64 * 1024
_FAREWELL: Final[Millis] = 5_000
"""How long a connection may take to be closed."""


def may_listen(host: str, *, tls: bool) -> bool:
    """Return whether the hub may listen there: without TLS on loopback only."""
    if tls or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(slots=True, eq=False)
class Sockets:
    """Connects sockets with the hub."""

    hub: Hub
    _served: dict[ServerConnection, Connection] = field(default_factory=dict)

    async def listen(self, host: str, port: int, tls: ssl.SSLContext | None = None) -> Server:
        """Begin to listen; port 0 picks one."""
        return await serve(
            self._serve,
            host,
            port,
            ssl=tls,
            subprotocols=[SUBPROTOCOL],
            compression=None,
            origins=[None],
            process_request=self._page,
            server_header=None,
            max_size=2 * MOST_BYTES,  # what is a little too large is answered by the session, the rest by 1009
            ping_interval=_KEEPALIVE,
            ping_timeout=_KEEPALIVE,
            open_timeout=_OPENING,
            close_timeout=_CLOSING,
            write_limit=_WRITE_BUFFER,
        )

    def abandon(self, *, at_once: bool = False) -> None:
        """Cut the connections that could not be closed in time: a desk that takes nothing takes no farewell either."""
        now = self.hub.now()
        for socket, connection in list(self._served.items()):
            late = connection.ended is not None and now - connection.ended > _FAREWELL
            if late or at_once:
                socket.transport.abort()

    async def _page(self, socket: ServerConnection, request: Request) -> Response | None:
        """Answer what is no feed; refuse a connection while too many have not signed in."""
        if request.path.startswith(PREFIX):
            return await self._photo(socket, request)
        counters = self.hub.counters()
        found = page(request.path, counters=counters, writing=self.hub.writing, now=self.hub.now())
        if found is None:
            crowd = too_many(_address(socket), self.hub.seats.waiting())
            found = crowd if "Upgrade" in request.headers else NOT_FOUND
        return None if found is None else socket.respond(found.status, found.text)

    async def _photo(self, socket: ServerConnection, request: Request) -> Response:
        """Answer with a photo, or with the one answer for every reason why not."""
        authorization = request.headers.get("Authorization", "")
        image = await asyncio.to_thread(self.hub.photo, request.path, authorization)
        if image is None:
            return socket.respond(NOT_FOUND.status, NOT_FOUND.text)
        headers = Headers(
            {
                "Content-Type": "image/jpeg",
                "Content-Length": str(len(image)),
                "Cache-Control": "private, no-store",
                "Connection": "close",
            }
        )
        return Response(HTTPStatus.OK, "OK", headers, image)

    async def _serve(self, socket: ServerConnection) -> None:
        """Serve one connection until it ends."""
        connection = self.hub.join(_address(socket))
        line = _Line(socket, connection, self.hub.now)
        connection.lane.filled = line.waiting.set
        self._served[socket] = connection
        try:
            async with asyncio.TaskGroup() as pair:
                writing = pair.create_task(line.write())
                await line.read()
                writing.cancel()
        except Exception as failure:  # noqa: BLE001 - one desk's frame must end no more than its own connection
            self.hub.tasks.failed(failure)
            await socket.close(CloseCode.INTERNAL_ERROR)
        finally:
            del self._served[socket]
            self.hub.leave(connection, _ended(socket))


@dataclass(slots=True, eq=False)
class _Line:
    """The reader and the writer of one connection."""

    socket: ServerConnection
    connection: Connection
    now: Callable[[], Millis]
    waiting: asyncio.Event = field(default_factory=asyncio.Event)
    """Something waits to be sent."""
    roomy: asyncio.Event = field(default_factory=asyncio.Event)
    """Something was sent."""
    gone: bool = False

    async def read(self) -> None:
        """Take frames one by one; a desk that takes no answers is not read any further, one that floods is read slowly.

        Frames that have already come are handed over without a pause: without these the loop would serve nobody else.
        """
        pace = Bucket(FRAMES, self.now())
        with contextlib.suppress(ConnectionClosed):
            async for frame in self.socket:
                if wait := pace.take(self.now()):
                    await asyncio.sleep(wait / SECOND)
                    pace.take(self.now())
                self.connection.receive(frame, self.now())
                while self.connection.lane.full() and not self.gone:
                    self.roomy.clear()
                    await self.roomy.wait()

    async def write(self) -> None:
        """Send what stands in the lane, and at last close."""
        connection = self.connection
        try:
            while connection.ending is None or connection.lane:
                await self.waiting.wait()
                self.waiting.clear()
                while (frame := connection.lane.pop()) is not None:
                    await self._send(frame)
                    connection.left(frame, self.now())
                    self.roomy.set()
            await self.socket.close(connection.ending.code, connection.ending.reason)
        except ConnectionClosed:
            pass
        finally:
            self.gone = True
            self.roomy.set()

    async def _send(self, frame: Frame) -> None:
        """Send a frame; while a large one leaves slowly, each part of it that has left is progress."""
        if len(frame.body) <= _WRITE_BUFFER:
            await self.socket.send(frame.body, text=True)
            return
        left = len(frame.body)
        async with asyncio.TaskGroup() as group:
            sending = group.create_task(self._sending(frame.body))
            while not sending.done():
                await asyncio.wait({sending}, timeout=1.0)
                before, left = left, self.socket.transport.get_write_buffer_size()
                if left < before:
                    self.connection.lane.moved(self.now())
        if (closed := sending.result()) is not None:
            raise closed

    async def _sending(self, body: bytes) -> ConnectionClosed | None:
        """Send, and return what a connection that ended meanwhile said."""
        try:
            await self.socket.send(body, text=True)
        except ConnectionClosed as closed:
            return closed
        return None


def _ended(socket: ServerConnection) -> Ended:
    """Return how a socket was closed: by the library, too, where a frame was too large for it or no text."""
    said, heard = socket.protocol.close_sent, socket.protocol.close_rcvd
    if said is not None and not socket.protocol.close_rcvd_then_sent:
        return Ended(int(said.code), by_hub=True)
    return LOST if heard is None else Ended(int(heard.code), by_hub=False)


def _address(socket: ServerConnection) -> str:
    """Return the address a connection comes from."""
    remote = socket.remote_address
    return str(remote[0]) if isinstance(remote, tuple) else ""
