"""Commands between their wire form (a name and `args`) and the domain's dataclasses, and the hash of a body."""

import dataclasses
import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

import msgspec

from services.domain.commands import NAME_OF, NAMES, Command
from services.domain.refusals import BadFormat

_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, check_circular=False).encode
_PLACE = re.compile(r"at `\$\.?([^`]*)`$")
_MISSING = re.compile(r"missing required field `([^`]*)`")


class UnknownCommand(BadFormat):
    """There is no command of that name here."""

    code = "unknown_command"


def to_command(name: str, args: Mapping[str, Any]) -> Command:
    """Return the command of a name and its arguments as JSON values.

    A null counts as absent and members nobody knows are left out.

    Raises:
        UnknownCommand: if there is none of that name.
        BadFormat: naming the argument, like `args.members`, that is missing or of the wrong kind.
    """
    kind = NAMES.get(name)
    if kind is None:
        raise UnknownCommand("command", "no command of that name")
    present = {member: value for member, value in args.items() if value is not None}
    try:
        return msgspec.convert(present, kind)
    except msgspec.ValidationError as error:
        raise BadFormat(f"args.{field_of(error)}", reason_of(error)) from None


def from_command(command: Command) -> tuple[str, dict[str, Any]]:
    """Return a command's name and its arguments as JSON values, without those that have their default."""
    plain: dict[str, Any] = msgspec.to_builtins(command)
    defaults = {field.name: field.default for field in dataclasses.fields(command)}
    named = {name: value for name, value in plain.items() if getattr(command, name) != defaults[name]}
    args = {name: list(value) if isinstance(value, tuple) else value for name, value in named.items()}
    return NAME_OF[type(command)], args


def body_hash(*, command: object, report: object, base: object, args: object) -> bytes:
    """Return the SHA-256 of a command's canonical JSON: sorted keys, no spaces, UTF-8.

    Whatever JSON can say has a hash, lone surrogates and NaN too: a refused body must be told from another one.
    """
    body = {"command": command, "report": report, "base": base, "args": args}
    return hashlib.sha256(_canonical(body).encode("utf-8", "surrogatepass")).digest()


def field_of(error: msgspec.ValidationError) -> str:
    """Return the member a validation error is about, like `squad`, `members` or `source.id`."""
    text = str(error)
    place, missing = _PLACE.search(text), _MISSING.search(text)
    parts = [found[1] for found in (place, missing) if found]
    return re.sub(r"\[[^]]*\]", "", ".".join(parts))


def reason_of(error: msgspec.ValidationError) -> str:
    """Return what is wrong, without the place."""
    return str(error).split(" - at ", maxsplit=1)[0]
