"""The two clocks of a report as its row tells them (PRODUCT.md section 3): the citizen's never stands still."""

from services.domain.report import Millis
from services.domain.rows import ReportRow


def citizen_clock(row: ReportRow, now: Millis) -> Millis:
    """Return how long the citizen has waited, over all episodes, pauses included."""
    begun = row.received if row.reopened is None else row.reopened
    return row.open_before + max(0, (now if row.closed is None else row.closed) - begun)


def squad_clock(row: ReportRow, now: Millis) -> Millis | None:
    """Return how long the squad has had it less the pauses; None before it was ever queued."""
    if row.queued is None:
        return None
    end = next((at for at in (row.resolved, row.closed) if at is not None), now)
    if row.waiting is not None and row.waiting.since is not None:
        end = min(end, row.waiting.since)
    return max(0, end - row.queued - row.paused)
