"""A hub of its own process, windows at it, and desks that know nothing but the wire."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.app import Options, open_shell
from desktop.dispatcher import DispatcherView
from desktop.failures import Failures
from desktop.link import FeedLink
from desktop.shell import Shell
from services.domain.rows import ReportRow
from tests.desktop.hands import press, sit_down, write
from tests.desktop.looping import a_moment, until
from tests.end_to_end.hub_process import PASSWORD, HubProcess
from tests.end_to_end.steps import opened
from tests.end_to_end.wire import WireDesk
from widgets.sign_in import SignInForm


class Office:
    """Windows at a hub, each on a PC of its own."""

    def __init__(self, hub: HubProcess, folder: Path) -> None:
        self.hub, self.folder = hub, folder
        self.failures = Failures()
        self.shells: list[Shell] = []

    async def window(
        self, user: str = "", password: str = "", *, hub: str | None = None, language: str = "id", pc: str = "pc-1"
    ) -> Shell:
        """Open a window, signing in if a password is given."""
        options = Options(
            hub=hub or self.hub.url,
            user=user,
            password=password,
            folder=self.folder / pc,
            language=language,
            demo=True,
        )
        shell = open_shell(options, self.failures)
        self.shells.append(shell)
        await sit_down(shell)
        return shell

    async def room(self, user: str, *, pc: str = "pc-1") -> Shell:
        """Open a window and wait until its board is there."""
        shell = await self.window(user, PASSWORD, pc=pc)
        await until(shell.open_and_late)
        return shell

    async def report(self, connector: WireDesk, shell: Shell, label: str = "banjir") -> str:
        """Have a report come in, and put the window's focus on it."""
        report = await opened(connector, label)
        await until(lambda: row(shell, report))
        await choose(shell, report)
        return report

    async def leave(self, shell: Shell) -> None:
        """Take one window down."""
        self.shells.remove(shell)
        await shell.take_down()

    async def close(self) -> None:
        """Take every window down and let every desk leave."""
        for shell in self.shells:
            await shell.take_down()
        await self.hub.leave()
        await a_moment()


OpenOffice = Callable[[], AbstractAsyncContextManager[Office]]


def view_of(shell: Shell) -> DispatcherView:
    """The room of a window in which somebody is signed in."""
    assert shell.view is not None
    return shell.view


def link_of(shell: Shell) -> FeedLink:
    """The feed of a window in which somebody has tried to sign in."""
    assert shell.link is not None
    return shell.link


def row(shell: Shell, report: str) -> ReportRow | None:
    """A report as the hub has it, on a window's board."""
    entry = link_of(shell).board.entries("report").get(report)
    return None if entry is None else entry.row


def foot(shell: Shell) -> str:
    """What is told at the foot of the queue."""
    message = view_of(shell).queue.foot.message
    return "" if message is None else message.words


def said(shell: Shell) -> set[str]:
    """What stands on the labels of the page that is shown."""
    return {label.text() for label in shell.findChildren(QLabel) if label.isVisible() and label.text()}


async def choose(shell: Shell, report: str) -> None:
    """Put the focus on a report."""
    queue = view_of(shell).queue.view

    def there() -> bool:
        queue.choose(report)
        return view_of(shell).detail.report == report

    await until(there)
    queue.setFocus(Qt.FocusReason.OtherFocusReason)


def fields(shell: Shell) -> tuple[QLineEdit, QLineEdit]:
    """The fields of the sign-in page: name and password."""
    form = shell.findChild(SignInForm)
    assert isinstance(form, SignInForm)
    name, secret = form.findChildren(QLineEdit)
    return name, secret


async def sign_in_by_hand(shell: Shell, user: str, password: str) -> None:
    """Fill the form in, and wait for an answer."""
    name, secret = fields(shell)
    await until(name.isEnabled)
    name.clear()
    name.setFocus()
    write(shell, user)
    press(shell, "Enter")
    assert shell.focusWidget() is secret
    write(shell, password)
    press(shell, "Enter")
    assert secret.text() == "", "a password is forgotten as soon as it is said"
    await until(lambda: name.isEnabled() or not name.isVisible())


async def settled(shell: Shell, report: str, **values: object) -> None:
    """Wait until a window's board has a report so, and nothing of it waits for the hub."""

    def so() -> bool:
        now = row(shell, report)
        return now is not None and all(getattr(now, name) == value for name, value in values.items())

    await until(lambda: so() and link_of(shell).state.waiting == 0)
    await until(lambda: not link_of(shell).waits_for_frame)
