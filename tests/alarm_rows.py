"""Alarms for tests, as a desk is told of them."""

from typing import Any

from services.domain.alarms import BREACHED, CRITICAL
from services.domain.policy import MINUTE
from services.domain.rows import AlarmRow, SeenRow, ShelvedRow
from tests.builders import NOW

SEEN = SeenRow("u-budi", "Budi", NOW)
ASIDE = ShelvedRow("u-hendro", "Hendro", NOW + 30 * MINUTE, "in_hand")


def an_alarm(report: str = "r-1", **changes: Any) -> AlarmRow:
    """A response target of an ordinary report of the orange squad that passed two minutes ago; nobody has seen it."""
    values: dict[str, Any] = {
        "about": BREACHED, "level": CRITICAL, "report": report, "squad": "orange", "priority": "P3",
        "raised": NOW - 2 * MINUTE, "since": NOW - 2 * MINUTE, "by": "", "seen": None, "shelved": None,
        "count": 1, "reports": (report,),
    }  # fmt: skip
    return AlarmRow(**{**values, **changes})
