"""The lock that lets one process at a time open a data folder; it falls with the process, however that ends."""

import os
import sys
from pathlib import Path
from typing import BinaryIO

from services.store.failures import StoreRefused

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FILE = "hub.lock"
_FAR = 1 << 20
"""Where Windows locks a byte: beyond the number of the holder, which others must be able to read."""


class FolderHeld(StoreRefused):
    """Another process has the folder open; `pid` is its number, None if it did not leave one."""

    def __init__(self, folder: Path, pid: int | None) -> None:
        holder = "another process" if pid is None else f"process {pid}"
        super().__init__(f"data folder {folder} is held by {holder}")
        self.pid = pid


class FolderLock:
    """Holds a folder from `take` to `release`."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    @classmethod
    def take(cls, folder: Path) -> "FolderLock":
        """Take the folder.

        Raises:
            FolderHeld: by another process.
            StoreRefused: the file system knows no locks, and without them a second writer could damage the database.
        """
        handle = os.open(folder / FILE, os.O_RDWR | os.O_CREAT, 0o600)
        file = os.fdopen(handle, "r+b", buffering=0)
        try:
            _lock(file)
        except (BlockingIOError, PermissionError):
            pid = _pid(file)
            file.close()
            raise FolderHeld(folder, pid) from None
        except OSError as failed:
            file.close()
            raise StoreRefused(f"data folder {folder} lies where files cannot be locked: {failed.strerror}") from None
        file.truncate(0)
        file.write(b"%d\n" % os.getpid())
        return cls(file)

    def release(self) -> None:
        """Give the folder free; the file stays, only the lock on it counts."""
        if not self._file.closed:
            self._file.seek(0)
            self._file.truncate(0)
            self._file.close()


def _pid(file: BinaryIO) -> int | None:
    file.seek(0)
    said = file.read(20).strip()
    return int(said) if said.isdigit() else None


if sys.platform == "win32":

    def _lock(file: BinaryIO) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)

else:

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
