"""Opens reports in a hub as a connector does: by a device token, in order, many under way at once."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from services.domain.access import may
from services.domain.commands import Open
from services.domain.report import Millis
from services.feed.client import FeedClient
from services.feed.credentials import DeviceToken
from services.feed.line import Cancellable, Dial, Later
from services.feed.local_store import NothingKept
from services.feed.outputs import Answered, LinkChanged, LinkState, Output, SignedIn

AHEAD = 256
"""Reports given and not answered; the hub has 64 of them under way at most."""

PATIENCE = 60.0
"""Seconds without a hub after which the rest is given up."""

NUMBERS = 5
"""Times a report is sent under another number because the one it had was taken."""

_KEY_REUSE = "key_reuse"


class HubGone(Exception):
    """There is no hub that would take the reports; the text says why."""


@dataclass(slots=True)
class _Given:
    """A report on its way."""

    command: Open
    answer: "asyncio.Future[Answered]"
    numbers: int = 1


def desk_of(token: str, name: str) -> str:
    """Return a desk id that is the same each time for a token and a name, so that no file need keep it."""
    digest = sha256(f"{token}\0{name}".encode()).hexdigest()
    return f"replay-{digest[:16]}"


class Connector:
    """One connector on one hub.

    It keeps nothing on disk: `open` with a `source` can be given again without harm, and the hub says at each sign-in
    which number was the last. A number taken by what an earlier run had under way is passed over.
    """

    def __init__(
        self,
        url: str,
        token: str,
        *,
        desk: str,
        clock: Callable[[], Millis],
        chance: Callable[[], float],
        patience: float = PATIENCE,
        later: Later | None = None,
        dial: Dial | None = None,
    ) -> None:
        self._client = FeedClient(
            url,
            NothingKept(),
            desk=desk,
            credentials=DeviceToken(token),
            on_output=self._hear,
            clock=clock,
            chance=chance,
            app="pendopo replay",
            view=None,
            later=later,
            dial=dial,
        )
        self._patience = patience
        self._later_by = later
        self._given: dict[str, _Given] = {}
        self._room = asyncio.Semaphore(AHEAD)
        self._ready = asyncio.Event()
        self._giving_up: Cancellable | None = None
        self._gone: HubGone | None = None

    async def run(self) -> None:
        """Stay connected until `stop`; when it returns, whatever has no answer has failed with `HubGone`."""
        self._expect()
        try:
            await self._client.run()
        finally:
            self._relax()
            self._fail(self._gone or HubGone("stopped"))

    def stop(self) -> None:
        """End the connection."""
        self._client.stop()

    async def open(self, command: Open) -> "asyncio.Future[Answered]":
        """Give a report to open as soon as there is room, and return its answer to come.

        Raises:
            HubGone: there is no hub any more, or none that lets this token open reports.
            BadFormat: it cannot be sent: broken characters.
        """
        await self._ready.wait()
        await self._room.acquire()
        if self._gone:
            raise self._gone
        answer: asyncio.Future[Answered] = asyncio.get_running_loop().create_future()
        try:
            self._give(_Given(command, answer))
        except BaseException:
            self._room.release()
            raise
        answer.add_done_callback(lambda _answer: self._room.release())
        return answer

    def _give(self, given: _Given) -> None:
        self._given[self._client.order(given.command)] = given

    def _hear(self, output: Output) -> None:
        if isinstance(output, Answered):
            self._answered(output)
        elif isinstance(output, LinkChanged):
            self._watch(output)
        elif isinstance(output, SignedIn):
            if may(output.user, "open"):
                self._ready.set()
            else:
                self._give_up("this token may not open reports")

    def _watch(self, output: LinkChanged) -> None:
        if output.link.state is LinkState.LIVE:
            self._relax()
        elif output.link.state is LinkState.STOPPED:
            self._give_up(f"the hub refuses this connector: {output.link.why}")
        else:
            self._expect()

    def _answered(self, answered: Answered) -> None:
        given = self._given.pop(answered.key)
        if answered.code == _KEY_REUSE and given.numbers < NUMBERS:
            given.numbers += 1
            self._give(given)
        elif not given.answer.done():
            given.answer.set_result(answered)

    def _expect(self) -> None:
        """Give up unless there is a hub before long."""
        if self._giving_up is None:
            later = self._later_by or asyncio.get_running_loop().call_later
            why = f"no hub has answered for {self._patience:.0f} seconds"
            self._giving_up = later(self._patience, partial(self._give_up, why))

    def _relax(self) -> None:
        if self._giving_up:
            self._giving_up.cancel()
        self._giving_up = None

    def _give_up(self, why: str) -> None:
        self._gone = self._gone or HubGone(why)
        self._ready.set()
        self._client.stop()

    def _fail(self, gone: HubGone) -> None:
        self._gone = gone
        self._ready.set()
        given, self._given = self._given, {}
        for one in given.values():
            if not one.answer.done():
                one.answer.set_exception(gone)
