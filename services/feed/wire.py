"""One WebSocket connection to a hub: text frames both ways, photos up, and how it ended."""

import contextlib
import ssl
from typing import Protocol

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.connection import broadcast
from websockets.exceptions import ConnectionClosed, WebSocketException
from websockets.typing import Subprotocol

from services.feed.address import Address

PROTOCOL = Subprotocol("feed.v1")
MOST_BYTES = 256 * 1024
_OPEN_WITHIN = 10.0
_CLOSE_WITHIN = 1.0
_PING = 10.0
_QUEUE = 64


class Ended(Exception):
    """The connection is over; with the hub's close code, if it gave one."""

    def __init__(self, code: int | None) -> None:
        super().__init__(str(code))
        self.code = code


class Unreachable(Exception):
    """No connection came about; the text says why, for the log."""


class Wire(Protocol):
    """A connection as the client needs it."""

    def send(self, text: str) -> None:
        """Send a frame, without waiting; to a connection that is over, to no effect."""

    async def send_piece(self, piece: bytes) -> None:
        """Send a binary frame, waiting while the line is full; to a connection that is over, to no effect."""

    async def receive(self) -> bytes:
        """Return the next frame.

        Raises:
            Ended: there is none.
        """

    async def close(self, code: int, reason: str) -> None:
        """Say good-bye; a silent hub is not waited for longer than a second."""


class HubWire:
    """A connection by `websockets`."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection

    def send(self, text: str) -> None:
        """Send a frame at once: what is under way is bounded by the session's limits, so nothing need wait here."""
        broadcast((self._connection,), text)

    async def send_piece(self, piece: bytes) -> None:
        """Send a binary frame, waiting while the line is full; to a connection that is over, to no effect."""
        with contextlib.suppress(ConnectionClosed):
            await self._connection.send(piece)

    async def receive(self) -> bytes:
        """Return the next frame.

        Raises:
            Ended: there is none.
        """
        try:
            return await self._connection.recv(decode=False)
        except ConnectionClosed as closed:
            raise Ended(closed.rcvd.code if closed.rcvd else None) from None

    async def close(self, code: int, reason: str) -> None:
        """Say good-bye; a silent hub is not waited for longer than a second."""
        await self._connection.close(code, reason)


async def dial(address: Address, *, tls: ssl.SSLContext | None = None) -> Wire:
    """Connect to a hub: no compression, no proxy, a ping every 10 seconds.

    Raises:
        Unreachable: nobody answers, or not as a hub of this protocol.
    """
    try:
        connection = await connect(
            address.feed,
            subprotocols=[PROTOCOL],
            compression=None,
            proxy=None,
            ssl=tls if address.safe else None,
            user_agent_header=None,
            max_size=MOST_BYTES,
            max_queue=_QUEUE,
            open_timeout=_OPEN_WITHIN,
            close_timeout=_CLOSE_WITHIN,
            ping_interval=_PING,
            ping_timeout=_PING,
        )
    except (OSError, TimeoutError, WebSocketException) as error:
        raise Unreachable(type(error).__name__) from None
    if connection.subprotocol != PROTOCOL:
        await connection.close()
        raise Unreachable("another protocol")
    return HubWire(connection)
