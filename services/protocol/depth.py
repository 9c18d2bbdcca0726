"""How deeply a JSON text is nested, found out before anything parses it."""

import re
from itertools import accumulate

MOST = 16
"""Objects and lists within each other that a desk may send."""

_STRINGS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
"""A string, or one that never ends: so every quotation mark is looked at once, whatever was sent."""
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}


def too_deep(text: str, most: int = MOST) -> bool:
    """Return whether a text opens more than `most` objects and lists within each other."""
    if text.count("[") + text.count("{") <= most:
        return False
    steps = (_STEPS.get(character, 0) for character in _STRINGS.sub("", text))
    return any(depth > most for depth in accumulate(steps))
