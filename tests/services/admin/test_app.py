"""`admin` on data that nobody holds: what it does, what it refuses, and with which exit status."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from services.domain.people import Role, User
from services.domain.squads import Squad
from services.store.database import look
from services.store.passwords import fits
from services.store.people import accounts, current
from tests.services.admin.conftest import PASSWORD

Admin = Callable[..., int]
Said = pytest.CaptureFixture[str]
ADD = ("user", "add", "sari", "--role", "dispatcher", "--password-stdin")


def test_a_user_is_let_in_with_the_password_of_stdin(admin: Admin, data: Path, capsys: Said) -> None:
    words = ("--squads", "orange,blue", "--name", "Sari Dewi", "--password-stdin")

    assert admin("user", "add", "sari", "--role", "dispatcher,covert", *words) == 0

    assert json.loads(capsys.readouterr().out) == {"user": "u-sari"}
    with look(data) as reader:
        (account,) = accounts(reader)
    assert account.user == User(
        id="u-sari",
        name="Sari Dewi",
        roles=frozenset({Role.DISPATCHER, Role.COVERT}),
        squads=frozenset({Squad.ORANGE, Squad.BLUE}),
    )
    assert fits(account.secret, PASSWORD)


def test_a_first_user_makes_the_data(admin: Admin, data: Path) -> None:
    shutil.rmtree(data)

    assert admin(*ADD) == 0
    with look(data) as reader:
        assert current(reader, "u-sari") is not None


def test_a_token_is_shown_once_and_signs_in_its_device(admin: Admin, data: Path, capsys: Said) -> None:
    assert admin("token", "add", "lapor", "--role", "intake") == 0

    said = json.loads(capsys.readouterr().out)
    assert set(said) == {"token"}
    assert len(said["token"]) == 43
    assert said["token"].encode() not in (data / "hub.sqlite").read_bytes()


def test_who_is_revoked_is_listed_so(admin: Admin, capsys: Said) -> None:
    admin(*ADD)
    admin("token", "add", "lapor", "--role", "intake")
    assert admin("user", "revoke", "sari") == 0
    assert admin("token", "revoke", "lapor") == 0
    capsys.readouterr()

    assert admin("user", "list") == 0

    assert capsys.readouterr().out.splitlines() == [
        "sari\tuser\tdispatcher\tall\tSari\trevoked",
        "lapor\ttoken\tintake\tall\tlapor\trevoked",
    ]


def test_members_are_added_with_the_point_of_their_desa_and_listed_by_squad(admin: Admin, capsys: Said) -> None:
    assert admin("member", "add", "--squad", "orange", "--name", "Wahyu N.", "--desa", "35.03.08.2004") == 0
    assert admin("member", "add", "--squad", "pink", "--name", "Siti", "--limit", "3") == 0
    ids = [json.loads(line)["member"] for line in capsys.readouterr().out.splitlines()]

    assert admin("member", "list") == 0

    assert capsys.readouterr().out.splitlines() == [
        f"{ids[1]}\tpink\tSiti\t3\t-\toff",
        f"{ids[0]}\torange\tWahyu N.\t8\t35.03.08.2004\toff",
    ]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "required: AREA"),
        (("user",), "required: ACT"),
        (("fly",), "invalid choice: 'fly'"),
        (("user", "add", "sari", "--role", "dispatcher"), "required: --password-stdin"),
        (("user", "add", "sari", "--password-stdin"), "required: --role"),
        (
            ("user", "add", "sari", "--role", "king", "--password-stdin"),
            "role 'king' is not known; there are dispatcher",
        ),
        (("user", "add", "sari", "--role", "covert", "--password-stdin"), "never alone"),
        (("user", "add", "sari", "--role", ",", "--password-stdin"), "role: want at least one"),
        ((*ADD, "--squads", "green"), "squad 'green' is not known; there are pink"),
        ((*ADD, "--squads", "shadow"), "needs the role covert"),
        (("user", "add", "b", "--role", "regent", "--password-stdin", "--squads", "red"), "squads limit a dispatcher"),
        (("token", "add", "lapor", "--role", "covert"), "never alone"),
        (("member", "add", "--squad", "green", "--name", "A"), "squad 'green' is not known"),
        (("member", "add", "--squad", "blue", "--name", "A", "--desa", "35.03.99.9999"), "no desa of the regency"),
        (("member", "add", "--squad", "blue", "--name", "A", "--limit", "many"), "invalid int value: 'many'"),
    ],
)
def test_wrong_use_is_said_in_one_line_with_status_2(
    admin: Admin, capsys: Said, words: tuple[str, ...], why: str
) -> None:
    assert admin(*words) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert why in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("user", "revoke", "nobody"), "user 'nobody' is not known"),
        (("token", "revoke", "nobody"), "token 'nobody' is not known"),
        (("user", "add", "sari dewi", "--role", "regent", "--password-stdin"), "want 1 to 40 letters"),
        (("token", "add", "lapor", "--role", "dispatcher,covert"), "for named users"),
        (("member", "add", "--squad", "blue", "--name", " "), "name: want 1 to 64"),
        (("member", "add", "--squad", "blue", "--name", "A", "--limit", "0"), "limit: want 1 to 1000"),
    ],
)
def test_what_cannot_be_is_said_in_one_line_with_status_1(
    admin: Admin, capsys: Said, words: tuple[str, ...], why: str
) -> None:
    assert admin(*words) == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert why in said.err
    assert said.err.count("\n") == 1


def test_an_empty_password_is_refused(admin: Admin, capsys: Said) -> None:
    assert admin(*ADD, stdin="\n") == 1
    assert "password: want 1 to 1,000 characters" in capsys.readouterr().err


def test_a_short_password_is_taken_with_a_warning(admin: Admin, capsys: Said) -> None:
    assert admin(*ADD, stdin="kopi\r\n") == 0
    assert "warning: a password of fewer than 8 characters" in capsys.readouterr().err


def test_a_password_is_never_repeated(admin: Admin, data: Path, capsys: Said) -> None:
    admin(*ADD)
    admin(*ADD)

    said = capsys.readouterr()
    assert PASSWORD not in said.out + said.err
    assert all(PASSWORD.encode() not in path.read_bytes() for path in data.iterdir() if path.is_file())


@pytest.mark.parametrize(
    "words",
    [("user", "list"), ("user", "revoke", "x"), ("token", "revoke", "x"), ("member", "list"), ("doctor",)],
)
def test_a_folder_without_data_is_named_and_left_as_it_is(
    admin: Admin, data: Path, capsys: Said, words: tuple[str, ...]
) -> None:
    shutil.rmtree(data)

    assert admin(*words) == 1

    assert "holds no data of a hub" in capsys.readouterr().err
    assert not data.exists()


@pytest.mark.parametrize(
    "words", [(), ("user",), ("user", "add"), ("token",), ("token", "add"), ("member",), ("member", "add"), ("doctor",)]
)
def test_every_command_explains_itself(admin: Admin, capsys: Said, words: tuple[str, ...]) -> None:
    assert admin(*words, "--help") == 0
    assert "usage: pendopo admin" in capsys.readouterr().out
