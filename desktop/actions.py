"""The keys of the desk: one letter an act, the same in both languages (TABLES.md section 7)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Act:
    """Something done to the report under the focus: the command's name, its key, and its icon."""

    name: str
    key: str
    icon: str


ACTS: tuple[Act, ...] = (
    Act("acknowledge", "A", "check"),
    Act("assign", "T", "user-plus"),
    Act("reassign", "P", "arrow-right-left"),
    Act("escalate", "E", "chevrons-up"),
    Act("accept", "O", "check-check"),
    Act("arrive", "L", "map-pin"),
    Act("resolve", "S", "circle-check"),
    Act("verify", "C", "check-check"),
    Act("refuse", "R", "x"),
    Act("wait", "W", "circle-pause"),
    Act("hand_back", "Y", "undo-2"),
    Act("close", "Q", "x"),
    Act("note", "N", "pencil"),
    Act("claim", "F", "lock"),
)

KEYLESS: tuple[Act, ...] = (
    Act("prioritise", "", "flag"),
    Act("relabel", "", "tag"),
    Act("confirm", "", "check-check"),
    Act("decline", "", "x"),
)
"""Acts too rare for a letter: found in the palette, and as buttons where a proposal waits."""

SHEETS: Mapping[str, str] = MappingProxyType({"merge": "merge", "unmerge": "merge", "reply": "reply"})
"""Acts that a sheet over the detail leads -> the kind of the key that opens it (`keys.Press`)."""

INVERSE: Mapping[str, str] = MappingProxyType({"wait": "resume", "close": "reopen", "claim": "release"})
"""One key for a thing and its opposite: where the opposite is allowed, the key means it."""

ACT_OF: Mapping[str, Act] = MappingProxyType(
    {act.name: act for act in ACTS} | {INVERSE[act.name]: act for act in ACTS if act.name in INVERSE}
)
"""Command -> the act whose key gives it."""

NEXT_ACTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "received": ("acknowledge", "assign", "reassign", "escalate", "merge", "reply"),
        "queued": ("assign", "reassign", "escalate", "close", "merge", "reply"),
        "assigned": ("accept", "arrive", "reassign", "escalate", "merge", "reply"),
        "accepted": ("arrive", "wait", "reassign", "escalate", "merge", "reply"),
        "on_scene": ("resolve", "wait", "reassign", "escalate", "merge", "reply"),
        "waiting": ("resume", "reassign", "escalate", "close", "merge", "reply"),
        "resolved": ("verify", "refuse", "escalate", "close", "claim", "reply"),
        "closed": ("reopen", "unmerge", "reply"),
    }
)
"""State -> the acts, at most six, the detail offers as buttons, the likeliest first; a note has a field of its own."""

_DECISIONS = ("confirm", "decline")
_MOST_OFFERED = 6


SETTLING = frozenset(
    {
        "assign", "reassign", "accept", "arrive", "wait", "resolve", "verify", "refuse", "hand_back", "escalate",
        "close", "merge", "confirm", "decline",
    }
)  # fmt: skip
"""The acts after which the next report is chosen: the ball is with somebody else.

After `acknowledge` the next key is for the same report (A takes it in, Enter assigns it, and the next one is under the
focus: three keys with the one that led here). Notes, replies, holding, another priority or label, and what comes back
(`resume`, `reopen`) leave something to be done here too.
"""


def offered(state: str, may: Collection[str]) -> tuple[str, ...]:
    """Return the acts to offer as buttons to somebody who may do these; a proposal he may decide on comes first."""
    first = tuple(act for act in _DECISIONS if act in may)
    usual = (meant(act, may) for act in NEXT_ACTS[state] if act != "unmerge" or act in may)
    return (*first, *usual)[:_MOST_OFFERED]


def meant(act: str, may: Collection[str]) -> str:
    """Return what an act's key means to somebody who may do these: who holds a report lets it go with the same key."""
    opposite = INVERSE.get(act)
    return opposite if opposite is not None and opposite in may else act
