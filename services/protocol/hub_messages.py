"""The messages the hub sends to a desk, by their names in PROTOCOL.md."""

from msgspec import UNSET, Raw, Struct, UnsetType, field

from services.domain.people import Role, User
from services.domain.report import Millis
from services.domain.squads import Squad
from services.protocol.entries import Entry
from services.protocol.outcomes import Result, Results


class SignedIn(Struct, frozen=True, kw_only=True):
    """The user as the hub knows him; `squads` null means all."""

    id: str
    name: str
    roles: tuple[str, ...]
    squads: tuple[str, ...] | None = None


class Bounds(Struct, frozen=True, kw_only=True):
    """What this connection may send: bytes a frame, commands under way, commands a second and their burst."""

    frame: int
    in_flight: int
    commands_per_second: int
    burst: int


class Welcome(Struct, tag_field="type", tag="welcome", frozen=True, kw_only=True):
    """Signed in. `last_command` is the highest number stored for this desk; `received` and `answered` set its clock."""

    version: int
    epoch: str
    user: SignedIn
    token: str
    token_expires: Millis
    received: Millis
    answered: Millis
    timezone: str
    last_command: int
    heartbeat: Millis
    limits: Bounds


class Refused(Struct, tag_field="type", tag="refused", frozen=True, kw_only=True, omit_defaults=True):
    """Not signed in; `retry_after` in milliseconds."""

    code: str
    retry_after: Millis | None = None


class Renewed(Struct, tag_field="type", tag="renewed", frozen=True, kw_only=True):
    """A new token."""

    reply_to: int
    token: str
    token_expires: Millis


class Subscribed(Struct, tag_field="type", tag="subscribed", frozen=True, kw_only=True):
    """All changes since the cursor follow (`resume`), or a whole `snapshot` and `why`."""

    reply_to: int | None = None
    view: str
    mode: str
    why: str | None = None


class Snapshot(Struct, tag_field="type", tag="snapshot", frozen=True, kw_only=True):
    """Part `part` (from 0) of `parts` of a snapshot."""

    view: str
    part: int
    parts: int
    rows: tuple[Entry, ...]


class SnapshotEnd(Struct, tag_field="type", tag="snapshot_end", frozen=True, kw_only=True):
    """The snapshot is whole: its cursor, its number of rows and their digest."""

    view: str
    cursor: str
    rows: int
    digest: str
    at: Millis


class Checked(Struct, tag_field="type", tag="checked", frozen=True, kw_only=True):
    """The rows at that cursor are the same."""

    reply_to: int
    same: bool = True


class Happened(Struct, frozen=True, kw_only=True):
    """An event beside a delta, for sound and motion only; `by` is a display name."""

    event: str
    report: str
    by: str
    at: Millis


class Delta(Struct, tag_field="type", tag="delta", frozen=True, kw_only=True):
    """What changed in a view between two cursors."""

    view: str
    start: str = field(name="from")
    to: str
    at: Millis
    replay: bool = False
    caught_up: bool = False
    ops: tuple[Entry, ...] = ()
    events: tuple[Happened, ...] = ()
    done: tuple[str, ...] = ()


class Answer(Struct, tag_field="type", tag="answer", frozen=True, kw_only=True):
    """The answer to `get`; `more` where a long list was cut to what a frame holds."""

    reply_to: int
    value: Raw
    more: bool = False


class Error(Struct, tag_field="type", tag="error", frozen=True, kw_only=True):
    """A request failed; without `reply_to` the connection is closed next."""

    reply_to: int | UnsetType | None = UNSET
    code: str
    field: str | None = None
    wait: Millis | UnsetType = UNSET
    ref: str | UnsetType = UNSET


class Looking(Struct, frozen=True, kw_only=True):
    """Somebody who looks at a report."""

    user: str
    name: str
    report: str
    activity: str


class Presences(Struct, tag_field="type", tag="presence", frozen=True, kw_only=True):
    """Who looks at what, as far as this desk may see it."""

    desks: tuple[Looking, ...]


class Heartbeat(Struct, tag_field="type", tag="heartbeat", frozen=True, kw_only=True):
    """The feed lives."""

    at: Millis


class Pong(Struct, tag_field="type", tag="pong", frozen=True, kw_only=True):
    """The hub's times for `ping`."""

    reply_to: int
    sent: Millis
    received: Millis
    answered: Millis


class Notice(Struct, tag_field="type", tag="notice", frozen=True, kw_only=True, omit_defaults=True):
    """`drain` (leave by `before`, at a random moment within `spread` milliseconds), `revoked` or `clock`."""

    code: str
    before: Millis | None = None
    spread: Millis | None = None


class Recall(Struct, tag_field="type", tag="recall", frozen=True, kw_only=True):
    """Asks for the commands this desk knows to be acknowledged since then."""

    since: Millis


class UploadReady(Struct, tag_field="type", tag="upload_ready", frozen=True, kw_only=True):
    """The photo's bytes may come."""

    reply_to: int


class Uploaded(Struct, tag_field="type", tag="uploaded", frozen=True, kw_only=True):
    """The photo is kept under this id."""

    reply_to: int
    photo: str


Feed = Subscribed | Snapshot | SnapshotEnd | Delta | Checked
"""What belongs to a view."""

Reply = Result | Results | Answer | Error | Renewed | Pong | UploadReady | Uploaded
"""What answers one message of the desk."""

Word = Welcome | Refused | Presences | Heartbeat | Notice | Recall
"""What the hub says of itself."""

HubMessage = Feed | Reply | Word


def user_of(signed_in: SignedIn) -> User:
    """Return the user of a `welcome`; roles and squads this program does not know are left out."""
    squads = signed_in.squads
    known = {squad.value for squad in Squad}
    return User(
        id=signed_in.id,
        name=signed_in.name,
        roles=frozenset(role for role in Role if role.value in signed_in.roles),
        squads=None if squads is None else frozenset(Squad(squad) for squad in squads if squad in known),
    )


def signed_in_of(user: User) -> SignedIn:
    """Return a user as `welcome` names him."""
    squads = None if user.squads is None else tuple(squad.value for squad in Squad if squad in user.squads)
    roles = tuple(role.value for role in Role if role in user.roles)
    return SignedIn(id=user.id, name=user.name, roles=roles, squads=squads)
