"""A desk at a hub by hand, and everything it has said."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from PySide6.QtCore import SignalInstance

from desktop.desk import Acted, ConflictNews, Desk, Frame, Refusal
from desktop.link import FeedLink
from services.domain.rows import LabelRow, MemberRow, SquadRow
from services.feed.outputs import Answered, LinkChanged, LinkState
from tests.builders import LABELS, NOW
from tests.desktop.looping import until
from tests.services.feed.builders import HandClock
from tests.services.feed.hub_by_hand import HubByHand, Message
from tests.widgets.rows import MEMBERS

SQUADS = ("pink", "white", "orange", "blue", "yellow", "red")


@dataclass
class AtHand:
    """A hub, a clock, a feed and the desk on it."""

    hub: HubByHand
    clock: HandClock
    link: FeedLink
    desk: Desk
    frames: list[Frame] = field(default_factory=list)
    acted: list[Acted] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    conflicts: list[ConflictNews] = field(default_factory=list)
    answers: list[Answered] = field(default_factory=list)
    links: list[LinkChanged] = field(default_factory=list)
    replaced: int = 0
    surroundings: int = 0

    def __post_init__(self) -> None:
        heard: tuple[tuple[SignalInstance, Callable[[Any], None]], ...] = (
            (self.desk.frame, self.frames.append),
            (self.desk.acted, self.acted.append),
            (self.desk.refused, self.refused.append),
            (self.desk.conflicted, self.conflicts.append),
            (self.link.answered, self.answers.append),
            (self.link.link_changed, self.links.append),
        )
        for signal, hear in heard:
            signal.connect(hear)
        self.desk.replaced.connect(self._count_replaced)
        self.desk.surroundings.connect(self._count_surroundings)

    async def signed_in(self) -> None:
        """Let the desk sign in and its board come."""
        await self.clock.wind(0.01)
        await until(lambda: self.links and self.links[-1].link.state is LinkState.LIVE)
        await self.framed()

    async def put(self, report: str, rev: str, **changes: Any) -> None:
        """Have a row at the hub, and wait until the desk shows it as the hub has it."""
        done: list[str] = changes.pop("done", [])
        by = changes.pop("event_by", None)
        events = [] if by is None else [{"event": "acknowledged", "report": report, "by": by, "at": NOW}]
        self.tell(self.hub.put(report, rev, **changes), done=done, events=events)
        await until(lambda: self.desk.base(report) == rev)
        await self.framed()

    async def framed(self) -> None:
        """Wait until the desk has told the last frame."""
        await until(lambda: not self.link.waits_for_frame)

    def tell(self, *ops: Message, **members: Any) -> None:
        """Say a delta."""
        self.hub.say(self.hub.delta(*ops, **members))

    async def ordered(self, count: int = 1) -> Message:
        """Wait until the hub has heard so many commands; return the last."""
        await until(lambda: len(self.hub.said("command")) >= count)
        return self.hub.said("command")[-1]

    async def answered(self, count: int = 1) -> Answered:
        """Wait until so many commands are answered; return the last answer."""
        await until(lambda: len(self.answers) >= count)
        return self.answers[-1]

    def let_go(self) -> None:
        """Let go of what Qt holds."""
        self.desk.deleteLater()
        self.link.deleteLater()

    def _count_replaced(self) -> None:
        self.replaced += 1

    def _count_surroundings(self) -> None:
        self.surroundings += 1


def furnish(hub: HubByHand) -> None:
    """Give a hub squads, members and labels to speak of."""
    for squad in SQUADS:
        _have(hub, "squad", squad, a_squad_row())
    for member, row in MEMBERS.items():
        if row.squad != "shadow":
            _have(hub, "member", member, row)
    for key, label in LABELS.items():
        if not label.covert:
            name = {"id": label.name_id, "en": label.name_en}
            _have(hub, "label", key, a_label_row(name=name, squad=label.squad))


def _have(hub: HubByHand, kind: str, id_: str, row: SquadRow | MemberRow | LabelRow) -> None:
    hub.rows[kind, id_] = {"kind": kind, "id": id_, "rev": f"{kind}-1", "value": asdict(row)}


def a_squad_row() -> SquadRow:
    """A squad with some figures."""
    return SquadRow(
        open=3, late=1, unassigned=1, to_verify=0, on=2, window_days=28, n=40, p50=1_560_000, p50_reached=True,
        used50=0.62, in_target=None, at=NOW,
    )  # fmt: skip


def a_label_row(**changes: Any) -> LabelRow:
    """A label of the policy."""
    values: dict[str, Any] = {
        "name": {"id": "Jalan rusak", "en": "Damaged road"}, "squad": "orange", "priority": "P3", "calendar": "always",
        "first": {}, "resolve": {}, "sensitive": False, "active": True, "policy": 1, "icon": "", "call": None,
    }  # fmt: skip
    return LabelRow(**{**values, **changes})
