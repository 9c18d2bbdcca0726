"""Which connection holds which desk: one at a time, the newer wins."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from services.hub.connection import Connection


@dataclass(slots=True)
class Seats:
    """All connections, and the desks of those that have signed in."""

    connections: set[Connection] = field(default_factory=set)
    _desks: dict[str, Connection] = field(default_factory=dict)

    def join(self, connection: Connection) -> None:
        """Note a new connection."""
        self.connections.add(connection)

    def sit(self, connection: Connection) -> Connection | None:
        """Give a connection its desk; return the one that had it."""
        older = self._desks.get(connection.desk)
        self._desks[connection.desk] = connection
        return older if older is not connection else None

    def leave(self, connection: Connection) -> None:
        """Forget a connection; its desk, too, unless a newer one has it."""
        self.connections.discard(connection)
        if self._desks.get(connection.desk) is connection:
            del self._desks[connection.desk]

    def signed_in(self) -> Iterator[Connection]:
        """Return the connections with a desk."""
        return iter(list(self._desks.values()))

    def waiting(self) -> Counter[str]:
        """Return how many have not signed in, by address."""
        return Counter(connection.address for connection in self.connections if connection.user is None)

    @property
    def unsigned(self) -> int:
        """How many have not signed in."""
        return self.waiting().total()

    def __len__(self) -> int:
        return len(self._desks)
