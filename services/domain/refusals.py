"""Why a command was not carried out, as exceptions named for what happened; codes as in PROTOCOL.md section 6.

CommandRefused
├── BadFormat      the sender's fault; names the field
├── NotFound       no such thing, or nothing this viewer may know of
├── BadState       the state does not allow it; lists what it does
├── Denied         visible, but the role may not
└── Conflict       the row moved since `base`; lists the changed fields
"""


class CommandRefused(Exception):
    """A command that was not carried out. `code` is its name on the wire."""

    code = "internal"


class BadFormat(CommandRefused):
    """A field is missing, of the wrong kind, or out of range."""

    code = "bad_format"

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class NotFound(CommandRefused):
    """There is no such report, or none this actor may know of."""

    code = "not_found"


class BadState(CommandRefused):
    """The report's state does not allow the command; `allow` names the commands it does allow this actor."""

    code = "bad_state"

    def __init__(self, allow: tuple[str, ...] = ()) -> None:
        super().__init__(", ".join(allow))
        self.allow = allow


class Denied(CommandRefused):
    """The actor sees the report, but his role may not do this."""

    code = "denied"


class Conflict(CommandRefused):
    """The row moved since the actor saw it, in `changed` fields, last by `by` at `changed_at`.

    `report` names it where the command does not (`undo` names a key).
    """

    code = "conflict"

    def __init__(
        self, changed: tuple[str, ...], by: str = "", changed_at: int | None = None, *, report: str | None = None
    ) -> None:
        super().__init__(", ".join(changed))
        self.changed = changed
        self.by = by
        self.changed_at = changed_at
        self.report = report
