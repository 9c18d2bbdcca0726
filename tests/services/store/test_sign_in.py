"""Sessions: twelve hours, bound to desk and user, replaced at each sign-in, ended by revoking."""

from functools import partial

import pytest

from services.domain.people import Role, User
from services.store import passwords, people
from services.store.database import Store
from services.store.kept import DeskHead
from services.store.sign_in import (
    SESSION_MS,
    SignedIn,
    SignInRefused,
    holder_of,
    renew,
    sign_in_password,
    sign_in_token,
)
from services.store.transaction import Transaction
from tests.builders import NOW
from tests.services.store.samples import DESK, TickingClock, command, do, opened_nth

PASSWORD = "kopi pahit 7"
KEPT = passwords.hash_password(PASSWORD)
SARI = User(id="u-sari", name="Sari", roles=frozenset({Role.DISPATCHER}))


def add_user(transaction: Transaction, login: str) -> User:
    return people.add_user(
        transaction, login=login, name="", roles=SARI.roles, squads=None, password_hash=KEPT, now=NOW
    )


def add_wall(transaction: Transaction) -> User:
    wall = frozenset({Role.WALL})
    return people.add_token(transaction, name="lobby", roles=wall, token_hash=passwords.token_hash("t0ken"), now=NOW)


@pytest.fixture
def people_store(store: Store) -> Store:
    """A store with Sari, Budi and the wall in the lobby."""
    do(store, partial(add_user, login="sari"))
    do(store, partial(add_user, login="budi"))
    do(store, add_wall)
    return store


def sign_in(store: Store, login: str = "sari", password: str = PASSWORD, desk: str = DESK) -> SignedIn:
    return sign_in_password(store, login=login, password=password, desk=desk)


def refused(code: str) -> "pytest.RaisesExc[SignInRefused]":
    return pytest.raises(SignInRefused, match=f"^{code}$")


def test_the_right_password_signs_in_at_a_desk_of_ones_own(people_store: Store) -> None:
    signed_in = sign_in(people_store)

    assert signed_in.user == SARI
    assert signed_in.token_expires == NOW + 12 * 3_600_000
    assert signed_in.last_command == 0
    with people_store.read() as reader:
        assert reader.desk_head(DESK) == DeskHead("u-sari", 0)


def test_the_desk_learns_how_far_its_commands_came(people_store: Store) -> None:
    sign_in(people_store)
    do(people_store, command(1, opened_nth(1)))

    assert sign_in(people_store).last_command == 1
    assert sign_in_token(people_store, token=sign_in(people_store).token, desk=DESK).last_command == 1


@pytest.mark.parametrize(("login", "password"), [("sari", "wrong"), ("nobody", PASSWORD), ("sari'--", ""), ("", "")])
def test_a_wrong_name_and_a_wrong_password_are_the_same(people_store: Store, login: str, password: str) -> None:
    with refused("bad_credentials"):
        sign_in(people_store, login, password)


def test_a_desk_belongs_to_the_first_who_signs_in_at_it(people_store: Store) -> None:
    sign_in(people_store)

    with refused("bad_credentials"):
        sign_in(people_store, "budi")
    with refused("bad_credentials"):
        sign_in_token(people_store, token="t0ken", desk=DESK)
    assert sign_in(people_store, "budi", desk="d-budi").user.id == "u-budi"


def test_a_token_signs_in_again_and_is_replaced(people_store: Store) -> None:
    first = sign_in(people_store)

    second = sign_in_token(people_store, token=first.token, desk=DESK)
    third = sign_in_token(people_store, token=second.token, desk=DESK)

    assert third.user == SARI
    assert len({first.token, second.token, third.token}) == 3
    with refused("bad_credentials"):
        sign_in_token(people_store, token=first.token, desk=DESK)


def test_a_welcome_that_is_lost_on_the_way_locks_nobody_out(people_store: Store) -> None:
    first = sign_in(people_store)
    sign_in_token(people_store, token=first.token, desk=DESK)  # its answer never arrives

    again = sign_in_token(people_store, token=first.token, desk=DESK)

    assert sign_in_token(people_store, token=again.token, desk=DESK).user == SARI


def test_a_token_serves_at_its_own_desk_only(people_store: Store) -> None:
    first = sign_in(people_store)

    with refused("bad_credentials"):
        sign_in_token(people_store, token=first.token, desk="d-other")
    sign_in(people_store, "budi", desk="d-budi")
    with refused("bad_credentials"):
        sign_in_token(people_store, token=first.token, desk="d-budi")


def test_a_token_ends_after_twelve_hours_and_each_has_its_own_end(people_store: Store, clock: TickingClock) -> None:
    first = sign_in(people_store)
    clock.at += SESSION_MS - 1
    second = sign_in_token(people_store, token=first.token, desk=DESK)
    assert second.token_expires == clock.at + SESSION_MS

    clock.at += 1
    with refused("expired"):
        sign_in_token(people_store, token=first.token, desk=DESK)
    assert sign_in_token(people_store, token=second.token, desk=DESK).user == SARI


def test_a_new_sign_in_with_the_password_ends_the_session_before(people_store: Store) -> None:
    first = sign_in(people_store)
    sign_in(people_store)

    with refused("bad_credentials"):
        sign_in_token(people_store, token=first.token, desk=DESK)


def test_who_is_revoked_signs_in_no_more_and_only_with_the_right_password_hears_why(people_store: Store) -> None:
    first = sign_in(people_store)
    do(people_store, lambda transaction: people.revoke_user(transaction, "sari", NOW))

    with refused("revoked"):
        sign_in(people_store)
    with refused("bad_credentials"):
        sign_in(people_store, password="wrong")
    with refused("revoked"):
        sign_in_token(people_store, token=first.token, desk=DESK)
    with refused("revoked"):
        renew(people_store, user="u-sari", desk=DESK)


def test_a_device_signs_in_with_its_token_as_often_as_it_likes(people_store: Store) -> None:
    sign_in_token(people_store, token="t0ken", desk="d-wall")
    signed_in = sign_in_token(people_store, token="t0ken", desk="d-wall")

    assert signed_in.user == User(id="t-lobby", name="lobby", roles=frozenset({Role.WALL}))
    assert sign_in_token(people_store, token=signed_in.token, desk="d-wall").user.id == "t-lobby"


def test_a_revoked_device_hears_that_it_is(people_store: Store) -> None:
    do(people_store, lambda transaction: people.revoke_token(transaction, "lobby", NOW))

    with refused("revoked"):
        sign_in_token(people_store, token="t0ken", desk="d-wall")


@pytest.mark.parametrize("token", ["", "t0ken ", "T0KEN", "\ud800"])
def test_an_unknown_token_signs_nobody_in(people_store: Store, token: str) -> None:
    with refused("bad_credentials"):
        sign_in_token(people_store, token=token, desk=DESK)


def test_a_signed_in_desk_renews_its_token(people_store: Store, clock: TickingClock) -> None:
    first = sign_in(people_store)
    clock.at += 3_600_000

    second, ends = renew(people_store, user="u-sari", desk=DESK)
    third, _ = renew(people_store, user="u-sari", desk=DESK)

    assert ends == clock.at + SESSION_MS
    with refused("bad_credentials"):
        sign_in_token(people_store, token=first.token, desk=DESK)
    assert sign_in_token(people_store, token=second, desk=DESK).user == SARI
    with refused("bad_credentials"):
        sign_in_token(people_store, token=third, desk=DESK)


def test_a_desk_without_a_session_of_that_user_renews_nothing(people_store: Store) -> None:
    with refused("revoked"):
        renew(people_store, user="u-sari", desk="d-unknown")
    sign_in(people_store)
    with refused("revoked"):
        renew(people_store, user="u-budi", desk=DESK)


def test_no_token_is_in_the_database_or_shows_itself(people_store: Store) -> None:
    signed_in = sign_in(people_store)
    again = sign_in_token(people_store, token=signed_in.token, desk=DESK)
    people_store.close()

    content = (people_store.folder / "hub.sqlite").read_bytes()
    for secret in (signed_in.token, again.token, "t0ken", PASSWORD):
        assert secret.encode() not in content
    assert again.token not in repr(again)


def test_a_page_beside_the_feed_knows_the_holder_of_a_token(people_store: Store, clock: TickingClock) -> None:
    signed_in = sign_in(people_store)
    renewed, _ = renew(people_store, user="u-sari", desk=DESK)

    with people_store.read() as reader:
        for token in (signed_in.token, renewed):
            assert holder_of(reader, token, now=NOW) == SARI
        wall = holder_of(reader, "t0ken", now=NOW)
        assert wall is not None
        assert wall.roles == frozenset({Role.WALL})
        assert holder_of(reader, "foreign", now=NOW) is None
        assert holder_of(reader, signed_in.token, now=signed_in.token_expires) is None
