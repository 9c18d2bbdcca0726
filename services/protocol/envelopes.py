"""What stands around a command on the wire: its key, base and hash, read so that even a bad body keeps its number."""

import re
from dataclasses import dataclass
from typing import Any

import msgspec

from services.domain.commands import NEEDS_BASE, Command
from services.domain.refusals import BadFormat
from services.domain.report import Millis
from services.protocol.desk_messages import CommandItem
from services.protocol.orders import body_hash, field_of, reason_of, to_command
from services.protocol.parsing import MOST_INT, problem_of

DESK_ID = re.compile(r"[A-Za-z0-9._-]{4,64}")
_NUMBER = re.compile(r"[1-9][0-9]{0,15}")

WITHOUT_REPORT = frozenset({"open", "undo", "member_on", "member_off", "alarm_seen", "alarm_shelve"})
"""Commands that are not about one report that is already there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """One order as it reached the hub. `order` is the command, or why it is none; both consume the number `n`."""

    key: str
    n: int
    name: str
    order: Command | BadFormat
    report: str | None
    base: str | None
    hash: bytes
    made: Millis | None = None
    offline: bool = False


def number_of(key: object, desk: str) -> int | None:
    """Return the number of a desk's own key `<desk>.<n>`, or None for anything else."""
    if not isinstance(key, str) or not key.startswith(f"{desk}."):
        return None
    digits = key[len(desk) + 1 :]
    return int(digits) if _NUMBER.fullmatch(digits) and int(digits) <= MOST_INT else None


def read_envelope(item: object, desk: str, *, sound: bool = False) -> Envelope | None:
    """Return the envelope of an order in JSON values; None if it has no readable key of this desk.

    `sound` says that its values have been looked at already.
    """
    if not isinstance(item, dict) or (n := number_of(item.get("key"), desk)) is None:
        return None
    try:
        read = _checked(item, sound=sound)
    except BadFormat as error:
        return _unreadable(item, n, error)
    try:
        order: Command | BadFormat = _order(read)
    except BadFormat as error:
        order = error
    return Envelope(
        key=read.key,
        n=n,
        name=read.command,
        order=order,
        report=read.report,
        base=read.base,
        hash=body_hash(command=read.command, report=read.report, base=read.base, args=read.args),
        made=read.made,
        offline=read.offline,
    )


def _checked(item: dict[str, Any], *, sound: bool) -> CommandItem:
    if problem := None if sound else problem_of(item):
        raise BadFormat(problem, "a value that may not be there")
    try:
        return msgspec.convert(item, CommandItem)
    except msgspec.ValidationError as error:
        raise BadFormat(field_of(error), reason_of(error)) from None


def _order(read: CommandItem) -> Command:
    command = to_command(read.command, read.args)
    if read.report is None and read.command not in WITHOUT_REPORT:
        raise BadFormat("report", "this command is about a report")
    if read.base is None and read.command in NEEDS_BASE:
        raise BadFormat("base", "this command carries the row's rev as the desk saw it")
    return command


def _unreadable(item: dict[str, Any], n: int, error: BadFormat) -> Envelope:
    """Return the envelope of a body that is not even a command: its hash still tells it from another one."""
    name = item.get("command")
    return Envelope(
        key=item["key"],
        n=n,
        name=name if isinstance(name, str) else "",
        order=error,
        report=None,
        base=None,
        hash=body_hash(command=name, report=item.get("report"), base=item.get("base"), args=item.get("args")),
    )
