"""Each import contract of pyproject.toml breaks when somebody imports against it."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import ROOT

AGAINST: dict[str, tuple[str, str]] = {
    "windows": ("widgets/clock.py", "import desktop.app"),
    "models": ("widgets/models/queue.py", "import widgets.paint"),
    "widgets": ("widgets/queue.py", "import services.feed"),
    "desktop": ("desktop/app.py", "import services.protocol"),
    "services": ("services/figures/speed.py", "import services.store"),
    "feed": ("services/feed/client.py", "import services.store"),
    "hub": ("services/hub/server.py", "import services.feed"),
    "tools": ("services/admin/app.py", "import services.protocol"),
    "qt": ("services/hub/app.py", "import PySide6.QtCore"),
    "sqlalchemy": ("services/hub/app.py", "import sqlalchemy"),
    "websockets": ("services/intake/replay.py", "import websockets"),
    "msgspec": ("services/hub/server.py", "import msgspec"),
    "pillow": ("services/hub/app.py", "import PIL.Image"),
    "figures": ("services/domain/board.py", "import numpy"),
    "cycles": ("services/domain/rules.py", "import services.domain.report"),
}
"""For each contract the file that breaks it, and how. The last is one half of a circle."""

ALLOWED: dict[str, str] = {
    "desktop/window.py": "import services.feed.client\nimport services.figures\nimport widgets.clock\n",
    "services/domain/report.py": "import services.domain.rules\n",
    "services/feed/local_store.py": "import sqlalchemy\n",
    "services/feed/link.py": "import websockets\nimport services.protocol\n",
    "services/hub/connection.py": "import websockets\nimport services.store.journal\nimport services.protocol.codec\n",
    "services/protocol/codec.py": "import msgspec\nimport services.domain\n",
    "services/simulator/day.py": "import services.feed.client\nimport services.store.journal\n",
    "services/store/journal.py": "import sqlalchemy\nimport services.figures\n",
    "widgets/chart.py": "import pyqtgraph\nimport widgets.models\nimport services.domain\n",
}


def contracts() -> dict[str, str]:
    """Return the names of the contracts by their ids."""
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    return {contract["id"]: contract["name"] for contract in tools["importlinter"]["contracts"]}


def lint(root: Path, against: dict[str, tuple[str, str]]) -> str:
    """Build a small house of the same shape, with these imports in it, and return what import-linter says of it."""
    services = ("admin", "domain", "feed", "figures", "hub", "intake", "protocol", "simulator", "store")
    for room in (
        "desktop",
        "resources",
        "services",
        "widgets",
        "widgets/models",
        "widgets/paint",
        *(f"services/{s}" for s in services),
    ):
        (root / room).mkdir(parents=True)
        (root / room / "__init__.py").touch()
    for path in ("desktop/app.py", "services/feed/client.py", "services/domain/rules.py", "widgets/clock.py"):
        (root / path).touch()
    for path, text in [*ALLOWED.items(), *against.values()]:
        (root / path).write_text(text + "\n" + ((root / path).read_text() if (root / path).exists() else ""))
    shutil.copy(ROOT / "pyproject.toml", root)
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-logo", "--no-cache"], cwd=root, capture_output=True, text=True, check=False
    )
    return " ".join(done.stdout.split())


def test_each_contract_has_its_planted_fault() -> None:
    assert set(AGAINST) == set(contracts())


def test_a_house_built_as_drawn_keeps_every_contract(tmp_path: Path) -> None:
    said = lint(tmp_path, {})
    assert f"{len(contracts())} kept, 0 broken" in said


@pytest.mark.parametrize("contract", list(AGAINST))
def test_an_import_against_a_contract_breaks_it(tmp_path: Path, contract: str) -> None:
    assert f"{contracts()[contract]} BROKEN" in lint(tmp_path, {contract: AGAINST[contract]})


def test_a_service_nobody_placed_breaks_the_layers(tmp_path: Path) -> None:
    said = lint(tmp_path, {"unplaced": ("services/weather.py", "")})
    assert f"{contracts()['services']} BROKEN" in said
