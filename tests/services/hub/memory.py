"""A state of the hub without a disk: what one transaction reads and writes, in dictionaries."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from services.domain.events import Event, MemberEvent
from services.domain.people import Member, User
from services.domain.places import Gazetteer
from services.domain.report import Millis, Report
from services.hub.dispatch import execute
from services.hub.draw import Draw
from services.hub.orders import Executed, House, Intake, Order
from services.protocol.envelopes import read_envelope
from services.protocol.revs import Revs
from services.store.kept import Changed, Command, DeskHead, Head, Held, Logged, RowKey, RowVersion, StoredAnswer
from tests.builders import MEMBERS, NOW, a_policy

REVS = Revs(b"r" * 32)


@dataclass
class MemoryState:
    """Keeps everything; `clock` moves only when a test moves it."""

    clock: Millis = NOW
    log: list[Logged] = field(default_factory=list)
    reports: dict[str, Report] = field(default_factory=dict)
    answers: dict[tuple[str, int], StoredAnswer] = field(default_factory=dict)
    heads: dict[str, DeskHead] = field(default_factory=dict)
    versions: dict[RowKey, RowVersion] = field(default_factory=dict)
    people: dict[str, Member] = field(default_factory=lambda: {member.id: member for member in MEMBERS})
    sealed: list[str] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    cleared: frozenset[str] = frozenset()
    uploads: dict[str, str] = field(default_factory=dict)
    attached: list[str] = field(default_factory=list)

    def now(self) -> Millis:
        return self.clock

    def answer(self, desk: str, n: int) -> StoredAnswer | None:
        return self.answers.get((desk, n))

    def put_answer(self, desk: str, n: int, answer: StoredAnswer) -> None:
        head = self.heads.get(desk, DeskHead("", 0))
        assert n == head.last_command + 1
        self.answers[desk, n] = answer
        self.heads[desk] = DeskHead(head.user, n)

    def desk_head(self, desk: str) -> DeskHead | None:
        return self.heads.get(desk)

    def load_report(self, report: str) -> Report | None:
        return self.reports.get(report)

    def save_report(self, report: Report, seq: int) -> None:
        assert 0 < seq <= len(self.log)
        self.reports[report.id] = report

    def find_source(self, system: str, source: str) -> list[str]:
        wanted = (system, source)
        return [one.id for one in self.reports.values() if (one.source_system, one.source_id) == wanted]

    def uploader(self, photo: str) -> str | None:
        return self.uploads.get(photo)

    def attach_photo(self, photo: str) -> None:
        self.attached.append(photo)

    def number_taken(self, number: str) -> bool:
        return any(report.number == number for report in self.reports.values())

    def append(self, events: Sequence[Event | MemberEvent], *, txn: str, at: Millis) -> int:
        assert events
        assert not self.log or at >= self.log[-1].event.at
        self.log += [Logged(len(self.log) + n, txn, event) for n, event in enumerate(events, start=1)]
        return len(self.log)

    def history(self, report: str) -> list[Logged]:
        return [logged for logged in self.log if logged.event.report == report]

    def done(self, key: str) -> list[Logged]:
        return [logged for logged in self.log if logged.txn == key]

    def hold_message(self, message: Held) -> None:
        self.held.append(message)

    def head(self) -> Head:
        return Head(len(self.log), self.log[-1].event.at if self.log else 0, "e-1")

    def seq_at(self, at: Millis) -> int:
        return sum(logged.event.at <= at for logged in self.log)

    def changed_since(self, seq: int) -> list[Changed]:
        last = {logged.event.report: logged.seq for logged in self.log if logged.seq > seq}
        return [Changed(report, n) for report, n in last.items() if report in self.reports]

    def keys_since(self, desk: str, seq: int) -> list[Command]:
        last = {logged.txn: logged.seq for logged in self.log if logged.txn.startswith(f"{desk}.")}
        return [Command(key, n) for key, n in last.items() if n > seq]

    def row_version(self, key: RowKey) -> RowVersion | None:
        return self.versions.get(key)

    def save_row_version(self, key: RowKey, version: RowVersion) -> None:
        self.versions[key] = version

    def member(self, member: str) -> Member | None:
        return self.people.get(member)

    def members(self) -> list[Member]:
        return list(self.people.values())

    def save_member(self, member: Member) -> None:
        self.people[member.id] = member

    def seal(self, words: str) -> str:
        """Keep a reporter's words apart; return their reference."""
        self.sealed.append(words)
        return f"i-{len(self.sealed)}"

    @property
    def intake(self) -> Intake:
        """What `open` needs besides."""
        return Intake(cleared=lambda: self.cleared, seal=self.seal)


class Counting:
    """Chance that counts, so that ids are drawn in an order a test can repeat."""

    def __init__(self, start: int = 0) -> None:
        self._next = start

    def bits(self, count: int) -> int:
        """Return the next number."""
        self._next += 1
        return self._next % (1 << count)


def a_house(**changes: Any) -> House:
    """What commands are decided with."""
    parts: dict[str, Any] = {
        "policy": a_policy(),
        "gazetteer": Gazetteer((), {}),
        "revs": REVS,
        "draw": Draw(Counting().bits),
        "has_photo": lambda photo: photo.startswith("p-"),
    }
    return House(**{**parts, **changes})


def an_order(actor: User, n: int, command: str, report: str | None = None, **args: Any) -> Order:
    """The `n`th command of the actor's desk; `base` is taken out of the arguments."""
    desk = f"d-{actor.id}"
    item: dict[str, Any] = {"key": f"{desk}.{n}", "command": command, "report": report}
    if "base" in args:
        item["base"] = args.pop("base")
    envelope = read_envelope({**item, "args": args}, desk)
    assert envelope is not None
    return Order(envelope, desk, actor)


@dataclass
class Bench:
    """A house, a state and how far each desk has come: gives commands one after the other."""

    state: MemoryState = field(default_factory=MemoryState)
    house: House = field(default_factory=a_house)

    def give(self, actor: User, command: str, report: str | None = None, **args: Any) -> Executed:
        """Carry out the next command of the actor's desk."""
        head = self.state.heads.get(f"d-{actor.id}")
        order = an_order(actor, (head.last_command if head else 0) + 1, command, report, **args)
        return execute(self.state, order, house=self.house, intake=self.state.intake)

    def opened(self, actor: User, **args: Any) -> str:
        """Open a report and return its id."""
        outcome = self.give(actor, "open", **{"label": "jalan_rusak", "text": "Lubang", **args}).outcome
        assert outcome.ok
        assert outcome.report is not None
        return outcome.report

    def rev(self, report: str, projection: str = "desk") -> str:
        """Return the newest rev of a report's row."""
        n = self.state.versions[RowKey("report", report, projection)].n
        return self.house.revs.rev(projection, "report", id_=report, n=n)
