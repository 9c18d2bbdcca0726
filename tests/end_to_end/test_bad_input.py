"""Bad input: each gets an error or a close code, the hub lives, and no other desk notices."""

import asyncio
import json
import random
import urllib.error
import urllib.request

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidHandshake, InvalidStatus, NegotiationError
from websockets.typing import Origin, Subprotocol

from tests.end_to_end.hub_process import HubProcess
from tests.end_to_end.steps import opened, shown

_DIRT = ("", "{", '"', "\\", "9" * 30, "\x00", "é", "[", "null")

_HOPELESS = (
    "",
    "null",
    "[]",
    "{",
    '{"type":7}',
    '{"type":"ping"}',
    '{"type":"get","what":"search","query":"a"}',
    '{"type":"subscribe","id":1.5,"view":"board"}',
    '{"type":"applied","view":7,"cursor":1}',
    '{"type":"ping","id":1e400,"sent":1}',
    '{"type":"presence","report":"\\ud800","activity":"viewing"}',
    '{"type":"hello","versions":[1],"desk":"d-again","auth":{"token":"x"}}',
    "[" * 60_000,
    '{"a":' * 5_000,
    json.dumps({"type": "get", "id": 1, "what": "search", "query": "x" * 70_000}),
    b"\x00\x01\x02",
    b'{"type":"ping","id":1,"sent":1}',
)
"""Nothing here says whom an answer is for."""

_ANSWERED = (
    '{"type":"ping","id":801,"sent":NaN}',
    '{"type":"get","id":801,"what":"everything"}',
    '{"type":"get","id":801,"what":"search","query":"\\ud83d"}',
    '{"type":"subscribe","id":801,"view":["board"]}',
    '{"type":"commands","id":801,"items":[]}',
    '{"type":"get","id":801,"what":"report"}',
    '{"type":"upload","id":801,"bytes":5,"media":"image/gif"}',
)


@pytest.mark.asyncio
async def test_hopeless_frames_end_their_own_connection_and_nobody_elses(hub: HubProcess) -> None:
    witness, connector = await hub.board("budi"), await hub.sign_in("lapor")
    for frame in _HOPELESS:
        desk = await hub.sign_in("sari", "d-fuzz")
        await desk.send_raw(frame)
        code = await desk.until_closed()
        assert code == 4400, frame[:60]
        assert desk.heard[-1]["type"] == "error", frame[:60]
    await shown(witness, await opened(connector))
    assert witness.closed is None


@pytest.mark.asyncio
async def test_what_can_be_answered_is_answered_and_the_connection_lives(hub: HubProcess) -> None:
    desk = await hub.sign_in("sari")
    for frame in _ANSWERED:
        desk.heard.clear()
        await desk.send_raw(frame)
        said = await desk.answer(801)
        assert said["type"] == "error", frame
        assert said["code"] in {"bad_format", "not_found"}, frame
    await opened(desk)


@pytest.mark.asyncio
async def test_a_frame_too_large_by_far_is_cut_off_and_written_down(own_hub: HubProcess) -> None:
    desk = await own_hub.sign_in("sari", "d-large")
    await desk.send_raw("x" * 1_000_000)
    assert await desk.until_closed() == 1009
    await _told(f"{own_hub.url.replace('ws://', 'http://')}/metrics", 'pendopo_closed_total{code="1009"} 1')
    assert own_hub.stop() == 0
    lines = [json.loads(line) for line in (own_hub.folder / "hub.log").read_text(encoding="utf-8").splitlines()]
    closed = [(line["desk"], line["code"], line["reason"]) for line in lines if line["event"] == "closed"]
    assert closed == [("d-large", 1009, "library")]


@pytest.mark.asyncio
async def test_commands_with_bad_bodies_are_answered_and_keep_their_numbers(hub: HubProcess) -> None:
    desk = await hub.sign_in("sari")
    bodies = [
        '"command":"open","args":{"label":"jalan_rusak","text":"\\ud800"}',
        '"command":"open","args":{"label":"jalan_rusak","lat":NaN,"lon":1,"text":"a"}',
        '"command":"open","args":{"label":["jalan_rusak"],"text":"a"}',
        f'"command":"open","args":{{"label":"jalan_rusak","text":"{"x" * 4_001}"}}',
        '"command":"open","args":[]',
        '"command":7,"args":{}',
        '"command":"assign","report":"r-1","base":"x","args":{"members":"m-1"}',
    ]
    for n, body in enumerate(bodies, start=1):
        await desk.send_raw(f'{{"type":"command","id":{n},"key":"{desk.desk}.{n}",{body}}}')
        result = await desk.answer(n)
        assert (result["ok"], result["code"]) == (False, "bad_format"), body[:60]
        assert result["field"]
    assert (await desk.sign_in())["last_command"] == len(bodies)


@pytest.mark.asyncio
async def test_random_bytes_and_mangled_messages_never_end_the_hub(hub: HubProcess) -> None:
    chance = random.Random(20_261_124)
    good = [
        '{"type":"subscribe","id":1,"view":"board","cursor":"abc"}',
        '{"type":"get","id":2,"what":"speed","measure":"first_action","since":0,"until":5,"by":["squad"]}',
        '{"type":"command","id":3,"key":"d-mangled.1","command":"open","args":{"label":"banjir","text":"Air"}}',
        '{"type":"check","id":4,"view":"board","cursor":"abc","digest":"00"}',
    ]
    witness = await hub.board("budi")
    desk = await hub.sign_in("sari", "d-mangled")
    for _ in range(150):
        if desk.closed is not None:
            desk = await hub.sign_in("sari", "d-mangled")
        text = list(chance.choice(good))
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(text))
            text[place : place + chance.randint(0, 3)] = chance.choice(
                ["", "{", '"', "\\", "9" * 30, "\x00", "é", "[", "null"]
            )
        try:
            await desk.send_raw("".join(text))
        except Exception:  # noqa: BLE001, S112 - the hub had closed it already, which is its right
            continue
    await shown(witness, await opened(await hub.sign_in("lapor")))
    assert witness.closed is None


def _read(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=5) as page:  # noqa: S310 - the test's own hub
            return page.status, page.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@pytest.mark.asyncio
async def test_the_port_answers_a_few_pages_and_no_others(hub: HubProcess) -> None:
    page = hub.url.replace("ws://", "http://")
    assert (await asyncio.to_thread(_read, f"{page}/healthz"))[0] == 200
    assert (await asyncio.to_thread(_read, f"{page}/readyz"))[0] == 200
    status, metrics = await asyncio.to_thread(_read, f"{page}/metrics")
    assert status == 200
    assert "pendopo_desks" in metrics
    assert "shadow" not in metrics
    assert await asyncio.to_thread(_read, f"{page}/photos/p-1?size=thumb") == (404, "not found\n")
    assert (await asyncio.to_thread(_read, f"{page}/photos/../keys.json"))[0] == 404
    assert (await asyncio.to_thread(_read, page))[0] == 404


@pytest.mark.asyncio
async def test_other_subprotocols_and_web_pages_are_turned_away(hub: HubProcess) -> None:
    feed = [Subprotocol("feed.v1")]
    with pytest.raises((InvalidHandshake, NegotiationError)):
        await connect(hub.url, subprotocols=[Subprotocol("chat")], proxy=None)
    with pytest.raises(InvalidStatus):
        await connect(hub.url, proxy=None)
    with pytest.raises(InvalidStatus):
        await connect(hub.url, subprotocols=feed, origin=Origin("https://evil.example"), proxy=None)
    async with connect(hub.url, subprotocols=feed, proxy=None) as socket:
        assert socket.response is not None
        assert "Sec-WebSocket-Extensions" not in socket.response.headers


async def _told(page: str, line: str) -> None:
    """Ask until a page says something: a desk sees the end of its connection before the hub has put it down."""
    async with asyncio.timeout(10):
        while line not in (await asyncio.to_thread(_read, page))[1]:
            pass
