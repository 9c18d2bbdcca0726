"""`admin` beside a running hub: the hub writes, `admin` waits; and a folder held by nobody in particular."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from services.admin import carry_out
from services.store import requests
from services.store.acts import AddMember, Result, RevokeUser
from services.store.database import Store
from services.store.failures import ActRefused
from services.store.people import current
from services.store.requests import FOLDER, NoAnswer
from tests.services.store.samples import TickingClock

Admin = Callable[..., int]
ADD = ("user", "add", "sari", "--role", "dispatcher", "--password-stdin")
MEMBER = AddMember(squad="blue", name="Agus")


def test_the_running_hub_lets_a_user_in_and_out(hub: Store, admin: Admin, capsys: pytest.CaptureFixture[str]) -> None:
    assert admin(*ADD) == 0
    with hub.read() as reader:
        assert current(reader, "u-sari") is not None
        assert reader.rights_version() == 1

    assert admin("user", "revoke", "sari") == 0
    with hub.read() as reader:
        assert current(reader, "u-sari") is None
        assert reader.rights_version() == 2
    assert capsys.readouterr().out == '{"user": "u-sari"}\n' * 2


def test_a_refusal_of_the_running_hub_is_said_in_one_line(
    hub: Store, admin: Admin, capsys: pytest.CaptureFixture[str]
) -> None:
    assert admin("user", "revoke", "sari") == 1
    assert capsys.readouterr().err == "pendopo admin: user 'sari' is not known\n"
    assert list((hub.folder / FOLDER).iterdir()) == []


def test_lists_and_the_doctor_read_beside_the_running_hub(
    hub: Store, admin: Admin, capsys: pytest.CaptureFixture[str]
) -> None:
    admin("member", "add", "--squad", "blue", "--name", "Agus")
    member = json.loads(capsys.readouterr().out)["member"]

    assert admin("member", "list") == 0
    assert admin("user", "list") == 0
    assert admin("doctor") == 0

    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"{member}\tblue\tAgus\t8\t-\toff"
    assert hub.epoch in said[-2]
    assert all(line.startswith("ok\t") for line in said[1:])


def test_whoever_holds_the_folder_for_a_moment_is_waited_for(data: Path) -> None:
    """Another `admin` answers no requests, and is done soon."""
    other = Store.open(data, clock=TickingClock())
    asked: list[int] = []
    ask = requests.ask

    def ask_then_free(*arguments: Any, **named: Any) -> Result:
        asked.append(1)
        try:
            return ask(*arguments, **named)
        finally:
            other.close()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(requests, "ask", ask_then_free)
        made = carry_out.carry_out(data, MEMBER, patience=0.0)

    assert asked == [1]
    with closing(Store.open(data, clock=TickingClock())) as store, store.read() as reader:
        assert [one.id for one in reader.members()] == [made["member"]]


def test_who_holds_the_folder_and_never_answers_is_named(data: Path) -> None:
    with closing(Store.open(data, clock=TickingClock())), pytest.raises(NoAnswer, match=r"is held by process \d+ and"):
        carry_out.carry_out(data, MEMBER, tries=2, patience=0.0)


def test_a_request_that_was_taken_is_not_made_twice(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*_: object, **__: object) -> object:
        raise NoAnswer("the hub took the request and did not answer", taken=True)

    monkeypatch.setattr(requests, "ask", silent)
    with closing(Store.open(data, clock=TickingClock())), pytest.raises(NoAnswer, match="took the request"):
        carry_out.carry_out(data, MEMBER)


def test_a_refused_act_changes_nothing(data: Path) -> None:
    with pytest.raises(ActRefused, match="user 'sari' is not known"):
        carry_out.carry_out(data, RevokeUser(login="sari"))


def test_the_clock_is_in_milliseconds() -> None:
    assert 1_700_000_000_000 < carry_out.now() < 5_000_000_000_000
