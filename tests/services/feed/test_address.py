"""In the clear on this machine only; everywhere else encrypted."""

import pytest

from services.feed.address import Address, BadAddress, read_address


@pytest.mark.parametrize(
    ("url", "feed", "address"),
    [
        ("ws://127.0.0.1:8765", "ws://127.0.0.1:8765", Address("127.0.0.1", 8765, safe=False)),
        ("ws://localhost:8765/", "ws://localhost:8765", Address("localhost", 8765, safe=False)),
        ("ws://[::1]:80", "ws://[::1]:80", Address("::1", 80, safe=False)),
        (" wss://hub.example ", "wss://hub.example:443", Address("hub.example", 443, safe=True)),
        ("wss://hub.example:8443/room", "wss://hub.example:8443/room", Address("hub.example", 8443, True, "/room")),
    ],
)
def test_an_address_is_read(url: str, feed: str, address: Address) -> None:
    assert read_address(url) == address
    assert read_address(url).feed == feed


@pytest.mark.parametrize(
    "url",
    [
        "",
        "hub.example:8443",
        "http://127.0.0.1:1",
        "ws://hub.example:8765",
        "ws://127.0.0.1.example:1",
        "ws://10.0.0.7:8765",
        "wss://:8443",
        "wss://hub.example:99999",
        "wss://hub.example?token=x",
        "wss://sari@hub.example",
        "wss://[::1",
    ],
)
def test_everything_else_is_refused(url: str) -> None:
    with pytest.raises(BadAddress):
        read_address(url)
