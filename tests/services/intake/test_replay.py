"""`main.py replay`: every row meets its fate, a second run opens nothing, and what goes wrong is one clear line."""

import contextlib
import csv
import io
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve
from websockets.typing import Subprotocol

from services.intake.replay import main
from tests.services.feed.hub_by_hand import HubByHand

LA311 = "srnumber,createddate,requesttype,requestsource,latitude,longitude,address\n"
ROWS = """1-1,2020-01-01 00:05:00,Bulky Items,Call,34.1,-118.4,A ST
1-2,2020-01-01 00:04:00,Graffiti Removal,Mobile App,34.2,-118.5,B ST
1-3,soon,Other,Call,34.3,-118.6,C ST
1-4,2020-01-01 00:06:00,Other,Letter,34.3,,D ST
1-5,2020-01-01 00:07:00,Other,Letter
1-1,2020-01-01 00:05:00,Bulky Items,Call,34.1,-118.4,A ST
"""

TOKEN = "device-1\n"

Replay = Callable[..., int]


@pytest.fixture
def hub() -> HubByHand:
    hub = HubByHand()
    hub.roles = ["intake"]
    return hub


@pytest.fixture
def url(hub: HubByHand) -> Iterator[str]:
    """Serve the hub by hand from a thread, since `main` has a loop of its own."""

    def handle(connection: ServerConnection) -> None:
        with contextlib.suppress(ConnectionClosed):
            for frame in connection:
                for message in hub.answer(json.loads(frame)):
                    connection.send(json.dumps(message))

    with serve(handle, "127.0.0.1", 0, subprotocols=[Subprotocol("feed.v1")]) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"ws://127.0.0.1:{server.socket.getsockname()[1]}"
        server.shutdown()
        thread.join()


@pytest.fixture
def replay(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Replay:
    """Replay a file as fast as it goes, in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)

    def run(file: Path, name: str, *options: str, token: str = TOKEN) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(token))
        return main([str(file), "--format", name, "--hub", url, "--token-stdin", "--speed", "0", *options])

    return run


def written(tmp_path: Path, content: str = LA311 + ROWS) -> Path:
    path = tmp_path / "requests.csv"
    path.write_text(content, encoding="utf-8")
    return path


def refused_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def last_line(out: str) -> str:
    return out.splitlines()[-1]


def test_every_row_meets_its_fate(
    replay: Replay, hub: HubByHand, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert replay(written(tmp_path), "la311") == 0

    said = capsys.readouterr()
    assert said.out == "read 6, opened 2, existing 1, refused 3\n"
    assert "requests.refused.csv" in said.err
    assert [(row["row"], row["field"]) for row in refused_rows(tmp_path / "requests.refused.csv")] == [
        ("4", "createddate"),
        ("6", "row"),
        ("5", "lon"),
    ]
    assert [message["args"]["source"]["id"] for message in hub.said("command")] == ["1-2", "1-1", "1-1"]
    first = hub.said("command")[0]["args"]
    assert (first["label"], first["source_label"], first["place"]) == ("fasum_rusak", "Graffiti Removal", "B ST")
    assert (first["sent"], first["source"]["system"]) == (1_577_865_840_000, "la311")


def test_a_second_run_opens_nothing(replay: Replay, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path)
    replay(file, "la311")
    replay(file, "la311")

    assert last_line(capsys.readouterr().out) == "read 6, opened 0, existing 3, refused 3"


def test_the_69_real_flood_reports_twice(
    replay: Replay, recorded: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    file = recorded("petabencana-2017/reports_2017-02-20.geojson")

    assert [replay(file, "petabencana"), replay(file, "petabencana")] == [0, 0]

    assert capsys.readouterr().out.splitlines() == [
        "read 69, opened 69, existing 0, refused 0",
        "read 69, opened 0, existing 69, refused 0",
    ]


def test_what_the_hub_refuses_is_in_the_file_that_was_named(
    replay: Replay, hub: HubByHand, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hub.codes = [{"code": "bad_format", "field": "args.title"}]

    assert replay(written(tmp_path), "la311", "--limit", "2", "--refused", str(tmp_path / "no.csv")) == 0

    assert capsys.readouterr().out == "read 2, opened 1, existing 0, refused 1\n"
    assert refused_rows(tmp_path / "no.csv") == [
        {"row": "3", "field": "args.title", "reason": "the hub says bad_format", "source": "1-2"}
    ]


def test_a_mapping_of_ones_own_is_used(replay: Replay, hub: HubByHand, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text('label = "jalan_rusak"\nchannel = "lapor"\n', encoding="utf-8")

    assert replay(written(tmp_path), "la311", "--limit", "1", "--map", str(tmp_path / "map.toml")) == 0

    args = hub.said("command")[0]["args"]
    assert (args["label"], args["channel"], args["source_label"]) == ("jalan_rusak", "lapor", "Bulky Items")


def test_the_token_may_be_as_it_was_printed(replay: Replay, hub: HubByHand, tmp_path: Path) -> None:
    assert replay(written(tmp_path), "la311", token='{"token": "device-7"}\n') == 0

    assert hub.said("hello")[0]["auth"] == {"token": "device-7"}


def test_at_a_given_speed_reports_come_in_their_own_time(replay: Replay, hub: HubByHand, tmp_path: Path) -> None:
    a_minute_in_ten_milliseconds = "6000"

    assert replay(written(tmp_path), "la311", "--speed", a_minute_in_ten_milliseconds) == 0

    assert len(hub.said("command")) == 3


def test_a_file_with_nothing_to_open_needs_no_hub(
    replay: Replay, hub: HubByHand, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert replay(written(tmp_path, LA311 + "1,2\n"), "la311") == 0
    assert replay(written(tmp_path, LA311), "la311") == 0

    assert capsys.readouterr().out.splitlines() == [
        "read 1, opened 0, existing 0, refused 1",
        "read 0, opened 0, existing 0, refused 0",
    ]
    assert hub.heard == []


@pytest.mark.parametrize("refused_by", ["roles", "token"])
def test_a_hub_that_will_not_have_it_leaves_no_row_unaccounted(
    replay: Replay, hub: HubByHand, tmp_path: Path, capsys: pytest.CaptureFixture[str], refused_by: str
) -> None:
    if refused_by == "roles":
        hub.roles = ["wall"]
    else:
        hub.refuse = {"code": "bad_credentials"}

    assert replay(written(tmp_path), "la311") == 1

    said = capsys.readouterr()
    assert said.out == "read 6, opened 0, existing 0, refused 6\n"
    assert "nothing is opened twice" in said.err
    assert sum("not sent" in row["reason"] for row in refused_rows(tmp_path / "requests.refused.csv")) == 4


@pytest.mark.parametrize(
    ("content", "name", "options", "token", "reason"),
    [
        ("a,b\n", "la311", [], "x\n", "no column"),
        ("{", "petabencana", [], "x\n", "not JSON"),
        (LA311, "la311", ["--map", "none.toml"], "x\n", "none.toml: cannot be read"),
        (LA311, "la311", [], "\n", "no token"),
        (LA311, "la311", [], '{"no": 1}\n', "no token"),
        (LA311, "la311", [], "{\n", "no token"),
        (LA311 + "1,2\n", "la311", ["--refused", "no/such/folder.csv"], "x\n", "folder.csv"),
    ],
)
def test_what_cannot_be_replayed_is_said_in_one_line(
    replay: Replay,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: str,
    name: str,
    options: Sequence[str],
    token: str,
    reason: str,
) -> None:
    assert replay(written(tmp_path, content), name, *options, token=token) == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert reason in said.err
    assert said.err.count("\n") == 1


def test_stopped_by_hand_it_says_so(
    replay: Replay, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(work: object) -> None:
        work.close()  # type: ignore[attr-defined]
        raise KeyboardInterrupt

    monkeypatch.setattr("asyncio.run", interrupted)

    assert replay(written(tmp_path), "la311") == 1
    assert "stopped by hand" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["f", "--format", "fax", "--hub", "wss://hub", "--token-stdin"],
        ["f", "--format", "la311", "--hub", "ws://hub.example:1", "--token-stdin"],
        ["f", "--format", "la311", "--hub", "wss://hub"],
        ["f", "--format", "la311", "--hub", "wss://hub", "--token-stdin", "--speed", "-1"],
        ["f", "--format", "la311", "--hub", "wss://hub", "--token-stdin", "--speed", "nan"],
        ["f", "--format", "la311", "--hub", "wss://hub", "--token-stdin", "--speed", "fast"],
        ["f", "--format", "la311", "--hub", "wss://hub", "--token-stdin", "--limit", "0"],
    ],
)
def test_wrong_use_is_2(options: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(options)

    assert left.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_help_is_0(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])

    assert left.value.code == 0
    assert "--speed" in capsys.readouterr().out
