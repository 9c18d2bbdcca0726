"""Each close code has its consequence, and whatever nobody knows is tried again."""

import pytest

from services.protocol.closing import Code, Then, after


@pytest.mark.parametrize(
    ("then", "codes"),
    [
        (Then.BACK_OFF, [None, 1000, 1001, 1006, 1011, 4000, 4001, 4002, 4003, 4005, 4999]),
        (Then.SIGN_IN, [4100, 4101]),
        (Then.STOP, [4400, 4401, 4409, 4426]),
        (Then.WIPE, [4403]),
    ],
)
def test_what_a_desk_does_after_a_close(then: Then, codes: list[int | None]) -> None:
    assert {after(code) for code in codes} == {then}


def test_every_code_of_ours_is_one_of_the_protocol() -> None:
    assert {code.value for code in Code} == {4000, 4001, 4002, 4003, 4005, 4100, 4101, 4400, 4401, 4403, 4409, 4426}
