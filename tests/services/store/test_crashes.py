"""What was acknowledged survives `kill -9` and a full disk, in real processes."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

import pytest

from services.store.database import Store
from services.store.engine import integrity_faults
from services.store.failures import StoreRefused
from services.store.kept import DeskHead
from services.store.rebuild import differences
from tests.services.store import child_writer
from tests.services.store.samples import TickingClock

KILLS = 60 if os.environ.get("PENDOPO_FAULTS") else 5
"""How often a writer is killed; the long fault suite sets the variable."""

ROOT = Path(__file__).parents[3]


@contextmanager
def child(folder: Path, *words: str) -> Iterator["subprocess.Popen[str]"]:
    """A process that writes into the folder and says on stdout what was acknowledged."""
    command = [sys.executable, "-m", child_writer.__name__, str(folder), *words]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        yield process
    finally:
        process.kill()
        process.communicate(timeout=20)


def lines(stream: IO[str] | None) -> Iterator[str]:
    assert stream is not None
    return iter(stream.readline, "")


@pytest.mark.timeout(60 + 5 * KILLS)
def test_nothing_acknowledged_is_lost_by_kill_9(tmp_path: Path) -> None:
    folder, chance = tmp_path / "hub", random.Random(7)
    acknowledged: dict[str, int] = {}
    for _ in range(KILLS):
        with child(folder) as process:
            first = next(lines(process.stdout))
            end = time.monotonic() + chance.uniform(0.02, 0.3)
            said = [first]
            for line in lines(process.stdout):
                said.append(line)
                if time.monotonic() > end:
                    break
            process.send_signal(signal.SIGKILL)
            rest, _ = process.communicate(timeout=20)
        for line in [*said, *rest.splitlines(keepends=True)]:
            if line.endswith("\n"):
                key, seq = line.split()
                acknowledged[key] = int(seq)
        _check(folder, acknowledged)
    assert len(acknowledged) > KILLS


def _check(folder: Path, acknowledged: dict[str, int]) -> None:
    """Every acknowledged command is in the log with its answer, once, and the whole database is sound."""
    with closing(Store.open(folder, clock=TickingClock())) as store, store.read() as reader:
        assert integrity_faults(reader.line) == []
        assert list(differences(reader)) == []
        for key, seq in acknowledged.items():
            assert reader.done(key)[-1].seq == seq
        log = reader.events(0, 1_000_000)
        assert [logged.seq for logged in log] == list(range(1, len(log) + 1))
        keys = [logged.txn for logged in log]
        assert len(set(keys)) == len(keys)
        heads = {desk: reader.desk_head(desk) for desk in {key.rpartition(".")[0] for key in keys}}
        for desk, head in heads.items():
            assert head == DeskHead("u-sari", sum(key.startswith(f"{desk}.") for key in keys))


def test_a_second_process_on_the_folder_is_refused_and_told_the_first_one_s_number(tmp_path: Path) -> None:
    with child(tmp_path / "hub") as process:
        next(lines(process.stdout))

        with pytest.raises(StoreRefused, match=f"is held by process {process.pid}$"):
            Store.open(tmp_path / "hub", clock=TickingClock())


def test_a_disk_that_fills_up_at_any_point_loses_nothing_acknowledged_and_recovers(tmp_path: Path) -> None:
    """The process limits how large its files may get, tries at every size, and lifts the limit again."""
    with child(tmp_path / "hub", "full") as process:
        out, err = process.communicate(timeout=50)

    assert err == ""
    said = [line.split() for line in out.splitlines()]
    failed = [words for words in said if words[0] == "failed"]
    kept = {words[0]: int(words[1]) for words in said if words[0] != "failed"}
    assert len(failed) > 10
    assert {words[1] for words in failed} == {"StorageFailed"}
    assert len(kept) > 40
    _check(tmp_path / "hub", kept)
