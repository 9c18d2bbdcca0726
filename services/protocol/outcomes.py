"""What became of one command: the members of `result`, how they are stored, and how a refusal becomes one."""

from typing import Any

import msgspec
from msgspec import Struct

from services.domain.refusals import BadFormat, BadState, CommandRefused, Conflict
from services.domain.report import Millis
from services.domain.rows import ReportRow

AGAIN = frozenset({"out_of_order", "rate", "busy", "storage", "internal"})
"""Codes that consume no number: nothing was done, the same key is sent again."""

_OF_SUCCESS = ("key", "ok", "at", "report", "rev", "repeated")
_OF_FAILURE = ("key", "ok", "code", "at", "repeated")

_AROUND = frozenset({"frame", "key", "command", "report", "base", "args", "made", "offline"})


class Current(Struct, frozen=True, kw_only=True):
    """A row as it stands now, beside a conflict."""

    rev: str
    value: ReportRow


class Outcome(Struct, frozen=True, kw_only=True):
    """The fate of one order. A success names its `report` and the row's new `rev`; a failure its `code`."""

    key: str | None
    ok: bool
    at: Millis
    report: str | None = None
    rev: str | None = None
    existing: bool | None = None
    """Whether the report was already there for its `source`."""
    repeated: bool = False
    """Whether this is the stored answer of an earlier time."""
    code: str | None = None
    field: str | None = None
    allow: tuple[str, ...] | None = None
    current: Current | None = None
    changed: tuple[str, ...] | None = None
    by: str | None = None
    changed_at: Millis | None = None
    wait: Millis | None = None
    last_command: int | None = None
    ref: str | None = None


class Result(Outcome, tag_field="type", tag="result", frozen=True, kw_only=True):
    """The answer to `command`."""

    reply_to: int | None = None


class Results(Struct, tag_field="type", tag="results", frozen=True, kw_only=True):
    """The answer to `commands`: one outcome an item, in their order."""

    reply_to: int | None = None
    items: tuple[Outcome, ...]


def refusal(error: CommandRefused, *, key: str | None, at: Millis, current: Current | None = None) -> Outcome:
    """Return the outcome of a refused command; these consume its number and are stored."""
    outcome = Outcome(key=key, ok=False, at=at, code=error.code)
    match error:
        case BadFormat():
            return msgspec.structs.replace(outcome, field=_on_the_wire(error.field))
        case BadState():
            return msgspec.structs.replace(outcome, allow=error.allow)
        case Conflict():
            outcome = msgspec.structs.replace(outcome, changed=error.changed, by=error.by, changed_at=error.changed_at)
            return msgspec.structs.replace(outcome, report=error.report, current=current)
        case _:
            return outcome


def _on_the_wire(field: str) -> str:
    """Return a field's path in the message: the domain names a command's arguments as if nothing stood around them."""
    return field if field in _AROUND or field.startswith("args") else f"args.{field}"


def stored_form(outcome: Outcome) -> dict[str, Any]:
    """Return an outcome as plain JSON values: the members of `result` without `type` and `reply_to`."""
    plain: dict[str, Any] = msgspec.to_builtins(outcome, enc_hook=as_dict)
    always = _OF_SUCCESS if outcome.ok else _OF_FAILURE
    return {name: plain[name] for name in Outcome.__struct_fields__ if name in always or plain[name] is not None}


def from_stored(plain: dict[str, Any]) -> Outcome:
    """Return an outcome that was stored, marked as repeated."""
    return msgspec.structs.replace(msgspec.convert(plain, Outcome), repeated=True)


def as_dict(value: Any) -> Any:
    """Return a read-only mapping as a dict for the encoder."""
    return dict(value)
