"""`main.py bench` runs what it is asked for, prints what it found, and fails only where nothing could be measured."""

import json

import pytest

from tests.benchmarks.app import BENCHMARKS, main, measure
from tests.benchmarks.figure import Figure, Limits
from tests.benchmarks.parts import PartFailed
from tests.benchmarks.plan import QUICK, Effort

SLOW = Figure(name="slow", unit="ms", rounds=(9.0,), limits=Limits(most=8.0))
MEMBERS = {"name", "value", "unit", "spread", "reference", "ratio", "peer", "peer_ratio", "demand", "met"}


def slow(effort: Effort) -> list[Figure]:
    return [SLOW] * effort.rounds


def broken(effort: Effort) -> list[Figure]:
    raise PartFailed(f"broken after {effort.rounds} rounds")


def test_the_benchmarks_of_the_room_are_there() -> None:
    first = {"ingest", "paint", "stall", "latency", "sustained"}
    assert set(BENCHMARKS) >= first | {"idle", "scale", "charts", "start", "memory"}


def test_an_unknown_benchmark_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["speedy"])
    assert ended.value.code == 2
    assert "speedy" in capsys.readouterr().err


def test_json_is_one_whole_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    measure({"slow": slow}, QUICK, as_json=True)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(lines) == QUICK.rounds
    assert all(set(line) == MEMBERS for line in lines)


def test_a_demand_that_is_not_met_is_told_and_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert measure({"slow": slow}, Effort(1), as_json=False) == 0
    assert "NO" in capsys.readouterr().out


def test_a_benchmark_that_cannot_be_run_fails_and_the_next_one_still_runs(capsys: pytest.CaptureFixture[str]) -> None:
    assert measure({"broken": broken, "slow": slow}, Effort(1), as_json=True) == 1
    said = capsys.readouterr()
    assert "broken after 1 rounds" in said.err
    assert json.loads(said.out)["name"] == "slow"
