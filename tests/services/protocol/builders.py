"""Rows, frames and sessions for the tests of the feed, of which a test names only what it is about."""

import json
from dataclasses import replace
from typing import Any

from services.domain.board import Board, Put
from services.domain.people import Role, User
from services.domain.rows import ReportRow
from services.protocol.client_session import ClientSession, Desk
from services.protocol.credentials import Credentials, Password
from services.protocol.hub_messages import Bounds, SignedIn, Welcome
from services.protocol.outbox import Order
from services.protocol.server_actions import Action, CloseWith, Send
from services.protocol.server_session import Admission, ServerSession
from services.protocol.view_sync import ViewSync
from tests.builders import NOW

DESK = "d-9K2M"

ROW = ReportRow(
    number="7Q3K-92",
    squad="orange",
    label="jalan_rusak",
    priority="P3",
    state="queued",
    outcome=None,
    title="Jalan berlubang",
    text="Jalan berlubang di depan pasar.",
    channel="app",
    kecamatan="35.03.10",
    desa="35.03.10.2004",
    place="Pasar Pon",
    lat=-8.05,
    lon=111.71,
    photos=("p-1",),
    received=NOW,
    acknowledged=NOW,
    queued=NOW,
    assigned=None,
    accepted=None,
    on_scene=None,
    resolved=None,
    closed=None,
    due_first=NOW,
    due_resolve=NOW,
    due_acknowledge=None,
    due_accept=None,
    due_verify=None,
    breached=("first_action",),
    waiting=None,
    paused=0,
    members=(),
    claim=None,
    lapses=0,
    danger=False,
    escalation=0,
    handoffs=0,
    episode=1,
    reopened=None,
    open_before=0,
    duplicates=(),
    suspected=(),
    merged_into=None,
    sent=None,
    source_label=None,
    outside=False,
    sources={"on_scene": "on_behalf"},
    covert=False,
    pending=None,
)


def a_put(report: str = "r-1", rev: str = "v1", **changes: Any) -> Put[ReportRow]:
    """A report's row on the board."""
    return Put("report", report, rev, replace(ROW, **changes))


def a_frame(name: str, **members: Any) -> str:
    """A message as a text frame."""
    return json.dumps({"type": name, **members})


def a_hello(**members: Any) -> str:
    """The first message of a desk that signs in with a password."""
    return a_frame(
        "hello",
        **{"versions": [1], "desk": DESK, "auth": {"user": "sari", "password": "rahasia"}, "sent": NOW, **members},
    )


def a_command(n: int = 1, **members: Any) -> dict[str, Any]:
    """A note as it stands on the wire."""
    return {"key": f"{DESK}.{n}", "command": "note", "report": "r-1", "args": {"text": "dicek"}, **members}


def an_admission(*roles: Role, **changes: Any) -> Admission:
    """What the hub knows of a dispatcher, or of somebody with these roles."""
    user = User(id="u-sari", name="Sari", roles=frozenset(roles or {Role.DISPATCHER}))
    admission = Admission(user=user, token="t-1", token_expires=NOW + 900_000, epoch="e-1", last_command=0)
    return replace(admission, **changes)


def an_open_session(*roles: Role, **changes: Any) -> ServerSession:
    """The hub's session of a desk that has signed in at NOW."""
    session = ServerSession(NOW)
    session.receive(NOW, a_hello())
    session.welcome(NOW, an_admission(*roles, **changes))
    return session


def sent(actions: list[Action]) -> list[dict[str, Any]]:
    """The messages among a session's actions, as plain values."""
    return [json.loads(action.frame) for action in actions if isinstance(action, Send)]


def closing(actions: list[Action]) -> int | None:
    """The close code among a session's actions."""
    return next((action.code for action in actions if isinstance(action, CloseWith)), None)


def a_welcome(**changes: Any) -> Welcome:
    """The hub's answer to a good sign-in."""
    members: dict[str, Any] = {
        "version": 1,
        "epoch": "e-1",
        "user": SignedIn(id="u-sari", name="Sari", roles=("dispatcher",)),
        "token": "t-1",
        "token_expires": NOW + 900_000,
        "received": NOW,
        "answered": NOW,
        "timezone": "Asia/Jakarta",
        "last_command": 0,
        "heartbeat": 5_000,
        "limits": Bounds(frame=65_536, in_flight=16, commands_per_second=10, burst=60),
    }
    return Welcome(**{**members, **changes})


def an_order(tag: str = "a", **members: Any) -> Order:
    """A note on its way."""
    return Order(**{"tag": tag, "command": "note", "report": "r-1", "args": {"text": tag}, "made": NOW, **members})


def a_client(
    *orders: Order, credentials: Credentials | None = None, cursor: str | None = None, view: str | None = "board"
) -> ClientSession:
    """A desk's session that has never connected; chance is always a half."""
    return ClientSession(
        Desk(id=DESK),
        credentials or Password("sari", "rahasia"),
        chance=lambda: 0.5,
        sync=ViewSync(view, Board(), cursor=cursor) if view else None,
        orders=orders,
    )
