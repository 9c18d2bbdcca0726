"""Answers `get` of `similar`: the likely duplicates of a report among what its viewer sees of its neighbours."""

from collections.abc import Iterable, Iterator

from services.domain.access import project
from services.domain.people import User
from services.domain.policy import Policy
from services.domain.report import State
from services.domain.rows import ReportRow
from services.domain.similar import MOST_SHOWN, WORTH_SHOWING, best, traits_of
from services.store.reader import Reader


def lookalikes(
    reader: Reader, mine: ReportRow, near: Iterable[str], *, viewer: User, policy: Policy
) -> Iterator[tuple[str, ReportRow]]:
    """Yield the open reports most like the viewer's row of one, likest first; what he may not see is not compared."""
    known = (reader.load_report(id_) for id_ in near)
    rows = {one.id: row for one in known if one and (row := project(one, viewer, policy))}
    compared = ((id_, traits_of(row, policy)) for id_, row in rows.items() if row.state != State.CLOSED)
    for id_ in best(traits_of(mine, policy), compared, least=WORTH_SHOWING, most=MOST_SHOWN):
        yield id_, rows[id_]
