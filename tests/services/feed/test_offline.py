"""What may wait for a hub, and for how long (RELIABILITY.md section 4)."""

from typing import Any

import pytest

from services.domain.commands import NAMES
from services.feed.offline import OLDEST, NeedsHub, check_offline, expired
from tests.builders import NOW
from tests.services.feed.builders import an_order

MINUTE, HOUR = 60_000, 3_600_000


@pytest.mark.parametrize(
    ("command", "oldest"),
    [
        ("note", 72 * HOUR),
        ("open", 72 * HOUR),
        ("claim", 5 * MINUTE),
        ("alarm_seen", 5 * MINUTE),
        ("acknowledge", 24 * HOUR),
        ("resolve", 24 * HOUR),
        ("reassign", 4 * HOUR),
        ("close", 4 * HOUR),
        ("escalate", 15 * MINUTE),
    ],
)
def test_a_command_waits_so_long_and_no_longer(command: str, oldest: int) -> None:
    order = an_order(command=command, offline=True)

    check_offline(command)
    assert not expired(order, NOW + oldest)
    assert expired(order, NOW + oldest + 1)


@pytest.mark.parametrize("command", sorted(NAMES.keys() - OLDEST.keys()))
def test_the_others_need_a_hub(command: str) -> None:
    assert command in {"undo", "unmerge", "confirm", "decline", "reopen", "member_on", "member_off", "alarm_shelve"}
    with pytest.raises(NeedsHub, match=command):
        check_offline(command)


@pytest.mark.parametrize("changes", [{"n": 3}, {"offline": False}, {"made": None}])
def test_what_may_have_been_carried_out_or_was_given_to_a_hub_does_not_expire(changes: dict[str, Any]) -> None:
    order = an_order(**{"command": "escalate", "offline": True, **changes})

    assert not expired(order, NOW + 1_000 * HOUR)
