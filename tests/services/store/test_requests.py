"""What `admin` asks of a running hub is carried out once, answered, and forgotten when nobody waits."""

import json
import os
import time
from functools import partial
from pathlib import Path

import pytest

from services.store import passwords, people, requests
from services.store.acts import Act, AddMember, AddToken, AddUser, RevokeToken, RevokeUser, from_plain, plain
from services.store.database import Store
from services.store.failures import ActRefused, StorageFailed
from services.store.requests import NoAnswer, ask, execute_pending
from services.store.transaction import Transaction
from tests.builders import a_member
from tests.services.store.samples import do

ADD_SARI = AddUser(login="sari", name="Sari", roles=("dispatcher",), squads=None, password_hash=passwords.NOBODY)
ACTS: list[Act] = [
    ADD_SARI,
    AddUser(login="a", name="A", roles=("dispatcher",), squads=("blue", "red"), password_hash=passwords.NOBODY),
    RevokeUser(login="sari"),
    AddToken(name="lapor", roles=("intake",), token_hash="ab" * 32),
    RevokeToken(name="lapor"),
    AddMember(squad="orange", name="Wahyu", limit=3, desa="35.03.08.2004", lat=-8.1, lon=111.7),
]


def test_every_act_comes_out_of_its_file_as_it_went_in() -> None:
    assert [from_plain(json.loads(json.dumps(plain(act)))) for act in ACTS] == ACTS


def test_a_request_is_carried_out_by_whoever_holds_the_store(store: Store) -> None:
    done: list[tuple[Act, object]] = []

    result = ask(store.folder, ADD_SARI, patience=20, pause=lambda: done.extend(execute_pending(store)))

    assert result == {"user": "u-sari"}
    assert done == [(ADD_SARI, {"user": "u-sari"})]
    with store.read() as reader:
        assert people.current(reader, "u-sari") is not None
    assert list((store.folder / requests.FOLDER).iterdir()) == []


def test_all_acts_work_through_the_hub(store: Store) -> None:
    results = [ask(store.folder, act, patience=20, pause=lambda: _execute(store)) for act in ACTS]

    assert results[:5] == [{"user": one} for one in ("u-sari", "u-a", "u-sari", "t-lapor", "t-lapor")]
    with store.read() as reader:
        (member,) = reader.members()
    assert results[5] == {"member": member.id}
    assert (member.name, member.limit, member.lat, member.on) == ("Wahyu", 3, -8.1, False)


def _execute(store: Store) -> None:
    execute_pending(store)


def test_a_refusal_comes_back_in_its_words(store: Store) -> None:
    with pytest.raises(ActRefused, match="user 'nobody' is not known"):
        ask(store.folder, RevokeUser(login="nobody"), patience=20, pause=lambda: _execute(store))


def test_a_request_nobody_takes_is_withdrawn(store: Store) -> None:
    with pytest.raises(NoAnswer, match="nobody took the request") as silent:
        ask(store.folder, ADD_SARI, patience=0.0, pause=lambda: None)

    assert not silent.value.taken
    assert execute_pending(store) == []


def test_a_request_that_was_taken_is_waited_for(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requests, "_WAIT_SECONDS", 0.0)

    def take() -> None:
        for path in (store.folder / requests.FOLDER).glob("*.request"):
            path.rename(path.with_suffix(".taken"))

    with pytest.raises(NoAnswer, match="look whether it was carried out") as silent:
        ask(store.folder, ADD_SARI, patience=0.01, pause=take)
    assert silent.value.taken


def test_nothing_asked_is_nothing_done(store: Store) -> None:
    assert execute_pending(store) == []
    (store.folder / requests.FOLDER).mkdir(mode=0o700)
    assert execute_pending(store) == []


def left(store: Store, content: str, *, age: float = 0.0) -> Path:
    """Leave a request file as somebody else might."""
    place = store.folder / requests.FOLDER
    place.mkdir(mode=0o700, exist_ok=True)
    path = place / "0123.request"
    path.write_text(content)
    os.utime(path, (time.time() - age,) * 2)
    return path


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "cannot be read"),
        ("[]", "cannot be read"),
        ("[" * 60_000, "cannot be read"),
        ("x" * 70_000, "cannot be read"),
        ('{"act":"rm","login":"x"}', "not one of this program's"),
        ('{"act":"user_revoke"}', "not one of this program's"),
        ('{"act":["user_revoke"]}', "not one of this program's"),
        ('{"act":"user_revoke","login":7}', "malformed"),
        ('{"act":"member_add","squad":"orange","name":"A","limit":"many"}', "malformed"),
        ('{"act":"user_add","login":"a","name":"","roles":["king"],"squads":null,"password_hash":""}', "'king' is not"),
        ('{"act":"member_add","squad":"green","name":"A"}', "squad 'green' is not known"),
        ('{"act":"member_add","squad":"blue","name":" "}', "name: want 1 to 64"),
        ('{"act":"member_add","squad":"blue","name":"A","limit":0}', "limit: want 1 to 1000"),
    ],
)
def test_a_request_that_makes_no_sense_is_answered_and_changes_nothing(store: Store, content: str, why: str) -> None:
    path = left(store, content)

    assert execute_pending(store) == []

    assert why in json.loads(path.with_suffix(".answer").read_text())["refused"]
    with store.read() as reader:
        assert (people.accounts(reader), reader.members()) == ([], [])


def test_a_link_is_not_followed(store: Store, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text(json.dumps(plain(ADD_SARI)))
    path = left(store, "")
    path.unlink()
    path.symlink_to(tmp_path / "elsewhere")

    assert execute_pending(store) == []


def test_a_request_nobody_waits_for_any_more_is_dropped(store: Store) -> None:
    """An `admin` that was killed must not have its user added by the next start of the hub."""
    left(store, json.dumps(plain(ADD_SARI)), age=3_600)
    left(store, "").rename(store.folder / requests.FOLDER / "old.answer")
    left(store, json.dumps(plain(ADD_SARI)), age=3_600)
    os.utime(store.folder / requests.FOLDER / "old.answer", (0, 0))

    assert execute_pending(store) == []
    assert list((store.folder / requests.FOLDER).iterdir()) == []


def test_a_request_withdrawn_in_the_last_moment_is_not_carried_out(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = left(store, json.dumps(plain(ADD_SARI)))
    iterdir = Path.iterdir

    def listed_then_gone(self: Path) -> list[Path]:
        found = list(iterdir(self))
        path.unlink(missing_ok=True)
        return found

    monkeypatch.setattr(Path, "iterdir", listed_then_gone)

    assert execute_pending(store) == []


def test_a_full_disk_is_told(store: Store) -> None:
    do(store, lambda transaction: transaction.line.run("PRAGMA max_page_count = 1"))
    with pytest.raises(StorageFailed):
        _add_members_without_end(store)

    with pytest.raises(ActRefused, match="the hub could not write: the disk failed"):
        _ask_without_end(store)


def _add_members_without_end(store: Store) -> None:
    for n in range(1_000):
        do(store, partial(Transaction.save_member, member=a_member(f"m-{n}")))


def _ask_without_end(store: Store) -> None:
    for n in range(1_000):
        ask(store.folder, AddMember(squad="blue", name=f"{n}"), patience=20, pause=lambda: _execute(store))


def test_secrets_are_not_shown(store: Store) -> None:
    assert passwords.NOBODY not in repr(ADD_SARI)
    assert "ab" * 32 not in repr(AddToken(name="lapor", roles=("intake",), token_hash="ab" * 32))
    ask(store.folder, ADD_SARI, patience=20, pause=lambda: _execute(store))


def test_members_of_the_covert_squad_have_code_names(store: Store) -> None:
    act = AddMember(squad="shadow", name="Elang")
    ask(store.folder, act, patience=20, pause=lambda: _execute(store))

    with store.read() as reader:
        assert [one.code_name for one in reader.members()] == [True]
