"""The bridge: frames, tasks with an owner, readings, and an end that leaves nothing."""

import asyncio
import sqlite3
from pathlib import Path

from desktop.link import FRAME_MS
from services.domain.commands import Note
from services.feed.credentials import Password
from services.feed.outputs import BoardChanged, BoardReplaced
from services.feed.reading import Answer, ReadRefused, Timeline
from services.feed.uploading import UploadRefused
from tests.desktop.conftest import Opened
from tests.desktop.looping import a_moment, on_qt_loop, until


class Wrong(Exception):
    """A fault planted by a test."""


@on_qt_loop
async def test_a_burst_of_changes_comes_in_few_frames(at_hand: Opened) -> None:
    async with at_hand() as room:
        await room.signed_in()
        came: list[BoardChanged | BoardReplaced] = []
        room.link.board_changed.connect(came.append)

        for n in range(50):
            room.tell(room.hub.put(f"r-{n}", "v1"))
        await until(lambda: len(room.desk.rows()) == 50)
        await room.framed()

        assert len(came) < 5  # one, unless this machine takes longer over it than may be done at a stretch
        changes = [one.changes for one in came if isinstance(one, BoardChanged)]
        assert len(set().union(*(one.put for one in changes))) == 50


@on_qt_loop
async def test_after_a_rest_the_first_change_is_told_at_once(at_hand: Opened) -> None:
    async with at_hand() as room:
        room.hub.put("r-1", "v1")
        await room.signed_in()
        loop = asyncio.get_running_loop()
        told: list[float] = []
        room.link.board_changed.connect(lambda _: told.append(loop.time()))
        rested = loop.create_future()
        loop.call_later(2 * FRAME_MS / 1_000, rested.set_result, None)
        await rested

        room.tell(room.hub.put("r-1", "v2"))
        await until(lambda: room.desk.base("r-1") == "v2")
        came = loop.time()

        await until(lambda: told)

        assert told[0] - came < FRAME_MS / 1_000


@on_qt_loop
async def test_a_task_that_fails_reaches_its_owner(at_hand: Opened) -> None:
    async with at_hand() as room:
        failed: list[BaseException] = []
        room.link.failed.connect(failed.append)

        async def work() -> None:
            raise Wrong

        room.link.spawn(work())
        await until(lambda: failed)

        assert isinstance(failed[0], Wrong)


@on_qt_loop
async def test_a_window_that_fails_on_an_answer_reaches_the_owner_too(at_hand: Opened) -> None:
    async with at_hand() as room:
        await room.signed_in()
        failed: list[BaseException] = []
        room.link.failed.connect(failed.append)

        def fail(_: Answer | ReadRefused) -> None:
            raise Wrong

        room.link.ask("history", fail, owner=room.link, report="r-1")
        await until(lambda: failed)

        assert isinstance(failed[0], Wrong)


@on_qt_loop
async def test_a_cancelled_task_is_no_failure(at_hand: Opened) -> None:
    failed: list[BaseException] = []
    async with at_hand() as room:
        room.link.failed.connect(failed.append)
        room.link.spawn(asyncio.Event().wait())  # type: ignore[arg-type] # its answer is nobody's
    assert failed == []


@on_qt_loop
async def test_what_is_read_comes_as_a_value_or_as_a_refusal(at_hand: Opened) -> None:
    async with at_hand() as room:
        await room.signed_in()
        line = {"event": "opened", "at": room.clock.now, "by": "Lapor", "source": None, "words": None}
        room.hub.gets["history"] = {"events": [line]}
        heard: list[Answer | ReadRefused] = []

        room.link.ask("history", heard.append, owner=room.link, report="r-1")
        await until(lambda: len(heard) == 1)
        room.link.ask("similar", heard.append, owner=room.link, report="r-1")
        await until(lambda: len(heard) == 2)

        assert isinstance(heard[0], Timeline)
        assert isinstance(heard[1], ReadRefused)
        assert heard[1].code == "not_found"


@on_qt_loop
async def test_a_photo_that_cannot_be_had_is_none(at_hand: Opened) -> None:
    async with at_hand() as room:
        heard: list[bytes | None] = []
        room.link.fetch_photo("p-1", heard.append, owner=room.link)
        await until(lambda: heard)
        assert heard == [None]


@on_qt_loop
async def test_a_photo_goes_up_and_its_id_or_the_refusal_is_handed_on(at_hand: Opened) -> None:
    async with at_hand() as room:
        await room.signed_in()
        heard: list[str | UploadRefused] = []
        room.link.upload(b"image", "image/png", heard.append, owner=room.link)
        await until(lambda: len(heard) == 1)
        room.hub.photo = {"type": "error", "code": "bad_format", "field": "image"}
        room.link.upload(b"image", "image/png", heard.append, owner=room.link)
        await until(lambda: len(heard) == 2)
        photo, refused = heard
        assert photo == "p-1"
        assert isinstance(refused, UploadRefused)
        assert refused.code == "bad_format"


@on_qt_loop
async def test_which_report_is_looked_at_is_said_to_the_hub(at_hand: Opened) -> None:
    async with at_hand() as room:
        room.hub.put("r-1", "v1")
        await room.signed_in()
        room.link.look("r-1")
        await until(lambda: room.hub.said("presence"))
        assert room.hub.said("presence")[-1]["report"] == "r-1"


@on_qt_loop
async def test_closing_ends_every_task_and_a_second_time_does_nothing(at_hand: Opened) -> None:
    async with at_hand() as room:
        await room.signed_in()
        await room.link.close()
        await room.link.close()
        assert asyncio.all_tasks() == {asyncio.current_task()}
        assert not room.link.waits_for_frame


@on_qt_loop
async def test_after_closing_nothing_is_told(at_hand: Opened) -> None:
    async with at_hand() as room:
        room.hub.put("r-1", "v1")
        await room.signed_in()
        room.desk.order(Note(text="Sudah ditelepon"), "r-1")
        await room.link.close()
        told = len(room.links), len(room.answers), len(room.frames)

        room.tell(room.hub.put("r-1", "v2"))
        await a_moment()

        assert (len(room.links), len(room.answers), len(room.frames)) == told


@on_qt_loop
async def test_retiring_closes_first_and_then_calls_back(at_hand: Opened) -> None:
    async with at_hand() as room:
        await room.signed_in()
        called: list[bool] = []
        room.link.retire(lambda: called.append(room.hub.wires[0].parted is not None or True))
        await until(lambda: called)
        assert not room.link.takes("sari"), "its feed has ended for good"


@on_qt_loop
async def test_only_its_own_user_signs_in_again_and_only_while_the_hub_wants_him(at_hand: Opened) -> None:
    async with at_hand() as room:
        room.hub.refuse = {"code": "bad_credentials", "retry_after": 0}
        refused: list[object] = []
        room.link.refused.connect(refused.append)
        await room.clock.wind(0.01)
        await until(lambda: refused)
        assert room.link.takes("sari")
        assert not room.link.takes("budi")

        room.hub.refuse = None
        room.link.sign_in(Password("sari", "rahasia"))
        await room.signed_in()
        gone: list[bool] = []
        room.link.revoked.connect(lambda: gone.append(True))
        room.hub.hang_up(4403)
        await until(lambda: gone)
        await until(lambda: not room.link.takes("sari"))


@on_qt_loop
async def test_an_act_the_disk_will_not_take_is_told_and_tried_again(at_hand: Opened, tmp_path: Path) -> None:
    async with at_hand() as room:
        room.hub.put("r-1", "v1")
        await room.signed_in()
        disk = outbox_below(tmp_path)
        disk.execute("ALTER TABLE waiting RENAME TO gone")
        room.desk.order(Note(text="Sudah ditelepon"), "r-1")
        while not room.refused:
            await room.clock.wind(1)
        assert room.refused[0].code == "disk"
        assert room.desk.sending("r-1")

        disk.execute("ALTER TABLE gone RENAME TO waiting")
        disk.close()
        await room.clock.wind(2)
        assert (await room.ordered())["command"] == "note"


def outbox_below(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(next(folder.rglob("outbox.db")))


def test_no_more_frames_are_told_than_a_screen_shows() -> None:
    assert 60 <= 1_000 / FRAME_MS < 70
