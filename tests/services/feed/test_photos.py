"""Photos come from the hub's own port, to whoever may see them, and never without end."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from services.feed import photos
from services.feed.address import Address, read_address
from services.feed.client import FeedClient
from services.feed.credentials import DeviceToken
from services.feed.local_store import NothingKept
from services.feed.photos import PhotoFailed, fetch
from tests.services.feed.builders import HandClock

PICTURE = b"\x89PNG" * 10


class Hub(BaseHTTPRequestHandler):
    """Has one photo for one token."""

    asked: str = ""

    def do_GET(self) -> None:
        """Answer."""
        Hub.asked = self.path
        if self.path.startswith("/photos/broken"):
            self.wfile.write(b"no http\r\n\r\n")
            return
        allowed = self.headers["Authorization"] == "Bearer good"
        there = self.path.startswith("/photos/p-1?")
        self.send_response(200 if there and allowed else 404 if allowed else 401)
        self.end_headers()
        self.wfile.write(PICTURE)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in the standard library
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[Address]:
    with HTTPServer(("127.0.0.1", 0), Hub) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield read_address(f"ws://127.0.0.1:{server.server_port}")
        server.shutdown()
        thread.join()


def test_a_photo_comes_in_the_size_asked_for(address: Address) -> None:
    assert fetch(address, "p-1", size="full", token="good") == PICTURE
    assert Hub.asked == "/photos/p-1?size=full"


def test_a_photo_one_may_not_see_is_none(address: Address) -> None:
    assert fetch(address, "p-2", size="thumb", token="good") is None


def test_an_id_is_no_path(address: Address) -> None:
    fetch(address, "../healthz?x", size="thumb", token="good")

    assert Hub.asked == "/photos/..%2Fhealthz%3Fx?size=thumb"


def test_a_hub_that_says_no_is_an_error(address: Address) -> None:
    with pytest.raises(PhotoFailed, match="401"):
        fetch(address, "p-1", size="thumb", token="bad")


def test_what_is_no_http_is_an_error(address: Address) -> None:
    with pytest.raises(PhotoFailed, match="BadStatusLine"):
        fetch(address, "broken", size="thumb", token="good")


def test_a_picture_without_end_is_cut_off(address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "MOST_BYTES", len(PICTURE) - 1)

    with pytest.raises(PhotoFailed):
        fetch(address, "p-1", size="thumb", token="good")


@pytest.mark.asyncio
async def test_a_client_fetches_with_the_token_it_has(address: Address) -> None:
    client = FeedClient(
        address.feed,
        NothingKept(),
        desk="d-1",
        credentials=DeviceToken("good"),
        on_output=lambda _output: None,
        clock=HandClock(),
        chance=lambda: 0.5,
    )

    assert await client.photo("p-1") == PICTURE
    assert await client.photo("p-2", "full") is None


def test_an_encrypted_hub_is_asked_encrypted() -> None:
    with pytest.raises(OSError, match="refused"):
        fetch(read_address("wss://127.0.0.1:1"), "p-1", size="thumb", token="good")
