"""Finds reports by words for one viewer: what he may not see is passed over as if it were not there."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from services.domain.access import project
from services.domain.people import User
from services.domain.policy import Policy
from services.domain.rows import ReportRow
from services.store.reader import Reader
from services.store.search import Places

LOOKED_AT: Final = 5_000
"""Hits looked at for one search, visible or not."""


def found(
    reader: Reader, query: str, *, places: Places, viewer: User, policy: Policy
) -> Iterator[tuple[str, ReportRow]]:
    """Yield id and row of the reports that match, best first."""
    for report in islice(reader.search(query, places), LOOKED_AT):
        row = project(report, viewer, policy)
        if row is not None:
            yield report.id, row
