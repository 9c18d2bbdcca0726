"""A photo leaves in pieces when the hub wants it, and what becomes of it is said to whoever waits."""

import asyncio

import pytest

from services.feed.uploading import PIECE, UploadRefused, Uploads
from services.protocol.client_outputs import PhotoKept, PhotoRefused, PhotoWanted
from tests.services.feed.builders import settle
from tests.services.feed.conftest import Desks
from tests.services.feed.hub_by_hand import HubByHand

pytestmark = pytest.mark.asyncio

IMAGE = b"\xff\xd8\xff" * 30_000


async def test_a_photo_goes_to_the_hub_in_pieces(hub: HubByHand, desk: Desks) -> None:
    async with desk() as room:
        assert await room.client.upload(IMAGE, "image/jpeg") == "p-1"
    (announced,) = hub.said("upload")
    assert (announced["bytes"], announced["media"]) == (len(IMAGE), "image/jpeg")
    assert b"".join(hub.pieces) == IMAGE
    assert max(map(len, hub.pieces)) == PIECE


async def test_a_refusal_has_its_code_and_field(hub: HubByHand, desk: Desks) -> None:
    hub.photo = {"type": "error", "code": "too_large", "field": "pixels"}
    async with desk() as room:
        with pytest.raises(UploadRefused) as caught:
            await room.client.upload(IMAGE, "image/jpeg")
    assert (caught.value.code, caught.value.field) == ("too_large", "pixels")


async def test_without_a_hub_it_is_lost_at_once_and_with_the_connection_later(hub: HubByHand, desk: Desks) -> None:
    async with desk() as room:
        hub.silent = True
        waiting = asyncio.ensure_future(room.client.upload(IMAGE, "image/jpeg"))
        await settle()
        assert not waiting.done()
        hub.hang_up()
        with pytest.raises(UploadRefused, match="lost"):
            await waiting
        with pytest.raises(UploadRefused, match="lost"):
            await room.client.upload(IMAGE, "image/jpeg")


async def test_one_waits_for_the_other(hub: HubByHand, desk: Desks) -> None:
    async with desk() as room:
        both = await asyncio.gather(*(room.client.upload(IMAGE, "image/jpeg") for _ in range(2)))
    assert both == ["p-1", "p-1"]
    assert [message["type"] for message in hub.heard if message["type"] == "upload"] == ["upload", "upload"]


async def test_after_a_refusal_on_the_way_no_more_is_sent_and_late_words_are_forgotten() -> None:
    uploads = Uploads()
    pieces: list[bytes] = []

    async def send(piece: bytes) -> None:
        pieces.append(piece)
        uploads.hear(PhotoRefused(1, "busy"))
        uploads.hear(PhotoKept(1, "p-1"))

    uploads.ask(1)
    uploads.hear(PhotoWanted(1))
    with pytest.raises(UploadRefused, match="busy"):
        await uploads.send(1, IMAGE, send)
    uploads.hear(PhotoKept(1, "p-1"))
    assert len(pieces) == 1
