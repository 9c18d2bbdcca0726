"""When alarms sound: at most every thirty seconds, in a flood once, and for what nobody has taken in a second time."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from services.domain.alarm_folding import heard, in_flood
from services.domain.alarms import UNACKNOWLEDGED
from services.domain.policy import MINUTE
from services.domain.report import Millis
from services.domain.rows import AlarmRow

QUIET: Final[Millis] = MINUTE // 2
"""Between two tones."""
SECOND_TONE: Final[Millis] = MINUTE
"""After so long an emergency that nobody has taken in sounds again."""


@dataclass(slots=True)
class Bell:
    """Remembers what has sounded; what came while nobody could hear it (a snapshot, catching up) does not sound."""

    _known: set[str] = field(default_factory=set)
    _again: set[str] = field(default_factory=set)
    _waiting: set[str] = field(default_factory=set)
    _last: Millis | None = None
    _flooded: bool = False

    def learn(self, rows: Mapping[str, AlarmRow], now: Millis) -> None:
        """Know these alarms without a sound; whose second tone would have been before now has had it."""
        self._known |= rows.keys()
        self._again |= {id_ for id_, row in rows.items() if now - row.raised >= SECOND_TONE}

    def rings(self, rows: Mapping[str, AlarmRow], now: Millis, *, marked: Collection[str] = ()) -> tuple[str, ...]:
        """Return the alarms for which to sound now, none for silence."""
        audible = {id_: row for id_, row in heard(rows, now).items() if row.seen is None and id_ not in marked}
        fresh = audible.keys() - self._known
        late = {id_ for id_, row in audible.items() if self._due_again(id_, row, now)}
        self._known = (self._known & rows.keys()) | fresh
        self._again = (self._again & rows.keys()) | late
        self._waiting = (self._waiting & audible.keys()) | fresh | late
        flooded, self._flooded = self._flooded, in_flood(rows.values(), now)
        if flooded and self._flooded:
            self._waiting.clear()  # one tone for the whole flood
        if not self._waiting or (self._last is not None and now - self._last < QUIET):
            return ()
        sounding, self._waiting, self._last = tuple(sorted(self._waiting)), set(), now
        return sounding

    def _due_again(self, id_: str, row: AlarmRow, now: Millis) -> bool:
        known = id_ in self._known and id_ not in self._again
        return known and row.about == UNACKNOWLEDGED and now - row.raised >= SECOND_TONE
