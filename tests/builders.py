"""Values for tests, complete and believable, of which a test names only what it is about.

It is Tuesday 24 November 2026, 09.00 WIB: an office day without a holiday.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from services.domain.events import Opened
from services.domain.people import Member, Role, User
from services.domain.places import Gazetteer
from services.domain.policy import HOUR, MINUTE, CalendarKind, Label, Policy, parse_target
from services.domain.report import Claim, Millis, Outcome, Priority, Report, State, Waiting
from services.domain.room import Room
from services.domain.squads import Squad

NOW: Millis = 1_795_485_600_000
"""Tuesday 24 November 2026, 09.00 WIB."""

REPORT = "r-7Q3K92"
SARI = "u-sari"
BUDI = "u-budi"
HENDRO = "u-hendro"


def a_label(key: str, squad: Squad | None, priority: Priority, **changes: Any) -> Label:
    """A label: round the clock, 30 minutes for the first action and a day for the resolution unless told otherwise."""
    label = Label(
        key=key,
        name_id=key.replace("_", " ").capitalize(),
        name_en=key.replace("_", " ").capitalize(),
        squad=squad,
        priority=priority,
        calendar=CalendarKind.ALWAYS,
        first=parse_target("30m"),
        resolve=parse_target("1d"),
        covert=squad is Squad.SHADOW,
    )
    return replace(label, **changes)


def _office(first: str, resolve: str) -> dict[str, Any]:
    return {"calendar": CalendarKind.OFFICE, "first": parse_target(first), "resolve": parse_target(resolve)}


LABELS: Mapping[str, Label] = MappingProxyType(
    {
        label.key: label
        for label in (
            a_label("odgj_telantar", Squad.PINK, Priority.P2, **_office("2h", "3wd")),
            a_label("butuh_ambulans", Squad.WHITE, Priority.P1, first=parse_target("15m")),
            a_label("dbd_jentik", Squad.WHITE, Priority.P2),
            a_label("banjir", Squad.ORANGE, Priority.P1, first=parse_target("15m")),
            a_label("jalan_rusak", Squad.ORANGE, Priority.P3, **_office("1wd", "7wd")),
            a_label("tindak_kriminal", Squad.BLUE, Priority.P1, first=parse_target("15m")),
            a_label("balap_liar", Squad.BLUE, Priority.P2, first=parse_target("15m")),
            a_label("sampah_menumpuk", Squad.YELLOW, Priority.P3, **_office("4h", "1wd")),
            a_label("ktp_belum_jadi", Squad.RED, Priority.P3, **_office("1wd", "5wd")),
            a_label("lainnya", None, Priority.P3, **_office("1wd", "5wd")),
            a_label("pungli", Squad.SHADOW, Priority.P2, **_office("1wd", "60wd"), milestone=parse_target("14wd")),
        )
    }
)


def a_policy(*labels: Label, **changes: Any) -> Policy:
    """The rules in force: some labels of every squad (LABELS), and these besides or instead of their namesakes."""
    return replace(Policy(labels={**LABELS, **{label.key: label for label in labels}}), **changes)


def a_user(user: str, *roles: Role, squads: Iterable[Squad] | None = None) -> User:
    """Somebody who signs in, by his id, with these roles; his name is that of his id."""
    return User(
        id=user,
        name=user.removeprefix("u-").capitalize(),
        roles=frozenset(roles),
        squads=None if squads is None else frozenset(squads),
    )


def a_dispatcher(user: str = SARI, *, squads: Iterable[Squad] | None = None, cleared: bool = False) -> User:
    """An operator of all squads, or of some."""
    return a_user(user, Role.DISPATCHER, *((Role.COVERT,) if cleared else ()), squads=squads)


def a_supervisor(user: str = HENDRO, *, cleared: bool = False) -> User:
    """A supervisor."""
    return a_user(user, Role.SUPERVISOR, *((Role.COVERT,) if cleared else ()))


def a_regent() -> User:
    """The regent."""
    return a_user("u-bupati", Role.REGENT)


def an_intake() -> User:
    """A connector that opens reports."""
    return a_user("u-lapor", Role.INTAKE)


def a_member(member: str = "m-31", squad: Squad = Squad.ORANGE, **changes: Any) -> Member:
    """A member of a squad who is on duty."""
    return replace(
        Member(id=member, name=f"Anggota {member}", squad=squad, on=True, on_since=NOW - 2 * HOUR), **changes
    )


def a_report(state: State = State.RECEIVED, **changes: Any) -> Report:
    """A report of a damaged road, received ten minutes ago, that went the straight way to `state` a minute a step."""
    report = Report(
        id=REPORT,
        number="7Q3K-92",
        version=1,
        squad=Squad.ORANGE,
        label="jalan_rusak",
        priority=Priority.P3,
        state=state,
        title="Jalan berlubang",
        text="Jalan berlubang di depan pasar.",
        kecamatan="35.03.10",
        desa="35.03.10.2004",
        lat=-8.05,
        lon=111.71,
        opened_by="u-lapor",
        received=NOW - 10 * MINUTE,
    )
    return replace(report, **{**_way_to(state), **changes})


def _way_to(state: State) -> dict[str, Any]:
    """What has been written into a report on its way to `state`."""
    way: list[tuple[State, dict[str, Any]]] = [
        (State.RECEIVED, {}),
        (
            State.QUEUED,
            {"acknowledged": NOW - 9 * MINUTE, "queued": NOW - 9 * MINUTE, "queued_since": NOW - 9 * MINUTE},
        ),
        (State.ASSIGNED, {"assigned": NOW - 8 * MINUTE, "assigned_since": NOW - 8 * MINUTE, "members": ("m-31",)}),
        (State.ACCEPTED, {"accepted": NOW - 7 * MINUTE}),
        (State.ON_SCENE, {"on_scene": NOW - 6 * MINUTE, "acted": NOW - 6 * MINUTE}),
        (State.WAITING, {"waiting": Waiting("citizen", NOW + HOUR, NOW - 5 * MINUTE, State.ON_SCENE)}),
        (State.RESOLVED, {"waiting": None, "resolved": NOW - 4 * MINUTE, "resolved_by": BUDI}),
        (State.CLOSED, {"closed": NOW - 3 * MINUTE, "outcome": Outcome.DONE, "closed_from": State.RESOLVED}),
    ]
    written: dict[str, Any] = {}
    for step, values in way:
        written |= values
        if step is state:
            break
    return {**written, "version": max(1, len(written))}


def a_covert_report(state: State = State.RECEIVED, *, access: Iterable[str] = (SARI, HENDRO), **changes: Any) -> Report:
    """A report of an illegal levy, for the cleared on its access list only."""
    covert: dict[str, Any] = {"squad": Squad.SHADOW, "label": "pungli", "priority": Priority.P2}
    return a_report(
        state,
        **{"id": "r-C0V3RT", "number": "C0V3-RT", "covert": True, **covert, "access": frozenset(access), **changes},
    )


def a_claim(user: User, *, since: Millis = NOW - MINUTE, length: Millis = HOUR) -> Claim:
    """A lease of this user's that began a minute ago."""
    return Claim(user=user.id, name=user.name, since=since, until=since + length)


def an_opened(**changes: Any) -> Opened:
    """The event with which the report of `a_report` came in."""
    report = a_report()
    opened = Opened(
        report=report.id,
        at=report.received,
        by=report.opened_by,
        name="Lapor",
        number=report.number,
        label=report.label,
        squad=report.squad,
        priority=report.priority,
        title=report.title,
        text=report.text,
        kecamatan=report.kecamatan,
        desa=report.desa,
        lat=report.lat,
        lon=report.lon,
    )
    return replace(opened, **changes)


def a_room(*reports: Report, members: Iterable[Member] | None = None, **changes: Any) -> Room:
    """A room that knows these reports, two members a squad (`m-11`, `m-12` pink … `m-72` shadow), and no past."""
    known = {report.id: report for report in reports}
    room = Room(
        policy=a_policy(),
        members={member.id: member for member in (MEMBERS if members is None else members)},
        gazetteer=Gazetteer((), {}),
        find=known.get,
        done=lambda _: None,
        cleared=frozenset({SARI, HENDRO}),
        fresh_id="r-NEW",
        fresh_number="N3W0-00",
    )
    return replace(room, **changes)


MEMBERS: tuple[Member, ...] = tuple(
    a_member(f"m-{squad.key}{n}", squad, code_name=squad.covert) for squad in Squad for n in (1, 2)
)
