"""The two names of a command: the desk's own, given at once, and its key on the wire, given when it leaves."""

from collections.abc import Iterable

from services.protocol.outbox import Order

REMEMBERED = 1_000
"""Commands whose keys are still known: `undo` may come for ten seconds, an effect may show after the answer."""


class Names:
    """The tags and keys of one desk's commands."""

    def __init__(self, desk: str, orders: Iterable[Order] = ()) -> None:
        self._desk = desk
        self._keys: dict[str, str] = {}
        self._tags: dict[str, str] = {}
        self._undone: set[str] = set()
        for order in orders:
            self.numbered(order)

    def numbered(self, order: Order) -> None:
        """Note the number an order has got; it may be another one than before."""
        if order.n is None:
            return
        self._tags.pop(self._keys.pop(order.tag, ""), None)
        key = f"{self._desk}.{order.n}"
        self._keys[order.tag] = key
        self._tags[key] = order.tag
        if len(self._keys) > REMEMBERED:
            oldest = next(iter(self._keys))
            self._tags.pop(self._keys.pop(oldest), None)
            self._undone.discard(oldest)

    def key_of(self, tag: str) -> str | None:
        """Return a command's key on the wire, or None if it has not left."""
        return self._keys.get(tag)

    def answered(self, tag: str) -> None:
        """Note that the hub has carried out a command; its effect may not be on the board yet."""
        self._undone.add(tag)

    def done(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return the tags of commands whose effect is on the board now."""
        tags = tuple(self._tags.get(key, key) for key in keys)
        self._undone.difference_update(tags)
        return tags

    def all_done(self) -> tuple[str, ...]:
        """Return the tags of all commands carried out so far: a snapshot has the effects of every one of them."""
        tags, self._undone = tuple(sorted(self._undone)), set()
        return tags
