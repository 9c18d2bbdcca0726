"""Data and keys are for their owner alone, and keys are never made anew beside a database."""

import errno
import fcntl
import os
import stat
from pathlib import Path

import pytest

from services.store import folder_lock, keys
from services.store.database import Store
from services.store.engine import FILE
from services.store.failures import StoreRefused
from services.store.private_files import make_folder, refuse_if_others_may, write_new
from tests.services.store.samples import TickingClock


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_everything_in_a_new_folder_is_closed_to_others(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Store.open(tmp_path / "deep" / "hub", clock=TickingClock()).close()
    finally:
        os.umask(before)

    found = {path.name: mode(path) for path in (tmp_path / "deep" / "hub").iterdir()}
    assert mode(tmp_path / "deep" / "hub") == 0o700
    assert found == {FILE: 0o600, "keys.json": 0o600, "hub.lock": 0o600}


def test_an_empty_folder_is_closed_to_others(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    make_folder(tmp_path)

    assert mode(tmp_path) == 0o700


def test_a_folder_with_files_that_others_may_look_into_is_refused_with_the_remedy(tmp_path: Path) -> None:
    folder = tmp_path / "hub"
    Store.open(folder, clock=TickingClock()).close()
    folder.chmod(0o750)

    with pytest.raises(StoreRefused, match=f"may be read by others: chmod 700 {folder}"):
        Store.open(folder, clock=TickingClock())


def test_keys_that_others_may_read_are_refused_with_the_remedy(tmp_path: Path) -> None:
    folder = tmp_path / "hub"
    Store.open(folder, clock=TickingClock()).close()
    (folder / keys.FILE).chmod(0o640)

    with pytest.raises(StoreRefused, match=f"chmod 600 {folder / keys.FILE}"):
        Store.open(folder, clock=TickingClock())


def test_what_belongs_to_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)

    with pytest.raises(StoreRefused, match="belongs to another user"):
        refuse_if_others_may(tmp_path)


def test_a_folder_that_cannot_be_made_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreRefused, match="cannot be used: Not a directory"):
        make_folder(tmp_path / "file" / "hub")


def test_missing_keys_beside_a_database_are_not_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "hub"
    Store.open(folder, clock=TickingClock()).close()
    (folder / keys.FILE).unlink()

    with pytest.raises(StoreRefused, match="is missing: put back the copy"):
        Store.open(folder, clock=TickingClock())


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"cursor":"zz","rev":"00","identity":"00"}', '{"cursor":1}'])
def test_damaged_keys_are_refused(tmp_path: Path, content: str) -> None:
    write_new(tmp_path / keys.FILE, content.encode())

    with pytest.raises(StoreRefused, match="is damaged"):
        keys.load_or_make(tmp_path, new=False)


def test_keys_of_the_wrong_length_are_refused(tmp_path: Path) -> None:
    write_new(tmp_path / keys.FILE, b'{"cursor":"00","rev":"00","identity":"00"}')

    with pytest.raises(StoreRefused, match="must have 32 bytes"):
        keys.load_or_make(tmp_path, new=False)


def test_keys_do_not_show_themselves(tmp_path: Path) -> None:
    made = keys.load_or_make(tmp_path, new=True)

    assert made.cursor.hex() not in repr(made)
    assert len({made.cursor, made.rev, made.identity}) == 3


def test_a_file_that_could_not_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space left"):
        write_new(tmp_path / "keys.json", b"{}")
    assert list(tmp_path.iterdir()) == []


def test_a_place_without_locks_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)

    with pytest.raises(StoreRefused, match="files cannot be locked: No locks available"):
        folder_lock.FolderLock.take(tmp_path)
