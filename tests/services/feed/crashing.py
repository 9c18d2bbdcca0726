"""A desk that works until it is killed: `python -m tests.services.feed.crashing apply|order FOLDER`.

`apply` says each cursor it has handed to the store, `order` each command the store says is safe.
"""

import sys
from itertools import count
from pathlib import Path

from services.feed.local_store import LocalStore
from tests.builders import NOW
from tests.services.feed.builders import a_put, an_order

ROWS = 40


def main(work: str, folder: str) -> None:
    """Work for ever."""
    store = LocalStore(Path(folder), desk="d-1", pause=0)
    if work == "apply":
        store.replace([a_put(f"r-{n}", "0") for n in range(ROWS)], "0", NOW)
    for n in count(1):
        if work == "apply":
            store.apply([a_put(f"r-{n % ROWS}", str(n)), a_put(f"r-{n * 7 % ROWS}", str(n))], str(n), NOW)
        else:
            store.keep(an_order(f"o-{n}", n=n)).result()
        sys.stdout.write(f"{n}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
