"""A desk's text frame to plain JSON values, with everything refused that other parsers disagree about."""

import json
import math
import re
from dataclasses import dataclass
from typing import Any

from services.protocol.depth import too_deep

MOST_BYTES = 64 * 1024
"""A frame from desk to hub."""

MOST_INT = 2**53
"""Integers beyond this are not the same number in every language."""

_MOST_PATH = 80
"""Characters of a path: its names are the sender's own."""


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
        tree, sound = _sound.decode(frame), not _SURROGATE.search(frame)
    except ValueError:
        tree, sound = _read(frame), False
    if not isinstance(tree, dict):
        return Fault("bad_format", "frame")
    return Parsed(tree, None if sound else problem_of(tree))


def _read(frame: str) -> object:
    """Return whatever is in a frame, with values that may not be there; None if it is no JSON at all."""
    try:
        return _lenient.decode(frame)
    except ValueError:
        return None


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
    within = (problem_of(item, (prefix + (name or "?"))[:_MOST_PATH]) for name, item in value.items())
    return next((found for found in within if found), None)


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


def _distinct(members: list[tuple[str, Any]]) -> dict[str, Any]:
    tree = dict(members)
    if len(tree) != len(members):
        raise ValueError("a member stands twice")
    return tree


def _number(text: str) -> int:
    number = int(text)
    if not -MOST_INT <= number <= MOST_INT:
        raise ValueError("an integer is too large")
    return number


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number is not finite")
    return number


_sound = json.JSONDecoder(object_pairs_hook=_distinct, parse_int=_number, parse_float=_finite, parse_constant=_finite)
"""Takes only what may be there but for surrogates: most frames need no second look."""

_lenient = json.JSONDecoder(object_pairs_hook=_object)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")
