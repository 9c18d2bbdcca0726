"""Rules on files as text: their size, their names, their first line, the words that must not stay in them."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import PurePosixPath

from tests.house.tree import Module

LONGEST = 400
EMPTY_NAMES = frozenset({"data", "helper", "helpers", "info", "manager", "misc", "util", "utils"})
OPENS = re.compile(r'(#!.*\n)?"""')
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b")
SILENCED = re.compile(r"# noqa\b(?!: [A-Z]+\d+(, ?[A-Z]+\d+)* (- |\()\S)|# type: ignore(?!\[[a-z-]+(, ?[a-z-]+)*\])")


def too_long(module: Module) -> Iterator[str]:
    """Find files nobody reads to the end."""
    if (lines := module.text.count("\n")) > LONGEST:
        yield f"{lines} lines; at {LONGEST} a file holds more than one idea"


def says_nothing(module: Module) -> Iterator[str]:
    """Find names that could hold anything."""
    for part in PurePosixPath(module.path).with_suffix("").parts:
        if EMPTY_NAMES & set(part.split("_")):
            yield f"the name {part!r} does not say what is in it"


def without_first_line(module: Module) -> Iterator[str]:
    """Find modules that do not open with a sentence on what they own."""
    words = ast.get_docstring(module.tree) or ""
    if not words or not OPENS.match(module.text):
        yield "does not open with a docstring"
    elif not words.splitlines()[0].endswith((".", ":", "?", "!", "`.")):
        yield "its first line is no whole sentence"


def unfinished(module: Module) -> Iterator[str]:
    """Find what was left for later."""
    for token in tokens(module, tokenize.COMMENT):
        if UNFINISHED.search(token.string):
            yield f"line {token.start[0]}: {token.string}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Raise) and node.exc and "NotImplementedError" in ast.dump(node.exc):
            yield f"line {node.lineno}: raises NotImplementedError"


def silenced_without_reason(module: Module) -> Iterator[str]:
    """Find checks switched off without a code and, for ruff's, a reason after it: `- why` or `(why)`."""
    for token in tokens(module, tokenize.COMMENT):
        if SILENCED.search(token.string):
            yield f"line {token.start[0]}: {token.string}"


def tokens(module: Module, *kinds: int) -> Iterator[tokenize.TokenInfo]:
    """Return a module's words of some kinds; what stands in a string is none of them."""
    for token in tokenize.generate_tokens(io.StringIO(module.text).readline):
        if token.type in kinds:
            yield token
