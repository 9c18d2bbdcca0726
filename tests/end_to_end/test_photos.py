"""A photo goes up to a real hub in binary frames and comes down to whoever sees its report."""

import asyncio
import http.client
import struct
import zlib

import pytest

from tests.end_to_end.hub_process import HubProcess
from tests.end_to_end.steps import opened, shown
from tests.end_to_end.wire import Message, WireDesk

FRAME = 64 * 1024


def a_png(side: int) -> bytes:
    """A grey square with a remark in it, made by hand."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    lines = zlib.compress((b"\0" + bytes(n % 251 for n in range(side))) * side, 0)
    remark = chunk(b"tEXt", b"Comment\0di rumah Slamet")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + remark + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


async def upload(desk: WireDesk, image: bytes) -> Message:
    """Upload an image; return what is said at last."""
    number = desk.request()
    await desk.send({"type": "upload", "id": number, "bytes": len(image), "media": "image/png"})
    ready = await desk.answer(number)
    assert ready["type"] == "upload_ready"
    desk.heard.remove(ready)
    for start in range(0, len(image), FRAME):
        await desk.send_raw(image[start : start + FRAME])
    return await desk.answer(number)


def fetch(hub: HubProcess, photo: str, token: str) -> tuple[int, bytes]:
    """Fetch a photo by GET."""
    connection = http.client.HTTPConnection(hub.url.removeprefix("ws://"), timeout=5)
    try:
        connection.request("GET", f"/photos/{photo}?size=full", headers={"Authorization": f"Bearer {token}"})
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


@pytest.mark.asyncio
async def test_a_photo_goes_up_and_comes_down_without_its_remarks(hub: HubProcess) -> None:
    sari, budi = await hub.board("sari"), await hub.board("budi")
    image = a_png(600)
    assert len(image) > 5 * FRAME
    photo = (await upload(sari, image))["photo"]
    token = (await budi.hear("welcome"))["token"]
    assert (await asyncio.to_thread(fetch, hub, photo, token))[0] == 404
    report = await opened(sari, photos=[photo])
    await shown(budi, report, photos=[photo])
    status, kept = await asyncio.to_thread(fetch, hub, photo, token)
    assert status == 200
    assert kept.startswith(b"\xff\xd8\xff")
    assert b"Slamet" not in kept


@pytest.mark.asyncio
async def test_a_binary_frame_nobody_asked_for_ends_the_connection(hub: HubProcess) -> None:
    desk = await hub.sign_in("sari")
    await desk.send_raw(b"\x89PNG")
    assert await desk.until_closed() == 4400
