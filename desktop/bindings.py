"""Every key of the desk in one table (TABLES.md section 7): its name, what it means, the key as shipped; no Qt.

A key is written as it is printed on a cap: `A`, `7`, `/`, `Shift+J`, `Ctrl+K`, `F6`, `Esc`, `Enter`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from desktop.actions import ACTS

SQUAD_KEYS = 8
"""0 shows all squads, 1 to 7 one of them."""


@dataclass(frozen=True, slots=True)
class Press:
    """What a key means: a kind (`act`, `step`, `squad`, `extra`, `undo`, `filter` …) and what it is about."""

    kind: str
    value: str = ""


class KeyGroup(StrEnum):
    """Under which head a key is shown to somebody who looks it up."""

    MOVE = "move"
    QUEUES = "queues"
    ACTS = "acts"
    FIND = "find"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Binding:
    """One meaning and the key it is shipped with; a fixed one cannot be given another key."""

    name: str
    press: Press
    key: str
    group: KeyGroup
    fixed: bool = False


def _bind(key: str, press: Press, group: KeyGroup, *, fixed: bool = False) -> Binding:
    name = f"{press.kind}:{press.value}" if press.value else press.kind
    return Binding(name, press, key, group, fixed)


BINDINGS: tuple[Binding, ...] = (
    _bind("J", Press("step", "1"), KeyGroup.MOVE),
    _bind("K", Press("step", "-1"), KeyGroup.MOVE),
    _bind("X", Press("tick"), KeyGroup.MOVE),
    _bind("Shift+J", Press("extend", "1"), KeyGroup.MOVE),
    _bind("Shift+K", Press("extend", "-1"), KeyGroup.MOVE),
    _bind("F6", Press("panel"), KeyGroup.MOVE, fixed=True),
    _bind("Esc", Press("back"), KeyGroup.MOVE, fixed=True),
    *(_bind(str(digit), Press("squad", str(digit)), KeyGroup.QUEUES) for digit in range(SQUAD_KEYS)),
    _bind("U", Press("extra", "unassigned"), KeyGroup.QUEUES),
    _bind("M", Press("extra", "mine"), KeyGroup.QUEUES),
    _bind("V", Press("extra", "to_verify"), KeyGroup.QUEUES),
    _bind("D", Press("extra", "duplicates"), KeyGroup.QUEUES),
    _bind("I", Press("new"), KeyGroup.ACTS),
    _bind("Enter", Press("suggest"), KeyGroup.ACTS, fixed=True),
    *(_bind(act.key, Press("act", act.name), KeyGroup.ACTS) for act in ACTS),
    _bind("G", Press("merge"), KeyGroup.ACTS),
    _bind("B", Press("reply"), KeyGroup.ACTS),
    _bind("Shift+A", Press("alarm_seen"), KeyGroup.ACTS),
    _bind("Z", Press("undo"), KeyGroup.ACTS),
    _bind("/", Press("filter"), KeyGroup.FIND),
    _bind("Ctrl+K", Press("palette"), KeyGroup.FIND, fixed=True),
    _bind("?", Press("keys"), KeyGroup.FIND),
    _bind("Ctrl+T", Press("tables"), KeyGroup.FIND, fixed=True),
    _bind("F1", Press("mode", "dispatcher"), KeyGroup.FIND, fixed=True),
    _bind("Alt+1", Press("conflict", "theirs"), KeyGroup.CONFLICT, fixed=True),
    _bind("Alt+2", Press("conflict", "mine"), KeyGroup.CONFLICT, fixed=True),
    _bind("Alt+3", Press("conflict", "compare"), KeyGroup.CONFLICT, fixed=True),
)
"""All keys, in the order in which they are shown."""

BY_NAME: Mapping[str, Binding] = MappingProxyType({binding.name: binding for binding in BINDINGS})
"""Name -> binding."""


def is_single(key: str) -> bool:
    """Whether a key is one character, with Shift or alone: what somebody can press by mistake (WCAG 2.1.4)."""
    return len(key.removeprefix("Shift+")) == 1
