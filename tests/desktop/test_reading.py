"""What is read of the report under the focus: timeline and photos, and nothing of the one before."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from desktop.language import Languages
from desktop.reading import Reading
from services.feed.reading import Timeline
from tests.builders import NOW
from tests.desktop.at_hand import AtHand
from tests.desktop.conftest import Opened
from tests.desktop.looping import on_qt_loop, until
from tests.desktop.seat import seated


def a_picture() -> bytes:
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(QColor("orange"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs know the format as bytes only
    return bytes(buffer.data().data())


class Photos(BaseHTTPRequestHandler):
    """Has one photo, and one that is none."""

    asked: list[str] = []  # noqa: RUF012 - the server makes its own handlers

    def do_GET(self) -> None:
        """Answer."""
        name = self.path.removeprefix("/photos/").partition("?")[0]
        Photos.asked.append(name)
        self.send_response(200 if name in {"p-1", "p-2", "p-bad"} else 404)
        self.end_headers()
        self.wfile.write(b"no picture" if name == "p-bad" else a_picture())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in the standard library
        """Say nothing."""


@pytest.fixture
def photos() -> Iterator[str]:
    Photos.asked.clear()
    with HTTPServer(("127.0.0.1", 0), Photos) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"ws://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


class Heard:
    """A reading and what it has said."""

    def __init__(self, room: AtHand) -> None:
        self.reading = Reading(room.link)
        self.timelines: list[Timeline] = []
        self.photos: list[tuple[str, QImage | None]] = []
        self.reading.timeline.connect(self.timelines.append)
        self.reading.photo.connect(lambda photo, image: self.photos.append((photo, image)))


def history(*events: str) -> dict[str, Any]:
    return {"events": [{"event": name, "at": NOW, "by": "Sari", "source": None, "words": None} for name in events]}


@on_qt_loop
async def test_the_timeline_comes_and_comes_anew_when_the_report_changes(at_hand: Opened) -> None:
    async with at_hand() as room:
        await room.signed_in()
        heard = Heard(room)
        room.hub.gets["history"] = history("opened")
        heard.reading.show("r-1", ())
        await until(lambda: heard.timelines)

        room.hub.gets["history"] = history("opened", "acknowledged")
        for _ in range(5):
            heard.reading.changed("r-1")
        heard.reading.changed("r-2")

        await until(lambda: len(heard.timelines) == 2)
        assert len(heard.timelines[1].entries) == 2
        assert len(room.hub.said("get")) == 2, "however often it changed meanwhile"
        heard.reading.stop()


@on_qt_loop
async def test_an_answer_for_a_report_that_is_no_longer_shown_is_dropped(at_hand: Opened) -> None:
    async with at_hand() as room:
        await room.signed_in()
        heard = Heard(room)
        room.hub.gets["history"] = history("opened")

        heard.reading.show("r-1", ())
        heard.reading.show(None, ())
        await until(lambda: room.hub.said("get"))
        heard.reading.show("r-2", ())

        await until(lambda: heard.timelines)
        assert [get["report"] for get in room.hub.said("get")] == ["r-1", "r-2"]
        assert len(heard.timelines) == 1


@on_qt_loop
async def test_nothing_is_read_after_the_end(at_hand: Opened) -> None:
    async with at_hand() as room:
        await room.signed_in()
        heard = Heard(room)
        heard.reading.show("r-1", ())
        heard.reading.changed("r-1")
        heard.reading.stop()
        heard.reading.changed("r-1")
        await until(lambda: room.hub.said("get"))

        assert heard.timelines == []


@on_qt_loop
async def test_photos_come_as_images_once_and_what_is_none_as_none(at_hand: Opened, photos: str) -> None:
    async with at_hand(url=photos) as room:
        await room.signed_in()
        heard = Heard(room)

        heard.reading.show("r-1", ("p-1", "p-bad", "p-gone"))
        await until(lambda: len(heard.photos) == 3)
        heard.reading.fetch("p-1")

        came = {photo: image is not None for photo, image in heard.photos}
        assert came == {"p-1": True, "p-bad": False, "p-gone": False}
        assert len(heard.photos) == 4
        assert Photos.asked.count("p-1") == 1
        heard.reading.stop()


@on_qt_loop
async def test_only_the_latest_photos_are_kept(at_hand: Opened, photos: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.reading._KEPT_PHOTOS", 1)
    async with at_hand(url=photos) as room:
        heard = Heard(room)
        for count, photo in enumerate(("p-1", "p-2", "p-1"), start=1):
            heard.reading.fetch(photo)
            await until(lambda count=count: len(heard.photos) == count)  # type: ignore[misc] # as it is now
        assert Photos.asked == ["p-1", "p-2", "p-1"]


@on_qt_loop
async def test_a_photo_seen_before_is_there_at_once_and_one_that_is_added_comes(
    at_hand: Opened, indonesian: Languages, photos: str
) -> None:
    async with seated(partial(at_hand, url=photos), indonesian, r_07={"photos": ("p-1",)}) as seat:
        strip = seat.view.detail.detail.photos
        await seat.choose("r-07")
        await until(strip.complete)
        await seat.choose("r-08")

        await seat.choose("r-07")
        assert strip.complete(), "what is kept is shown again"
        await seat.room.put("r-07", "v2", photos=("p-1", "p-2"))
        await until(lambda: "p-2" in Photos.asked and strip.complete())
        assert Photos.asked.count("p-1") == 1
