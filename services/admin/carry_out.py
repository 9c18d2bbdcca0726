"""Carries out one act on a hub's data: by itself if nobody holds the folder, else through the hub that does."""

import contextlib
import time
from pathlib import Path

from services.domain.report import Millis
from services.store import acts, requests
from services.store.acts import Act, Result
from services.store.database import Store
from services.store.folder_lock import FolderHeld
from services.store.requests import NoAnswer

_PATIENCE = 2.0
_TRIES = 10


def now() -> Millis:
    """Return the time of this machine's clock."""
    return time.time_ns() // 1_000_000


def carry_out(folder: Path, act: Act, *, tries: int = _TRIES, patience: float = _PATIENCE) -> Result:
    """Carry out an act and return what it made.

    Whoever holds the folder may be another `admin` that is done in a moment: so a request that nobody takes within
    `patience` seconds is withdrawn and the folder tried again.

    Raises:
        ActRefused: it cannot be, and nothing was changed.
        StoreRefused: the folder cannot be opened.
        NoAnswer: the folder is held all the time by something that does not answer.
    """
    holder = ""
    for _ in range(tries):
        try:
            return _by_itself(folder, act)
        except FolderHeld as held:
            holder = str(held)
        try:
            return requests.ask(folder, act, patience=patience)
        except NoAnswer as silent:
            if silent.taken:
                raise
    raise NoAnswer(f"{holder} and does not answer; is it a hub, and does it stand still?", taken=False)


def _by_itself(folder: Path, act: Act) -> Result:
    with contextlib.closing(Store.open(folder, clock=now)) as store:
        return store.submit(lambda transaction: acts.execute(transaction, act)).result()
