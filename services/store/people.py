"""Who may sign in and what for: users with passwords and device tokens, added and revoked."""

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Table, insert, select, update

from services.domain.people import Role, User
from services.domain.report import Millis
from services.domain.squads import Squad
from services.store.failures import ActRefused
from services.store.passwords import is_password_hash
from services.store.reader import Reader
from services.store.tables import rights, token, user
from services.store.transaction import Transaction

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who was let in once: a user (`login` is the name to sign in with) or a device (the token's name).

    `secret` is the kept form of password or token.
    """

    user: User
    login: str
    device: bool
    secret: str
    revoked: Millis | None

    def __repr__(self) -> str:
        return f"Account({self.login!r}, device={self.device}, revoked={self.revoked})"


def add_user(
    transaction: Transaction,
    *,
    login: str,
    name: str,
    roles: frozenset[Role],
    squads: frozenset[Squad] | None,
    password_hash: str,
    now: Millis,
) -> User:
    """Let a user in; `password_hash` is from `passwords.hash_password`, an empty display name is made of the login.

    Raises:
        ActRefused: the name is taken (by a revoked user too) or malformed, or the roles do not go together.
    """
    key = _key_of(login)
    check_roles(roles)
    check_squads(roles, squads)
    if not is_password_hash(password_hash):
        raise ActRefused("password: not hashed as this program does")
    if find_user(transaction, key) is not None:
        raise ActRefused(f"user {key!r} is there already (a revoked name is not given again)")
    added = User(id=f"u-{key}", name=name.strip() or login.capitalize(), roles=roles, squads=squads)
    if len(added.name) > 64:  # noqa: PLR2004 - PROTOCOL.md section 5: ids and names 64
        raise ActRefused("name: more than 64 characters")
    values = {"squads": None if squads is None else ",".join(sorted(squads)), "password": password_hash}
    _insert(transaction, user, {"login": key, **_common(added, now), **values})
    return added


def add_token(transaction: Transaction, *, name: str, roles: frozenset[Role], token_hash: str, now: Millis) -> User:
    """Let a device in: make a token with `passwords.new_token`, show it once, give its `token_hash` here.

    Raises:
        ActRefused: the name is taken or malformed, or `covert` is among the roles: only named people are cleared.
    """
    key = _key_of(name)
    check_roles(roles)
    if Role.COVERT in roles:
        raise ActRefused("role covert is for named users, not for tokens")
    if find_device(transaction, key) is not None:
        raise ActRefused(f"token {key!r} is there already (a revoked name is not given again)")
    added = User(id=f"t-{key}", name=key, roles=roles)
    _insert(transaction, token, {**_common(added, now), "hash": token_hash})
    return added


def revoke_user(transaction: Transaction, login: str, now: Millis) -> User:
    """Let a user in no more; a running hub closes his desks within a second.

    Raises:
        ActRefused: there is no such user, or he is revoked already.
    """
    return _revoke(transaction, find_user(transaction, _key_of(login)), what=f"user {login!r}", now=now)


def revoke_token(transaction: Transaction, name: str, now: Millis) -> User:
    """Let a device in no more.

    Raises:
        ActRefused: there is no such token, or it is revoked already.
    """
    return _revoke(transaction, find_device(transaction, _key_of(name)), what=f"token {name!r}", now=now)


def find_user(reader: Reader, login: str) -> Account | None:
    """Return the user who signs in with that name, upper or lower case alike; revoked ones too."""
    found = reader.line.execute(select(user).where(user.c.login == login.lower())).one_or_none()
    return None if found is None else _user_account(found)


def find_device(reader: Reader, name: str) -> Account | None:
    """Return the device whose token has that name."""
    found = reader.line.execute(select(token).where(token.c.name == name)).one_or_none()
    return None if found is None else _device_account(found)


def find_token(reader: Reader, token_hash: str) -> Account | None:
    """Return the device whose token hashes to that."""
    found = reader.line.execute(select(token).where(token.c.hash == token_hash)).one_or_none()
    return None if found is None else _device_account(found)


def accounts(reader: Reader) -> list[Account]:
    """Return everybody who was ever let in, users before devices, by name."""
    users = reader.line.execute(select(user).order_by(user.c.login)).all()
    devices = reader.line.execute(select(token).order_by(token.c.name)).all()
    return [*map(_user_account, users), *map(_device_account, devices)]


def current(reader: Reader, person: str) -> User | None:
    """Return a user or device by id with its rights of now, None if unknown or revoked."""
    found = find_device(reader, person[2:]) if person.startswith("t-") else find_user(reader, person[2:])
    return found.user if found is not None and found.user.id == person and found.revoked is None else None


def cleared(reader: Reader) -> frozenset[str]:
    """Return the ids of all who hold `covert` now."""
    return frozenset(one.user.id for one in accounts(reader) if one.user.cleared and one.revoked is None)


def _key_of(name: str) -> str:
    key = name.lower()
    if not _NAME.fullmatch(key):
        raise ActRefused(f"name {name!r}: want 1 to 40 letters a to z, digits, dots, hyphens or underscores")
    return key


def check_roles(roles: frozenset[Role]) -> None:
    """Refuse roles that do not go together.

    Raises:
        ActRefused: there is none, or `covert` stands alone.
    """
    if not roles:
        raise ActRefused("role: want at least one")
    if Role.COVERT in roles and not roles & {Role.DISPATCHER, Role.SUPERVISOR}:
        raise ActRefused("role covert goes with dispatcher or supervisor, never alone")


def check_squads(roles: frozenset[Role], squads: frozenset[Squad] | None) -> None:
    """Refuse a limit to squads that the roles do not have or must not.

    Raises:
        ActRefused: the roles are no dispatcher's, there is no squad, or the covert one without the role `covert`.
    """
    if squads is None:
        return
    if Role.DISPATCHER not in roles:
        raise ActRefused("squads limit a dispatcher; these roles have none to limit")
    if not squads:
        raise ActRefused("squads: want at least one")
    if any(squad.covert for squad in squads) and Role.COVERT not in roles:
        raise ActRefused("squads: the covert squad needs the role covert")


def _common(added: User, now: Millis) -> dict[str, Any]:
    return {"id": added.id, "name": added.name, "roles": ",".join(sorted(added.roles)), "added": now}


def _insert(transaction: Transaction, table: Table, values: dict[str, Any]) -> None:
    transaction.line.execute(insert(table).values(values))
    _rights_changed(transaction)


def _revoke(transaction: Transaction, found: Account | None, *, what: str, now: Millis) -> User:
    if found is None:
        raise ActRefused(f"{what} is not known")
    if found.revoked is not None:
        raise ActRefused(f"{what} is revoked already")
    table = token if found.device else user
    transaction.line.execute(update(table).where(table.c.id == found.user.id).values(revoked=now))
    _rights_changed(transaction)
    return found.user


def _rights_changed(transaction: Transaction) -> None:
    transaction.line.execute(update(rights).values(version=rights.c.version + 1))


def _user_account(row: Row[Any]) -> Account:
    squads = None if row.squads is None else frozenset(map(Squad, row.squads.split(",")))
    who = User(id=row.id, name=row.name, roles=_roles(row.roles), squads=squads)
    return Account(user=who, login=row.login, device=False, secret=row.password, revoked=row.revoked)


def _device_account(row: Row[Any]) -> Account:
    who = User(id=row.id, name=row.name, roles=_roles(row.roles))
    return Account(user=who, login=row.name, device=True, secret=row.hash, revoked=row.revoked)


def _roles(text: str) -> frozenset[Role]:
    return frozenset(map(Role, text.split(",")))
