"""What `admin` can change: each an act that is carried out in one transaction, by itself or by the running hub."""

import dataclasses
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.domain.people import Member, Role
from services.domain.squads import Squad
from services.store import people
from services.store.failures import ActRefused
from services.store.transaction import Transaction

Result = dict[str, Any]
"""What the act made, as `admin` prints it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddUser:
    """Let a user in."""

    login: str
    name: str
    roles: tuple[str, ...]
    squads: tuple[str, ...] | None
    password_hash: str = dataclasses.field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeUser:
    """Let a user in no more."""

    login: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToken:
    """Let a device in."""

    name: str
    roles: tuple[str, ...]
    token_hash: str = dataclasses.field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeToken:
    """Let a device in no more."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMember:
    """Give a squad a member; `desa` with its point is where he starts from."""

    squad: str
    name: str
    limit: int = 8
    desa: str | None = None
    lat: float | None = None
    lon: float | None = None


Act = AddUser | RevokeUser | AddToken | RevokeToken | AddMember

_NAMES: dict[str, type[Act]] = {
    "user_add": AddUser,
    "user_revoke": RevokeUser,
    "token_add": AddToken,
    "token_revoke": RevokeToken,
    "member_add": AddMember,
}
_NAME_OF: dict[type[Act], str] = {kind: name for name, kind in _NAMES.items()}
_LISTS = ("roles", "squads")


def plain(act: Act) -> dict[str, Any]:
    """Return an act as JSON; it holds hashes, never a password or token."""
    return {"act": _NAME_OF[type(act)], **dataclasses.asdict(act)}


def from_plain(said: Mapping[str, Any]) -> Act:
    """Return the act of a JSON object.

    Raises:
        ActRefused: it is none.
    """
    fields: dict[str, Any] = dict(said)
    for name in _LISTS:
        if fields.get(name) is not None:
            fields[name] = tuple(fields[name])
    kind = _NAMES.get(str(fields.pop("act", None)))
    try:
        if kind is not None:
            return kind(**fields)
    except TypeError:
        pass
    raise ActRefused("the request is not one of this program's")


def execute(transaction: Transaction, act: Act) -> Result:
    """Carry out an act.

    Raises:
        ActRefused: it cannot be, and nothing was changed.
    """
    now = transaction.now()
    match act:
        case AddUser():
            user = people.add_user(
                transaction,
                login=act.login,
                name=act.name,
                roles=roles_of(act.roles),
                squads=None if act.squads is None else squads_of(act.squads),
                password_hash=act.password_hash,
                now=now,
            )
            return {"user": user.id}
        case RevokeUser():
            return {"user": people.revoke_user(transaction, act.login, now).id}
        case AddToken():
            added = people.add_token(
                transaction, name=act.name, roles=roles_of(act.roles), token_hash=act.token_hash, now=now
            )
            return {"user": added.id}
        case RevokeToken():
            return {"user": people.revoke_token(transaction, act.name, now).id}
        case AddMember():
            return {"member": _add_member(transaction, act)}


def roles_of(names: tuple[str, ...]) -> frozenset[Role]:
    """Return the roles of these names.

    Raises:
        ActRefused: naming the unknown one.
    """
    known = {role.value: role for role in Role}
    for name in names:
        if name not in known:
            raise ActRefused(f"role {name!r} is not known; there are {', '.join(known)}")
    return frozenset(known[name] for name in names)


def squads_of(names: tuple[str, ...]) -> frozenset[Squad]:
    """Return the squads of these names.

    Raises:
        ActRefused: naming the unknown one.
    """
    known = {squad.value: squad for squad in Squad}
    for name in names:
        if name not in known:
            raise ActRefused(f"squad {name!r} is not known; there are {', '.join(known)}")
    return frozenset(known[name] for name in names)


def _add_member(transaction: Transaction, act: AddMember) -> str:
    (squad,) = squads_of((act.squad,))
    name = act.name.strip()
    if not 0 < len(name) <= 64:  # noqa: PLR2004 - PROTOCOL.md section 5: names 64
        raise ActRefused("name: want 1 to 64 characters")
    if not 0 < act.limit <= 1_000:  # noqa: PLR2004 - more reports than anybody answers
        raise ActRefused("limit: want 1 to 1000 open reports")
    member = Member(
        id=f"m-{secrets.token_hex(6)}",
        name=name,
        squad=squad,
        limit=act.limit,
        desa=act.desa,
        lat=act.lat,
        lon=act.lon,
        code_name=squad.covert,
    )
    transaction.save_member(member)
    return member.id
