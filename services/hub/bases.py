"""Compares the `base` of a command with its row as it is now, and says what moved in between."""

from services.domain.access import sees
from services.domain.commands import ALWAYS_CONFLICT, NEEDS_BASE
from services.domain.people import User
from services.domain.refusals import Conflict
from services.domain.report import Report
from services.hub.orders import Order
from services.hub.projections import counted_for
from services.hub.state import State
from services.hub.touches import NOBODYS, TOUCHES
from services.hub.versions import FIELDS, changed_since
from services.protocol.revs import Revs
from services.store.kept import RowKey, RowVersion


def rev_for(state: State, report: Report, actor: User, *, revs: Revs) -> str | None:
    """Return the newest `rev` of a report's row for the actor, None if it does not exist for him."""
    if not sees(actor, report):
        return None
    key = RowKey("report", report.id, counted_for(actor))
    return revs.rev(key.projection, key.kind, id_=key.id, n=_version(state, key).n)


def moved_since(state: State, report: Report | None, order: Order, *, revs: Revs) -> Conflict | None:
    """Return the conflict of a stale `base`; None if nothing or nothing that concerns the command moved."""
    asked = order.envelope
    if report is None or asked.name not in NEEDS_BASE:
        return None
    key = RowKey("report", report.id, counted_for(order.actor))
    version = _version(state, key)
    n = revs.find(asked.base or "", key.projection, kind=key.kind, id_=key.id, upto=version.n)
    moved = {name: touch for name, touch in changed_since(version, n).items() if name not in NOBODYS or n is None}
    if n == version.n or (n is not None and (not moved or _apart(asked.name, frozenset(moved)))):
        return None
    last = max(moved.values(), key=lambda touch: touch.n, default=None)
    names = tuple(name for name in FIELDS if name in moved or n is None)
    return Conflict(names, last.by if last else "", last.at if last else None)


def _apart(name: str, moved: frozenset[str]) -> bool:
    return name not in ALWAYS_CONFLICT and not moved & TOUCHES[name]


def _version(state: State, key: RowKey) -> RowVersion:
    return state.row_version(key) or RowVersion(0)
