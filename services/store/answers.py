"""What desks were told for their commands, and how far each desk has come."""

from services.store.codec import read_json, write_json
from services.store.kept import Command, DeskHead, StoredAnswer
from services.store.line import Line


def load(line: Line, desk: str, n: int) -> StoredAnswer | None:
    """Return the answer to a desk's command number `n`."""
    kept = line.one("SELECT hash, command, result, at, seq FROM answer WHERE desk = ? AND n = ?", (desk, n))
    if kept is None:
        return None
    digest, command, result, at, seq = kept
    return StoredAnswer(hash=digest, command=command, result=read_json(result), at=at, seq=seq)


def put(line: Line, desk: str, n: int, *, answer: StoredAnswer) -> None:
    """Keep an answer and move the desk's head to it."""
    line.run("UPDATE desk_head SET last_command = ? WHERE desk = ?", (n, desk))
    result = write_json(dict(answer.result))
    line.run(
        "INSERT INTO answer (desk, n, hash, command, result, at, seq) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (desk, n, answer.hash, answer.command, result, answer.at, answer.seq),
    )


def head(line: Line, desk: str) -> DeskHead | None:
    """Return a desk's owner and highest command."""
    kept = line.one('SELECT "user", last_command FROM desk_head WHERE desk = ?', (desk,))
    return None if kept is None else DeskHead(*kept)


def put_head(line: Line, desk: str, head: DeskHead) -> None:
    """Bind a desk to a user."""
    line.run(
        """INSERT INTO desk_head (desk, "user", last_command) VALUES (?, ?, ?)
        ON CONFLICT (desk) DO UPDATE SET "user" = excluded."user", last_command = excluded.last_command""",
        (desk, head.user, head.last_command),
    )


def keys_since(line: Line, desk: str, seq: int) -> list[Command]:
    """Return a desk's commands whose events lie after a position, in order; reads no further back than that."""
    found: list[Command] = []
    query = "SELECT n, seq FROM answer WHERE desk = ? AND seq IS NOT NULL ORDER BY n DESC"
    for n, last in line.stream(query, (desk,)):
        if last <= seq:
            break
        found.append(Command(f"{desk}.{n}", last))
    return found[::-1]
