"""Folders and files that only their owner may read, and writing them whole or not at all."""

import os
import secrets
import stat
import sys
from pathlib import Path

from services.store.failures import StoreRefused

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_folder(folder: Path) -> None:
    """Make a folder for its owner alone; an empty one that is there already is closed to others.

    Raises:
        StoreRefused: it holds files and others may look into it, it is somebody else's, or it cannot be made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform != "win32" and folder.stat().st_uid == os.geteuid() and not any(folder.iterdir()):
            folder.chmod(0o700)
    except OSError as failed:
        raise StoreRefused(f"data folder {folder} cannot be used: {failed.strerror}") from None
    refuse_if_others_may(folder)


def refuse_if_others_may(path: Path) -> None:
    """Refuse what others than its owner may read or write (where the system knows of owners).

    Raises:
        StoreRefused: with the line that mends it.
    """
    if sys.platform == "win32":
        return
    found = path.stat()
    if found.st_uid != os.geteuid():
        raise StoreRefused(f"{path} belongs to another user of this machine: start as that user")
    if found.st_mode & _OTHERS:
        mode = "700" if path.is_dir() else "600"
        raise StoreRefused(f"{path} may be read by others: chmod {mode} {path}")


def write_new(path: Path, content: bytes) -> None:
    """Write a file for its owner alone, whole or not at all, and on the disk before this returns."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a power cut."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
