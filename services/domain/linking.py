"""What a tie between two reports makes of each: merged, unmerged, or taken to be a likely duplicate."""

from dataclasses import replace
from typing import assert_never

from services.domain.events import Absorbed, Merged
from services.domain.link_events import Parted, Suspected, Unmerged
from services.domain.report import Outcome, Report
from services.domain.transitions import closed

Linking = Merged | Absorbed | Unmerged | Parted | Suspected


def linked(report: Report, event: Linking) -> Report:
    """Return the report after one of these, on its own side of the tie."""
    match event:
        case Merged():
            return replace(
                closed(report, event.at, Outcome.DUPLICATE),
                merged_into=event.into,
                hidden_links=(*report.hidden_links, *((event.into,) if event.hidden else ())),
            )
        case Absorbed():
            return replace(
                report,
                duplicates=tuple(dict.fromkeys((*report.duplicates, event.duplicate))),
                suspected=_without(report.suspected, event.duplicate),
                photos=tuple(dict.fromkeys((*report.photos, *event.photos))),
                hidden_links=(*report.hidden_links, *((event.duplicate,) if event.hidden else ())),
            )
        case Unmerged():
            return _by_itself(report, event)
        case Parted():
            return replace(
                report,
                duplicates=_without(report.duplicates, event.duplicate),
                photos=_without(report.photos, *event.photos),
                hidden_links=_without(report.hidden_links, event.duplicate),
            )
        case Suspected():
            return replace(report, suspected=_suspected(report, event))
        case never:
            assert_never(never)


def _by_itself(report: Report, event: Unmerged) -> Report:
    """Open again where it was; what became of it while it was closed stays, and the lease that ended is over."""
    before = event.before
    return replace(
        report,
        state=before.state,
        outcome=before.outcome,
        closed=before.closed,
        closed_from=before.closed_from,
        waiting=before.waiting,
        paused=before.paused,
        pending=before.pending,
        retired=False,
        merged_into=before.merged_into,
        hidden_links=_without(report.hidden_links, event.into),
    )


def _suspected(report: Report, event: Suspected) -> tuple[str, ...]:
    kept = _without(report.suspected, *event.dropped)
    return tuple(dict.fromkeys((*kept, *event.added)))


def _without(some: tuple[str, ...], *gone: str) -> tuple[str, ...]:
    return tuple(one for one in some if one not in gone)
