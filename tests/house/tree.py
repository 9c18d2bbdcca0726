"""The product's own modules as the rules of the house read them: path, text and syntax tree."""

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("desktop", "resources", "services", "tests", "widgets")


@dataclass(frozen=True)
class Module:
    """One Python file; `path` is relative to the root, with slashes."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return ast.parse(self.text, self.path)

    @property
    def name(self) -> str:
        """The dotted name it is imported by."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


Rule = Callable[[Module], Iterable[str]]
"""Finds what is wrong with a module: a line for each fault."""


def modules() -> Iterator[Module]:
    """Return every module of the house."""
    files = [ROOT / "main.py", *(file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")))]
    for file in files:
        yield Module(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8"))


def faults(rule: Rule) -> list[str]:
    """Return every fault a rule finds in the house, each with its file."""
    return [f"{module.path}: {fault}" for module in modules() for fault in rule(module)]
