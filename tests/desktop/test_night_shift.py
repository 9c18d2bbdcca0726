"""A night shift at a real hub: a landslide comes in while twenty reports are worked through by keys alone."""

import asyncio
from dataclasses import dataclass, field

from PySide6.QtWidgets import QApplication

from desktop.shell import Shell
from services.feed.outputs import Answered
from tests.desktop.hands import press, write
from tests.desktop.looping import on_qt_loop, until
from tests.desktop.office import OpenOffice, choose, foot, link_of, row, settled, view_of
from tests.end_to_end.steps import open_many, opened
from tests.end_to_end.wire import WireDesk
from widgets.models.queue_model import QueueModel

TWENTY = 20
AT_ONCE, LEAST, MOST = 20, 100, 600
"""Reports of the landslide: in one go, and in all."""
_SIXTH = 6


@dataclass
class Shift:
    """A window, what it was answered, and where the report under the focus was seen at every frame."""

    shell: Shell
    answers: list[Answered] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    orders: int = 0
    windows: int = 0
    _seen: tuple[str, float] | None = None

    def __post_init__(self) -> None:
        self.windows = shown_windows()
        link_of(self.shell).answered.connect(self.answers.append)

    def place(self) -> tuple[str, float] | None:
        """The report under the focus, and how far below the top of the list it is seen; None where it is not."""
        queue = view_of(self.shell).queue
        model = queue.findChild(QueueModel)
        assert isinstance(model, QueueModel)
        chosen = queue.view.chosen
        sight = ((model.report_at(at), rect.top()) for at, rect in queue.view.in_sight())
        return next(((report, top) for report, top in sight if report is not None and report == chosen), None)

    def begin(self) -> None:
        """Look after the report that was just put under the focus."""
        self._seen = self.place()

    def act(self, *keys: str) -> None:
        """Press keys: only now may another report come under the focus, or this one move."""
        self.look()
        press(self.shell, *keys)
        self.begin()

    def look(self) -> None:
        """Note it where the report under the focus is elsewhere since the last key."""
        now = self.place()
        if self._seen is not None and now != self._seen:
            self.moved.append(f"{self._seen} -> {now}")
        self._seen = now

    def answered(self) -> bool:
        """Whether every order is answered; looks after the row every time it is asked."""
        self.look()
        return len(self.answers) >= self.orders


def shown_windows() -> int:
    """How many windows there are on the screen, menus and dialogs too."""
    return sum(widget.isVisible() for widget in QApplication.topLevelWidgets())


async def rain(connector: WireDesk, over: asyncio.Event) -> list[str]:
    """Let a landslide come in for as long as somebody works, some at a time; return its reports."""
    reports: list[str] = []
    while len(reports) < (LEAST if over.is_set() else MOST):
        reports += await open_many(connector, AT_ONCE, system="longsor", label="tanah_longsor")
    return reports


async def on_duty(room_desk: WireDesk, shell: Shell, squad: str) -> None:
    """Have everybody of a squad come to work, so that the suggestion names a member."""
    members = [id_ for id_, entry in link_of(shell).board.entries("member").items() if entry.row.squad == squad]
    for member in members:
        assert (await room_desk.command("member_on", member=member))["ok"]
    await until(lambda: all(link_of(shell).board.entries("member")[one].row.on for one in members))


async def work(shift: Shift, report: str, n: int) -> int:
    """Do with a report what its number says; return how many orders that gave."""
    shell = shift.shell
    await choose(shell, report)
    shift.begin()
    match n % _SIXTH:
        case 0:
            shift.act("A")
            await settled(shell, report, state="queued")
            await until(lambda: view_of(shell).detail.card.look is not None)
            shift.act("T", "1")
            return 2
        case 1:
            shift.act("P", "4", "1")
            return 1
        case 2:
            shift.act("E", "1", "1")
            return 1
        case 3:
            shift.act("Q", "5", "3")
            await until(lambda: foot(shell) != "")
            shift.act("Z")
            return 2
        case 4:
            shift.act("N")
            write(shell, "Sudah ditelepon")
            shift.act("Enter")
            return 1
        case _:
            shift.act("B", "1", "Ctrl+Enter")
            return 1


@on_qt_loop
async def test_twenty_reports_by_keys_while_a_landslide_comes_in(office: OpenOffice) -> None:
    async with office() as room:
        connector, flood = await room.hub.sign_in("lapor"), await room.hub.sign_in("lapor")
        budi = await room.hub.board("budi")
        sari = await room.room("sari")
        await on_duty(budi, sari, "orange")
        reports = [await opened(connector, "jalan_rusak", text=f"Lubang {n}") for n in range(TWENTY)]
        await until(lambda: all(row(sari, report) for report in reports))
        shift = Shift(sari)

        over = asyncio.Event()
        landslide = asyncio.create_task(rain(flood, over))
        for n, report in enumerate(reports):
            shift.orders += await work(shift, report, n)
            await until(shift.answered)
        over.set()
        came = await landslide
        order = view_of(sari).queue.order
        await until(lambda: shift.answered() and all(order.position_of(report) is not None for report in came))
        shift.look()

        assert [answer for answer in shift.answers if not answer.ok] == []
        assert len(shift.answers) == shift.orders
        assert shift.moved == []
        assert shown_windows() == shift.windows
        assert link_of(sari).state.waiting == 0
