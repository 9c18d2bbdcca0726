"""Random commands, allowed or not, for days that nobody has thought of."""

import random
from typing import Any

from services.domain.people import User
from tests.services.hub.feed import Feed

ACTS = (
    "open",
    "acknowledge",
    "assign",
    "reassign",
    "prioritise",
    "note",
    "close",
    "claim",
    "release",
    "accept",
    "arrive",
)


def act(feed: Feed, chance: random.Random, reports: list[str], actor: User) -> None:
    """Give some command, allowed or not, and publish what comes of it."""
    name = chance.choice(ACTS)
    if name == "open" or not reports:
        label = chance.choice(["jalan_rusak", "banjir", "balap_liar", "lainnya", "dbd_jentik"])
        reports.append(feed.opened(actor, label=label))
        return
    report = chance.choice(reports)
    possible: dict[str, dict[str, Any]] = {
        "assign": {"members": [chance.choice(["m-31", "m-41", "m-21"])]},
        "reassign": {"squad": chance.choice(["blue", "orange", "white"]), "reason": "wrong_squad"},
        "prioritise": {"priority": chance.choice(["P1", "P2", "P3"]), "reason": "new_facts"},
        "note": {"text": "Catatan"},
        "close": {"outcome": "cancelled", "reason": "test"},
        "accept": {"member": "m-31"},
        "arrive": {"member": "m-31"},
    }
    args = possible.get(name, {})
    base = {} if name in {"note", "claim", "release"} else {"base": feed.bench.rev(report)}
    feed.bench.state.clock = feed.now
    executed = feed.bench.give(actor, name, report, **base, **args)
    if executed.commit is not None:
        feed.publisher.publish(executed.commit, feed.now)
