"""The real WebSocket: what is offered in the handshake, how ends are told, and that nobody is waited for long."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus

import pytest
from websockets.asyncio.server import ServerConnection, serve
from websockets.http11 import Request, Response
from websockets.typing import Subprotocol

from services.feed.address import Address, read_address
from services.feed.wire import MOST_BYTES, Ended, HubWire, Unreachable, dial

pytestmark = pytest.mark.asyncio

FEED = Subprotocol("feed.v1")
Handler = Callable[[ServerConnection], Awaitable[None]]


@asynccontextmanager
async def serving(
    handler: Handler, *, subprotocol: Subprotocol | None = FEED, status: HTTPStatus | None = None
) -> AsyncIterator[Address]:
    """Serve on this machine; `status` refuses before the upgrade."""

    def refuse(connection: ServerConnection, _request: Request) -> Response | None:
        return None if status is None else connection.respond(status, "")

    subprotocols = [subprotocol] if subprotocol else None
    async with serve(handler, "127.0.0.1", 0, subprotocols=subprotocols, process_request=refuse) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        yield read_address(f"ws://127.0.0.1:{port}")


async def test_frames_go_both_ways() -> None:
    async def echo(connection: ServerConnection) -> None:
        async for frame in connection:
            await connection.send(frame)

    async with serving(echo) as address:
        wire = await dial(address)
        wire.send('{"type":"ping"}')
        assert await wire.receive() == b'{"type":"ping"}'
        await wire.close(1000, "")


async def test_a_piece_of_a_photo_goes_as_a_binary_frame_and_to_nobody_once_it_is_over() -> None:
    heard: list[object] = []

    async def listen(connection: ServerConnection) -> None:
        heard.append(await connection.recv())

    async with serving(listen) as address:
        wire = await dial(address)
        await wire.send_piece(b"piece")
        with pytest.raises(Ended):
            await wire.receive()
        await wire.send_piece(b"late")
    assert heard == [b"piece"]


async def test_the_handshake_offers_this_protocol_and_no_compression() -> None:
    seen: dict[str, str | None] = {}

    async def look(connection: ServerConnection) -> None:
        assert connection.request
        headers = connection.request.headers
        seen["protocol"] = headers.get("Sec-WebSocket-Protocol")
        seen["extensions"] = headers.get("Sec-WebSocket-Extensions")
        seen["agent"] = headers.get("User-Agent")

    async with serving(look) as address:
        wire = await dial(address)
        with pytest.raises(Ended):
            await wire.receive()

    assert seen == {"protocol": "feed.v1", "extensions": None, "agent": None}


@pytest.mark.parametrize("code", [4001, 4403])
async def test_the_hubs_close_code_is_told(code: int) -> None:
    async def close(connection: ServerConnection) -> None:
        await connection.close(code, "x")

    async with serving(close) as address:
        wire = await dial(address)
        with pytest.raises(Ended) as ended:
            await wire.receive()

    assert ended.value.code == code


async def test_a_line_that_breaks_has_no_code() -> None:
    async def cut(connection: ServerConnection) -> None:
        connection.transport.abort()

    async with serving(cut) as address:
        wire = await dial(address)
        with pytest.raises(Ended) as ended:
            await wire.receive()

    assert ended.value.code is None
    wire.send("to no effect")


@pytest.mark.parametrize(("size", "comes"), [(MOST_BYTES, True), (MOST_BYTES + 1, False)])
async def test_a_frame_of_the_hub_may_have_256_kibibytes(size: int, comes: bool) -> None:
    async def send(connection: ServerConnection) -> None:
        await connection.send("x" * size)
        await connection.wait_closed()

    async with serving(send) as address:
        wire = await dial(address)
        if comes:
            assert len(await wire.receive()) == size
        else:
            with pytest.raises(Ended):
                await wire.receive()
        await wire.close(1000, "")


async def test_nobody_at_the_address_is_unreachable() -> None:
    async with serving(lambda connection: connection.wait_closed()) as address:
        pass

    with pytest.raises(Unreachable):
        await dial(address)


async def test_a_hub_that_is_too_busy_is_unreachable() -> None:
    async with serving(lambda connection: connection.wait_closed(), status=HTTPStatus.SERVICE_UNAVAILABLE) as address:
        with pytest.raises(Unreachable, match="InvalidStatus"):
            await dial(address)


async def test_a_server_of_another_protocol_is_no_hub() -> None:
    async with serving(lambda connection: connection.wait_closed(), subprotocol=None) as address:
        with pytest.raises(Unreachable, match="another protocol"):
            await dial(address)


async def test_parting_from_a_hub_that_does_not_listen_takes_a_second_at_most() -> None:
    parted = asyncio.Event()

    async def deaf(connection: ServerConnection) -> None:
        connection.transport.pause_reading()
        await parted.wait()
        connection.transport.abort()

    async with serving(deaf) as address:
        wire = await dial(address)
        assert isinstance(wire, HubWire)
        began = asyncio.get_running_loop().time()
        await wire.close(4002, "silence")
        parted.set()

        assert asyncio.get_running_loop().time() - began < 2
