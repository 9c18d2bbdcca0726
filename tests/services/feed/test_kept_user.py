"""Who finds the last board without a hub."""

import json
import stat
from pathlib import Path

import pytest

from services.domain.people import Role, User
from services.domain.squads import Squad
from services.feed.kept_user import KeptUser

SARI = User("u-sari", "Sari", frozenset({Role.DISPATCHER}), frozenset({Squad.ORANGE}))


def test_the_same_password_finds_the_same_user(tmp_path: Path) -> None:
    kept = KeptUser(tmp_path / "desk" / "user.json")
    kept.keep(SARI, "rahasia")

    assert kept.known("rahasia") == SARI
    assert kept.known("rahasia ") is None
    assert kept.known("") is None


def test_the_file_names_no_password_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "user.json"
    KeptUser(path).keep(SARI, "rahasia")

    assert "rahasia" not in path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_covert_role_is_not_there_without_a_hub(tmp_path: Path) -> None:
    kept = KeptUser(tmp_path / "user.json")
    kept.keep(User("u-n", "Nur", frozenset({Role.DISPATCHER, Role.COVERT})), "rahasia")

    known = kept.known("rahasia")

    assert known is not None
    assert known.roles == {Role.DISPATCHER}
    assert not known.cleared


def test_who_is_forgotten_is_not_known(tmp_path: Path) -> None:
    kept = KeptUser(tmp_path / "user.json")
    kept.keep(SARI, "rahasia")
    kept.forget()
    kept.forget()

    assert kept.known("rahasia") is None


KING = json.dumps({"id": 1, "name": 2, "roles": ["king"], "squads": None})


@pytest.mark.parametrize("damage", ["", "[]", "{}", KING])
def test_a_damaged_file_lets_nobody_in(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "user.json"
    path.write_text(damage, encoding="utf-8")

    assert KeptUser(path).known("rahasia") is None
