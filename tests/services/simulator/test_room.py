"""The demo room: its days in a store, its people with passwords of their own, its pictures."""

import json
import sys
from pathlib import Path

import pytest

from services.simulator.people import PEOPLE, NoRoom, read_room
from services.simulator.room import RoomRefused, make_room
from services.store import photos
from services.store.database import Store
from services.store.people import accounts, cleared
from services.store.rebuild import differences
from services.store.sign_in import sign_in_password, sign_in_token
from tests.builders import NOW


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("room") / "data"
    make_room(folder, seed=1, now=NOW)
    return folder


def test_the_rows_are_what_the_log_makes_of_them(made: Path) -> None:
    store = Store.open(made, clock=lambda: NOW)
    with store.read() as reader:
        assert list(differences(reader)) == []
        assert len(reader.live_reports()) > 50
        assert reader.head().at <= NOW
    store.close()


def test_everybody_signs_in_with_what_the_rooms_file_says(made: Path) -> None:
    key, store = read_room(made / "room.json"), Store.open(made, clock=lambda: NOW)
    for person in PEOPLE:
        signed = sign_in_password(
            store, login=person.login, password=key.secrets.passwords[person.login], desk=f"d-{person.login}"
        )
        assert signed.user == person.user
    for name, token in key.secrets.tokens.items():
        assert sign_in_token(store, token=token, desk=f"t-{name}").user.id == f"t-{name}"
    with store.read() as reader:
        assert cleared(reader) == {"u-nuraini", "u-hendro"}
        assert len(accounts(reader)) == len(PEOPLE) + 2
    store.close()


def test_passwords_are_new_for_each_room_and_nowhere_else(made: Path, tmp_path: Path) -> None:
    make_room(tmp_path / "other", seed=1, now=NOW)
    one, other = read_room(made / "room.json").secrets, read_room(tmp_path / "other" / "room.json").secrets
    assert not set(one.passwords.values()) & set(other.passwords.values())
    assert not set(one.tokens.values()) & set(other.tokens.values())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_its_owner_may_read_how_to_sign_in(made: Path) -> None:
    assert (made / "room.json").stat().st_mode & 0o777 == 0o600


def test_every_photo_of_a_report_is_in_the_room(made: Path) -> None:
    store = Store.open(made, clock=lambda: NOW)
    with store.read() as reader:
        carried = {photo for report in reader.reports_since(0) for photo in report.photos}
    store.close()
    assert carried
    assert all(photos.find(made, photo, size) for photo in carried for size in ("thumb", "full"))
    assert carried <= set(read_room(made / "room.json").pictures.values())


def test_a_folder_with_data_is_left_as_it_is(made: Path) -> None:
    with pytest.raises(RoomRefused, match="holds data already"):
        make_room(made, seed=2, now=NOW)


def test_a_file_that_is_no_rooms_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoRoom, match="cannot be read"):
        read_room(tmp_path / "nothing.json")
    (tmp_path / "other.json").write_text(json.dumps({"users": {"sari": {}}}))
    with pytest.raises(NoRoom, match="does not say"):
        read_room(tmp_path / "other.json")
