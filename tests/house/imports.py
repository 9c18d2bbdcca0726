"""Rules on what a module imports, where import-linter has no word for them."""

import ast
import sys
from collections.abc import Iterator

from tests.house.tree import Module

GUI = ("desktop.", "widgets.")
LOOPS = frozenset({"asyncio", "qasync"})
LOOP_OWNERS = frozenset({"desktop.app", "desktop.link"})
"""One starts the loop, the other runs the tasks; no window knows that there is one."""

PURE = frozenset({
    "__future__", "abc", "bisect", "collections", "dataclasses", "datetime", "decimal", "enum", "fractions",
    "functools", "hashlib", "heapq", "itertools", "json", "math", "operator", "re", "string", "types", "typing",
    "unicodedata",
})  # fmt: skip
"""What the rules may build on: nothing here knows the time, throws dice, or touches the world."""

MODEL_SOURCES = ("resources", "services.domain", "services.figures", "widgets.models")


def imported(module: Module) -> Iterator[tuple[int, str]]:
    """Return every dotted name a module imports, at any depth, with its line."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def first(name: str) -> str:
    """Return the package a dotted name belongs to."""
    return name.partition(".")[0]


def loop_in_a_window(module: Module) -> Iterator[str]:
    """Find event loops in the GUI outside the two modules that own them."""
    if not module.name.startswith(GUI) or module.name in LOOP_OWNERS:
        return
    yield from (f"line {at}: imports {name}" for at, name in imported(module) if first(name) in LOOPS)


def impure_rule(module: Module) -> Iterator[str]:
    """Find imports in the domain beyond plain values and the domain itself."""
    if not module.name.startswith("services.domain"):
        return
    for at, name in imported(module):
        if first(name) not in PURE and not f"{name}.".startswith("services.domain."):
            yield f"line {at}: imports {name}"


def model_that_reaches_out(module: Module) -> Iterator[str]:
    """Find models that import more than the board, the figures, Qt and each other."""
    if not module.name.startswith("widgets.models"):
        return
    ours = {"desktop", "resources", "services", "tests", "widgets"}
    for at, name in imported(module):
        if first(name) in ours and not name.startswith(MODEL_SOURCES):
            yield f"line {at}: imports {name}"


def bootstrap_needs_packages(module: Module) -> Iterator[str]:
    """Find imports in main.py that a bare Python does not have: it runs before anything is installed."""
    if module.path != "main.py":
        return
    yield from (
        f"line {at}: imports {name}" for at, name in imported(module) if first(name) not in sys.stdlib_module_names
    )


def product_imports_tests(module: Module) -> Iterator[str]:
    """Find product code that leans on its tests."""
    if module.name.startswith("tests"):
        return
    yield from (f"line {at}: imports {name}" for at, name in imported(module) if first(name) == "tests")
