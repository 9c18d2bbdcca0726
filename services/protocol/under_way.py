"""The commands of one connection that the hub has not answered yet."""

from dataclasses import dataclass

from services.protocol.frames import encode, result_of
from services.protocol.outcomes import Outcome, Results


@dataclass(frozen=True, slots=True)
class Batch:
    """One `command` or `commands` under way; `outcomes` has None where the hub's answer goes."""

    reply_to: int | None
    several: bool
    outcomes: tuple[Outcome | None, ...]

    def filled(self, answers: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
        """Return all outcomes in the order of the items, the hub's answers put in their places."""
        left = iter(answers)
        return tuple(outcome or next(left) for outcome in self.outcomes)


class UnderWay:
    """Counts messages with commands, and puts each answer together when the hub has given its part."""

    __slots__ = ("_batches", "_last")

    def __init__(self) -> None:
        self._batches: dict[int, Batch] = {}
        self._last = 0

    def __len__(self) -> int:
        return len(self._batches)

    def add(self, batch: Batch) -> int:
        """Keep a batch and return the ticket it is answered by."""
        self._last += 1
        self._batches[self._last] = batch
        return self._last

    def answer(self, ticket: int, answers: tuple[Outcome, ...]) -> bytes:
        """Return the frame that answers a batch, which is then no longer under way.

        Raises:
            KeyError: there is no such ticket.
        """
        return answer_frame(self._batches.pop(ticket), answers)


def answer_frame(batch: Batch, answers: tuple[Outcome, ...]) -> bytes:
    """Return the `result` or `results` of a batch."""
    outcomes = batch.filled(answers)
    if batch.several:
        return encode(Results(reply_to=batch.reply_to, items=outcomes))
    return encode(result_of(outcomes[0], batch.reply_to))
