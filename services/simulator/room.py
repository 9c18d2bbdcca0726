"""Makes the demo room in a data folder: its people with their passwords, its members, its pictures and its past."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import resources
from services.domain.access import Projection
from services.domain.events import DutyBegan, DutyEnded
from services.domain.report import Millis, Report
from services.domain.report_row import hidden
from services.simulator.past import Past
from services.simulator.people import RoomKey, draw_secrets, hashed, let_in, write_room
from services.simulator.regency import live_through
from services.store import photos
from services.store.database import Store, holds_data
from services.store.kept import RowKey, RowVersion
from services.store.transaction import Transaction

PICTURES = "demo/photos"


class RoomRefused(Exception):
    """No demo room was made; the message is one line."""


@dataclass(frozen=True, slots=True)
class Made:
    """The room that was made: where it says how to sign in, and how many reports it has, open ones apart."""

    file: Path
    reports: int
    open: int


def make_room(folder: Path, *, seed: int, now: Millis) -> Made:
    """Make a room with thirty-one days behind it. Same seed and time: the same days, and always new passwords.

    Raises:
        RoomRefused: the folder holds data already.
        StoreRefused: the folder cannot be used.
    """
    if holds_data(folder):
        raise RoomRefused(f"{folder} holds data already: take another folder, or remove it first")
    drawn = draw_secrets()
    hashes = hashed(drawn)
    regency = live_through(seed, now)
    store = Store.open(folder, clock=lambda: now)
    try:
        store.submit(lambda transaction: let_in(transaction, drawn, hashes, now=_begin(regency.past))).result()
        store.submit(lambda transaction: keep(transaction, regency.past)).result()
    finally:
        store.close()
    keep_pictures(folder, regency.pictures)
    file = write_room(folder, RoomKey(drawn, dict(regency.pictures)), seed=seed, now=now)
    reports = regency.past.reports.values()
    return Made(file, len(reports), sum(report.open for report in reports))


def keep(transaction: Transaction, past: Past) -> None:
    """Write a past into an empty store: log, reports as they stand, members."""
    last: dict[str, int] = {}
    for entry in past.log:
        seq = transaction.append(entry.events, txn=entry.key, at=entry.at)
        first = seq - len(entry.events) + 1
        last |= {event.report: first + n for n, event in enumerate(entry.events)}
    for member in past.members.values():
        transaction.save_member(member)
    for report in sorted(past.reports.values(), key=lambda one: one.received):
        transaction.save_report(report, last[report.id])
        _save_versions(transaction, report)


def keep_pictures(folder: Path, pictures: Mapping[str, str]) -> None:
    """Put the shipped pictures into the room under the ids they have there."""
    for name, photo in pictures.items():
        full = resources.path(f"{PICTURES}/{name}.jpg").read_bytes()
        thumb = resources.path(f"{PICTURES}/{name}.thumb.jpg").read_bytes()
        photos.keep(folder, photo, full=full, thumb=thumb)


def _save_versions(transaction: Transaction, report: Report) -> None:
    """Each row begins at its first version: no desk has seen an earlier one."""
    seen = {Projection.COVERT} if hidden(report) else {Projection.DESK, Projection.COVERT}
    for projection in sorted(seen):
        transaction.save_row_version(RowKey("report", report.id, projection.value), RowVersion(1))


def _begin(past: Past) -> Millis:
    return min(
        (entry.at for entry in past.log if not isinstance(entry.events[0], DutyBegan | DutyEnded)),
        default=0,
    )
