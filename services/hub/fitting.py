"""Fits the answer to a `get` into a frame: of a long list what matters most, and that there is more."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from services.hub.reading import ReadRefused
from services.protocol.desk_messages import Get
from services.protocol.frames import MOST_BYTES, encode_value

_AROUND: Final = 128
"""Bytes for what stands around the entries of a list."""


class _List(NamedTuple):
    """Where the list of an answer stands (no name: it is the value itself) and which end of it stays."""

    name: str | None
    newest: bool


_LISTS: Final[Mapping[str, _List]] = MappingProxyType(
    {
        "history": _List("events", newest=True),
        "search": _List("reports", newest=False),
        "points": _List(None, newest=True),
    }
)
"""Histories and points keep their last entries, which are the newest; a search its first, which are the best."""


def answer_frame(asked: Get, value: Any) -> bytes:
    """Return the message that answers a `get`; a list too long for it is cut and marked with `"more":true`.

    Raises:
        ReadRefused: if anything else is more than a frame holds.
    """
    frame = _frame(asked, encode_value(value))
    if len(frame) <= MOST_BYTES:
        return frame
    if asked.what not in _LISTS:
        raise ReadRefused("too_large")
    name, newest = _LISTS[asked.what]
    entries: Sequence[Any] = value if name is None else value[name]
    body = b"[%b]" % b",".join(_kept(entries, newest=newest))
    return _frame(asked, body if name is None else b"{%b:%b}" % (encode_value(name), body), more=True)


def _kept(entries: Sequence[Any], *, newest: bool) -> list[bytes]:
    """Return as many entries as fit, encoded, in their order."""
    kept: list[bytes] = []
    left = MOST_BYTES - _AROUND
    for entry in reversed(entries) if newest else entries:
        encoded = encode_value(entry)
        left -= len(encoded) + 1
        if left < 0:
            break
        kept.append(encoded)
    return kept[::-1] if newest else kept


def _frame(asked: Get, body: bytes, *, more: bool = False) -> bytes:
    return b'{"type":"answer","reply_to":%d,"value":%b%b}' % (asked.id, body, b',"more":true' if more else b"")
