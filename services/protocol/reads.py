"""What a desk has asked to read and has no answer for yet."""

from typing import Any

from services.protocol.answers import read_answer
from services.protocol.client_outputs import ReadAnswered, ReadFailed
from services.protocol.desk_messages import Get
from services.protocol.hub_messages import Answer, Error


class Reads:
    """The `get`s under way on one connection, by their request number."""

    def __init__(self) -> None:
        self._under_way: dict[int, str] = {}

    def ask(self, request: int, what: str, **members: Any) -> Get:
        """Return the message that asks; an unknown member is a TypeError."""
        self._under_way[request] = what
        return Get(id=request, what=what, **members)

    def answer(self, message: Answer) -> list[ReadAnswered | ReadFailed]:
        """Take in an answer."""
        what = self._under_way.pop(message.reply_to, None)
        if what is None:
            return []
        try:
            return [ReadAnswered(message.reply_to, read_answer(what, message.value))]
        except ValueError:
            return [ReadFailed(message.reply_to, "bad_format", "value")]

    def fail(self, message: Error) -> list[ReadFailed]:
        """Take in an error, if it is about something asked here."""
        request = message.reply_to
        if not isinstance(request, int) or self._under_way.pop(request, None) is None:
            return []
        return [ReadFailed(request, message.code, message.field)]

    def lost(self) -> list[ReadFailed]:
        """Give up what is under way: the connection is gone."""
        failed = [ReadFailed(request, "lost") for request in self._under_way]
        self._under_way = {}
        return failed
