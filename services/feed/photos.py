"""Fetches a photo from the hub's own port, as whoever is signed in."""

import http.client
import ssl
from http import HTTPStatus
from typing import Literal
from urllib.parse import quote

from services.feed.address import Address

MOST_BYTES = 8 * 1024 * 1024
_WITHIN = 10.0

Size = Literal["thumb", "full"]


class PhotoFailed(Exception):
    """The hub gave no photo, for another reason than that there is none: the text is the status."""


def fetch(address: Address, photo: str, *, size: Size, token: str, tls: ssl.SSLContext | None = None) -> bytes | None:
    """Return a photo's bytes, or None if there is none that this user may see. Blocks: for a thread.

    Raises:
        OSError: the hub cannot be reached, or breaks off.
        PhotoFailed: the hub says no, or sends more than 8 MiB.
    """
    connection = _connection(address, tls)
    try:
        path = f"/photos/{quote(photo, safe='')}?size={size}"
        connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
        response = connection.getresponse()
        body = response.read(MOST_BYTES + 1)
    except http.client.HTTPException as error:
        raise PhotoFailed(type(error).__name__) from None
    finally:
        connection.close()
    if response.status == HTTPStatus.NOT_FOUND:
        return None
    if response.status != HTTPStatus.OK or len(body) > MOST_BYTES:
        raise PhotoFailed(str(response.status))
    return body


def _connection(address: Address, tls: ssl.SSLContext | None) -> http.client.HTTPConnection:
    if address.safe:
        return http.client.HTTPSConnection(address.host, address.port, timeout=_WITHIN, context=tls)
    return http.client.HTTPConnection(address.host, address.port, timeout=_WITHIN)
