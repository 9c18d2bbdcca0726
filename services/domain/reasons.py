"""The closed lists of TABLES.md section 4, and how long words may be (PROTOCOL.md section 5)."""

from collections.abc import Mapping
from types import MappingProxyType

OTHER = "other"
"""The reason that needs a note."""

LADDER = "ladder"
"""Why the hub itself escalates; no person may give it."""

_RELABEL = ("new_facts", "wrong_at_intake", OTHER)
_REFUSE = ("no_evidence", "not_solved", "wrong_place", OTHER)

REASONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "reassign": (
            "wrong_squad",
            "wrong_member",
            "overload",
            "off_shift",
            "nearer",
            "no_answer",
            "member_replaced",
            OTHER,
        ),
        "hand_back": ("not_competent", "no_access", "off_shift", "wrong_place", OTHER),
        "escalate": ("late", "danger", "no_answer", "several_agencies", "media", LADDER, OTHER),
        "close": ("done", "duplicate", "citizen_withdrew", "no_problem_found", "other_authority", "test", OTHER),
        "reopen": ("citizen_disagrees", "problem_back", "closed_by_mistake", OTHER),
        "refuse": _REFUSE,
        "decline": _REFUSE,
        "wait": ("citizen", "authority", "material", "unsafe", "access"),
        "prioritise": _RELABEL,
        "relabel": _RELABEL,
        "claim": ("asked", "urgent", "absent", "shift_end", OTHER),
        "alarm_shelve": ("in_hand", "known", "awaited", OTHER),
    }
)
"""Command on the wire -> its reason codes, in the order of their keys."""

CHANNELS = ("app", "lapor", "sms", "health119", "disaster", "counter", "phone", "radio", "walk")
VIAS = ("radio", "whatsapp", "phone", "sms", "in_person")
EVIDENCE_KINDS = ("photo", "document", "visit_note")

MAX_TEXT = 4_000
MAX_TITLE = 160
MAX_WORDS = 1_000
"""For `note` and `words`, an internal note, and the reporter's identity."""
MAX_PLACE = 200
MAX_ID = 64
MAX_EVIDENCE = 5


def key_of(command: str, reason: str) -> int:
    """Return the digit that chooses a reason: its place in the list, and 9 for `other`."""
    return 9 if reason == OTHER else REASONS[command].index(reason) + 1


def by_key(command: str, digit: int) -> str | None:
    """Return the reason a digit chooses, or None; never the hub's own."""
    chosen = (reason for reason in REASONS[command] if key_of(command, reason) == digit and reason != LADDER)
    return next(chosen, None)
