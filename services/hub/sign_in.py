"""Lets desks in: passwords are tried in a thread, and a failure is answered ever more slowly."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from services.domain.report import Millis
from services.hub.doors import Doors
from services.protocol.desk_messages import Auth, Hello
from services.store.database import Store
from services.store.failures import StoreFailure
from services.store.sign_in import SignedIn, SignInRefused, sign_in_password, sign_in_token

AT_ONCE: Final = 2
"""Passwords tried at once: each takes a core and some memory, which stays with its thread."""
TRY_AGAIN: Final[Millis] = 2_000


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why somebody is not let in, and when he may try again."""

    code: str
    retry_after: Millis | None = None


@dataclass(slots=True)
class SignIn:
    """The door of the hub. `clock` gives Unix milliseconds."""

    store: Store
    clock: Callable[[], Millis]
    doors: Doors = field(default_factory=Doors)
    _trying: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(AT_ONCE, "passwords"))

    async def attempt(self, address: str, hello: Hello) -> SignedIn | Refusal:
        """Look at who signs in; a refusal comes after its delay."""
        if self.doors.crowded(address):
            return Refusal("slow_down", TRY_AGAIN)
        account = (hello.auth.user or "").lower()
        try:
            signed_in = await self._look(hello.auth, hello.desk)
        except SignInRefused as refused:
            delay = self.doors.failed(account, address, self.clock())
            try:
                await asyncio.sleep(delay / 1000)
            finally:
                self.doors.let_go(address)
            return Refusal(refused.code, None if refused.code == "revoked" else delay)
        except StoreFailure:
            return Refusal("busy", TRY_AGAIN)
        self.doors.passed(account)
        return signed_in

    def close(self) -> None:
        """Look at nobody any more."""
        self._trying.shutdown(cancel_futures=True)

    async def _look(self, auth: Auth, desk: str) -> SignedIn:
        if auth.token is not None:
            return await asyncio.to_thread(partial(sign_in_token, self.store, token=auth.token, desk=desk))
        look = partial(sign_in_password, self.store, login=auth.user or "", password=auth.password or "", desk=desk)
        return await asyncio.get_running_loop().run_in_executor(self._trying, look)
