"""The seeded room every benchmark works on: 10,000 open reports in seven squads, and how they change."""

import csv
import io
import random
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from typing import Any

import resources
from services.domain.access import label_row
from services.domain.board import Put
from services.domain.people import Role, User
from services.domain.policy import DAY, HOUR, MINUTE
from services.domain.report import Millis, State
from services.domain.rows import Base, ClaimRow, LabelRow, MemberRow, ReportRow, SquadRow, WaitingRow
from services.domain.squads import Squad
from services.store.policy_source import load_policy
from tests.benchmarks.probe import OPEN, PROBE, title_of

SEED = 20_261_124
MEMBERS_A_SQUAD = 6
VIEWER = User(id="u-sari", name="Sari", roles=frozenset({Role.DISPATCHER, Role.COVERT}))
"""A dispatcher who sees all seven squads."""
OVERDUE: Millis = 20 * DAY
"""How late the probed report is; no other comes near it."""

_STATES = (State.RECEIVED, State.QUEUED, State.ASSIGNED, State.ACCEPTED, State.ON_SCENE, State.WAITING, State.RESOLVED)
_SHARES = (25, 20, 20, 15, 12, 5, 3)
_PRIORITIES = ("P1", "P2", "P3")
_LATEST: Millis = 12 * HOUR
_FURTHEST: Millis = 8 * DAY


@dataclass(frozen=True, slots=True)
class Story:
    """What a citizen could have written, with its label, squad and village."""

    title: str
    text: str
    label: str
    squad: str
    desa: str


def stories() -> list[Story]:
    """Return the shipped texts that have a squad; those without a village are spread over all of them."""
    titles = {row["id"]: row["title"] for row in _table("demo/titles.csv")}
    villages = cycle(row["code"] for row in _table("places.csv"))
    return [
        Story(titles.get(row["id"], ""), row["text"], row["label"], row["squad"], row["place"] or next(villages))
        for row in _table("texts.csv")
        if row["squad"]
    ]


def opening(now: Millis, reports: int = OPEN) -> list[Put[Any]]:
    """Return every row of the board at `now`, the probed report among them; the same seed gives the same rows."""
    chance = random.Random(SEED)
    squads = tuple(Squad)
    told = {squad: [story for story in stories() if story.squad == squad.value] for squad in squads}
    puts: list[Put[Any]] = [Put("report", PROBE, a_rev(chance), _probed(told[Squad.ORANGE][0], now))]
    for n in range(1, reports):
        squad = squads[n % len(squads)]
        row = _report(chance, chance.choice(told[squad]), squad=squad, number=f"{n:05}", now=now)
        puts.append(Put("report", f"r-{chance.getrandbits(100):025x}", a_rev(chance), row))
    members = [_member(chance, squad, n, now=now) for squad in squads for n in range(MEMBERS_A_SQUAD)]
    figures = [Put("squad", squad.value, a_rev(chance), squad_row(chance, now)) for squad in squads]
    return [*puts, *members, *figures, *_labels(chance)]


def changes(rows: list[Put[Any]], now: Millis) -> Iterator[Put[ReportRow]]:
    """Yield without end: a random report gets another state, priority and due time. The probed one is left alone."""
    chance = random.Random(SEED + 1)
    standing = {put.id: put.row for put in rows if put.kind == "report" and put.id != PROBE}
    ids = list(standing)
    while True:
        report = chance.choice(ids)
        row = standing[report]
        state = chance.choices(_STATES, _SHARES)[0]
        standing[report] = replace(
            row,
            priority=chance.choice(_PRIORITIES),
            **_life(chance, state, squad=row.squad or "", received=row.received, now=now),
        )
        yield Put("report", report, a_rev(chance), standing[report])


def probes(rows: list[Put[Any]]) -> Iterator[Put[ReportRow]]:
    """Yield the probed report without end, each time with the number of the probe (from 0) in its title."""
    chance = random.Random(SEED + 2)
    row: ReportRow = next(put.row for put in rows if put.id == PROBE)
    n = 0
    while True:
        yield Put("report", PROBE, a_rev(chance), replace(row, title=title_of(n)))
        n += 1


def a_rev(chance: random.Random) -> str:
    """Return a row's version as the hub writes it: twelve characters that say nothing."""
    return urlsafe_b64encode(chance.randbytes(9)).decode()


def squad_row(chance: random.Random, now: Millis) -> SquadRow:
    """Return a squad's figures."""
    done = chance.randrange(60, 240)
    return SquadRow(
        open=OPEN // len(Squad),
        late=chance.randrange(20, 90),
        unassigned=chance.randrange(100, 400),
        to_verify=chance.randrange(5, 60),
        on=MEMBERS_A_SQUAD,
        window_days=30,
        n=done,
        p50=chance.randrange(20, 300) * MINUTE,
        p50_reached=True,
        used50=round(chance.uniform(0.2, 2.5), 3),
        in_target={"in": done * 3 // 4, "of": done, "low": 0.68, "high": 0.81},
        at=now,
    )


def _table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(resources.read_text(name), newline="")))


def _probed(story: Story, now: Millis) -> ReportRow:
    row = _report(random.Random(SEED), story, squad=Squad.ORANGE, number="00000", now=now)
    received = now - OVERDUE - HOUR
    nothing: dict[str, Any] = dict.fromkeys((*_TIMES, "waiting", "claim", "due_verify", "outcome"))
    return replace(
        row,
        **nothing | {"members": (), "state": State.RECEIVED.value, "received": received},
        title=title_of(0),
        due_first=now - OVERDUE,
        due_resolve=now - OVERDUE,
    )


def _report(chance: random.Random, story: Story, *, squad: Squad, number: str, now: Millis) -> ReportRow:
    received = now - chance.randrange(1, 48 * 60) * MINUTE
    state = chance.choices(_STATES, _SHARES)[0]
    values: dict[str, Any] = {
        "number": f"{number[:3]}X-{number[3:]}",
        "squad": squad.value,
        "label": story.label,
        "priority": chance.choice(_PRIORITIES),
        "outcome": None,
        "title": story.title,
        "text": story.text,
        "channel": chance.choice(("app", "lapor", "sms", "counter")),
        "kecamatan": story.desa[:8],
        "desa": story.desa,
        "place": "",
        "lat": round(chance.uniform(-8.35, -7.95), 5),
        "lon": round(chance.uniform(111.45, 111.85), 5),
        "photos": tuple(f"p-{chance.getrandbits(100):025x}" for _ in range(chance.randrange(3))),
        "received": received,
        "closed": None,
        "breached": (),
        "paused": 0,
        "lapses": 0,
        "danger": chance.random() < 0.1,
        "escalation": chance.choice((0, 0, 0, 0, 1, 2)),
        "handoffs": chance.choice((0, 0, 1, 3)),
        "episode": 1,
        "reopened": None,
        "open_before": 0,
        "duplicates": (),
        "suspected": (),
        "merged_into": None,
        "sent": received - 20_000,
        "source_label": story.label,
        "outside": False,
        "sources": {"on_scene": "on_behalf"},
        "covert": squad.covert,
        "pending": None,
    }
    return ReportRow(**values, **_life(chance, state, squad=squad.value, received=received, now=now))


_TIMES = ("acknowledged", "queued", "assigned", "accepted", "on_scene", "resolved")


def _life(chance: random.Random, state: State, *, squad: str, received: Millis, now: Millis) -> dict[str, Any]:
    """Return what a state brings with it: times on the way to it, who has the report, and when it is due."""
    reached = _STATES.index(state)
    way = {time: received + step * MINUTE for step, time in enumerate(_TIMES[1:], 1)}
    passed = {State.RECEIVED: 0, State.WAITING: 4, State.RESOLVED: 5}.get(state, reached)
    times: dict[str, Any] = {time: at if step < passed else None for step, (time, at) in enumerate(way.items())}
    due = now + chance.randrange(-_LATEST, _FURTHEST) // MINUTE * MINUTE
    member = f"m-{squad}-{chance.randrange(MEMBERS_A_SQUAD)}"
    hand = ClaimRow("u-budi", "Budi", now + HOUR) if state is State.RECEIVED and chance.random() < 0.2 else None
    return {
        "state": state.value,
        "acknowledged": times["queued"],
        **times,
        "members": (member,) if passed > 1 else (),
        "waiting": WaitingRow("citizen", now + DAY) if state is State.WAITING else None,
        "claim": hand,
        "due_first": due,
        "due_resolve": due,
        "due_acknowledge": received + 30 * MINUTE if state is State.RECEIVED else None,
        "due_accept": due if state is State.ASSIGNED else None,
        "due_verify": due if state is State.RESOLVED else None,
    }


def _member(chance: random.Random, squad: Squad, n: int, *, now: Millis) -> Put[MemberRow]:
    row = MemberRow(
        name=f"Anggota {squad.code} {n + 1}",
        squad=squad.value,
        on=True,
        on_since=now - 2 * HOUR,
        limit=8,
        open=chance.randrange(9),
        late=chance.randrange(3),
        due_hour=chance.randrange(3),
        p50=chance.randrange(10, 120) * MINUTE,
        n=chance.randrange(10, 80),
        base=Base("35.03.10.2004", -8.05, 111.71),
        ended=None,
        replaced_by=None,
        code_name=squad.covert,
    )
    return Put("member", f"m-{squad.value}-{n}", a_rev(chance), row)


def _labels(chance: random.Random) -> list[Put[LabelRow]]:
    policy = load_policy((2026,))
    return [Put("label", key, a_rev(chance), label_row(label, policy, VIEWER)) for key, label in policy.labels.items()]
