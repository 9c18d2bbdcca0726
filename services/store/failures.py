"""What can go wrong in the store, named for what happened.

StoreFailure
├── StoreRefused    the folder cannot be opened; one line says why and what helps
├── StorageFailed   nothing was written (disk full, I/O error); `for_good` when only a restart helps
├── Busy            somebody else holds the database, or too much is waiting; nothing was written, try again
└── StoreClosed     too late
"""


class StoreFailure(Exception):
    """Something went wrong in the store."""


class StoreRefused(StoreFailure):
    """The data folder cannot be opened; the text is one line for a person."""


class StorageFailed(StoreFailure):
    """The disk did not take the transaction, and nothing of it was kept.

    Attributes:
        for_good: whether the store has stopped writing until a restart (a failed fsync is not retried).
    """

    def __init__(self, reason: str, *, for_good: bool = False) -> None:
        super().__init__(reason)
        self.for_good = for_good


class Busy(StoreFailure):
    """The database is locked by another program, or too many works are waiting; nothing was kept."""


class StoreClosed(StoreFailure):
    """The store was closed before the work was submitted, or a transaction is used after its work."""


class ActRefused(Exception):
    """What `admin` asked for cannot be; the text is one line for a person."""
