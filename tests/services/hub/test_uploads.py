"""Photos come in by those who may open reports, and only their uploader can tie them to one."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from services.domain.people import Role
from services.domain.policy import HOUR
from services.hub.draw import Draw
from services.hub.uploads import MOST, MOST_OF_ONE
from services.store import photos
from tests.services.hub.memory import Counting
from tests.services.hub.running import End, Running
from tests.services.hub.test_photo_making import an_image, read

IMAGE = an_image("PNG")


async def upload(desk: End, image: bytes = IMAGE, *, id_: int = 5, frame: int = 64 * 1024) -> dict[str, Any]:
    """Upload an image and return what is said at last."""
    desk.say({"type": "upload", "id": id_, "bytes": len(image), "media": "image/png"})
    ready = await desk.first(lambda one: one.get("reply_to") == id_)
    if ready["type"] != "upload_ready":
        return ready
    desk.heard.remove(ready)
    for start in range(0, len(image), frame):
        desk.connection.receive(image[start : start + frame], desk.running.now)
    return await desk.first(lambda one: one.get("reply_to") == id_)


def files(running: Running) -> set[str]:
    """The names of the kept photos."""
    folder: Path = running.store.folder / photos.FOLDER
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


@pytest.mark.asyncio
async def test_a_photo_is_kept_and_its_report_shows_it_to_others(running: Running) -> None:
    sari, budi = await running.board("sari"), await running.board("budi")
    told = await upload(sari, frame=7)
    photo = told["photo"]
    assert told == {"type": "uploaded", "reply_to": 5, "photo": photo}
    kept = photos.find(running.store.folder, photo, "full")
    assert kept is not None
    assert read(kept.read_bytes()).format == "JPEG"
    assert (await sari.command("open", label="banjir", text="Air naik", photos=[photo]))["ok"]
    delta = await budi.hear("delta")
    assert delta["ops"][0]["value"]["photos"] == [photo]


@pytest.mark.asyncio
async def test_nobody_ties_a_photo_to_a_report_that_another_has_uploaded(running: Running) -> None:
    sari, budi = await running.desk("sari"), await running.desk("budi")
    photo = (await upload(sari))["photo"]
    refused = await budi.command("open", label="banjir", text="Air naik", photos=[photo])
    unknown = await budi.command("open", label="banjir", text="Air naik", photos=["p-nothing"])
    assert (refused["code"], refused["field"]) == (unknown["code"], unknown["field"]) == ("bad_format", "args.photos")


@pytest.mark.asyncio
async def test_who_may_not_open_reports_may_not_upload(running: Running) -> None:
    await asyncio.to_thread(running.add_user, "bupati", Role.REGENT)
    refused = await upload(await running.desk("bupati"))
    assert (refused["type"], refused["code"]) == ("error", "denied")
    assert (await upload(await running.desk("lapor")))["type"] == "uploaded"


@pytest.mark.asyncio
async def test_one_photo_at_a_time(running: Running) -> None:
    desk = await running.desk("sari")
    desk.say({"type": "upload", "id": 5, "bytes": len(IMAGE), "media": "image/png"})
    desk.say({"type": "upload", "id": 6, "bytes": len(IMAGE), "media": "image/png"})
    assert (await desk.hear("error"))["code"] == "busy"
    desk.connection.receive(IMAGE, running.now)
    assert (await desk.hear("uploaded"))["reply_to"] == 5
    assert (await upload(desk, id_=7))["type"] == "uploaded"


@pytest.mark.asyncio
async def test_few_photos_are_under_way_at_once_and_whoever_leaves_makes_room(running: Running) -> None:
    announced = {"type": "upload", "id": 5, "bytes": len(IMAGE), "media": "image/png"}
    desks = [await running.desk("sari", f"d-sari-{n}") for n in range(MOST_OF_ONE + 1)]
    for desk in desks:
        desk.say(announced)
    assert [(await desk.hear("upload_ready", "error"))["type"] for desk in desks[:-1]] == ["upload_ready"] * MOST_OF_ONE
    assert (await desks[-1].hear("upload_ready", "error"))["code"] == "busy"
    assert (await upload(await running.desk("budi")))["type"] == "uploaded"
    running.hub.leave(desks[0].connection)
    assert (await upload(desks[-1], id_=7))["type"] == "uploaded"
    assert (await upload(desks[-1], id_=8))["type"] == "uploaded"


@pytest.mark.asyncio
async def test_the_hub_takes_no_more_photos_at_once_than_its_memory_bears(running: Running) -> None:
    desks = []
    for n in range(MOST + 1):
        if n % MOST_OF_ONE == 0:
            await asyncio.to_thread(running.add_user, f"user{n}", Role.DISPATCHER)
        desks.append(await running.desk(f"user{n // MOST_OF_ONE * MOST_OF_ONE}", f"d-user-{n}"))
        desks[-1].say({"type": "upload", "id": 5, "bytes": len(IMAGE), "media": "image/png"})
    said = [(await desk.hear("upload_ready", "error"))["type"] for desk in desks]
    assert said == ["upload_ready"] * MOST + ["error"]


@pytest.mark.asyncio
async def test_what_is_no_photo_is_refused_and_the_next_one_may_come(running: Running) -> None:
    desk = await running.desk("sari")
    refused = await upload(desk, b"GIF89a" * 20)
    assert (refused["code"], refused["field"]) == ("bad_format", "image")
    assert files(running) == set()
    assert (await upload(desk, id_=6))["type"] == "uploaded"


@pytest.mark.asyncio
async def test_a_full_disk_is_said(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    desk = await running.desk("sari")
    with monkeypatch.context() as patch:
        patch.setattr(photos, "keep", full)
        assert (await upload(desk))["code"] == "storage"
    assert (await upload(desk, id_=6))["type"] == "uploaded"


@pytest.mark.asyncio
async def test_after_an_hour_only_what_is_attached_is_left(running: Running) -> None:
    desk = await running.desk("sari")
    loose, opened, shown = [(await upload(desk, id_=n))["photo"] for n in (5, 6, 7)]
    report = (await desk.command("open", label="banjir", text="Air naik", photos=[opened]))["report"]
    for name, args in (("assign", {"members": ["m-31"]}), ("arrive", {"member": "m-31"})):
        assert (await desk.command(name, report, base=await rev(desk, report), **args))["ok"]
    evidence = [{"kind": "photo", "id": shown}]
    assert (await desk.command("resolve", report, base=await rev(desk, report), evidence=evidence))["ok"]
    photos.keep(running.store.folder, "p-shipped", full=b"\xff\xd8\xff", thumb=b"\xff\xd8\xff")

    tidy = running.hub.requests.uploads.tidy
    running.now += HOUR
    await tidy()
    assert f"{loose}.jpg" in files(running)
    running.now += 1
    await tidy()
    kept = {opened, shown, "p-shipped"}
    assert files(running) == {f"{photo}{size}.jpg" for photo in kept for size in ("", ".thumb")}
    gone = await desk.command("open", label="banjir", text="Air naik", photos=[loose])
    assert gone["code"] == "bad_format"


async def rev(desk: End, report: str) -> str:
    """The newest rev of a report."""
    n = 100 + len(desk.heard)
    desk.say({"type": "get", "id": n, "what": "report", "report": report})
    answer = await desk.first(lambda one: one.get("reply_to") == n)
    return str(answer["value"]["rev"])


def test_ids_of_photos_are_drawn() -> None:
    draw = Draw(Counting().bits)
    first, second = draw.photo_id(), draw.photo_id()
    assert first != second
    assert first.startswith("p-")
    assert len(first) == 22
