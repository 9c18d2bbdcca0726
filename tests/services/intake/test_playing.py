"""A replay that loses its hub on the way accounts for every row."""

import asyncio
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from services.intake.connector import AHEAD, Connector, HubGone
from services.intake.mapping import Mapping
from services.intake.playing import Playing
from services.intake.progress import Progress
from services.intake.records import Record, Refused
from services.intake.tally import RefusedFile, Tally
from tests.builders import NOW
from tests.services.feed.builders import HandClock
from tests.services.feed.hub_by_hand import HubByHand

pytestmark = pytest.mark.asyncio

ROWS = AHEAD + 150


@pytest.fixture
def hub() -> HubByHand:
    hub = HubByHand()
    hub.roles = ["intake"]
    return hub


async def played(
    hub: HubByHand, clock: HandClock, file: RefusedFile, *, meanwhile: Callable[[], None]
) -> tuple[Tally, HubGone | None]:
    """Play many rows at once; `meanwhile` is done when the connector has signed in."""
    rows: list[Record | Refused] = [
        Record(row=n, at=NOW, system="test", id=str(n), text="Air naik") for n in range(1, ROWS)
    ]
    rows.append(Refused(ROWS, "row", "2 columns instead of 3"))
    tally = Tally(read=ROWS)
    connector = Connector(
        "ws://127.0.0.1:1",
        "device-1",
        desk="replay-1",
        clock=clock,
        chance=lambda: 0.5,
        patience=30,
        later=clock.later,
        dial=hub.connect,
    )
    playing = Playing(
        Mapping(labels={}, channels={}),
        tally,
        refused=file,
        progress=Progress(io.StringIO(), tally, seconds=lambda: 0.0),
        speed=0,
        seconds=lambda: 0.0,
    )
    try:
        async with asyncio.TaskGroup() as tasks:
            playing_on = tasks.create_task(playing.play(rows, connector))
            meanwhile()
            await clock.wind(200)
    except* OSError as errors:
        raise errors.exceptions[0] from None
    finally:
        file.close()
    return tally, playing_on.result()


async def test_all_goes_well(hub: HubByHand, tmp_path: Path) -> None:
    tally, gone = await played(hub, HandClock(), RefusedFile(tmp_path / "no.csv"), meanwhile=lambda: None)

    assert str(tally) == f"read {ROWS}, opened {ROWS - 1}, existing 0, refused 1"
    assert gone is None


async def test_without_a_hub_half_way_the_rest_is_refused_with_the_reason(hub: HubByHand, tmp_path: Path) -> None:
    answers = hub.answer

    def fall_silent_at_the_hundredth() -> None:
        hub.answer = lambda message: [] if hub.last_command == 100 else answers(message)  # type: ignore[method-assign] # its plug is pulled

    tally, gone = await played(
        hub, HandClock(), RefusedFile(tmp_path / "no.csv"), meanwhile=fall_silent_at_the_hundredth
    )

    assert str(tally) == f"read {ROWS}, opened 100, existing 0, refused {ROWS - 100}"
    assert str(gone) == "no hub has answered for 30 seconds"
    reasons = (tmp_path / "no.csv").read_text(encoding="utf-8")
    assert reasons.count("no answer: no hub") == AHEAD
    assert reasons.count("not sent: no hub") == ROWS - 1 - 100 - AHEAD


async def test_a_file_that_cannot_be_written_fails_the_replay_at_its_end(hub: HubByHand, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        await played(hub, HandClock(), RefusedFile(tmp_path / "none" / "no.csv"), meanwhile=lambda: None)

    assert len(hub.opened) == ROWS - 1
