"""How often each row changed for each projection: what `rev` is made of, and who changed which field last."""

from collections.abc import Mapping

from services.store.codec import read_json, write_json
from services.store.kept import RowKey, RowVersion, Touch
from services.store.line import Line

_SELECT = "SELECT n, touched, gone FROM row_version WHERE kind = ? AND id = ? AND projection = ?"
_COUNT = "SELECT n FROM row_version WHERE kind = ? AND id = ? AND projection = ?"
_SAVE = """INSERT INTO row_version (kind, id, projection, n, touched, gone) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (kind, id, projection) DO UPDATE
    SET n = excluded.n, touched = excluded.touched, gone = excluded.gone"""
_LIVE = """SELECT kind, id, projection, n, touched, gone FROM row_version
    WHERE kind = ? AND (kind != 'report' OR id IN (SELECT id FROM report WHERE NOT retired))"""


def load(line: Line, key: RowKey) -> RowVersion | None:
    """Return the version of one row for one projection."""
    kept = line.one(_SELECT, tuple(key))
    return None if kept is None else _version(*kept)


def save(line: Line, key: RowKey, version: RowVersion) -> None:
    """Keep the version of one row for one projection."""
    touched = write_json(dict(version.touched))
    line.run(_SAVE, (*key, version.n, touched, version.gone))


def count(line: Line, kind: str, row: str, *, projection: str) -> int:
    """Return how often a row changed for a projection, 0 if it was never in it."""
    return int(line.value(_COUNT, (kind, row, projection)) or 0)


def of_kind(line: Line, kind: str) -> Mapping[RowKey, RowVersion]:
    """Return all versions of a kind of row; of reports those that are live."""
    rows = line.rows(_LIVE, (kind,))
    return {
        RowKey(kind, row, projection): _version(n, touched, gone) for kind, row, projection, n, touched, gone in rows
    }


def _version(n: int, touched: str, gone: int | None) -> RowVersion:
    fields = {name: Touch(*parts) for name, parts in read_json(touched).items()}
    return RowVersion(n, fields, gone)
