"""The prepared hub's frames are what the product itself takes for the hub's, and the same in every run."""

from services.domain.board import Board
from services.domain.urgency import sort_key
from services.protocol.client_outputs import BoardChanged
from services.protocol.codec import decode_hub_frame
from services.protocol.hub_messages import Delta, Snapshot, SnapshotEnd, Subscribed
from services.protocol.view_sync import ViewSync
from tests.benchmarks.probe import PROBE, probe_in
from tests.benchmarks.script import A_DELTA, Flow, Script, flow, pour
from tests.builders import NOW

REPORTS = 60
BUSY = Flow(rate=1_000, seconds=1.0, every_ms=50.0)


def taken(script: Script) -> tuple[ViewSync, list[BoardChanged]]:
    """Let the product's own view take a whole script; return it with what it made of the deltas."""
    view = ViewSync("board", Board(), cursor=None)
    view.asked(1, NOW)
    view.receive(Subscribed(reply_to=1, view="board", mode="snapshot", why="new"), NOW)
    changed: list[BoardChanged] = []
    for frame in (*script.snapshot, *(line.frame for act in script.acts for line in act)):
        message = decode_hub_frame(frame)
        assert isinstance(message, Snapshot | SnapshotEnd | Delta)
        became = view.receive(message, NOW)
        if isinstance(became, BoardChanged):
            changed.append(became)
    return view, changed


def test_the_product_takes_every_frame() -> None:
    script = pour(NOW, puts=5 * A_DELTA, reports=REPORTS)
    view, changed = taken(script)
    assert view.live
    assert [len(one.ops) for one in changed] == [A_DELTA] * 5
    assert view.at == script.ends_at
    assert len(view.board.entries("report")) == REPORTS


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert pour(NOW, puts=A_DELTA, reports=REPORTS) == pour(NOW, puts=A_DELTA, reports=REPORTS)


def test_a_flow_has_its_rate_and_its_probes_in_their_order() -> None:
    script = flow(NOW, BUSY, reports=REPORTS)
    _, changed = taken(script)
    (act,) = script.acts
    assert sum(len(one.ops) for one, line in zip(changed, act, strict=True) if line.probe is None) == BUSY.rate
    probes = [line.probe for line in act if line.probe is not None]
    assert probes == list(range(len(probes)))
    assert [line.due for line in act] == sorted(line.due for line in act)


def test_the_next_act_goes_on_where_the_last_one_ended() -> None:
    script = flow(NOW, BUSY, BUSY, reports=REPORTS)
    view, changed = taken(script)
    first, second = script.acts
    assert len(changed) == len(first) + len(second)
    assert view.at == script.ends_at
    assert min(line.probe for line in second if line.probe is not None) == sum(line.probe is not None for line in first)


def test_the_probed_report_stands_at_the_top_and_carries_the_last_probe() -> None:
    script = flow(NOW, BUSY, reports=REPORTS)
    view, _ = taken(script)
    rows = {report: entry.row for report, entry in view.board.entries("report").items()}
    assert min(rows, key=lambda report: sort_key(rows[report], report)) == PROBE
    (act,) = script.acts
    assert probe_in(rows[PROBE].title) == max(line.probe for line in act if line.probe is not None)


def test_a_flow_is_written_as_it_is_read() -> None:
    assert Flow.read(str(BUSY)) == BUSY


def test_at_one_change_a_second_the_probes_are_the_changes() -> None:
    script = flow(NOW, Flow(rate=1, seconds=4.0, every_ms=1_000.0), reports=REPORTS)
    _, changed = taken(script)
    reports = [key for one in changed for key in one.changes.put if key[0] == "report"]
    assert set(reports) == {("report", PROBE)}
