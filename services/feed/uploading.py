"""Sends a photo to the hub, piece by piece, and waits for the id under which it is kept."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import assert_never

from services.protocol.client_outputs import PhotoKept, PhotoRefused, PhotoWanted

OfPhotos = PhotoWanted | PhotoKept | PhotoRefused

PIECE = 32 * 1024
"""Small enough that a command need not wait long behind one on a slow line."""


class UploadRefused(Exception):
    """The hub did not keep a photo: a code of PROTOCOL.md section 6, or `lost` with the connection."""

    def __init__(self, code: str, field: str | None = None) -> None:
        super().__init__(code if field is None else f"{code}: {field}")
        self.code = code
        self.field = field


@dataclass(slots=True, eq=False)
class _Photo:
    """One photo under way."""

    wanted: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the bytes may come, and when it is over before that."""
    kept: asyncio.Future[str] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Uploads:
    """The photos under way, one at a time, by request number."""

    def __init__(self) -> None:
        self.one_at_a_time = asyncio.Lock()
        self._photos: dict[int, _Photo] = {}

    def ask(self, request: int) -> None:
        """Note a photo that is announced next."""
        self._photos[request] = _Photo()

    def hear(self, said: OfPhotos) -> None:
        """Take in what became of a photo; one that nobody waits for any more is forgotten."""
        photo = self._photos.get(said.id)
        if photo is None or photo.kept.done():
            return
        photo.wanted.set()
        match said:
            case PhotoWanted():
                pass
            case PhotoKept():
                photo.kept.set_result(said.photo)
            case PhotoRefused():
                photo.kept.set_exception(UploadRefused(said.code, said.field))
            case never:
                assert_never(never)

    async def send(self, request: int, image: bytes, send: Callable[[bytes], Awaitable[None]]) -> str:
        """Send the bytes when they may come and return the photo's id.

        Raises:
            UploadRefused: the hub did not keep it.
        """
        photo = self._photos[request]
        try:
            await photo.wanted.wait()
            for start in range(0, len(image), PIECE):
                if photo.kept.done():
                    break
                await send(image[start : start + PIECE])
            return await photo.kept
        finally:
            del self._photos[request]
