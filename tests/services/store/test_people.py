"""Who may sign in: added once, revoked for good, and a running hub can tell that something changed."""

from functools import partial

import pytest

from services.domain.people import Role, User
from services.domain.squads import Squad
from services.store import passwords, people
from services.store.database import Store
from services.store.failures import ActRefused
from services.store.people import Account
from services.store.transaction import Transaction
from tests.builders import NOW
from tests.services.store.samples import do

DISPATCHER = frozenset({Role.DISPATCHER})
HASH = passwords.NOBODY
"""A password's kept form, so that no test need make one."""


def add(
    transaction: Transaction,
    login: str = "sari",
    *,
    name: str = "",
    roles: frozenset[Role] = DISPATCHER,
    squads: frozenset[Squad] | None = None,
    password_hash: str = HASH,
) -> User:
    return people.add_user(
        transaction, login=login, name=name, roles=roles, squads=squads, password_hash=password_hash, now=NOW
    )


def add_token(
    transaction: Transaction, name: str = "lapor", *, roles: frozenset[Role] = frozenset({Role.INTAKE})
) -> User:
    return people.add_token(transaction, name=name, roles=roles, token_hash=passwords.token_hash(name), now=NOW)


def test_a_user_is_what_was_added(store: Store) -> None:
    squads = frozenset({Squad.ORANGE, Squad.BLUE})
    added = do(store, partial(add, name="Sari Dewi", squads=squads))

    assert added == User(id="u-sari", name="Sari Dewi", roles=DISPATCHER, squads=squads)
    with store.read() as reader:
        assert people.current(reader, "u-sari") == added
        assert people.find_user(reader, "SARI") == Account(
            user=added, login="sari", device=False, secret=HASH, revoked=None
        )


def test_a_name_on_screens_is_made_of_the_login_if_there_is_none(store: Store) -> None:
    assert do(store, add).name == "Sari"


def test_a_device_is_what_was_added(store: Store) -> None:
    added = do(store, add_token)

    assert added == User(id="t-lapor", name="lapor", roles=frozenset({Role.INTAKE}))
    with store.read() as reader:
        assert people.current(reader, "t-lapor") == added
        found = people.find_token(reader, passwords.token_hash("lapor"))
        assert found is not None
        assert found.user == added
        assert people.find_token(reader, passwords.token_hash("other")) is None


@pytest.mark.parametrize("login", ["", "-sari", "sari dewi", "säri", "a" * 41, "sari\n", "../sari", "sari'--"])
def test_a_malformed_name_is_refused(store: Store, login: str) -> None:
    with pytest.raises(ActRefused, match="want 1 to 40 letters"):
        do(store, partial(add, login=login))


def test_a_taken_name_is_refused_whatever_its_case(store: Store) -> None:
    do(store, add)

    with pytest.raises(ActRefused, match="user 'sari' is there already"):
        do(store, partial(add, login="Sari"))


def test_a_revoked_name_is_not_given_again(store: Store) -> None:
    """A new person of that name would stand on the old one's access lists."""
    do(store, add)
    do(store, add_token)
    do(store, lambda transaction: people.revoke_user(transaction, "sari", NOW))
    do(store, lambda transaction: people.revoke_token(transaction, "lapor", NOW))

    with pytest.raises(ActRefused, match="a revoked name is not given again"):
        do(store, add)
    with pytest.raises(ActRefused, match="a revoked name is not given again"):
        do(store, add_token)


def test_covert_alone_is_no_role(store: Store) -> None:
    with pytest.raises(ActRefused, match="never alone"):
        do(store, partial(add, roles=frozenset({Role.COVERT})))
    with pytest.raises(ActRefused, match="never alone"):
        do(store, partial(add, roles=frozenset({Role.COVERT, Role.REGENT})))


def test_no_role_is_refused(store: Store) -> None:
    with pytest.raises(ActRefused, match="role: want at least one"):
        do(store, partial(add, roles=frozenset()))


def test_a_device_is_never_cleared(store: Store) -> None:
    with pytest.raises(ActRefused, match="for named users"):
        do(store, partial(add_token, roles=frozenset({Role.DISPATCHER, Role.COVERT})))


@pytest.mark.parametrize(
    ("roles", "squads", "why"),
    [
        ({Role.SUPERVISOR}, {Squad.BLUE}, "squads limit a dispatcher"),
        ({Role.DISPATCHER}, set(), "squads: want at least one"),
        ({Role.DISPATCHER}, {Squad.SHADOW}, "needs the role covert"),
    ],
)
def test_squads_that_limit_nothing_are_refused(store: Store, roles: set[Role], squads: set[Squad], why: str) -> None:
    with pytest.raises(ActRefused, match=why):
        do(store, partial(add, roles=frozenset(roles), squads=frozenset(squads)))


def test_a_cleared_dispatcher_may_be_limited_to_the_covert_squad(store: Store) -> None:
    roles = frozenset({Role.DISPATCHER, Role.COVERT})

    assert do(store, partial(add, roles=roles, squads=frozenset({Squad.SHADOW}))).cleared


def test_a_password_in_words_is_never_kept(store: Store) -> None:
    with pytest.raises(ActRefused, match="not hashed") as refused:
        do(store, partial(add, password_hash="rahasia123"))
    assert "rahasia123" not in str(refused.value)


def test_a_name_too_long_for_screens_is_refused(store: Store) -> None:
    with pytest.raises(ActRefused, match="more than 64"):
        do(store, partial(add, name="S" * 65))


def test_who_is_revoked_is_nobody_any_more(store: Store) -> None:
    do(store, add)
    do(store, add_token)

    assert do(store, lambda transaction: people.revoke_user(transaction, "Sari", NOW)).id == "u-sari"
    assert do(store, lambda transaction: people.revoke_token(transaction, "lapor", NOW)).id == "t-lapor"

    with store.read() as reader:
        assert people.current(reader, "u-sari") is None
        assert people.current(reader, "t-lapor") is None
        assert [(one.login, one.revoked) for one in people.accounts(reader)] == [("sari", NOW), ("lapor", NOW)]


def test_only_who_is_there_can_be_revoked_and_only_once(store: Store) -> None:
    do(store, add)
    do(store, lambda transaction: people.revoke_user(transaction, "sari", NOW))

    with pytest.raises(ActRefused, match="user 'sari' is revoked already"):
        do(store, lambda transaction: people.revoke_user(transaction, "sari", NOW))
    with pytest.raises(ActRefused, match="user 'budi' is not known"):
        do(store, lambda transaction: people.revoke_user(transaction, "budi", NOW))
    with pytest.raises(ActRefused, match="token 'sari' is not known"):
        do(store, lambda transaction: people.revoke_token(transaction, "sari", NOW))


def test_the_rights_version_moves_with_every_change_and_with_nothing_else(store: Store) -> None:
    seen: list[int] = []

    def look() -> None:
        with store.read() as reader:
            seen.append(reader.rights_version())

    look()
    do(store, add)
    look()
    with pytest.raises(ActRefused):
        do(store, add)
    look()
    do(store, add_token)
    do(store, lambda transaction: people.revoke_user(transaction, "sari", NOW))
    look()

    assert seen == [0, 1, 1, 3]


def test_the_cleared_are_those_who_hold_covert_now(store: Store) -> None:
    cleared = frozenset({Role.DISPATCHER, Role.COVERT})
    do(store, add)
    do(store, partial(add, login="budi", roles=cleared))
    do(store, partial(add, login="hendro", roles=cleared))
    do(store, lambda transaction: people.revoke_user(transaction, "budi", NOW))

    with store.read() as reader:
        assert people.cleared(reader) == {"u-hendro"}


@pytest.mark.parametrize("person", ["u-nobody", "t-nobody", "hub", "", "sari", "x-sari"])
def test_an_id_of_nobody_is_nobody(store: Store, person: str) -> None:
    do(store, add)

    with store.read() as reader:
        assert people.current(reader, person) is None


def test_an_account_does_not_show_its_secret(store: Store) -> None:
    do(store, add)

    with store.read() as reader:
        assert HASH not in repr(people.accounts(reader))
