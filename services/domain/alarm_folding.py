"""How a desk shows the alarms it has been told: like ones in one line, most urgent first, many at once as a flood.

Alarms are alike that are about the same thing in the same squad. In a flood (more than ten raised in ten minutes) the
ordinary reports' alarms of one kind are alike whatever their squad, and are seen together; what is urgent never drowns.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from services.domain.alarms import BREACHED, LAPSED, NOT_ACCEPTED, STORAGE, UNACKNOWLEDGED
from services.domain.policy import MINUTE
from services.domain.report import Millis, Priority
from services.domain.rows import AlarmRow

FEED_LOST: Final = "feed_lost"
"""Made by the desk itself."""

FLOOD: Final = 10
FLOOD_WITHIN: Final[Millis] = 10 * MINUTE
"""More alarms than that raised within that time are a flood."""

_ORDER: Final = (FEED_LOST, STORAGE, UNACKNOWLEDGED, LAPSED, NOT_ACCEPTED, BREACHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmGroup:
    """One line of alarms: what they are about and whose, and their ids, those not seen first and the oldest of them.

    `flood`: ordinary alarms of many squads in one line.
    """

    about: str
    squad: str | None
    ids: tuple[str, ...]
    reports: tuple[str, ...]
    unseen: tuple[str, ...]
    priority: str | None
    raised: Millis
    since: Millis
    by: str
    flood: bool = False

    @property
    def key(self) -> str:
        """What tells this line from the others."""
        return f"{self.about}.{self.squad or ''}{'.flood' if self.flood else ''}"

    @property
    def together(self) -> bool:
        """Whether all of it may be seen with one key: ordinary reports only."""
        return self.priority == Priority.P3

    def to_see(self) -> tuple[str, ...]:
        """Return what one key marks as seen: the next alarm, of ordinary reports all."""
        return self.unseen if self.together else self.unseen[:1]


@dataclass(frozen=True, slots=True)
class Alarms:
    """All lines, the most urgent first, and how many alarms nobody has seen."""

    groups: tuple[AlarmGroup, ...] = ()
    unseen: int = 0
    flood: bool = False

    def next_to_see(self) -> AlarmGroup | None:
        """Return the most urgent line with something nobody has seen."""
        return next((group for group in self.groups if group.unseen), None)


def heard(rows: Mapping[str, AlarmRow], now: Millis) -> dict[str, AlarmRow]:
    """Return the alarms that are not put aside at this time."""
    return {id_: row for id_, row in rows.items() if row.shelved is None or row.shelved.until <= now}


def in_flood(rows: Iterable[AlarmRow], now: Millis) -> bool:
    """Whether more alarms were raised in a short time than a person can act on."""
    return sum(now - row.raised < FLOOD_WITHIN for row in rows) > FLOOD


def folded(rows: Mapping[str, AlarmRow], now: Millis, *, marked: Collection[str] = ()) -> Alarms:
    """Return the alarms in lines; `marked` are those this desk has said to be seen, before the hub knows it."""
    audible = heard(rows, now)
    flood = in_flood(audible.values(), now)
    lines: dict[tuple[str, str | None, bool], dict[str, AlarmRow]] = {}
    for id_, row in audible.items():
        drowning = flood and row.priority == Priority.P3
        lines.setdefault((row.about, None if drowning else row.squad, drowning), {})[id_] = row
    groups = [_group(line, flood=key[2], squad=key[1], marked=marked) for key, line in lines.items()]
    groups.sort(key=_urgency)
    return Alarms(tuple(groups), sum(len(group.unseen) for group in groups), flood)


def _group(line: Mapping[str, AlarmRow], *, flood: bool, squad: str | None, marked: Collection[str]) -> AlarmGroup:
    def order(id_: str) -> tuple[bool, str, Millis, str]:
        row = line[id_]
        return id_ not in unseen, row.priority or "", row.raised, id_

    unseen = {id_ for id_, row in line.items() if row.seen is None and id_ not in marked}
    ids = tuple(sorted(line, key=order))
    first = line[ids[0]]
    return AlarmGroup(
        about=first.about,
        squad=squad,
        ids=ids,
        reports=tuple(dict.fromkeys(report for id_ in ids for report in line[id_].reports)),
        unseen=tuple(id_ for id_ in ids if id_ in unseen),
        priority=min((row.priority for row in line.values() if row.priority), default=None),
        raised=first.raised,
        since=first.since,
        by=first.by,
        flood=flood and len(ids) > 1,
    )


def _urgency(group: AlarmGroup) -> tuple[bool, int, str, Millis]:
    place = _ORDER.index(group.about) if group.about in _ORDER else len(_ORDER)
    ordinary = group.priority == Priority.P3
    return not group.unseen, place + (len(_ORDER) if ordinary else 0), group.priority or "", group.raised
