"""The states a picture can show: each is brought about in the real window at the real hub, as in life."""

import shutil
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import pause
from desktop.dispatcher import DispatcherView
from desktop.link import FeedLink
from desktop.rooms import DemoRoom
from desktop.shell import Shell
from services.domain.commands import Reassign, TakeClaim
from services.domain.squads import Squad
from services.feed.credentials import Password
from services.feed.outputs import Link, LinkChanged, LinkState, SignInRefused
from widgets.models.queue_marks import Sieve

_TRIES, _PAUSE = 800, 0.05
_OTHER = "rizal"
_NAMED = MappingProxyType({"Enter": Qt.Key.Key_Return, "Esc": Qt.Key.Key_Escape, "Space": Qt.Key.Key_Space})


class StateFailed(RuntimeError):
    """A state could not be brought about; the message says what was missing."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The window that is drawn and the room behind it."""

    shell: Shell
    room: DemoRoom
    others: list[FeedLink] = field(default_factory=list)
    """Desks of other people, until the picture is drawn."""

    async def leave(self) -> None:
        """Let the other people go."""
        for other in self.others:
            await other.close()
        self.others.clear()

    @property
    def view(self) -> DispatcherView:
        """The room of the window."""
        if self.shell.view is None:
            raise StateFailed("nobody is signed in")
        return self.shell.view

    @property
    def link(self) -> FeedLink:
        """The feed of the window."""
        if self.shell.link is None:
            raise StateFailed("no feed is open")
        return self.shell.link

    async def press(self, *keys: str) -> None:
        """Press keys in whatever has the focus: a letter, `Enter`, `Ctrl+K`, or `"words` to type them."""
        for key in keys:
            self._press(QApplication.focusWidget() or self.view.queue.view, key)
            await pause(_PAUSE)

    def _press(self, widget: QWidget, key: str) -> None:
        if key.startswith('"'):
            QTest.keyClicks(widget, key[1:])
            return
        held, _, name = key.rpartition("+")
        modifier = {
            "": Qt.KeyboardModifier.NoModifier,
            "Ctrl": Qt.KeyboardModifier.ControlModifier,
            "Shift": Qt.KeyboardModifier.ShiftModifier,
            "Alt": Qt.KeyboardModifier.AltModifier,
        }[held]
        named = _NAMED.get(name)
        QTest.keyClick(widget, named if named is not None else Qt.Key(ord(name.upper())), modifier)


async def until(true: Callable[[], object], what: str) -> None:
    """Wait until something holds.

    Raises:
        StateFailed: it did not within forty seconds.
    """
    for _ in range(_TRIES):
        if true():
            return
        await pause(_PAUSE)
    raise StateFailed(f"{what} did not come about")


async def _as_it_is(scene: Scene) -> None:
    del scene


async def _empty(scene: Scene) -> None:
    """A queue in which nothing is left to do."""
    view = scene.view
    empty = [Sieve(squad=squad.value) for squad in Squad] + [Sieve(extra=name) for name in ("mine", "to_verify")]
    nothing = next((sieve for sieve in empty if not view.queue.order.count_of(sieve)), None)
    if nothing is None:
        raise StateFailed("a queue without reports")
    view.queue.show_queue(nothing)


async def _loading(scene: Scene) -> None:
    """The first seconds, before the board is there."""
    view = scene.view
    view.queue.view.set_board({}, scene.shell.clock())
    view.queue.view.set_loading(True)
    view.detail.show_report("")
    await pause(0.3)


async def _photo(scene: Scene) -> None:
    """A photo the hub cannot give."""
    for folder in (scene.room.folder / "hub").rglob("photos"):
        shutil.rmtree(folder, ignore_errors=True)
    view = scene.view
    shown = view.detail.report
    ids = view.queue.order.ids(0, view.queue.order.counts.total)
    desk = scene.shell.desk
    other = next(
        (id_ for id_ in ids if id_ != shown and desk and (row := desk.row(id_)) is not None and row.photos), None
    )
    view.queue.view.choose(other)
    await pause(1.0)


async def _lost(scene: Scene) -> None:
    """The hub is gone, and three acts wait on this PC."""
    scene.room.stop_hub()
    await until(lambda: scene.link.state.state is LinkState.LOST, "a lost link")
    for _ in range(3):
        await scene.press("N", '"Sudah ditelepon, belum diangkat', "Enter", "J")
    await pause(1.2)


async def _conflict(scene: Scene) -> None:
    """Somebody else moved the report while the act was being chosen."""
    other, desk = await _other_desk(scene), scene.shell.desk
    report = scene.view.detail.report or ""
    await scene.press("P")
    base = other.board.entries("report")[report].rev
    other.order(Reassign(squad=Squad.YELLOW, reason="wrong_squad"), report, base)
    await until(lambda: scene.link.board.entries("report")[report].rev != base, "the other's act")
    await scene.press("4", "1")
    await until(lambda: desk is not None and desk.conflict(report) is not None, "the conflict")
    scene.view.queue.view.choose(report)
    await pause(1.5)  # its photos come, or say that they do not


async def _presence(scene: Scene) -> None:
    """Somebody else looks at the same report; his desk stays until the picture is drawn."""
    other = await _other_desk(scene)
    other.look(scene.view.detail.report)
    await pause(0.5)


async def _refused(scene: Scene) -> None:
    """The hub says no."""
    desk = scene.shell.desk
    if desk is None:
        raise StateFailed("nobody is signed in")
    closed = next((id_ for id_, row in desk.rows().items() if row.state == "closed"), None)
    if closed is None:
        raise StateFailed("a closed report on the board")
    desk.order(TakeClaim(), closed)
    await pause(0.5)


async def _old(scene: Scene) -> None:
    """The hub speaks a newer protocol than this desk."""
    stopped = Link(state=LinkState.STOPPED, since=scene.link.now, why="version")
    scene.link.link_changed.emit(LinkChanged(stopped))
    scene.link.refused.emit(SignInRefused("version"))
    await pause(0.1)


async def _signed_out(scene: Scene) -> None:
    scene.shell.sign_out()
    await pause(0.2)


async def _other_desk(scene: Scene) -> FeedLink:
    """Return a second dispatcher's feed, signed in and with the board there."""
    link = FeedLink(
        scene.room.url,
        Password(_OTHER, scene.room.password_of(_OTHER)),
        folder=scene.room.folder / "other",
        language="id",
        parent=scene.shell,
    )
    link.start()
    scene.others.append(link)
    await until(lambda: link.state.state is LinkState.LIVE and len(link.board), "a second desk")
    return link


def _keys(*keys: str) -> Callable[[Scene], Awaitable[None]]:
    async def press(scene: Scene) -> None:
        await scene.press(*keys)
        await pause(0.4)

    return press


STATES: Mapping[str, Callable[[Scene], Awaitable[None]]] = MappingProxyType(
    {
        "live": _as_it_is,
        "empty": _empty,
        "loading": _loading,
        "photo": _photo,
        "lost": _lost,
        "conflict": _conflict,
        "presence": _presence,
        "refused": _refused,
        "old": _old,
        "signed-out": _signed_out,
        "question": _keys("P"),
        "undo": _keys("P", "4", "1"),
        "bulk": _keys("X", "Shift+J", "Shift+J", "P"),
        "palette": _keys("Ctrl+K"),
        "keys": _keys("Shift+?"),
        "filter": _keys("/", '"jembatan'),
        "new-report": _keys("I"),
        "reply": _keys("B"),
        "merge": _keys("G"),
        "table": _keys("Ctrl+T"),
    }
)
"""Name on the command line -> what brings the state about, with the room open and a report chosen."""
