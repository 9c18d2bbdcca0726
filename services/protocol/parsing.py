"""A desk's text frame to plain JSON values, with everything refused that other parsers disagree about."""

import json
import math
from dataclasses import dataclass
from typing import Any

from services.protocol.depth import too_deep

MOST_BYTES = 64 * 1024
"""A frame from desk to hub."""

MOST_INT = 2**53
"""Integers beyond this are not the same number in every language."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A frame that cannot be taken: a code of PROTOCOL.md section 6, its member and the request's number."""

    code: str
    field: str
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """The object of a frame; `problem` is the path of the first value that may not be there."""

    tree: dict[str, Any]
    problem: str | None = None

    @property
    def reply_to(self) -> int | None:
        """The request's number, if it is readable."""
        number = self.tree.get("id")
        return number if type(number) is int and 0 <= number <= MOST_INT else None


class Doubled(dict[str, Any]):
    """An object in which a member stood twice."""


def parse(frame: str) -> Parsed | Fault:
    """Return the object in a text frame, or what is wrong with it; raises nothing."""
    if len(frame) > MOST_BYTES or len(frame.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        return Fault("too_large", "frame")
    if too_deep(frame):
        return Fault("bad_format", "frame")
    try:
        tree = json.loads(frame, object_pairs_hook=_object)
    except ValueError:
        return Fault("bad_format", "frame")
    if not isinstance(tree, dict):
        return Fault("bad_format", "frame")
    return Parsed(tree, problem_of(tree))


def problem_of(value: object, path: str = "frame") -> str | None:
    """Return the path of the first value in a JSON tree that may not be there, or None.

    Those are members standing twice, lone surrogates, NaN and infinities, and integers beyond ±2⁵³.
    """
    if isinstance(value, dict):
        return _problem_within(value, path)
    if isinstance(value, list):
        return next((found for item in value if (found := problem_of(item, path))), None)
    return None if _fine(value) else path


def _problem_within(value: dict[str, Any], path: str) -> str | None:
    if isinstance(value, Doubled) or not all(map(_fine, value)):
        return path
    prefix = "" if path == "frame" else f"{path}."
    return next((found for name, item in value.items() if (found := problem_of(item, prefix + name))), None)


def _fine(value: object) -> bool:
    """Return whether a single JSON value may be there."""
    if isinstance(value, str):
        return value.isascii() or not any("\ud800" <= character <= "\udfff" for character in value)
    if isinstance(value, int):
        return -MOST_INT <= value <= MOST_INT
    return not isinstance(value, float) or math.isfinite(value)


def _object(members: list[tuple[str, Any]]) -> dict[str, Any]:
    tree = dict(members)
    return tree if len(tree) == len(members) else Doubled(tree)
