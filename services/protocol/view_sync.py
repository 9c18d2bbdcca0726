"""One view at the desk: its board and cursor, moved by a chain of deltas or replaced by a whole snapshot."""

from enum import Enum, auto
from typing import Any, assert_never

from services.domain.board import Board, Put
from services.domain.report import Millis
from services.protocol.client_outputs import BoardChanged, BoardReplaced
from services.protocol.entries import Unreadable, changes_of, puts_of
from services.protocol.hub_messages import Checked, Delta, Feed, Snapshot, SnapshotEnd, Subscribed

ANSWER_WITHIN: Millis = 20_000
"""How long catching up may stand still before the desk subscribes again."""


class _Mode(Enum):
    BROKEN = auto()
    ASKED = auto()
    STAGING = auto()
    CATCHING_UP = auto()
    LIVE = auto()


class ViewSync:
    """Keeps a board and its cursor together.

    After a gap nothing is taken until the desk has subscribed again, and what comes before the answer to that belongs
    to the old chain.
    """

    def __init__(self, view: str, board: Board, *, cursor: str | None) -> None:
        self.view = view
        self.board = board
        self.cursor = cursor
        self.at: Millis = 0
        """The hub's time of the last delta or snapshot; 0 before the first."""
        self.ignored = 0
        """Messages that did not fit where they came: duplicates, and what belonged to an old chain."""
        self._mode = _Mode.BROKEN
        self._asked: int | None = None
        self._checking: int | None = None
        self._moved: Millis = 0
        self._parts: dict[int, list[Put[Any]]] = {}
        self._wanted = 0

    @property
    def live(self) -> bool:
        """Whether the board is whole and has caught up."""
        return self._mode is _Mode.LIVE

    @property
    def needy_at(self) -> Millis | None:
        """From when on the desk must subscribe (again) unless something moves; None: all is well."""
        match self._mode:
            case _Mode.BROKEN:
                return 0
            case _Mode.LIVE:
                return None
            case _Mode.ASKED | _Mode.STAGING | _Mode.CATCHING_UP:
                return self._moved + ANSWER_WITHIN
            case never:
                assert_never(never)

    def asked(self, request: int, now: Millis) -> None:
        """Note that the desk has subscribed with this request."""
        self._enter(_Mode.ASKED, now)
        self._asked = request

    def checking(self, request: int) -> None:
        """Note that the desk has asked for a comparison with this request."""
        self._checking = request

    def lost(self) -> None:
        """Note that the connection is gone; board and cursor stay."""
        self._mode = _Mode.BROKEN
        self._parts = {}

    def forget(self) -> None:
        """Drop board and cursor."""
        self.lost()
        self.cursor = None
        self.board.replace(())

    def receive(self, message: Feed, now: Millis) -> BoardReplaced | BoardChanged | None:
        """Take in a message of this or another view; return what became of the board."""
        match message:
            case Delta():
                return self._change(message, now) if self._ours(message.view) else None
            case SnapshotEnd():
                return self._replace(message) if self._ours(message.view) else None
            case Snapshot():
                if self._ours(message.view):
                    self._stage(message, now)
            case Subscribed():
                if self._ours(message.view):
                    self._subscribed(message, now)
            case Checked():
                pass
            case never:
                assert_never(never)
        return None

    def _ours(self, view: str) -> bool:
        ours = view == self.view
        self.ignored += not ours
        return ours

    def _enter(self, mode: _Mode, now: Millis) -> None:
        self._mode = mode
        self._moved = now
        self._parts = {}
        self._wanted = 0

    def _subscribed(self, message: Subscribed, now: Millis) -> None:
        wanted = {self._asked} if self._mode is _Mode.ASKED else {None, self._checking}
        snapshot = message.mode == "snapshot"
        resume = message.mode == "resume" and self._mode is _Mode.ASKED
        if self._mode is _Mode.BROKEN or message.reply_to not in wanted or not (snapshot or resume):
            self.ignored += 1
        else:
            self._enter(_Mode.STAGING if snapshot else _Mode.CATCHING_UP, now)

    def _stage(self, message: Snapshot, now: Millis) -> None:
        if self._mode is not _Mode.STAGING:
            self.ignored += 1
            return
        try:
            self._parts[message.part] = puts_of(message.rows)
        except Unreadable:
            self._mode = _Mode.BROKEN
        self._wanted = message.parts
        self._moved = now

    def _replace(self, message: SnapshotEnd) -> BoardReplaced | None:
        if self._mode is not _Mode.STAGING:
            self.ignored += 1
            return None
        puts = [put for _, part in sorted(self._parts.items()) for put in part]
        whole = self._parts.keys() == set(range(self._wanted)) and len(puts) == message.rows
        self.lost()
        if not whole or Board.of(puts).digest() != message.digest:
            return None
        self._mode = _Mode.LIVE
        self.board.replace(puts)
        self.cursor = message.cursor
        self.at = message.at
        return BoardReplaced(tuple(puts), message.cursor, message.at)

    def _change(self, message: Delta, now: Millis) -> BoardChanged | None:
        catching_up = self._mode is _Mode.CATCHING_UP
        if message.to == self.cursor or not (catching_up or self.live):
            self.ignored += 1
            return None
        try:
            ops = changes_of(message.ops) if message.start == self.cursor else None
        except Unreadable:
            ops = None
        if ops is None:
            self._mode = _Mode.BROKEN
            return None
        self.cursor = message.to
        self.at = message.at
        self._moved = now
        if message.caught_up:
            self._mode = _Mode.LIVE
        silent = catching_up or message.replay
        return BoardChanged(
            ops=tuple(ops),
            changes=self.board.apply(ops),
            cursor=message.to,
            at=message.at,
            events=() if silent else message.events,
            done=message.done,
            replay=silent,
            caught_up=message.caught_up,
        )
