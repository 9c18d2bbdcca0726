"""Failed sign-ins are answered ever more slowly, and nobody locks another out."""

from services.hub.doors import FIRST, FORGOTTEN, FREE_BY_ADDRESS, HELD_BY_ADDRESS, MOST, REMEMBERED, Doors


def fail(doors: Doors, account: str, *, address: str = "10.0.0.1", now: int = 0) -> int:
    """Fail once and have the answer let go."""
    delay = doors.failed(account, address, now)
    doors.let_go(address)
    return delay


def test_each_failure_of_an_account_is_answered_more_slowly_up_to_a_bound() -> None:
    doors = Doors()
    delays = [fail(doors, "sari", address=f"10.0.0.{n}") for n in range(8)]
    assert delays[:4] == [FIRST, 2 * FIRST, 4 * FIRST, 8 * FIRST]
    assert delays[-1] == MOST
    assert fail(doors, "budi", address="10.0.1.1") == FIRST


def test_an_address_that_tries_many_accounts_grows_slower_too() -> None:
    doors = Doors()
    delays = [fail(doors, f"user-{n}") for n in range(FREE_BY_ADDRESS + 3)]
    assert delays[:FREE_BY_ADDRESS] == [FIRST] * FREE_BY_ADDRESS
    assert delays[FREE_BY_ADDRESS:] == [FIRST, 2 * FIRST, 4 * FIRST]


def test_after_thousands_of_failures_the_wait_is_still_bounded() -> None:
    doors = Doors()
    assert {fail(doors, "sari") for _ in range(2_000)} <= set(range(FIRST, MOST + 1))


def test_a_right_password_or_a_quarter_of_an_hour_forgets_the_failures() -> None:
    doors = Doors()
    fail(doors, "sari")
    doors.passed("sari")
    assert fail(doors, "sari", now=1) == FIRST
    assert fail(doors, "sari", now=2) == 2 * FIRST
    assert fail(doors, "sari", now=3 + FORGOTTEN) == FIRST


def test_only_the_address_with_many_answers_held_back_is_told_to_slow_down() -> None:
    doors = Doors()
    for n in range(HELD_BY_ADDRESS):
        assert not doors.crowded("10.0.0.1")
        doors.failed(f"user-{n}", "10.0.0.1", 0)
    assert doors.crowded("10.0.0.1")
    assert not doors.crowded("10.0.0.2")
    doors.let_go("10.0.0.1")
    assert not doors.crowded("10.0.0.1")


def test_memory_of_failures_is_bounded() -> None:
    doors = Doors()
    fail(doors, "sari")
    for n in range(REMEMBERED):
        fail(doors, f"user-{n}", address="10.0.0.2", now=1)
    assert fail(doors, "sari", now=2, address="10.0.0.3") == FIRST
