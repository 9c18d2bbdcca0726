"""The few pages the feed's port answers besides the feed."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from services.domain.report import Millis
from services.hub.counters import Counters

MOST_UNSIGNED: Final = 64
"""Connections that may be there without having signed in."""


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


def too_many(counters: Counters) -> Page | None:
    """Return the refusal of another connection while too many have not signed in."""
    if counters.unsigned < MOST_UNSIGNED:
        return None
    return Page(HTTPStatus.SERVICE_UNAVAILABLE, "too many connections\n")
