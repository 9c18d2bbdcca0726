"""How `admin` hands an act to a running hub: a request file in `data/requests/`, answered by a file beside it.

Only the folder's owner can write there. A request holds hashes, never a password or token. The hub takes it by
renaming it, so that it is carried out once; one that nobody waits for any more is dropped.
"""

import json
import secrets
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from services.store import acts
from services.store.acts import Act, Result
from services.store.database import Store
from services.store.failures import ActRefused, StoreFailure
from services.store.private_files import make_folder, write_new

FOLDER = "requests"
STALE_SECONDS = 60.0
"""How old a request may be when the hub finds it."""
_WAIT_SECONDS = 20.0
_LOOK_SECONDS = 0.05
_SIZE = 65_536
_ASKED, _TAKEN, _ANSWER = ".request", ".taken", ".answer"


class NoAnswer(Exception):
    """The process that holds the folder did not answer in time; `taken` tells whether it had begun."""

    def __init__(self, reason: str, *, taken: bool) -> None:
        super().__init__(reason)
        self.taken = taken


def _sleep() -> None:
    time.sleep(_LOOK_SECONDS)


def ask(folder: Path, act: Act, *, patience: float, pause: Callable[[], None] = _sleep) -> Result:
    """Leave a request for the hub and wait for its answer; `pause` passes the time between two looks.

    Raises:
        ActRefused: the hub says no.
        NoAnswer: nobody took the request within `patience` seconds, and it was withdrawn; or somebody did and said
            nothing for 20 more, and whether it was carried out is not known.
    """
    place = folder / FOLDER
    make_folder(place)
    asked = place / f"{secrets.token_hex(12)}{_ASKED}"
    answer = asked.with_suffix(_ANSWER)
    write_new(asked, json.dumps(acts.plain(act)).encode())
    try:
        if not _came(answer, seconds=patience, pause=pause) and _withdrawn(asked):
            raise NoAnswer("nobody took the request", taken=False)
        if not _came(answer, seconds=_WAIT_SECONDS, pause=pause):
            raise NoAnswer("the hub took the request and did not answer; look whether it was carried out", taken=True)
        said = json.loads(answer.read_bytes())
    finally:
        asked.unlink(missing_ok=True)
        answer.unlink(missing_ok=True)
    if "refused" in said:
        raise ActRefused(said["refused"])
    result: Result = said["done"]
    return result


def execute_pending(store: Store) -> list[tuple[Act, Result]]:
    """Carry out what `admin` left in `data/requests/` and answer it; the hub calls this in a worker thread.

    Twice a second will do; with nothing there it is one look into a folder. Returns what was done, so that the hub can
    look anew at rights (`AddUser`, `RevokeUser`, `AddToken`, `RevokeToken`) and members (`AddMember`).
    """
    place = store.folder / FOLDER
    if not place.is_dir():
        return []
    done: list[tuple[Act, Result]] = []
    for found in sorted(place.iterdir()):
        if _age(found) > STALE_SECONDS:
            found.unlink(missing_ok=True)
        elif found.suffix == _ASKED:
            done += _answered(store, found)
    return done


def _came(answer: Path, *, seconds: float, pause: Callable[[], None]) -> bool:
    """Wait for a file and tell whether it came in time."""
    end = time.monotonic() + seconds
    while not answer.exists():
        if time.monotonic() > end:
            return False
        pause()
    return True


def _withdrawn(asked: Path) -> bool:
    """Take a request back; False if somebody has taken it."""
    try:
        asked.unlink()
    except FileNotFoundError:
        return False
    return True


def _answered(store: Store, asked: Path) -> list[tuple[Act, Result]]:
    """Carry out one request and leave its answer."""
    taken = asked.with_suffix(_TAKEN)
    try:
        asked.rename(taken)
    except FileNotFoundError:  # withdrawn meanwhile
        return []
    done: list[tuple[Act, Result]] = []
    said: dict[str, Any]
    try:
        act = acts.from_plain(_read(taken))
        result = store.submit(lambda transaction: acts.execute(transaction, act)).result()
        done, said = [(act, result)], {"done": result}
    except ActRefused as refused:
        said = {"refused": str(refused)}
    except StoreFailure as failed:
        said = {"refused": f"the hub could not write: {failed}"}
    except (TypeError, ValueError, AttributeError) as malformed:  # a field of the wrong kind: the hub lives on
        said = {"refused": f"the request is malformed: {malformed}"}
    taken.unlink()
    write_new(asked.with_suffix(_ANSWER), json.dumps(said).encode())
    return done


def _read(taken: Path) -> dict[str, Any]:
    """Return the object in a request file.

    Raises:
        ActRefused: it is a link, too large, or no JSON object.
    """
    try:
        found = taken.lstat()
        if stat.S_ISREG(found.st_mode) and found.st_size <= _SIZE:
            said = json.loads(taken.read_bytes())
            if isinstance(said, dict):
                return said
    except (ValueError, OSError, RecursionError):
        pass
    raise ActRefused("the request cannot be read")


def _age(found: Path) -> float:
    """Return the seconds since a file was written, 0 if it is gone."""
    try:
        return time.time() - found.lstat().st_mtime
    except FileNotFoundError:
        return 0.0
