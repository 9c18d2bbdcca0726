"""The step that gives alarms to reports of an older program: afterwards each row is the fold of its events again."""

import json
import sqlite3
from typing import Any

from services.domain.alarms import BREACHED, LAPSED, UNACKNOWLEDGED
from services.domain.events import Acknowledged, Breached, Claimed, Lapsed, Noted, Prioritised
from services.domain.policy import HOUR
from services.domain.report import Alarm
from services.store.database import Store
from services.store.engine import FILE
from services.store.rebuild import differences
from tests.builders import BUDI, NOW, SARI
from tests.services.store.samples import TickingClock, do, opened_nth, writing

MARK: dict[str, Any] = {"report": "r-0001", "at": NOW, "by": SARI, "name": "Sari"}


def test_every_alarm_of_the_log_is_written_into_its_report(store: Store, clock: TickingClock) -> None:
    by_hub: dict[str, Any] = {"report": "r-0001", "at": NOW, "by": "hub"}
    taken = Acknowledged(**MARK, squad="orange", label="banjir", priority="P1", until=NOW + HOUR)
    for event in (
        opened_nth(1, priority="P1", covert=True, access=(SARI,)),
        taken,
        Lapsed(**by_hub, holder=SARI),
        Claimed(**{**MARK, "by": BUDI, "name": "Budi"}, until=NOW + HOUR),
        Breached(**by_hub, measure="acknowledge"),
        Breached(**by_hub, measure="first_action"),
        Lapsed(**by_hub, holder=BUDI),
        opened_nth(2, priority="P3"),
        Prioritised(**{**MARK, "report": "r-0002"}, priority="P1", reason="new_facts"),
        opened_nth(3, priority="P3"),
        Noted(**{**MARK, "report": "r-0003"}, text="Sudah ditelepon."),
    ):
        do(store, writing(event))
    store.close()
    _made_older(store)

    with_alarms = Store.open(store.folder, clock=clock)
    with with_alarms.read() as reader:
        assert list(differences(reader)) == []
        kept = {id_: reader.load_report(id_) for id_ in ("r-0001", "r-0002", "r-0003")}
    with_alarms.close()
    first, second, third = (report.alarms if report else None for report in kept.values())
    assert first == (Alarm(UNACKNOWLEDGED, NOW), Alarm(BREACHED, NOW), Alarm(LAPSED, NOW, "Budi"))
    assert second == (Alarm(UNACKNOWLEDGED, NOW),)
    assert third == ()


def test_a_report_whose_row_is_gone_is_left_to_the_examination(store: Store, clock: TickingClock) -> None:
    do(store, writing(opened_nth(1, priority="P1")))
    store.close()
    _made_older(store, "DELETE FROM report")
    with_alarms = Store.open(store.folder, clock=clock)
    with with_alarms.read() as reader:
        assert list(differences(reader)) == ["report r-0001: it has events and no row"]
    with_alarms.close()


def _made_older(store: Store, *statements: str) -> None:
    """Leave the folder as a program before this step left it."""
    with sqlite3.connect(store.folder / FILE) as database:
        for report, text in database.execute("SELECT id, body FROM report").fetchall():
            body = {name: value for name, value in json.loads(text).items() if name != "alarms"}
            older = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
            database.execute("UPDATE report SET body = ? WHERE id = ?", (older, report))
        for statement in statements:
            database.execute(statement)
        database.execute("UPDATE alembic_version SET version_num = '0004'")
    database.close()
