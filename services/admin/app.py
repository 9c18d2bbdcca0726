"""The program `admin`: lets people and devices in and out, adds members, and examines a hub's data."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn, TypeVar

from services.admin import commands
from services.domain.people import Role
from services.domain.squads import Squad
from services.store.acts import roles_of, squads_of
from services.store.failures import ActRefused, StoreFailure
from services.store.people import check_roles
from services.store.requests import NoAnswer

V = TypeVar("V")
_FAILED, _WRONG_USE = 1, 2


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit status: 0 done, 1 failed with one line on stderr, 2 wrong use.

    Raises:
        SystemExit: 2 for words that are no command, 0 after --help.
    """
    wanted = _parser().parse_args(argv)
    try:
        for line in wanted.run(wanted):
            print(line)
    except commands.WrongUse as wrong:
        print(f"pendopo admin: {wrong}", file=sys.stderr)
        return _WRONG_USE
    except (ActRefused, StoreFailure, NoAnswer, commands.Unsound) as failed:
        print(f"pendopo admin: {failed}", file=sys.stderr)
        return _FAILED
    return 0


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(_WRONG_USE, f"{self.prog}: {message} (--help explains)\n")


def _parser() -> _Parser:
    parser = _Parser(
        prog="pendopo admin", description="People, devices and members of a hub, and the care of its data."
    )
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the hub's data folder")
    areas = parser.add_subparsers(required=True, metavar="AREA")
    _user(
        areas.add_parser("user", help="people who sign in with a password").add_subparsers(required=True, metavar="ACT")
    )
    _token(areas.add_parser("token", help="devices: walls and connectors").add_subparsers(required=True, metavar="ACT"))
    _member(areas.add_parser("member", help="members of the squads").add_subparsers(required=True, metavar="ACT"))
    doctor = areas.add_parser("doctor", help="examine the data: rights, database, log and rows")
    doctor.set_defaults(run=commands.doctor)
    return parser


def _user(acts: "argparse._SubParsersAction[_Parser]") -> None:
    add = acts.add_parser("add", help="let a user in")
    add.add_argument("login", metavar="NAME", help="the name to sign in with")
    add.add_argument("--role", required=True, type=_roles, metavar="R[,R]", help=", ".join(Role))
    add.add_argument("--squads", type=_squads, metavar="S[,S]", help="limit a dispatcher to these squads")
    add.add_argument("--name", default="", metavar="WORDS", help="the name on screens")
    why = "read the password from the first line of standard input: an argument could be seen by others"
    add.add_argument("--password-stdin", action="store_true", required=True, help=why)
    add.set_defaults(run=commands.user_add)
    revoke = acts.add_parser("revoke", help="let a user in no more, at once")
    revoke.add_argument("login", metavar="NAME")
    revoke.set_defaults(run=commands.user_revoke)
    acts.add_parser("list", help="who may sign in, devices too").set_defaults(run=commands.user_list)


def _token(acts: "argparse._SubParsersAction[_Parser]") -> None:
    add = acts.add_parser("add", help="make a device token and show it, once")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", required=True, type=_roles, metavar="R[,R]", help=", ".join(Role))
    add.set_defaults(run=commands.token_add)
    revoke = acts.add_parser("revoke", help="let a device in no more, at once")
    revoke.add_argument("name", metavar="NAME")
    revoke.set_defaults(run=commands.token_revoke)


def _member(acts: "argparse._SubParsersAction[_Parser]") -> None:
    add = acts.add_parser("add", help="give a squad a member")
    add.add_argument("--squad", required=True, type=_squad, metavar="S", help=", ".join(Squad))
    add.add_argument("--name", required=True, metavar="N", help="his name; in the covert squad a code name")
    add.add_argument("--desa", metavar="CODE", help="where he starts from, by Kemendagri's code")
    add.add_argument("--limit", type=int, default=8, metavar="N", help="how many open reports he should hold (8)")
    add.set_defaults(run=commands.member_add)
    acts.add_parser("list", help="the members of all squads").set_defaults(run=commands.member_list)


def _roles(text: str) -> tuple[str, ...]:
    names = _names(text)
    _checked(lambda: check_roles(roles_of(names)))
    return names


def _squads(text: str) -> tuple[str, ...]:
    names = _names(text)
    _checked(lambda: squads_of(names))
    return names


def _squad(text: str) -> str:
    _checked(lambda: squads_of((text,)))
    return text


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _checked(check: Callable[[], V]) -> V:
    """Say what the store would refuse in the parser's way: it is wrong use, not a failure."""
    try:
        return check()
    except ActRefused as refused:
        raise argparse.ArgumentTypeError(str(refused)) from None
