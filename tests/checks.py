"""Runs everything that must hold, one step after the other, and sums up: what `main.py test` starts."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PYTEST = ("-m", "pytest")
COVERED = ("-m", "coverage", "run", *PYTEST)
EXACT = "services/domain/*,services/protocol/*"
"""Every branch of these is walked by some test; elsewhere nine of ten are."""
COUNT = re.compile(r"(\d+) (passed|failed|skipped|errors?)")
CLOSING = re.compile(r"\d+ (passed|failed|errors?).* in \d")
"""How pytest ends; a word of coverage may follow."""
IMPORT_LINTER = "from importlinter.cli import lint_imports_command; lint_imports_command()"

USAGE = """usage: main.py test [PYTEST ARGUMENT ...]

Without arguments: format, ruff, mypy, import contracts, all tests (those of the services where
Qt is not there), and how much of the code the tests walk through. With arguments: pytest
with these, for example `main.py test -k canary` or `main.py test tests/services/domain`."""


class Step(NamedTuple):
    """One thing to check: what it is called and what Python is started with."""

    name: str
    arguments: tuple[str, ...]
    live: bool = False
    """Whether its output is shown while it runs, or only where it fails."""


STEPS = (
    Step("format", ("-m", "ruff", "format", "--check", ".")),
    Step("ruff", ("-m", "ruff", "check", ".")),
    Step("types", ("-m", "mypy")),
    Step("imports", ("-c", IMPORT_LINTER, "--no-logo")),
    Step("tests", (*COVERED, "--ignore=tests/services"), live=True),
    Step("without Qt", (*COVERED, "-p", "tests.without_qt", "-p", "no:pytest-qt", "tests/services"), live=True),
    Step("gather", ("-m", "coverage", "combine", "--quiet")),
    Step("walked 100 %", ("-m", "coverage", "report", "--fail-under=100", f"--include={EXACT}")),
    Step("walked 90 %", ("-m", "coverage", "report", "--fail-under=90", f"--omit={EXACT}")),
)


class Outcome(NamedTuple):
    """How a step went."""

    status: int
    seconds: float
    said: str


def run(step: Step, environment: dict[str, str]) -> Outcome:
    """Run one step to its end."""
    started = time.monotonic()
    line = [sys.executable, *step.arguments]
    said: list[str] = []
    with subprocess.Popen(
        line, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as child:
        for words in child.stdout or ():
            said.append(words)
            if step.live:
                print(words, end="", flush=True)
    return Outcome(status=child.returncode, seconds=time.monotonic() - started, said="".join(said))


def report(step: Step, outcome: Outcome) -> str:
    """Return the line that sums a step up, after all it said where it failed and was not heard yet."""
    line = f"{step.name:14} {'ok' if outcome.status == 0 else 'FAILED':8} {outcome.seconds:6.1f} s"
    return line if outcome.status == 0 or step.live else f"{outcome.said.rstrip()}\n{line}"


def closing_line(*said: str) -> str:
    """Return one line that sums up what several runs of pytest closed with."""
    counts: Counter[str] = Counter()
    for words in said:
        last = next((line for line in reversed(words.splitlines()) if CLOSING.search(line)), "")
        counts.update({what.rstrip("s"): int(count) for count, what in COUNT.findall(last)})
    failed = counts["failed"] + counts["error"]
    skipped = f", {counts['skipped']} skipped" if counts["skipped"] else ""
    return f"{counts['passed']} passed, {failed} failed{skipped}"


def everything(environment: dict[str, str]) -> int:
    """Run every step, whatever became of the ones before; return 0 if all hold."""
    outcomes: dict[str, Outcome] = {}
    for step in STEPS:
        outcomes[step.name] = run(step, environment)
        print(report(step, outcomes[step.name]), flush=True)
    if failed := [name for name, outcome in outcomes.items() if outcome.status != 0]:
        print(f"failed: {', '.join(failed)}")
    print(closing_line(outcomes["tests"].said, outcomes["without Qt"].said), flush=True)
    return 1 if failed else 0


def main(argv: list[str]) -> int:
    """Check everything, or run pytest with the arguments given."""
    if argv and argv[0] in {"-h", "--help"}:
        print(USAGE)
        return 0
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if argv:
        wrong_use = 4  # pytest's own status for it
        status = run(Step("tests", (*PYTEST, *argv), live=True), environment).status
        return {0: 0, wrong_use: 2}.get(status, 1)
    with tempfile.TemporaryDirectory(prefix="pendopo-coverage-") as folder:
        return everything({**environment, "COVERAGE_FILE": str(Path(folder) / "coverage")})
