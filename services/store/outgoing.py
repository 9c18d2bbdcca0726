"""Messages to citizens on their way out: held, then sent or recalled, each once; the texts stand in the log."""

from services.domain.report import Millis
from services.store.kept import Held
from services.store.line import Line

SENT = "sent"
RECALLED = "recalled"


HELD = "SELECT seq, report, at FROM outgoing WHERE fate IS NULL ORDER BY at, seq"
"""Looked for by the index of what is held: those that have gone out are never read again."""


def hold(line: Line, message: Held) -> None:
    """Keep a message that is to go out later."""
    line.run("INSERT INTO outgoing (seq, report, at) VALUES (?, ?, ?)", message)


def held(line: Line) -> list[Held]:
    """Return the messages that have not gone out, in the order they were written."""
    return [Held(*row) for row in line.rows(HELD)]


def end(line: Line, message: Held, *, fate: str, at: Millis) -> None:
    """Note that a message was sent or recalled."""
    line.run("UPDATE outgoing SET fate = ?, ended = ? WHERE seq = ? AND fate IS NULL", (fate, at, message.seq))


def sent(line: Line) -> list[Held]:
    """Return the messages that have gone out, in the order they were written."""
    rows = line.rows("SELECT seq, report, at FROM outgoing WHERE fate = ? ORDER BY seq", (SENT,))
    return [Held(*row) for row in rows]
