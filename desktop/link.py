"""The bridge between Qt and the feed: runs the client's tasks and turns its outputs into signals, once a frame."""

import asyncio
import random
import secrets
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.belonging import while_alive
from services.domain.board import Board
from services.domain.commands import Command
from services.domain.people import User
from services.domain.report import Millis
from services.feed.client import FeedClient, Unanswered
from services.feed.credentials import Password
from services.feed.gathered import Gathered
from services.feed.line import Dial, Later
from services.feed.local_store import LocalStore
from services.feed.outputs import (
    Answered,
    BoardChanged,
    BoardReplaced,
    ClockOffset,
    DiskTrouble,
    Expired,
    Link,
    LinkChanged,
    LinkState,
    Noticed,
    Output,
    Present,
    Revoked,
    SignedIn,
    SignInRefused,
)
from services.feed.photos import PhotoFailed
from services.feed.reading import Answer, ReadRefused
from services.feed.steady_clock import steady_clock
from services.feed.uploading import UploadRefused

FRAME_MS = 16
"""The shortest time between two emissions of `board_changed`; the first change after a rest is told at once."""

_SILENT_BEFORE = {LinkState.STALE: 12_000, LinkState.LOST: 25_000}
"""How long nothing had come when a state began (PROTOCOL.md section 8)."""

_PARTING = 1.5
"""Seconds for saying good-bye to the hub; a connection cut off instead would leave its own tasks behind."""


class FeedLink(QObject):
    """One user's feed from one hub; everything a window knows of the network.

    `clock`, `later` and `dial` stand in for this PC's clock, the loop's timers and the network, as in `FeedClient`.

    Signals, each with one typed value:
        board_changed(BoardReplaced | BoardChanged): what came since the last frame.
        answered(Answered): what became of an order.
        expired(Expired): an order was too old to be sent.
        link_changed(LinkChanged): the state of the feed, or the number of waiting orders.
        signed_in(SignedIn): the hub let this desk in.
        refused(SignInRefused): somebody must sign in again.
        revoked(): the user is nobody's any more, and all was wiped.
        disk_trouble(DiskTrouble): an order could not be written down.
        present(Present): who looks at what now.
        failed(BaseException): a task of the feed died; nobody else will say so.
    """

    board_changed = Signal(object)
    answered = Signal(object)
    expired = Signal(object)
    link_changed = Signal(object)
    signed_in = Signal(object)
    refused = Signal(object)
    revoked = Signal()
    disk_trouble = Signal(object)
    present = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        url: str,
        credentials: Password,
        *,
        folder: Path,
        language: str,
        clock: Callable[[], Millis] | None = None,
        later: Later | None = None,
        dial: Dial | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock or steady_clock()
        self._gathered = Gathered()
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = asyncio.Lock()
        self._closed = self._over = False
        self._credentials, self._user_kept = credentials, False
        self.state = Link(state=LinkState.CONNECTING, since=self._clock())
        """The state of the feed as it was told last."""
        self.looker: QObject | None = None
        """Of several windows of this desk the one whose look counts (`look`); None: whichever speaks."""
        self._last_frame = 0.0
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setTimerType(Qt.TimerType.PreciseTimer)
        self._frame.timeout.connect(self._on_frame)
        self._store = LocalStore.open(
            folder, hub=url, user=credentials.user, fresh_desk=f"d-{secrets.token_urlsafe(9).strip('-_')}"
        )
        self.desk = self._store.desk
        self._client = FeedClient(
            url,
            self._store,
            desk=self._store.desk,
            credentials=credentials,
            on_output=self._on_output,
            clock=self._clock,
            chance=random.SystemRandom().random,
            language=language,
            later=later,
            dial=dial,
        )

    @property
    def board(self) -> Board:
        """The board; changed by the client alone."""
        return self._client.board

    @property
    def now(self) -> Millis:
        """The hub's time, as this desk knows it."""
        return self._clock() + self._client.offset

    @property
    def offset(self) -> Millis:
        """What to add to this PC's clock to have the hub's."""
        return self._client.offset

    @property
    def data_at(self) -> Millis | None:
        """The hub's time of what is on the board."""
        return self._client.data_at

    @property
    def waits_for_frame(self) -> bool:
        """Whether something has come that `board_changed` has not told yet."""
        return self._frame.isActive()

    def silent(self, link: Link) -> Millis:
        """How long nothing has come from the hub, as far as the state of the feed tells."""
        before = 0 if self.data_at is None else _SILENT_BEFORE.get(link.state, 0)
        return max(0, self._clock() - link.since) + before

    def start(self) -> None:
        """Connect and stay connected; needs a running loop."""
        self.spawn(self._run())

    def takes(self, user: str) -> bool:
        """Whether this user can sign in here again: the files are his, and the feed has not ended for good."""
        return user == self._credentials.user and not self._over

    def sign_in(self, credentials: Password) -> None:
        """Try again after `refused`; only for whom it `takes`."""
        self._credentials, self._user_kept = credentials, False
        self._client.sign_in(credentials)

    def recall_user(self, then: Callable[[User | None], None]) -> None:
        """Hand to `then` whom the hub let in with this password the last time, while there is no hub to ask."""
        self.spawn(self._recall_user(then))

    def order(self, command: Command, report: str | None = None, base: str | None = None) -> str:
        """Give a command; returns the name by which `answered` and `done` speak of it.

        Raises:
            NeedsHub: without a hub it cannot be given.
            BadFormat: it is too long, or has broken characters.
        """
        return self._client.order(command, report, base)

    def unanswered(self) -> tuple[Unanswered, ...]:
        """The orders without an answer, those of an earlier day too."""
        return self._client.unanswered()

    def ask(self, what: str, then: Callable[[Answer | ReadRefused], None], *, owner: QObject, **members: Any) -> None:
        """Read something from the hub and hand the answer, or the refusal, to `then`, unless the owner is gone."""
        self.spawn(self._ask(what, while_alive(owner, then), members))

    def fetch_photo(
        self,
        photo: str,
        then: Callable[[bytes | None], None],
        *,
        owner: QObject,
        size: Literal["thumb", "full"] = "full",
    ) -> None:
        """Fetch a photo and hand its bytes to `then`, unless the owner is gone; None if it could not be had."""
        self.spawn(self._fetch(photo, while_alive(owner, then), size))

    def upload(self, image: bytes, media: str, then: Callable[[str | UploadRefused], None], *, owner: QObject) -> None:
        """Send a photo (JPEG, PNG or WebP) and hand its id, or the refusal, to `then`, unless the owner is gone."""
        self.spawn(self._upload(image, media, while_alive(owner, then)))

    def look(self, report: str | None, activity: str = "viewing") -> None:
        """Say which report is looked at here, or written to (`editing`)."""
        self._client.look(report, activity)

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run a task that has an owner: here; a failure is told by `failed`, a cancellation is none."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._on_task_done)

    async def close(self) -> None:
        """End the connection and write down what is left; a second call waits for the first."""
        async with self._closing:
            if self._closed:
                return
            self._closed = True
            self._frame.stop()
            self._client.stop()
            tasks = [task for task in self._tasks if task is not asyncio.current_task()]
            if tasks:
                await asyncio.wait(tasks, timeout=_PARTING)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await asyncio.to_thread(self._store.close)

    def retire(self, then: Callable[[], None]) -> None:
        """Close, and call `then` when that is done."""
        self.spawn(self._retire(then))

    async def _run(self) -> None:
        try:
            await self._client.run()
        finally:
            self._over = True

    async def _recall_user(self, then: Callable[[User | None], None]) -> None:
        then(await asyncio.wrap_future(self._store.known_user(self._credentials.password)))

    async def _retire(self, then: Callable[[], None]) -> None:
        await self.close()
        then()

    async def _ask(self, what: str, then: Callable[[Answer | ReadRefused], None], members: dict[str, Any]) -> None:
        try:
            answer: Answer | ReadRefused = await self._client.get(what, **members)
        except ReadRefused as refused:
            answer = refused
        then(answer)

    async def _upload(self, image: bytes, media: str, then: Callable[[str | UploadRefused], None]) -> None:
        try:
            told: str | UploadRefused = await self._client.upload(image, media)
        except UploadRefused as refused:
            told = refused
        then(told)

    async def _fetch(self, photo: str, then: Callable[[bytes | None], None], size: Literal["thumb", "full"]) -> None:
        try:
            image = await self._client.photo(photo, size)
        except (OSError, PhotoFailed):
            image = None
        then(image)

    def _on_output(self, output: Output) -> None:
        if self._closed:
            return
        match output:
            case BoardReplaced() | BoardChanged():
                self._gather(output)
            case Answered():
                self.answered.emit(output)
            case LinkChanged():
                self.state = output.link
                self.link_changed.emit(output)
            case _:
                self._on_rare_output(output)

    def _on_rare_output(self, output: Output) -> None:
        match output:
            case SignedIn():
                self._keep_user(output.user)
                self.signed_in.emit(output)
            case SignInRefused():
                self.refused.emit(output)
            case Revoked():
                self.revoked.emit()
            case Expired():
                self.expired.emit(output)
            case DiskTrouble():
                self.disk_trouble.emit(output)
            case Present():
                self.present.emit(output)
            case ClockOffset() | Noticed():
                """The clock is asked for where it is shown."""
            case _:
                """Told by `_on_output`."""

    def _keep_user(self, user: User) -> None:
        if not self._user_kept:
            self._user_kept = True
            self._store.keep_user(user, self._credentials.password)

    def _gather(self, output: BoardReplaced | BoardChanged) -> None:
        if self._gathered.add(output):
            rested = (time.monotonic() - self._last_frame) * 1_000
            self._frame.start(max(0, round(FRAME_MS - rested)))

    def _on_frame(self) -> None:
        """Tell what has come; after a frame that took long, what waits is taken in for as long before the next one."""
        began = self._last_frame = time.monotonic()
        frame = self._gathered.take()
        if frame is not None:
            self.board_changed.emit(frame)
        took = time.monotonic() - began
        self._last_frame = max(began, began + 2 * took - FRAME_MS / 1_000)

    def _on_task_done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (failure := task.exception()) is not None:
            self.failed.emit(failure)
