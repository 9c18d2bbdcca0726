"""What can be read is what may be seen, whatever is asked for."""

import json
from typing import Any

import pytest

from services.domain.people import Role, User
from services.domain.squads import Squad
from services.hub.fitting import answer_frame
from services.hub.reading import Reading, ReadRefused
from services.protocol.codec import decode_hub_frame
from services.protocol.desk_messages import Get
from services.protocol.frames import MOST_BYTES
from services.protocol.hub_messages import Answer
from services.store.kept import Hit, RowKey
from tests.builders import NOW, a_dispatcher, a_supervisor, a_user, an_intake
from tests.services.hub.memory import REVS, Bench, MemoryState

SARI_ = a_dispatcher()
BUDI_ = a_dispatcher("u-budi")
LAPOR_ = an_intake()
RINA_ = a_supervisor("u-rina", cleared=True)


class _Reader(MemoryState):
    """A state that can be searched by the beginning of its texts."""

    def search(self, query: str, _places: "Any", *, covert: bool) -> "Any":
        found = (report for report in reversed(self.reports.values()) if query in report.text)
        return (Hit(0, report.id, 0) for report in found if covert or not report.covert)

    def row_count(self, kind: str, row: str, *, projection: str) -> int:
        version = self.versions.get(RowKey(kind, row, projection))
        return version.n if version else 0

    def reports_since(self, received: int) -> "Any":
        return [report for report in self.reports.values() if report.received >= received]


def a_bench() -> Bench:
    """A bench that can be read."""
    return Bench(_Reader(cleared=frozenset({RINA_.id})))


def read(bench: Bench, viewer: User, what: str, **members: Any) -> Any:
    """Read something."""
    state: Any = bench.state
    reading = Reading(reader=state, viewer=viewer, policy=bench.house.policy, revs=REVS, now=bench.state.clock)
    return reading.answer(Get(id=1, what=what, **members))


def refused(bench: Bench, viewer: User, what: str, **members: Any) -> tuple[str, str | None]:
    """Read something that is refused."""
    with pytest.raises(ReadRefused) as caught:
        read(bench, viewer, what, **members)
    return caught.value.code, caught.value.field


def test_a_report_is_read_with_the_rev_of_the_viewers_projection() -> None:
    bench = a_bench()
    report = bench.opened(LAPOR_)
    bench.give(SARI_, "acknowledge", report, base=bench.rev(report))
    for viewer, projection in ((SARI_, "desk"), (RINA_, "covert"), (LAPOR_, "desk")):
        answer = read(bench, viewer, "report", report=report)
        assert answer["rev"] == bench.rev(report, projection)
        assert answer["value"].state == "queued"


def test_what_may_not_be_seen_is_not_found_and_looks_like_what_is_not_there() -> None:
    bench = a_bench()
    secret = bench.opened(RINA_, label="pungli", text="Rahasia")
    foreign = bench.opened(SARI_)
    for what in ("report", "history"):
        for viewer in (SARI_, a_dispatcher("u-x", squads=[Squad.BLUE])):
            assert refused(bench, viewer, what, report=secret) == refused(bench, viewer, what, report="r-NOBODY")
    assert refused(bench, LAPOR_, "report", report=foreign) == ("not_found", None)
    assert read(bench, RINA_, "report", report=secret)["value"].covert is True
    assert refused(bench, SARI_, "report") == ("bad_format", "report")


@pytest.mark.parametrize("what", ["report", "history", "search", "speed", "points"])
def test_walls_and_auditors_read_nothing_and_connectors_only_reports(what: str) -> None:
    bench = a_bench()
    report = bench.opened(LAPOR_)
    for role in (Role.WALL, Role.AUDITOR):
        assert refused(bench, a_user("u-w", role), what, report=report) == ("denied", None)
    if what != "report":
        assert refused(bench, LAPOR_, what, report=report) == ("denied", None)


def test_a_search_finds_what_may_be_seen_as_if_there_were_nothing_else() -> None:
    bench = a_bench()
    for n in range(4):
        bench.opened(LAPOR_, text=f"Lubang {n}")
        bench.opened(RINA_, label="pungli", text=f"Lubang rahasia {n}")
    found = read(bench, SARI_, "search", query="Lubang", limit=3)["reports"]
    assert [one["value"].text for one in found] == ["Lubang 3", "Lubang 2", "Lubang 1"]
    assert found[0]["rev"] == bench.rev(found[0]["id"])
    assert len(read(bench, RINA_, "search", query="Lubang")["reports"]) == 8
    assert refused(bench, SARI_, "search", query="  ") == ("bad_format", "query")


def test_a_history_tells_who_did_what_and_says_nothing_that_is_nobodys_business() -> None:
    bench = a_bench()
    report = bench.opened(LAPOR_, reporter="Slamet", source={"system": "x", "id": "geheim-1"})
    bench.give(SARI_, "acknowledge", report, base=bench.rev(report))
    bench.give(SARI_, "note", report, text="Dihubungi")
    bench.give(SARI_, "assign", report, base=bench.rev(report), members=["m-31"])
    lines = read(bench, BUDI_, "history", report=report)["events"]
    assert [line["event"] for line in lines] == ["opened", "acknowledged", "noted", "assigned"]
    assert (lines[0]["by"], lines[0]["at"], lines[0]["source"]) == ("Lapor", NOW, "hub")
    assert lines[2]["words"] == "Dihubungi"
    assert lines[3]["details"]["members"] == ("m-31",)
    assert not {"identity", "access", "source_id"} & lines[0]["details"].keys()


def test_speed_counts_what_may_be_seen() -> None:
    bench = a_bench()
    for _ in range(3):
        bench.opened(LAPOR_)
        bench.opened(RINA_, label="pungli", text="Rahasia")
    bench.state.clock += 60_000
    answer = read(bench, SARI_, "speed", measure="first_action", by=("squad",))
    assert [cell["key"] for cell in answer["cells"]] == [["orange"]]
    assert answer["cells"][0]["open"] == 3
    assert answer["by"] == ("squad",)
    mine = read(bench, RINA_, "speed", measure="acknowledge", by=("squad",))
    assert [cell["key"] for cell in mine["cells"]] == [["orange"], ["shadow"]]
    assert read(bench, SARI_, "speed", by=("squad",), since=0, until=NOW)["cells"] == []


@pytest.mark.parametrize(
    ("what", "members", "field"),
    [
        ("speed", {"measure": "joy"}, "measure"),
        ("speed", {"by": ("colour",)}, "by"),
        ("speed", {"since": 5, "until": 5}, "since"),
        ("points", {"measure": "joy"}, "measure"),
        ("points", {"measure": ""}, "measure"),
        ("search", {"query": "a", "limit": 0}, "limit"),
        ("search", {"query": "a", "limit": -3}, "limit"),
    ],
)
@pytest.mark.parametrize("reports", [0, 1])
def test_a_wrong_question_names_its_field(what: str, members: dict[str, Any], field: str, reports: int) -> None:
    bench = a_bench()
    for _ in range(reports):
        bench.opened(LAPOR_)
    assert refused(bench, SARI_, what, **members) == ("bad_format", field)


def test_points_are_those_of_the_asked_squad() -> None:
    bench = a_bench()
    one, _ = bench.opened(LAPOR_), bench.opened(LAPOR_, label="balap_liar")
    bench.state.clock += 5_000
    assert read(bench, SARI_, "points", squad="orange") == [
        {"report": one, "ms": 5_000, "answered": False, "late": False}
    ]
    assert len(read(bench, SARI_, "points")) == 2


def test_what_is_not_there_yet_is_not_found_and_too_much_is_too_large() -> None:
    assert refused(a_bench(), SARI_, "people") == ("not_found", "what")
    assert answer_frame(Get(id=7, what="speed"), {"a": 1}) == b'{"type":"answer","reply_to":7,"value":{"a":1}}'
    with pytest.raises(ReadRefused) as caught:
        answer_frame(Get(id=7, what="speed"), {"cells": ["x" * 1_000] * 300})
    assert caught.value.code == "too_large"


@pytest.mark.parametrize(
    ("what", "name", "newest"), [("history", "events", True), ("search", "reports", False), ("points", None, True)]
)
def test_a_long_list_is_cut_to_the_frame_and_says_that_there_is_more(what: str, name: str | None, newest: bool) -> None:
    entries = [{"n": n, "words": "x" * 1_000} for n in range(600)]
    frame = answer_frame(Get(id=7, what=what), entries if name is None else {name: entries})
    assert MOST_BYTES - 1_200 < len(frame) <= MOST_BYTES
    message = decode_hub_frame(frame)
    assert isinstance(message, Answer)
    assert (message.reply_to, message.more) == (7, True)
    value = json.loads(bytes(message.value))
    kept = value if name is None else value[name]
    assert kept == (entries[-len(kept) :] if newest else entries[: len(kept)])
    few = decode_hub_frame(answer_frame(Get(id=7, what=what), entries[:3] if name is None else {name: entries[:3]}))
    assert isinstance(few, Answer)
    assert not few.more


def test_a_pause_and_a_refused_result_stand_beside_the_resolve_time() -> None:
    bench = a_bench()
    report = bench.opened(LAPOR_)
    bench.give(SARI_, "assign", report, base=bench.rev(report), members=["m-31"])
    bench.give(SARI_, "arrive", report, base=bench.rev(report), member="m-31")
    pause = {"reason": "citizen", "until": NOW + 3_600_000}
    assert bench.give(SARI_, "wait", report, base=bench.rev(report), **pause).outcome.ok
    bench.state.clock += 60_000
    (cell,) = read(bench, SARI_, "speed", measure="resolve")["cells"]
    assert cell["open_age"]["oldest"] == 0
    assert cell["paused_share"] == 1.0
    assert RowKey("report", report, "desk") in bench.state.versions
