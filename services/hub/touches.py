"""Which fields of a row a command is about: a change of others since `base` does not stop it.

Only what people decide stands here, not what follows from it (due times) and not the claim, which blocks nobody.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TOUCHES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "acknowledge": frozenset({"state", "squad", "label", "priority"}),
        "assign": frozenset({"state", "squad", "members"}),
        "accept": frozenset({"state", "squad", "members"}),
        "arrive": frozenset({"state", "squad", "members"}),
        "wait": frozenset({"state", "waiting", "pending"}),
        "resume": frozenset({"state", "waiting"}),
        "resolve": frozenset({"state"}),
        "refuse": frozenset({"state"}),
        "hand_back": frozenset({"state", "squad", "members"}),
        "confirm": frozenset({"state", "pending"}),
        "decline": frozenset({"state", "pending"}),
        "reopen": frozenset({"state", "outcome", "episode"}),
        "unmerge": frozenset({"state", "outcome", "merged_into"}),
        "prioritise": frozenset({"priority"}),
        "relabel": frozenset({"label"}),
    }
)

NOBODYS: Final = frozenset({"suspected"})
"""What the hub takes to be alike is no act of anybody's: it makes no `base` stale."""
