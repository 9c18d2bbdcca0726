"""Takes in photos: who may, how they are kept, and that those nobody attached to a report are gone after an hour."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Final

from services.domain.people import User
from services.domain.policy import HOUR
from services.domain.report import Millis
from services.domain.table import role_may
from services.hub.connection import Connection
from services.hub.draw import Draw
from services.hub.lane import Frame
from services.hub.photo_making import Made, Unfit, make
from services.hub.reading import ReadRefused
from services.protocol.desk_messages import Upload
from services.protocol.server_actions import PhotoCame
from services.store import photos, uploads
from services.store.database import Store
from services.store.transaction import Transaction

LOOSE: Final[Millis] = HOUR
"""How long a photo may be attached to nothing."""
MOST: Final = 16
"""Photos under way at once: each may hold its eight megabytes as long as it is."""
MOST_OF_ONE: Final = 4
"""Of these one user's, on whatever number of desks."""


@dataclass(slots=True, eq=False, kw_only=True)
class Uploads:
    """The photos on their way into the store; one is made at a time, since each may take much memory."""

    store: Store
    draw: Draw
    clock: Callable[[], Millis]
    _one: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))
    _coming: dict[Connection, str] = field(default_factory=dict)
    """Whose photo may be under way on which connection."""

    def begin(self, connection: Connection, user: User, asked: Upload) -> None:
        """Let the bytes come from whoever may open reports."""
        now = self.clock()
        if not role_may("open", user):
            connection.fail(asked.id, "denied", now)
            return
        self._coming = {one: whose for one, whose in self._coming.items() if one.session.receives_photo}
        own = sum(whose == user.id for whose in self._coming.values())
        if own >= MOST_OF_ONE or len(self._coming) >= MOST:
            connection.fail(asked.id, "busy", now)
            return
        self._coming[connection] = user.id
        connection.lane.push(Frame(connection.session.receive_photo(asked, now)), now)

    def leave(self, connection: Connection) -> None:
        """Forget a connection that is gone."""
        self._coming.pop(connection, None)

    async def keep(self, connection: Connection, user: User, came: PhotoCame) -> None:
        """Keep a photo and say under which id.

        Raises:
            ReadRefused: it is none, or cannot be kept now.
        """
        try:
            async with self._one:
                made = await asyncio.to_thread(_made, came.image)
            photo = self.draw.photo_id()
            await asyncio.wrap_future(self._noted(photo, user))
            await asyncio.to_thread(self._write, photo, made)
        except BaseException:
            connection.session.photo_ended()
            raise
        connection.lane.push(Frame(connection.session.uploaded(came.id, photo)), self.clock())

    async def tidy(self) -> None:
        """Delete what was attached to nothing for an hour."""
        await asyncio.wrap_future(self.store.submit(self._forget))

    def _noted(self, photo: str, user: User) -> "Future[None]":
        """Note whose it is before it is there: what nobody is noted for is never tidied away."""
        now = self.clock()
        return self.store.submit(lambda transaction: uploads.add(transaction.line, photo, user.id, at=now))

    def _write(self, photo: str, made: Made) -> None:
        try:
            photos.keep(self.store.folder, photo, full=made.full, thumb=made.thumb)
        except OSError:
            raise ReadRefused("storage") from None

    def _forget(self, transaction: Transaction) -> None:
        """Delete files and notes on the writer's thread, where no command can attach them meanwhile."""
        for photo in uploads.forget(transaction.line, self.clock() - LOOSE):
            photos.drop(self.store.folder, photo)


def _made(image: bytes) -> Made:
    try:
        return make(image)
    except Unfit as unfit:
        raise ReadRefused(unfit.code, unfit.field) from None
