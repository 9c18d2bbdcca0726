"""Plays records into a hub in the order of their times, and sees to it that every row meets its fate."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial

from services.domain.formats import check_format
from services.domain.refusals import BadFormat
from services.feed.outputs import Answered
from services.intake.connector import Connector, HubGone
from services.intake.mapping import Mapping
from services.intake.progress import Progress
from services.intake.records import Record, Refused
from services.intake.tally import RefusedFile, Tally

_SECOND = 1_000


class Playing:
    """One replay. `speed` is how many times the recorded one, 0 as fast as it goes; `seconds` never goes back."""

    def __init__(
        self,
        mapping: Mapping,
        tally: Tally,
        *,
        refused: RefusedFile,
        progress: Progress,
        speed: float,
        seconds: Callable[[], float],
    ) -> None:
        self._mapping, self._tally, self._refused, self._progress = mapping, tally, refused, progress
        self._speed, self._seconds = speed, seconds
        self._gone: HubGone | None = None
        self._unwritten: OSError | None = None

    async def play(self, rows: Sequence[Record | Refused], connector: Connector) -> HubGone | None:
        """Open every record; return why not all could be sent, if it came to that.

        Raises:
            OSError: the file of refused rows cannot be written.
        """
        for row in rows:
            if isinstance(row, Refused):
                self._refuse(row)
        records = sorted((row for row in rows if isinstance(row, Record)), key=lambda record: (record.at, record.row))
        if records:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(connector.run(), name="connector")
                try:
                    await self._open_all(records, connector)
                finally:
                    connector.stop()
                    self._progress.end()
        if self._unwritten:
            raise self._unwritten
        return self._gone

    async def _open_all(self, records: Sequence[Record], connector: Connector) -> None:
        began, first = self._seconds(), records[0].at
        answers: set[asyncio.Future[Answered]] = set()
        for place, record in enumerate(records):
            await self._wait(began, record.at - first)
            try:
                answer = await self._open(record, connector)
            except HubGone as error:
                self._give_up(records[place:], error)
                break
            if answer is not None:
                answers.add(answer)
                answer.add_done_callback(answers.discard)
        if answers:
            await asyncio.wait(answers)

    async def _wait(self, began: float, after: int) -> None:
        """Wait until a record's turn, `after` milliseconds of recorded time behind the first."""
        if self._speed:
            await asyncio.sleep(max(0.0, began + after / _SECOND / self._speed - self._seconds()))

    async def _open(self, record: Record, connector: Connector) -> "asyncio.Future[Answered] | None":
        """Give a record to the connector; None if it is refused here already."""
        command = self._mapping.command(record)
        try:
            check_format(command, now=record.at)
            answer = await connector.open(command)
        except BadFormat as error:
            self._refuse(Refused(record.row, error.field, error.reason, source=record.id))
            return None
        answer.add_done_callback(partial(self._answered, record))
        return answer

    def _answered(self, record: Record, answer: "asyncio.Future[Answered]") -> None:
        try:
            told = answer.result()
        except HubGone as gone:
            self._gone = gone
            self._refuse(Refused(record.row, "", f"no answer: {gone}", source=record.id))
            return
        if not told.ok:
            self._refuse(Refused(record.row, told.field or "", f"the hub says {told.code}", source=record.id))
        elif told.existing:
            self._tally.existing += 1
        else:
            self._tally.opened += 1
        self._progress.show()

    def _give_up(self, records: Sequence[Record], gone: HubGone) -> None:
        self._gone = gone
        for record in records:
            self._refuse(Refused(record.row, "", f"not sent: {gone}", source=record.id))

    def _refuse(self, refused: Refused) -> None:
        self._tally.refused += 1
        try:
            self._refused.add(refused)
        except OSError as error:
            self._unwritten = error
