"""Rows for widgets: one of which a test names what it is about, a believable room, any number of random ones."""

import random
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from services.domain.policy import HOUR, MINUTE
from services.domain.report import Millis
from services.domain.rows import ClaimRow, MemberRow, ReportRow, WaitingRow
from services.domain.squads import Squad
from tests.builders import NOW

STATES = ("received", "queued", "assigned", "accepted", "on_scene", "waiting", "resolved")
_STEPS = ("acknowledged", "assigned", "accepted", "on_scene")


def a_row(**changes: Any) -> ReportRow:
    """A report of a damaged road that came in ten minutes ago and is due in an hour, unless told otherwise."""
    row = ReportRow(
        number="7Q3K-92",
        squad="orange",
        label="jalan_rusak",
        priority="P2",
        state="received",
        outcome=None,
        title="Jalan berlubang dalam di tanjakan, motor terjatuh",
        text="Lubang sedalam 20 cm sebelum jembatan, tertutup air kalau hujan. Tadi pagi anak saya jatuh dari motor.",
        channel="app",
        kecamatan="35.03.08",
        desa="35.03.08.2004",
        place="Watulimo, tanjakan sebelum jembatan",
        lat=-8.29,
        lon=111.71,
        photos=(),
        received=NOW - 10 * MINUTE,
        acknowledged=None,
        queued=None,
        assigned=None,
        accepted=None,
        on_scene=None,
        resolved=None,
        closed=None,
        due_first=NOW + HOUR,
        due_resolve=None,
        due_acknowledge=None,
        due_accept=None,
        due_verify=None,
        breached=(),
        waiting=None,
        paused=0,
        members=(),
        claim=None,
        lapses=0,
        danger=False,
        escalation=0,
        handoffs=0,
        episode=1,
        reopened=None,
        open_before=0,
        duplicates=(),
        suspected=(),
        merged_into=None,
        sent=None,
        source_label=None,
        outside=False,
        sources={},
        covert=False,
        pending=None,
    )
    return replace(row, **changes)


def a_member_row(name: str, squad: str, **changes: Any) -> MemberRow:
    """A member on duty with three open reports."""
    row = MemberRow(
        name=name,
        squad=squad,
        on=True,
        on_since=NOW - 2 * HOUR,
        limit=8,
        open=3,
        late=0,
        due_hour=1,
        p50=26 * MINUTE,
        n=41,
        base=None,
        ended=None,
        replaced_by=None,
        code_name=squad == "shadow",
    )
    return replace(row, **changes)


def _reported(squad: str, title: str, state: str, *, age: int, left: int, **changes: Any) -> ReportRow:
    """A row received `age` minutes ago whose next step is due in `left` minutes."""
    received = NOW - age * MINUTE
    reached = _STEPS[: max(0, STATES.index(state) - (0 if state in STATES[:5] else 1))]
    times = {step: received + (n + 1) * MINUTE for n, step in enumerate(reached)}
    due = NOW + left * MINUTE
    begun = state in {"on_scene", "waiting", "resolved"}
    dues = {"due_first": received + HOUR if begun else due, "due_resolve": due, "due_verify": due}
    if "acknowledged" in times:
        times["queued"] = times["acknowledged"]
    if state == "resolved":
        times["resolved"] = NOW - 5 * MINUTE
    return a_row(squad=squad, title=title, state=state, received=received, **{**times, **dues, "photos": (), **changes})


MEMBERS: Mapping[str, MemberRow] = MappingProxyType(
    {
        "m-11": a_member_row("Siti R.", "pink"),
        "m-21": a_member_row("dr. Ratna", "white"),
        "m-31": a_member_row("Suyono", "orange"),
        "m-32": a_member_row("Wahyu N.", "orange"),
        "m-41": a_member_row("Aipda Dwi", "blue"),
        "m-51": a_member_row("Bagus W.", "yellow"),
        "m-61": a_member_row("Endah P.", "red"),
        "m-71": a_member_row("Anggota 07", "shadow"),
    }
)


def a_room() -> dict[str, ReportRow]:
    """Nineteen reports as an operations room would see them on a Tuesday morning."""
    rows = (
        _reported("orange", "Jembatan bambu putus, anak sekolah menyeberang sungai", "on_scene", age=220, left=-134,
                  priority="P1", members=("m-31",), danger=True, duplicates=("r-a", "r-b", "r-c", "r-d"),
                  kecamatan="35.03.03", desa="35.03.03.2001", escalation=1),
        _reported("red", "KTP-el rusak, sudah tiga kali datang belum dicetak", "accepted", age=400, left=-71,
                  priority="P3", members=("m-61",), kecamatan="35.03.01", desa="35.03.01.2004"),
        _reported("yellow", "Tumpukan sampah menutup saluran Pasar Pon", "received", age=270, left=-26,
                  duplicates=tuple(f"r-{n}" for n in range(7)), kecamatan="35.03.11", desa="35.03.11.1001", lapses=1),
        _reported("shadow", "Pungutan tidak resmi pembuatan surat tanah", "accepted", age=500, left=-12,
                  members=("m-71",), covert=True, kecamatan=None, desa=None, place=""),
        _reported("white", "Ibu hamil tidak terjangkau ambulans desa", "received", age=11, left=4, priority="P1",
                  danger=True, kecamatan="35.03.14", desa="35.03.14.2003"),
        _reported("orange", "Tebing longsor menutup satu lajur jalan provinsi", "queued", age=51, left=9, danger=True,
                  duplicates=tuple(f"r-{n}" for n in range(11)), kecamatan="35.03.12", desa="35.03.12.2002",
                  claim=ClaimRow("u-sari", "Sari", NOW + 6 * MINUTE)),
        _reported("blue", "Lampu jalan mati, rawan begal di tikungan", "assigned", age=46, left=14,
                  members=("m-41",), duplicates=("r-a", "r-b"), kecamatan="35.03.06", desa="35.03.06.2003"),
        _reported("orange", "Jalan berlubang dalam di tanjakan, motor terjatuh", "received", age=42, left=18,
                  duplicates=tuple(f"r-{n}" for n in range(5)), photos=("p-1", "p-2", "p-3", "p-4")),
        _reported("pink", "Lansia sebatang kara belum menerima bantuan", "on_scene", age=80, left=22,
                  members=("m-11",), kecamatan="35.03.04", desa="35.03.04.2002"),
        _reported("yellow", "Bau limbah ikan di dekat permukiman Prigi", "on_scene", age=60, left=27,
                  members=("m-51",), duplicates=("r-a",), handoffs=3, kecamatan="35.03.08", desa="35.03.08.2005"),
        _reported("white", "Posyandu kehabisan vaksin campak sejak Senin", "on_scene", age=140, left=41,
                  members=("m-21",), kecamatan="35.03.07", desa="35.03.07.2001"),
        _reported("blue", "Knalpot brong dan balap liar tiap malam Minggu", "received", age=12, left=46,
                  duplicates=tuple(f"r-{n}" for n in range(9)), kecamatan="35.03.10", desa="35.03.10.2004"),
        _reported("orange", "Talud sungai retak sepanjang dua puluh meter", "on_scene", age=300, left=58,
                  members=("m-31",), suspected=("r-z",), kecamatan="35.03.05", desa="35.03.05.2003"),
        _reported("red", "Akta kelahiran bayi kembar tertukar nama", "received", age=30, left=66, priority="P3",
                  kecamatan="35.03.13", desa="35.03.13.2004"),
        _reported("pink", "Anak putus sekolah bekerja di penggergajian", "waiting", age=290, left=83,
                  members=("m-11",), waiting=WaitingRow("citizen", NOW + 50 * HOUR), kecamatan="35.03.04",
                  desa="35.03.04.2005"),
        _reported("orange", "Pohon tumbang menutup jalan desa", "resolved", age=600, left=430, members=("m-32",),
                  kecamatan="35.03.02", desa="35.03.02.2003"),
        _reported("yellow", "", "received", age=5, left=475, priority="P3", label="sampah_menumpuk", text="",
                  photos=("p-9",), kecamatan="35.03.09", desa="35.03.09.2003"),
        a_row(squad=None, title="", label="lainnya", text="Ada bapak-bapak marah di depan kantor kecamatan sejak tadi "
              "pagi, tolong dicek", priority="P3", outside=True, desa=None, kecamatan=None, due_first=NOW + 30 * HOUR,
              received=NOW - 3 * MINUTE),
        _reported("red", "Kartu keluarga belum jadi sejak Oktober", "on_scene", age=4000, left=4300, priority="P3",
                  members=("m-61",), pending="pause"),
    )  # fmt: skip
    return {f"r-{n:02}": replace(row, number=f"7Q{n:02}-92" if row.title != a_row().title else row.number)
            for n, row in enumerate(rows)}  # fmt: skip


def random_row(chance: random.Random, now: Millis = NOW) -> ReportRow:
    """A row in any state, due up to two days before or after `now`; ties in due and received times are common."""
    state = chance.choice((*STATES, "closed"))
    received = now - chance.randrange(0, 48) * HOUR
    due = chance.choice((None, now + chance.randrange(-48, 200) * HOUR // 4))
    queued = None if state == "received" else received + MINUTE
    members = () if state in {"received", "queued"} else ("m-31",)
    on_scene = received + HOUR if state in {"on_scene", "waiting", "resolved"} else None
    return a_row(
        state=state,
        squad=chance.choice((*(squad.value for squad in Squad), None)),
        received=received,
        due_first=due,
        due_resolve=due,
        due_verify=due,
        queued=queued,
        on_scene=on_scene,
        resolved=received + 2 * HOUR if state == "resolved" else None,
        members=members,
        claim=chance.choice((None, ClaimRow("u-sari", "Sari", now + HOUR))),
        suspected=chance.choice(((), ("r-x",))),
    )


def random_rows(count: int, *, seed: int = 7, now: Millis = NOW) -> dict[str, ReportRow]:
    """So many random rows by id."""
    chance = random.Random(seed)
    return {f"r-{n:06}": random_row(chance, now) for n in range(count)}
