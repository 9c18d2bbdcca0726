"""Each rule of the house holds everywhere, and each finds the fault planted for it."""

import pytest

from tests.house.calls import nested_loop, ownerless_task, world_in_a_rule
from tests.house.files import LONGEST, says_nothing, silenced_without_reason, too_long, unfinished, without_first_line
from tests.house.imports import (
    bootstrap_needs_packages,
    impure_rule,
    loop_in_a_window,
    model_that_reaches_out,
    product_imports_tests,
)
from tests.house.tree import Module, Rule, faults, modules

PLANTED: list[tuple[Rule, str, str]] = [
    (too_long, "desktop/app.py", "x = 1\n" * (LONGEST + 1)),
    (says_nothing, "widgets/paint_utils.py", ""),
    (says_nothing, "services/helpers/board.py", ""),
    (without_first_line, "desktop/app.py", "import sys\n"),
    (without_first_line, "desktop/app.py", "# Copyright\n'''Owns nothing.'''\n"),
    (without_first_line, "desktop/app.py", '"""Module app"""\n'),
    (unfinished, "desktop/app.py", "x = 1  # TODO later\n"),
    (unfinished, "desktop/app.py", "raise NotImplementedError\n"),
    (silenced_without_reason, "desktop/app.py", "import os  # noqa\n"),
    (silenced_without_reason, "desktop/app.py", "import os  # noqa: F401\n"),
    (silenced_without_reason, "desktop/app.py", "x = f()  # type: ignore\n"),
    (loop_in_a_window, "desktop/dispatcher.py", "import asyncio\n"),
    (loop_in_a_window, "widgets/queue_view.py", "def f():\n    from qasync import asyncSlot\n"),
    (impure_rule, "services/domain/rules.py", "import time\n"),
    (impure_rule, "services/domain/rules.py", "from random import choice\n"),
    (impure_rule, "services/domain/rules.py", "import numpy\n"),
    (impure_rule, "services/domain/rules.py", "from services.store import tables\n"),
    (model_that_reaches_out, "widgets/models/queue.py", "from widgets.paint import tokens\n"),
    (model_that_reaches_out, "widgets/models/queue.py", "from services.feed import client\n"),
    (bootstrap_needs_packages, "main.py", "def f():\n    import structlog\n"),
    (product_imports_tests, "services/hub/app.py", "from tests.builders import report\n"),
    (nested_loop, "desktop/app.py", "dialog.exec()\n"),
    (nested_loop, "widgets/confirm.py", "QMessageBox.question(self, 'a', 'b')\n"),
    (nested_loop, "desktop/export.py", "QFileDialog.getSaveFileName(self)\n"),
    (ownerless_task, "desktop/link.py", "asyncio.create_task(work())\n"),
    (ownerless_task, "services/hub/server.py", "async def f(loop):\n    self.t = asyncio.ensure_future(work())\n"),
    (world_in_a_rule, "services/domain/rules.py", "at = datetime.now(UTC)\n"),
    (world_in_a_rule, "services/domain/rules.py", "open('rules.toml')\n"),
]

SOUND: list[tuple[Rule, str, str]] = [
    (unfinished, "services/hub/app.py", "try:\n    handle()\nexcept NotImplementedError:\n    say('not on Windows')\n"),
    (without_first_line, "desktop/app.py", '"""Starts the loop."""\n'),
    (without_first_line, "main.py", '#!/usr/bin/env python3\n"""Starts any part."""\n'),
    (silenced_without_reason, "desktop/app.py", "import os  # noqa: F401 - kept for the tests\n"),
    (silenced_without_reason, "desktop/app.py", "x = f()  # type: ignore[arg-type]\n"),
    (loop_in_a_window, "desktop/link.py", "import asyncio\n"),
    (loop_in_a_window, "services/hub/server.py", "import asyncio\n"),
    (nested_loop, "desktop/app.py", "dialog.open()\nlogger.warning('late')\n"),
    (ownerless_task, "desktop/link.py", "def spawn(work):\n    task = loop.create_task(work)\n    keep.add(task)\n"),
    (
        ownerless_task,
        "services/hub/server.py",
        "async def f():\n    async with asyncio.TaskGroup() as all:\n        all.create_task(w())\n",
    ),
    (world_in_a_rule, "services/domain/rules.py", "def due(now):\n    return Open(now)\n"),
]

RULES = list(dict.fromkeys(rule for rule, _, _ in PLANTED))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_whole_house_keeps_the_rule(rule: Rule) -> None:
    assert faults(rule) == []


@pytest.mark.parametrize(
    ("rule", "path", "text"), PLANTED, ids=[f"{rule.__name__}-{n}" for n, (rule, _, _) in enumerate(PLANTED)]
)
def test_a_planted_fault_is_found(rule: Rule, path: str, text: str) -> None:
    assert list(rule(Module(path, text)))


@pytest.mark.parametrize(
    ("rule", "path", "text"), SOUND, ids=[f"{rule.__name__}-{n}" for n, (rule, _, _) in enumerate(SOUND)]
)
def test_sound_code_is_left_alone(rule: Rule, path: str, text: str) -> None:
    assert list(rule(Module(path, text))) == []


def test_the_whole_house_is_read() -> None:
    names = {module.name for module in modules()}
    assert {"main", "desktop", "services.domain.report", "tests.house.test_house", "widgets.models"} <= names
