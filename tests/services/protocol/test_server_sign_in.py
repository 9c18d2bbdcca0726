"""Who is let in by the hub's side of a connection, and what happens until then."""

import json

import pytest

from services.domain.people import Role
from services.protocol.closing import Code
from services.protocol.desk_messages import Hello, Subscribe
from services.protocol.server_actions import Send
from services.protocol.server_session import HELLO_WITHIN, ServerSession
from tests.builders import NOW
from tests.services.protocol.builders import (
    DESK,
    a_command,
    a_frame,
    a_hello,
    an_admission,
    closing,
    sent,
)


def test_a_hello_is_passed_on_and_the_welcome_says_what_the_desk_must_know() -> None:
    session = ServerSession(NOW)

    (hello,) = session.receive(NOW + 7, a_hello())
    (welcome,) = session.welcome(NOW + 9, an_admission(Role.SUPERVISOR, last_command=4_180))

    assert isinstance(hello, Hello)
    assert (hello.desk, hello.auth.user, session.desk) == (DESK, "sari", DESK)
    assert isinstance(welcome, Send)
    assert json.loads(welcome.frame) == {
        "type": "welcome",
        "version": 1,
        "epoch": "e-1",
        "user": {"id": "u-sari", "name": "Sari", "roles": ["supervisor"], "squads": None},
        "token": "t-1",
        "token_expires": NOW + 900_000,
        "received": NOW + 7,
        "answered": NOW + 9,
        "timezone": "Asia/Jakarta",
        "last_command": 4_180,
        "heartbeat": 5_000,
        "limits": {"frame": 65_536, "in_flight": 16, "commands_per_second": 10, "burst": 60},
    }


def test_a_connector_is_told_its_own_limits() -> None:
    session = ServerSession(NOW)
    session.receive(NOW, a_hello(auth={"token": "t"}))

    (welcome,) = sent(session.welcome(NOW, an_admission(Role.INTAKE)))

    assert welcome["limits"] == {"frame": 65_536, "in_flight": 64, "commands_per_second": 1_000, "burst": 2_000}


def test_hello_must_come_within_five_seconds() -> None:
    session = ServerSession(NOW)

    assert session.next_tick() == NOW + HELLO_WITHIN
    assert session.tick(NOW + HELLO_WITHIN - 1) == []
    assert closing(session.tick(NOW + HELLO_WITHIN)) == 4401
    assert session.tick(NOW + HELLO_WITHIN) == []


def test_while_the_sign_in_is_looked_at_only_the_hub_is_waited_for() -> None:
    session = ServerSession(NOW)
    session.receive(NOW, a_hello())

    assert session.next_tick() is None
    assert session.tick(NOW + 60_000) == []


@pytest.mark.parametrize("desk", ["abc", "x" * 65, "d 9K2M", "d-9K2M\n", "désa", ""])
def test_a_desk_id_is_4_to_64_plain_characters(desk: str) -> None:
    actions = ServerSession(NOW).receive(NOW, a_hello(desk=desk))

    assert [(one["code"], one["field"]) for one in sent(actions)] == [("bad_format", "desk")]
    assert closing(actions) == 4400


@pytest.mark.parametrize("desk", ["abcd", "x" * 64, "A.z_0-9"])
def test_a_plain_desk_id_is_taken(desk: str) -> None:
    assert closing(ServerSession(NOW).receive(NOW, a_hello(desk=desk))) is None


BAD_AUTH: list[dict[str, str]] = [
    {},
    {"user": "sari"},
    {"password": "x"},
    {"token": "t", "user": "sari"},
    {"token": "t", "password": "x"},
    {"user": "sari", "password": "x", "token": "t"},
]


@pytest.mark.parametrize("auth", BAD_AUTH)
def test_auth_is_a_password_or_a_token(auth: dict[str, str]) -> None:
    actions = ServerSession(NOW).receive(NOW, a_hello(auth=auth))

    assert [(one["code"], one["field"]) for one in sent(actions)] == [("bad_format", "auth")]
    assert closing(actions) == 4400


def test_a_desk_that_speaks_no_version_of_ours_is_refused() -> None:
    actions = ServerSession(NOW).receive(NOW, a_hello(versions=[2, 3]))

    assert sent(actions) == [{"type": "refused", "code": "version"}]
    assert closing(actions) == 4401


def test_a_newer_desk_that_speaks_ours_too_is_taken() -> None:
    assert isinstance(ServerSession(NOW).receive(NOW, a_hello(versions=[2, 1]))[0], Hello)


@pytest.mark.parametrize(("code", "close"), [("bad_credentials", 4401), ("busy", 4401), ("revoked", 4403)])
def test_a_refusal_is_said_and_closes(code: str, close: int) -> None:
    session = ServerSession(NOW)
    session.receive(NOW, a_hello())

    actions = session.refuse(code, 2_000)

    assert sent(actions) == [{"type": "refused", "code": code, "retry_after": 2_000}]
    assert closing(actions) == close
    assert session.receive(NOW, a_hello()) == []


def test_welcome_and_refusal_come_to_nothing_if_the_desk_has_gone() -> None:
    session = ServerSession(NOW)
    session.receive(NOW, a_hello())
    session.close(Code.BUSY, "busy")

    assert session.welcome(NOW, an_admission()) == []
    assert session.refuse("busy") == []
    assert session.close(Code.BUSY, "busy") == []


def test_whoever_says_anything_else_first_is_not_signed_in() -> None:
    assert closing(ServerSession(NOW).receive(NOW, a_frame("subscribe", id=1, view="board"))) == 4401
    assert closing(ServerSession(NOW).receive(NOW, a_frame("command", id=1, **a_command()))) == 4401


def test_before_hello_an_unknown_type_is_ignored_and_a_bad_frame_ends_it() -> None:
    session = ServerSession(NOW)

    assert session.receive(NOW, a_frame("spell", id=1)) == []
    assert session.ignored == 1
    assert closing(session.receive(NOW, a_frame("ping", id=1))) == 4400


def test_what_comes_while_the_sign_in_is_looked_at_is_taken_after_it() -> None:
    session = ServerSession(NOW)
    session.receive(NOW, a_hello())
    assert session.receive(NOW, a_frame("subscribe", id=1, view="board")) == []

    actions = session.welcome(NOW, an_admission())

    assert [type(action) for action in actions] == [Send, Subscribe]


def test_of_what_comes_too_early_no_more_than_eight_frames_are_kept() -> None:
    session = ServerSession(NOW)
    session.receive(NOW, a_hello())

    actions = [session.receive(NOW, a_frame("renew", id=n)) for n in range(9)]

    assert actions[:8] == [[]] * 8
    assert closing(actions[8]) == 4400
