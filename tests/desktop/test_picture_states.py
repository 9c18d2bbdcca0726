"""Every state a picture can show comes about at a real hub; and the key card."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app import Options, open_shell
from desktop.failures import Failures
from desktop.key_card import CardFailed, draw_key_card
from desktop.language import Languages
from desktop.picture_states import STATES, Scene, StateFailed, until
from desktop.rooms import DemoRoom
from desktop.shell import Shell
from tests.desktop.looping import a_moment, on_qt_loop
from tests.desktop.looping import until as in_time
from tests.desktop.office import view_of

ELSEWHERE = {"lost", "photo", "conflict", "undo"}
"""States that take half a minute or change the room for the next test; `test_shell` and `test_dispatcher` have them."""


@pytest.fixture(scope="module")
def room() -> Iterator[DemoRoom]:
    """A believable room that all states are drawn in."""
    with DemoRoom("sari", live=False) as made:
        yield made


def foot(shell: Shell) -> str:
    """What stands at the foot of the queue."""
    message = view_of(shell).queue.foot.message
    return "" if message is None else message.words


SHOWN: dict[str, Callable[[Shell], object]] = {
    "empty": lambda shell: view_of(shell).queue.order.counts.total == 0,
    "refused": lambda shell: "Tidak bisa dipegang" in foot(shell) or "ditutup" in foot(shell),
    "question": lambda shell: view_of(shell).detail.prompt.asking,
    "old": lambda shell: "perbarui" in foot(shell) or shell.view is not None,
    "signed-out": lambda shell: shell.view is None,
}


@pytest.mark.parametrize("state", sorted(set(STATES) - ELSEWHERE))
@on_qt_loop
async def test_a_state_is_brought_about_in_the_real_window(
    room: DemoRoom, tmp_path: Path, qapp: QApplication, state: str
) -> None:
    del qapp
    options = Options(
        hub=room.url,
        user="sari",
        password=room.sitter.password,
        language="id",
        folder=tmp_path,
        demo=True,
    )
    failures = Failures()
    shell = open_shell(options, failures)
    scene = Scene(shell, room)
    try:
        shell.resize(1536, 864)
        shell.show()
        await in_time(shell.open_and_late)
        shell.choose_telling()
        await STATES[state](scene)
        assert not shell.grab().isNull()
        assert SHOWN.get(state, bool)(shell)
    finally:
        await scene.leave()
        await shell.take_down()
        await a_moment()
    assert failures.count == 0


@on_qt_loop
async def test_a_state_that_does_not_come_about_is_named(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    del qapp
    monkeypatch.setattr("desktop.picture_states._TRIES", 2)
    with pytest.raises(StateFailed, match="snow did not come about"):
        await until(lambda: False, "snow")


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_key_card_is_one_sheet(tmp_path: Path, indonesian: Languages, language: str) -> None:
    indonesian.use("en" if language == "en" else "id")
    card = tmp_path / "card.pdf"

    draw_key_card(card)

    drawn = card.read_bytes()
    assert drawn.startswith(b"%PDF-")
    assert drawn.count(b"/Type /Page\n") == 1


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_card_that_cannot_be_written_is_said(tmp_path: Path, indonesian: Languages) -> None:
    del indonesian
    with pytest.raises(CardFailed, match="cannot be written"):
        draw_key_card(tmp_path / "no" / "card.pdf")
