"""Answers that come after whoever asked is gone."""

from PySide6.QtCore import QObject, Signal
from shiboken6 import delete

from desktop.belonging import while_alive
from tests.desktop.conftest import Opened
from tests.desktop.looping import on_qt_loop, until


class Asker(QObject):
    """Says on what it has heard."""

    heard = Signal(object)


def test_an_answer_reaches_its_asker_and_nobody_once_he_is_gone() -> None:
    asker = Asker()
    came: list[object] = []
    asker.heard.connect(came.append)
    tell = while_alive(asker, asker.heard.emit)

    tell("first")
    delete(asker)
    tell("second")

    assert came == ["first"]


@on_qt_loop
async def test_the_feed_hands_nothing_to_who_is_gone_and_fails_of_nothing(at_hand: Opened) -> None:
    async with at_hand() as room:
        await room.signed_in()
        failed: list[BaseException] = []
        room.link.failed.connect(failed.append)
        asker = Asker()
        came: list[object] = []
        room.link.ask("history", asker.heard.emit, owner=asker, report="r-1")
        room.link.fetch_photo("p-1", asker.heard.emit, owner=asker)
        room.link.upload(b"image", "image/png", asker.heard.emit, owner=asker)
        delete(asker)

        room.link.ask("history", came.append, owner=room.link, report="r-1")
        room.link.fetch_photo("p-1", came.append, owner=room.link)
        await until(lambda: len(came) == 2)

        assert failed == []
