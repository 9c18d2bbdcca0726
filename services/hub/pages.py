"""The few pages the feed's port answers besides the feed."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from services.domain.report import Millis
from services.hub.counters import Counters

MOST_FROM_ONE: Final = 16
"""Connections of one address that may be there without having signed in."""
CROWDED: Final = 64
"""How many of them, from wherever, it takes until an address may have one only."""
MOST_UNSIGNED: Final = 128
"""How many there may be at all."""


@dataclass(frozen=True, slots=True)
class Page:
    """An answer to GET."""

    status: HTTPStatus
    text: str


NOT_FOUND: Final = Page(HTTPStatus.NOT_FOUND, "not found\n")


def page(path: str, *, counters: Counters, writing: bool, now: Millis) -> Page | None:
    """Return the page at a path; None where the feed is meant."""
    match path.partition("?")[0]:
        case "/healthz":
            return Page(HTTPStatus.OK, "serving\n")
        case "/readyz":
            return Page(HTTPStatus.OK, "ready\n") if writing else Page(HTTPStatus.SERVICE_UNAVAILABLE, "not writing\n")
        case "/metrics":
            return Page(HTTPStatus.OK, counters.text(now))
        case _:
            return None


def too_many(address: str, waiting: Mapping[str, int]) -> Page | None:
    """Return the refusal of another connection of an address while too many have not signed in.

    `waiting` counts these by address: whoever fills the hub with them leaves room for the others.
    """
    own, total = waiting.get(address, 0), sum(waiting.values())
    if own < (MOST_FROM_ONE if total < CROWDED else 1) and total < MOST_UNSIGNED:
        return None
    return Page(HTTPStatus.SERVICE_UNAVAILABLE, "too many connections\n")
