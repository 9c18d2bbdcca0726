"""Reports keep the newest alarm of each kind: read out of the log for those that came in before."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_EVENTS = sa.text(
    """SELECT report, kind, at, actor, body FROM event
    WHERE kind IN ('opened', 'prioritised', 'acknowledged', 'claimed', 'lapsed', 'breached') ORDER BY report, seq"""
)
_BEHIND = ("covert", "access", "excluded", "retired")
"""What stands behind `alarms` in a report's text."""


def upgrade() -> None:
    """Write them into each report's text, in the order in which they were raised."""
    connection = op.get_bind()
    alarms: dict[str, dict[str, dict[str, Any]]] = {}
    names: dict[tuple[str, str], str] = {}
    for report, kind, at, actor, text in connection.execute(_EVENTS):
        body = json.loads(text)
        if kind in {"acknowledged", "claimed"}:
            names[report, actor] = body.get("name", "")
            continue
        about = _about(kind, body)
        if about is None:
            continue
        raised = {"about": about, "raised": body.get("at", at)}
        holder = names.get((report, body["holder"]), "") if kind == "lapsed" else ""
        of_report = alarms.setdefault(report, {})
        of_report.pop(about, None)
        of_report[about] = {**raised, "by": holder} if holder else raised
    for report, raised_by_kind in alarms.items():
        _write(connection, report, list(raised_by_kind.values()))


def _about(kind: str, body: dict[str, Any]) -> str | None:
    if kind == "lapsed":
        return "lapsed"
    if kind == "breached":
        return "breached" if body["measure"] == "first_action" else None
    return "unacknowledged" if body["priority"] == "P1" else None


def _write(connection: sa.Connection, report: str, alarms: list[dict[str, Any]]) -> None:
    text = connection.execute(sa.text("SELECT body FROM report WHERE id = :id"), {"id": report}).scalar_one_or_none()
    if text is None:
        return  # what was tampered with is for `admin examine` to find
    body = json.loads(text)
    before = {name: value for name, value in body.items() if name not in _BEHIND}
    behind = {name: value for name, value in body.items() if name in _BEHIND}
    whole = json.dumps({**before, "alarms": alarms, **behind}, ensure_ascii=False, separators=(",", ":"))
    connection.execute(sa.text("UPDATE report SET body = :body WHERE id = :id"), {"id": report, "body": whole})
