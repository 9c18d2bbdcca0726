"""A process that writes commands into a folder as fast as it can and says which were acknowledged.

`python -m tests.services.store.child_writer FOLDER [full]`; with `full` it lets the disk be full again and again.
"""

import resource
import sys
from collections import deque
from concurrent.futures import Future
from contextlib import closing
from itertools import count
from pathlib import Path

from services.store.database import Store
from services.store.engine import FILE
from services.store.failures import StorageFailed
from tests.services.store.samples import DESK, TickingClock, command, noted, opened_nth

IN_FLIGHT = 8
ROUNDS = 24
STEP = 20_480


def main(folder: Path, *, full: bool) -> None:
    """Write until killed, or, with a disk that is full now and then, some rounds."""
    with closing(Store.open(folder, clock=TickingClock())) as store:
        if full:
            _with_full_disks(store)
        else:
            _without_end(store)


def _without_end(store: Store) -> None:
    flying: deque[tuple[str, Future[int]]] = deque()
    with store.read() as reader:
        head = reader.desk_head(DESK)
    for n in count(head.last_command + 1 if head else 1):
        event = opened_nth(n) if n % 4 == 1 else noted(f"r-{n - (n - 1) % 4:04}")
        flying.append((f"{DESK}.{n}", store.submit(command(n, event))))
        if len(flying) >= IN_FLIGHT:
            key, future = flying.popleft()
            _say(key, str(future.result()))


def _with_full_disks(store: Store) -> None:
    """Let the files grow by another few bytes each round, then as far as they like."""
    n = 0
    for step in range(ROUNDS):
        size = (store.folder / f"{FILE}-wal").stat().st_size
        _limit(size + step * STEP)
        for _ in range(12):
            try:
                seq = store.submit(command(n + 1, opened_nth(n + 1, text="x" * 2_000))).result()
            except StorageFailed as failed:
                _say("failed", type(failed).__name__)
            else:
                n += 1
                _say(f"{DESK}.{n}", str(seq))
        _limit(resource.RLIM_INFINITY)
        seq = store.submit(command(n + 1, opened_nth(n + 1))).result()
        n += 1
        _say(f"{DESK}.{n}", str(seq))


def _limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def _say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), full="full" in sys.argv)
