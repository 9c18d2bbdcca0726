"""The one bounded queue between the hub and a desk: frames in order, and how long nothing has moved."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from services.domain.report import Millis

MOST_FRAMES: Final = 256
MOST_BYTES: Final = 1024 * 1024
SOME_FRAMES: Final = 32
SOME_BYTES: Final = 256 * 1024
"""Above these a desk counts as behind: its deltas wait unframed, so that changes of one row merge."""
PATIENCE: Final[Millis] = 15_000
"""How long a desk may take nothing before it is closed with 4001."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One message ready for the wire.

    `view` is set for what belongs to a delta chain (a snapshot may replace it), `cursor` is where it leads the desk.
    """

    body: bytes
    view: str | None = None
    cursor: str | None = None


@dataclass(slots=True)
class Lane:
    """A desk's outgoing queue. It never blocks whoever fills it."""

    filled: Callable[[], None] = lambda: None
    """Called when something was put into it."""
    progress: Millis = 0
    """When a frame last left, or the queue was last empty."""
    _items: deque[Frame | Iterator[Frame]] = field(default_factory=deque)
    _bytes: int = 0

    def __bool__(self) -> bool:
        return bool(self._items)

    @property
    def behind(self) -> bool:
        """Whether deltas should wait and merge."""
        return len(self._items) >= SOME_FRAMES or self._bytes >= SOME_BYTES

    @property
    def streaming(self) -> bool:
        """Whether a snapshot still stands in it."""
        return any(not isinstance(item, Frame) for item in self._items)

    def full(self, waiting: int = 0) -> bool:
        """Return whether it is over its bound, `waiting` bytes of unframed changes included."""
        return len(self._items) >= MOST_FRAMES or self._bytes + waiting > MOST_BYTES

    def push(self, frame: Frame, now: Millis) -> None:
        """Add a frame at the end."""
        if not self._items:
            self.progress = now
        self._items.append(frame)
        self._bytes += len(frame.body)
        self.filled()

    def stream(self, frames: Iterator[Frame], now: Millis) -> None:
        """Add frames that are made only as they leave (a snapshot); they count as one frame and no bytes."""
        if not self._items:
            self.progress = now
        self._items.append(frames)
        self.filled()

    def pop(self) -> Frame | None:
        """Return the next frame to send, or None if there is none."""
        while self._items:
            head = self._items[0]
            if isinstance(head, Frame):
                self._items.popleft()
                self._bytes -= len(head.body)
                return head
            frame = next(head, None)
            if frame is not None:
                return frame
            self._items.popleft()
        return None

    def moved(self, now: Millis) -> None:
        """Note that the desk took something."""
        self.progress = now

    def stuck(self, now: Millis) -> bool:
        """Return whether something waits and the desk has taken nothing for 15 seconds."""
        return bool(self._items) and now - self.progress >= PATIENCE

    def drop_feed(self) -> None:
        """Throw away the deltas and snapshots waiting; answers stay."""
        kept = [item for item in self._items if isinstance(item, Frame) and item.view is None]
        self._items = deque(kept)
        self._bytes = sum(len(frame.body) for frame in kept)
