"""What a desk knows about leases from a row alone: who holds it, how long yet, and whether taking it needs a reason."""

from services.domain.deadlines import claim_length
from services.domain.decide_standing import TWO_HANDS
from services.domain.report import Millis, Priority
from services.domain.rows import ClaimRow, ReportRow


def holder(row: ReportRow, now: Millis) -> ClaimRow | None:
    """Return the lease on a report, None where there is none or it has run out."""
    claim = row.claim
    return claim if claim is not None and claim.until > now else None


def taking_needs_reason(row: ReportRow, user: str, now: Millis) -> bool:
    """Whether this user (his id) must say why he takes the report: another has had it for more than 20 seconds.

    A row tells only until when; a lease that was renewed looks as if it had begun then, so the hub may still ask.
    """
    claim = holder(row, now)
    if claim is None or claim.user == user:
        return False
    since = claim.until - claim_length(Priority(row.priority))
    return now - since > TWO_HANDS
