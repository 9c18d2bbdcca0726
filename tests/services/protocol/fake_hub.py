"""A hub in memory behind real server sessions: rows, a log, stored answers; enough to follow and to command."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from services.domain.board import Board, Put
from services.domain.commands import Note, Open, Release
from services.domain.people import Role, User
from services.domain.refusals import BadFormat, NotFound
from services.protocol.closing import Code
from services.protocol.cursors import NONCE_BYTES, Seal
from services.protocol.desk_messages import Check, Hello, Subscribe
from services.protocol.envelopes import Envelope
from services.protocol.frames import (
    DeltaParts,
    delta_frame,
    encode,
    encode_delete,
    encode_row,
    snapshot_frames,
)
from services.protocol.hub_messages import Checked, SnapshotEnd, Subscribed
from services.protocol.outcomes import Outcome, from_stored, refusal, stored_form
from services.protocol.server_actions import Action, CloseWith, Execute, Send
from services.protocol.server_session import Admission, ServerSession
from tests.services.protocol.builders import ROW

VIEW = "board"


@dataclass(frozen=True, slots=True)
class Change:
    """One transaction: a row as it is after it (None: it is gone or was not touched), and whose command it was."""

    row: str
    put: Put[Any] | None
    key: str
    touched: bool = True


@dataclass
class Line:
    """One connection: what the hub has to send, and how far its view is."""

    desk: str = ""
    session: ServerSession = field(default_factory=lambda: ServerSession(0))
    out: list[bytes] = field(default_factory=list)
    close: Code | None = None
    position: int | None = None
    cursor: str = ""


class FakeHub:
    """The hub of a simulation. Everything but its lines survives a crash."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.trouble = 0.0
        """How often a command is put off by `busy`, `storage`, `rate` or `internal`."""
        self.log: list[Change] = []
        self.versions: dict[str, int] = {}
        self.answers: dict[str, dict[int, tuple[bytes, dict[str, object]]]] = {}
        self.effects: list[str] = []
        """The texts of the orders carried out, in order."""
        self.digests: dict[str, str] = {}
        """Cursor -> digest of the board there."""
        self.lines: list[Line] = []
        self._rows: dict[str, Put[Any]] = {}
        self._folded = 0
        """How much of the log the rows are made of."""
        self._digested = -1
        self._last_digest = ""

    # The board

    def board(self) -> Board:
        """The board as a new desk would get it."""
        for change in self.log[self._folded :]:
            if change.touched:
                self._rows.pop(change.row, None)
                if change.put:
                    self._rows[change.row] = change.put
        self._folded = len(self.log)
        return Board.of(self._rows.values())

    def _digest(self) -> str:
        if self._digested != len(self.log):
            self._digested, self._last_digest = len(self.log), self.board().digest()
        return self._last_digest

    def row(self, name: str) -> Put[Any] | None:
        """The row as it is now."""
        return next((change.put for change in reversed(self.log) if change.row == name and change.touched), None)

    def _cursor(self, line: Line) -> str:
        seal = Seal(bytes(32), desk=line.desk, user="u-sari", view=VIEW)
        cursor = seal.seal(len(self.log), epoch="e", scope="s", nonce=self.chance.randbytes(NONCE_BYTES))
        self.digests[cursor] = self._digest()
        return cursor

    # Lines

    def connect(self, now: int) -> Line:
        """Open a line."""
        line = Line(session=ServerSession(now))
        self.lines.append(line)
        return line

    def receive(self, line: Line, frame: str, *, now: int) -> None:
        """Take in a frame of a desk."""
        self._do(line, line.session.receive(now, frame), now)

    def tick(self, now: int) -> None:
        """Let time pass: heartbeats, deltas, and now and then a desk that is told to start over."""
        for line in list(self.lines):
            self._do(line, line.session.tick(now), now)
            if line.position is not None and self.chance.random() < 0.3:
                self._flush(line, now)
            if line.position is not None and self.trouble and self.chance.random() < 0.002:
                self._snapshot(line, now, Subscribed(view=VIEW, mode="snapshot", why="lagging"))

    def crash(self) -> None:
        """Lose every line at once."""
        self.lines = []

    def _do(self, line: Line, actions: Iterable[Action], now: int) -> None:
        for action in actions:
            match action:
                case Send(frame):
                    line.out.append(frame)
                case CloseWith(code, _):
                    line.close = code
                    self.lines = [one for one in self.lines if one is not line]
                case Hello():
                    self._greet(line, action, now)
                case Execute(ticket, orders):
                    outcomes = [self._execute(line.desk, order, now) for order in orders]
                    line.out.append(line.session.outcomes(ticket, *outcomes))
                case Subscribe() | Check():
                    self._follow(line, action, now)
                case _:
                    pass

    def _greet(self, line: Line, hello: Hello, now: int) -> None:
        line.desk = hello.desk
        for other in [one for one in self.lines if one.desk == hello.desk and one is not line]:
            self._do(other, other.session.close(Code.ELSEWHERE, "elsewhere"), now)
        user = User(id="u-sari", name="Sari", roles=frozenset({Role.DISPATCHER}))
        last = max(self.answers.get(hello.desk, {}), default=0)
        admission = Admission(user=user, token="t", token_expires=now + 900_000, epoch="e", last_command=last)
        self._do(line, line.session.welcome(now, admission), now)

    def _follow(self, line: Line, request: Subscribe | Check, now: int) -> None:
        seal = Seal(bytes(32), desk=line.desk, user="u-sari", view=VIEW)
        read = seal.unseal(request.cursor, epoch="e", scope="s") if request.cursor else None
        if isinstance(request, Check):
            if self.digests.get(request.cursor) == request.digest:
                line.out.append(encode(Checked(reply_to=request.id)))
            else:
                self._snapshot(line, now, Subscribed(reply_to=request.id, view=VIEW, mode="snapshot", why="digest"))
        elif read is None or request.cursor is None or self.chance.random() < self.trouble:
            self._snapshot(line, now, Subscribed(reply_to=request.id, view=VIEW, mode="snapshot", why="too_old"))
        else:
            line.out.append(encode(Subscribed(reply_to=request.id, view=VIEW, mode="resume")))
            line.position, line.cursor = read.position, request.cursor
            self._flush(line, now, caught_up=True)

    def _snapshot(self, line: Line, now: int, subscribed: Subscribed) -> None:
        board = self.board()
        line.position, line.cursor = len(self.log), self._cursor(line)
        line.out.append(encode(subscribed))
        entries = [encode_row(put).entry for put in board.puts()]
        line.out += snapshot_frames(VIEW, entries)
        end = SnapshotEnd(view=VIEW, cursor=line.cursor, rows=len(board), digest=board.digest(), at=now)
        line.out.append(encode(end))
        line.session.sent(now, VIEW, cursor=line.cursor)

    def _flush(self, line: Line, now: int, *, caught_up: bool = False) -> None:
        """Send a delta with everything since the last one, the newest put of a row only; or an empty one."""
        assert line.position is not None
        changes = self.log[line.position :]
        newest = {change.row: change.put for change in changes if change.touched}
        ops = [encode_delete("report", row) if put is None else encode_row(put).put for row, put in newest.items()]
        done = [change.key for change in changes if change.key.startswith(f"{line.desk}.")]
        start, line.position, line.cursor = line.cursor, len(self.log), self._cursor(line)
        parts = DeltaParts(at=now, ops=ops, done=done, replay=caught_up, caught_up=caught_up)
        line.out.append(delta_frame(VIEW, parts, start=start, to=line.cursor))
        line.session.sent(now, VIEW, cursor=line.cursor)

    # Commands

    def _execute(self, desk: str, order: Envelope, now: int) -> Outcome:
        answers = self.answers.setdefault(desk, {})
        last = max(answers, default=0)
        if order.n in answers:
            known, stored = answers[order.n]
            if known != order.hash:
                return Outcome(key=order.key, ok=False, at=now, code="key_reuse")
            return from_stored(dict(stored))
        if order.n != last + 1:
            return Outcome(key=order.key, ok=False, at=now, code="out_of_order", wait=200, last_command=last)
        if self.chance.random() < self.trouble:
            code = self.chance.choice(["busy", "storage", "rate", "internal"])
            return Outcome(key=order.key, ok=False, at=now, code=code, wait=None if code == "internal" else 300)
        outcome = self._carry_out(order, now)
        answers[order.n] = (order.hash, stored_form(outcome))
        return outcome

    def _carry_out(self, order: Envelope, now: int) -> Outcome:
        command, row = order.order, self.row(order.report or "")
        if isinstance(command, BadFormat):
            return refusal(command, key=order.key, at=now)
        if isinstance(command, Open):
            return self._commit(order, f"r-{len(self.log)}", ROW.number, now)
        if row is None:
            return refusal(NotFound(), key=order.key, at=now)
        if isinstance(command, Note):
            self.effects.append(command.text)
            self.log.append(Change(row.id, None, order.key, touched=False))
            return Outcome(key=order.key, ok=True, at=now, report=row.id, rev=row.rev)
        return self._commit(order, row.id, None if isinstance(command, Release) else str(now), now)

    def _commit(self, order: Envelope, row: str, number: str | None, now: int) -> Outcome:
        """Put a row, or take it away if it gets no number."""
        self.versions[row] = version = self.versions.get(row, 0) + 1
        put = None if number is None else Put("report", row, f"v{version}", replace(ROW, number=number))
        self.log.append(Change(row, put, order.key))
        self.effects.append(order.key)
        return Outcome(key=order.key, ok=True, at=now, report=row, rev=put.rev if put else None)
