"""Finds reports by words for one viewer: what he may not see is passed over as if it were not there."""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, NamedTuple

from services.domain.access import Projection, project, projection_of
from services.domain.people import User
from services.domain.policy import Policy
from services.domain.rows import ReportRow
from services.hub.projections import counted_for
from services.hub.scopes import scope_name
from services.protocol.revs import Revs
from services.store.kept import Hit
from services.store.reader import Reader
from services.store.search import Places

LOOKED_AT: Final = 5_000
"""Hits looked at for one search, shown or not."""
MOST_KEPT: Final = 4_096
"""Rows kept for the next search: who types asks for the same reports with every letter."""


class Shown(NamedTuple):
    """A report as it is shown to one class of viewers."""

    rev: str
    row: ReportRow


_Key = tuple[str, str, int]
"""A class of viewers, a report and the event it stands after."""


@dataclass(slots=True)
class Rows:
    """The rows that were found last; called from reading threads."""

    _kept: OrderedDict[_Key, Shown | None] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, key: _Key) -> tuple[bool, Shown | None]:
        """Return whether a row is known, and the row: None if it is not to be shown."""
        with self._lock:
            if key not in self._kept:
                return False, None
            self._kept.move_to_end(key)
            return True, self._kept[key]

    def put(self, key: _Key, shown: Shown | None) -> None:
        """Keep a row; the one that was found longest ago is forgotten for it."""
        with self._lock:
            self._kept[key] = shown
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One viewer's search."""

    reader: Reader
    viewer: User
    policy: Policy
    revs: Revs
    places: Places
    rows: Rows

    def found(self, query: str, most: int) -> list[tuple[str, Shown]]:
        """Return up to `most` reports that match, best first."""
        scope = scope_name(self.viewer)
        covert = projection_of(self.viewer) is Projection.COVERT
        hits = islice(self.reader.search(query, self.places, covert=covert), LOOKED_AT)
        seen = ((hit.id, self._shown(hit, scope)) for hit in hits)
        return list(islice(((id_, shown) for id_, shown in seen if shown is not None), most))

    def _shown(self, hit: Hit, scope: str) -> Shown | None:
        key = (scope, hit.id, hit.seq)
        known, shown = self.rows.get(key)
        if not known:
            shown = self._read(hit.id)
            self.rows.put(key, shown)
        return shown

    def _read(self, id_: str) -> Shown | None:
        report = self.reader.load_report(id_)
        row = project(report, self.viewer, self.policy) if report else None
        if row is None:
            return None
        projection = counted_for(self.viewer)
        n = self.reader.row_count("report", id_, projection=projection)
        return Shown(self.revs.rev(projection, "report", id_=id_, n=n), row)
