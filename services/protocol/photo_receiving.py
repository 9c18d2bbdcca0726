"""A photo on its way from a desk to the hub: announced, then in binary frames, one photo at a time."""

from typing import Final

from services.domain.report import Millis
from services.protocol.desk_messages import Upload
from services.protocol.parsing import MOST_BYTES, Fault
from services.protocol.server_actions import PhotoCame

MOST_PHOTO_BYTES: Final = 8 * 1024 * 1024
MEDIA: Final = frozenset({"image/jpeg", "image/png", "image/webp"})
PATIENCE: Final[Millis] = 30_000
"""How long nothing may come of an announced photo."""


class PhotoReceiving:
    """What has come of the photo under way; it is under way until the hub has answered."""

    __slots__ = ("_bytes", "_heard", "_upload")

    def __init__(self) -> None:
        self._upload: Upload | None = None
        self._bytes: bytearray | None = None
        self._heard: Millis = 0

    @property
    def under_way(self) -> bool:
        """Whether a photo is announced and not answered yet."""
        return self._upload is not None

    def begin(self, upload: Upload, now: Millis) -> None:
        """Let the bytes of a photo come."""
        self._upload, self._bytes, self._heard = upload, bytearray(), now

    def take(self, frame: bytes, now: Millis) -> PhotoCame | Fault | None:
        """Take a binary frame: the whole photo when it was the last, or what is wrong with it."""
        if self._upload is None or self._bytes is None or not frame:
            return Fault("bad_format", "frame")
        if len(frame) > MOST_BYTES or len(self._bytes) + len(frame) > self._upload.bytes:
            return Fault("too_large", "frame")
        self._bytes += frame
        self._heard = now
        if len(self._bytes) < self._upload.bytes:
            return None
        came, self._bytes = bytes(self._bytes), None
        return PhotoCame(self._upload.id, came)

    def stalled(self, now: Millis) -> int | None:
        """Give up a photo of which nothing comes any more; return the number of its request."""
        if self._upload is None or self._bytes is None or now < self._heard + PATIENCE:
            return None
        request = self._upload.id
        self.end()
        return request

    def end(self) -> None:
        """Note that the photo is answered: another may come."""
        self._upload = self._bytes = None


def problem_of(upload: Upload) -> tuple[str, str] | None:
    """Return the code and the member of an announcement that cannot be taken."""
    if upload.media not in MEDIA:
        return "bad_format", "media"
    if upload.bytes < 1:
        return "bad_format", "bytes"
    return ("too_large", "bytes") if upload.bytes > MOST_PHOTO_BYTES else None
