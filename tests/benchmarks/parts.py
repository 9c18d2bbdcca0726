"""The parts of a benchmark, each in a Python of its own: nothing one leaves behind is in the way of the next."""

import importlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 900.0
"""Seconds until a part counts as hanging."""
_MARK = "result: "


class PartFailed(Exception):
    """A part of a benchmark did not come to its end; the text says which and what it said last."""


def run_part(benchmark: str, part: str, *arguments: object) -> Any:
    """Run a function of a benchmark's module in a process of its own, off-screen, and return its result.

    Raises:
        PartFailed: it raised, or hung.
    """
    line = [sys.executable, "-m", __name__, benchmark, part, *map(str, arguments)]
    try:
        ended = subprocess.run(
            line, cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        raise PartFailed(f"{benchmark} {part}: no result within {_PATIENCE:.0f} s") from None
    found = [text for text in ended.stdout.splitlines() if text.startswith(_MARK)]
    if ended.returncode != 0 or not found:
        raise PartFailed(f"{benchmark} {part}: {(ended.stderr or ended.stdout).strip()[-2000:]}")
    return json.loads(found[-1].removeprefix(_MARK))


def environment() -> dict[str, str]:
    """Return the settings of a child.

    Windows are drawn off-screen, at the scale they are designed for. Compiled modules are kept, as on a PC where the
    program was started before, in a place of their own so that nothing is left in the project.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "pendopo-bench"),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": "1",
        "PYTHONWARNINGS": "ignore",
    }


def say_result(result: Any) -> None:
    """Print a part's result; for a part that ends its process itself."""
    print(_MARK + json.dumps(result), flush=True)


def main(argv: list[str]) -> int:
    """Run one part and print its result."""
    benchmark, part, *arguments = argv
    module = importlib.import_module(f"tests.benchmarks.{benchmark}")
    say_result(getattr(module, part)(*arguments))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
