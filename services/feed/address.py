"""Where a hub is: its address for the feed and for photos, in the clear on this machine only."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit


class BadAddress(ValueError):
    """No address of a hub; the text says why."""


@dataclass(frozen=True, slots=True)
class Address:
    """A hub's host and port; without `safe` nothing is encrypted."""

    host: str
    port: int
    safe: bool
    path: str = ""

    @property
    def feed(self) -> str:
        """Where the feed is."""
        return f"{'wss' if self.safe else 'ws'}://{self._bracketed}:{self.port}{self.path}"

    @property
    def _bracketed(self) -> str:
        return f"[{self.host}]" if ":" in self.host else self.host


def read_address(url: str) -> Address:
    """Return the address in a text like `wss://hub.example:8443` or `ws://127.0.0.1:8765`.

    Raises:
        BadAddress: it is none, or `ws://` leads to another machine: that must be `wss://`.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise BadAddress("no address of a hub") from None
    if parts.scheme not in {"ws", "wss"} or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise BadAddress("want wss://HOST:PORT, or ws://127.0.0.1:PORT for a hub on this machine")
    safe = parts.scheme == "wss"
    if not safe and not _is_loopback(parts.hostname):
        raise BadAddress("ws:// is for a hub on this machine only: want wss://")
    path = "" if parts.path == "/" else parts.path
    return Address(parts.hostname, port or (443 if safe else 80), safe, path)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
