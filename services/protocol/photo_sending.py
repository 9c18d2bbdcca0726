"""A photo on its way from a desk to the hub: what the desk has announced and has no answer for yet."""

from services.protocol.client_outputs import PhotoKept, PhotoRefused, PhotoWanted
from services.protocol.desk_messages import Upload
from services.protocol.hub_messages import Error, Uploaded, UploadReady


class PhotoSending:
    """The uploads under way on one connection, by their request number."""

    def __init__(self) -> None:
        self._under_way: set[int] = set()

    def announce(self, request: int, size: int, *, media: str) -> Upload:
        """Return the message that announces a photo."""
        self._under_way.add(request)
        return Upload(id=request, bytes=size, media=media)

    def answer(self, message: UploadReady | Uploaded) -> list[PhotoWanted | PhotoKept]:
        """Take in what the hub says of a photo."""
        request = message.reply_to
        if request not in self._under_way:
            return []
        if isinstance(message, UploadReady):
            return [PhotoWanted(request)]
        self._under_way.discard(request)
        return [PhotoKept(request, message.photo)]

    def fail(self, message: Error) -> list[PhotoRefused]:
        """Take in an error, if it is about a photo."""
        request = message.reply_to
        if not isinstance(request, int) or request not in self._under_way:
            return []
        self._under_way.discard(request)
        return [PhotoRefused(request, message.code, message.field)]

    def lost(self) -> list[PhotoRefused]:
        """Give up what is under way: the connection is gone."""
        lost = [PhotoRefused(request, "lost") for request in self._under_way]
        self._under_way = set()
        return lost
