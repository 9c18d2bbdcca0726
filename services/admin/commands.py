"""What each command of `admin` does and the lines it prints; a secret is read from stdin or shown once."""

import argparse
import contextlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from services.admin.carry_out import carry_out, now
from services.admin.examine import findings
from services.domain.places import Desa
from services.store import people
from services.store.acts import AddMember, AddToken, AddUser, RevokeToken, RevokeUser, roles_of, squads_of
from services.store.database import Store, holds_data, look
from services.store.failures import ActRefused, StoreRefused
from services.store.folder_lock import FolderHeld
from services.store.passwords import hash_password, new_token, token_hash
from services.store.policy_source import load_gazetteer
from services.store.reader import Reader

_SHORT = 8


class WrongUse(Exception):
    """The words of the command do not fit together; the text is one line."""


class Unsound(Exception):
    """The examination found something bad."""


def user_add(wanted: argparse.Namespace) -> Iterator[str]:
    """Let a user in with the password from the first line of stdin."""
    squads = None if wanted.squads is None else squads_of(wanted.squads)
    try:
        people.check_squads(roles_of(wanted.role), squads)
    except ActRefused as refused:
        raise WrongUse(str(refused)) from None
    password = sys.stdin.readline().rstrip("\r\n")
    if len(password) < _SHORT:
        sys.stderr.write(f"pendopo admin: warning: a password of fewer than {_SHORT} characters is easily guessed\n")
    try:
        kept = hash_password(password)
    except ValueError as wrong:
        raise ActRefused(str(wrong)) from None
    act = AddUser(login=wanted.login, name=wanted.name, roles=wanted.role, squads=wanted.squads, password_hash=kept)
    yield _shown(carry_out(wanted.data, act))


def user_revoke(wanted: argparse.Namespace) -> Iterator[str]:
    """Let a user in no more."""
    _must_exist(wanted.data)
    yield _shown(carry_out(wanted.data, RevokeUser(login=wanted.login)))


def user_list(wanted: argparse.Namespace) -> Iterator[str]:
    """Print who may sign in, one a line: name, kind, roles, squads, display name, and whether revoked."""
    with _reading(wanted.data) as reader:
        for one in people.accounts(reader):
            squads = "all" if one.user.squads is None else ",".join(sorted(one.user.squads))
            state = "active" if one.revoked is None else "revoked"
            kind = "token" if one.device else "user"
            yield _row(one.login, kind, ",".join(sorted(one.user.roles)), squads, one.user.name, state)


def token_add(wanted: argparse.Namespace) -> Iterator[str]:
    """Make a device token and print it, the only time it can be seen."""
    token = new_token()
    carry_out(wanted.data, AddToken(name=wanted.name, roles=wanted.role, token_hash=token_hash(token)))
    yield _shown({"token": token})


def token_revoke(wanted: argparse.Namespace) -> Iterator[str]:
    """Let a device in no more."""
    _must_exist(wanted.data)
    yield _shown(carry_out(wanted.data, RevokeToken(name=wanted.name)))


def member_add(wanted: argparse.Namespace) -> Iterator[str]:
    """Give a squad a member."""
    desa = None if wanted.desa is None else _desa(wanted.desa)
    act = AddMember(
        squad=wanted.squad,
        name=wanted.name,
        limit=wanted.limit,
        desa=None if desa is None else desa.code,
        lat=None if desa is None else desa.lat,
        lon=None if desa is None else desa.lon,
    )
    yield _shown(carry_out(wanted.data, act))


def member_list(wanted: argparse.Namespace) -> Iterator[str]:
    """Print the members, one a line: id, squad, name, limit, desa, and whether on duty."""
    with _reading(wanted.data) as reader:
        for one in sorted(reader.members(), key=lambda member: (member.squad.key, member.name)):
            yield _row(one.id, one.squad, one.name, one.limit, one.desa or "-", "on" if one.on else "off")


def doctor(wanted: argparse.Namespace) -> Iterator[str]:
    """Examine the data and print a line for each finding.

    Raises:
        Unsound: at the end, if a finding is bad.
    """
    bad = 0
    with _reading(wanted.data) as reader:
        for finding in findings(reader, folder=wanted.data):
            yield _row("ok" if finding.good else "BAD", finding.words)
            bad += not finding.good
    if bad:
        raise Unsound(f"the data is not sound: {bad} findings are bad")


@contextlib.contextmanager
def _reading(folder: Path) -> Iterator[Reader]:
    """Give a reader, whether a hub holds the folder or nobody does."""
    _must_exist(folder)
    try:
        store = Store.open(folder, clock=now)
    except FolderHeld:
        with look(folder) as reader:
            yield reader
        return
    with contextlib.closing(store), store.read() as reader:
        yield reader


def _must_exist(folder: Path) -> None:
    if not holds_data(folder):
        raise StoreRefused(f"{folder} holds no data of a hub")


def _desa(code: str) -> Desa:
    known = load_gazetteer().desas.get(code)
    if known is None:
        raise WrongUse(f"--desa {code}: no desa of the regency has this code")
    return known


def _shown(result: dict[str, Any]) -> str:
    return json.dumps(result)


def _row(*cells: object) -> str:
    return "\t".join(map(str, cells))
