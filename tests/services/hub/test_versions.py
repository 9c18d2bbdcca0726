"""Versions of rows, and what a stale base missed."""

from services.hub.versions import FIELDS, changed_fields, changed_since, next_version
from services.store.kept import RowVersion, Touch


def test_a_version_counts_changes_and_knows_who_made_the_last_one_of_each_field() -> None:
    version = next_version(None, changed_fields(None, None), by="Lapor", at=1)
    assert version == RowVersion(0)
    version = next_version(version, ("",), by="Lapor", at=1)
    version = next_version(version, ("state", "claim"), by="Sari", at=2)
    version = next_version(version, ("claim",), by="Budi", at=3)
    assert (version.n, next_version(version, (), by="X", at=9)) == (3, version)
    assert changed_since(version, 3) == {}
    assert changed_since(version, 2) == {"claim": Touch(3, "Budi", 3)}
    assert changed_since(version, 1) == {"state": Touch(2, "Sari", 2), "claim": Touch(3, "Budi", 3)}
    never = changed_since(version, None)
    assert set(never) == set(FIELDS)
    assert never["label"] == Touch(1, "Lapor", 1)
    gone = next_version(version, ("",), by="Hendro", at=4)
    assert set(changed_since(gone, 3)) == set(FIELDS)
