"""The client of the feed as a window or a connector uses it: one hub and one user, as long as the program runs."""

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from services.domain.board import Board
from services.domain.commands import NAME_OF, Command, Undo
from services.domain.people import User
from services.domain.refusals import BadFormat
from services.domain.report import Millis
from services.feed.address import read_address
from services.feed.conductor import Conductor
from services.feed.credentials import Credentials, DeviceToken
from services.feed.line import Dial, Later
from services.feed.local_store import Store
from services.feed.names import Names
from services.feed.offline import check_offline
from services.feed.outputs import Output
from services.feed.photos import Size, fetch
from services.feed.reading import Answer
from services.feed.wire import dial as dial_hub
from services.protocol.client_session import ClientSession, Desk
from services.protocol.orders import to_command
from services.protocol.outbox import Order
from services.protocol.view_sync import ViewSync


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A command that was given and has no answer yet; `key` is what `order` returned."""

    key: str
    command: Command
    report: str | None
    made: Millis | None


class FeedClient:
    """A desk, or a connector, on one hub. Everything is called from the thread of the loop in which `run` is awaited.

    `url` is `wss://HOST:PORT`, or `ws://` for a hub on this machine. `clock` gives Unix milliseconds and never goes
    back (`steady_clock`), `chance` numbers from 0 to 1. `later` and `dial` stand in for the loop's timers and for the
    network.

    `board` is changed by the client alone, just before it says so through `on_output`, which must return at once: a
    window gathers (`gathered.Gathered`) and draws once a frame. A connector has no board: its `view` is None.

    Raises:
        BadAddress: the url is no address of a hub.
    """

    def __init__(
        self,
        url: str,
        store: Store,
        *,
        desk: str,
        credentials: Credentials,
        on_output: Callable[[Output], None],
        clock: Callable[[], Millis],
        chance: Callable[[], float],
        app: str = "pendopo",
        language: str = "id",
        view: str | None = "board",
        tls: ssl.SSLContext | None = None,
        later: Later | None = None,
        dial: Dial | None = None,
    ) -> None:
        self.board = Board()
        self._address = read_address(url)
        self._tls = tls
        now = clock()
        kept = store.load_board(now) if view else None
        if kept:
            self.board.replace(kept.puts)
        orders = store.load_orders()
        session = ClientSession(
            Desk(id=desk, app=app, language=language),
            credentials,
            chance=chance,
            sync=ViewSync(view, self.board, cursor=kept.cursor if kept else None) if view else None,
            orders=orders,
        )
        self._conductor = Conductor(
            session,
            store,
            names=Names(desk, orders),
            kept_at=kept.at if kept else None,
            dial=dial or partial(dial_hub, self._address, tls=tls),
            later=later,
            clock=clock,
            on_output=on_output,
        )
        if isinstance(credentials, DeviceToken):
            self._conductor.token = credentials.token
        self._prefix, self._count = f"o-{now:x}", 0

    @property
    def user(self) -> User | None:
        """Who is signed in; None before the first sign-in."""
        return self._conductor.user

    @property
    def data_at(self) -> Millis | None:
        """The hub's time of what is on the board; None if nothing is."""
        return self._conductor.data_at

    @property
    def offset(self) -> Millis:
        """What to add to the desk's clock to have the hub's."""
        return self._conductor.offset

    async def run(self) -> None:
        """Stay connected until stopped, or until the hub says something final; then the link is `STOPPED`."""
        await self._conductor.run()

    def stop(self) -> None:
        """End the connection; `run` returns."""
        self._conductor.stop()

    def sign_in(self, credentials: Credentials) -> None:
        """Sign in with these, after `SignInRefused`, and connect."""
        self._conductor.sign_in(credentials)

    def order(
        self, command: Command, report: str | None = None, base: str | None = None, *, offline: bool = False
    ) -> str:
        """Give a command and return the name by which the outputs speak of it; it is sent when it is on the disk.

        `offline`: it was made without a hub, even if there is one now. An `undo` names the command by what `order`
        returned for it; one that has not left yet is taken back here.

        Raises:
            NeedsHub: without a hub it cannot be given.
            BadFormat: it is too long, or has broken characters.
        """
        self._count += 1
        tag = f"{self._prefix}-{self._count}"
        if isinstance(command, Undo):
            if self._conductor.take_back(command.of, by=tag):
                return tag
            command = Undo(of=self._conductor.names.key_of(command.of) or command.of)
        if not self._conductor.signed_in:
            check_offline(NAME_OF[type(command)])
        self._conductor.submit(command, tag=tag, report=report, base=base, offline=offline)
        return tag

    async def get(self, what: str, **members: Any) -> Answer:
        """Read something from the hub (PROTOCOL.md section 7); members as in `get`.

        Raises:
            ReadRefused: the hub will not answer, or cannot be asked now (`lost`).
        """
        request, outputs = self._conductor.session.read(what, **members)
        answer = self._conductor.readings.ask(request)
        self._conductor.do(outputs)
        return await answer

    async def photo(self, photo: str, size: Size = "thumb") -> bytes | None:
        """Fetch a photo; None if there is none that this user may see.

        Raises:
            OSError: the hub cannot be reached.
            PhotoFailed: the hub says no.
        """
        ask = partial(fetch, self._address, photo, size=size, token=self._conductor.token or "", tls=self._tls)
        return await asyncio.get_running_loop().run_in_executor(None, ask)

    async def upload(self, image: bytes, media: str) -> str:
        """Send a JPEG, PNG or WebP of at most 8 MiB to the hub; return the id by which an `open` may name it.

        One goes at a time, another waits. What is attached to no report within an hour is deleted there.

        Raises:
            UploadRefused: the hub did not keep it, or the connection is lost.
        """
        return await self._conductor.upload(image, media)

    def look(self, report: str | None, activity: str | None = "viewing") -> None:
        """Say which report is looked at here (`viewing` or `editing`), or none."""
        self._conductor.do(self._conductor.session.look(report, activity if report else None))

    def unanswered(self) -> tuple[Unanswered, ...]:
        """Return the commands without an answer, those of an earlier day too: what is drawn over the board."""
        found = (_unanswered(order) for order in self._conductor.session.outbox.orders)
        return tuple(one for one in found if one)


def _unanswered(order: Order) -> Unanswered | None:
    """Return an order as it was given; None if it was kept by a program that knew commands this one does not."""
    try:
        return Unanswered(order.tag, to_command(order.command, order.args), order.report, order.made)
    except BadFormat:
        return None
