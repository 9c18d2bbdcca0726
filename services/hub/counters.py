"""What the hub counts of itself for `/metrics` and the log; nothing here can betray the covert squad."""

from collections import Counter
from dataclasses import dataclass, field

from services.domain.report import Millis


@dataclass(slots=True)
class Counters:
    """Counts of connections and of what was wrong with them; never of commands, reports or positions."""

    since: Millis
    unsigned: int = 0
    """Connections that have not signed in yet."""
    desks: int = 0
    opened: int = 0
    refused: int = 0
    """Sign-ins turned away."""
    closed: Counter[int] = field(default_factory=Counter)
    """Connections the hub ended, by close code."""
    ignored: int = 0
    """Messages and members of unknown names."""
    failures: int = 0
    """Requests answered `internal`."""

    def text(self, now: Millis) -> str:
        """Return them in Prometheus' text format."""
        lines = [
            *_gauge("pendopo_up_seconds", (now - self.since) // 1000),
            *_gauge("pendopo_desks", self.desks),
            *_gauge("pendopo_unsigned_connections", self.unsigned),
            *_counter("pendopo_connections_total", self.opened),
            *_counter("pendopo_sign_ins_refused_total", self.refused),
            *_counter("pendopo_unknown_names_total", self.ignored),
            *_counter("pendopo_failures_total", self.failures),
            "# TYPE pendopo_closed_total counter",
            *(f'pendopo_closed_total{{code="{code}"}} {count}' for code, count in sorted(self.closed.items())),
        ]
        return "\n".join(lines) + "\n"


def _gauge(name: str, value: int) -> tuple[str, str]:
    return f"# TYPE {name} gauge", f"{name} {value}"


def _counter(name: str, value: int) -> tuple[str, str]:
    return f"# TYPE {name} counter", f"{name} {value}"
