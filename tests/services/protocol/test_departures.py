"""What a desk does next depends on why the hub would not have it."""

import pytest

from services.protocol.client_outputs import Connect, Forget, Output, SignInAgain, Stop, Wipe
from services.protocol.credentials import Credentials, DeviceToken, Password, SessionToken
from services.protocol.departures import after_close, after_refusal
from services.protocol.hub_messages import Refused

PERSON = SessionToken("t")
DEVICE = DeviceToken("t")


@pytest.mark.parametrize(
    ("code", "credentials", "then"),
    [
        ("revoked", PERSON, Wipe()),
        ("version", PERSON, Stop("version")),
        ("bad_credentials", Password("sari", "x"), SignInAgain("bad_credentials", 2_000)),
        ("expired", PERSON, SignInAgain("expired", 2_000)),
        ("bad_credentials", DEVICE, Stop("bad_credentials")),
        ("expired", DEVICE, Stop("expired")),
        ("slow_down", PERSON, Connect(7)),
        ("busy", DEVICE, Connect(7)),
        ("whatever_comes", PERSON, Connect(7)),
    ],
)
def test_after_a_refusal(code: str, credentials: Credentials, then: Output) -> None:
    assert after_refusal(Refused(code=code, retry_after=2_000), credentials, again=7) == [then]


def test_a_refusal_need_not_name_a_time() -> None:
    assert after_refusal(Refused(code="expired"), PERSON, again=7) == [SignInAgain("expired", 0)]


@pytest.mark.parametrize(
    ("code", "credentials", "then"),
    [
        (None, PERSON, [Connect(7)]),
        (4001, PERSON, [Connect(7)]),
        (4409, PERSON, [Stop("4409")]),
        (4403, PERSON, [Wipe()]),
        (4100, PERSON, [SignInAgain("expired")]),
        (4100, DEVICE, [Connect(7)]),
        (4101, PERSON, [Forget(), Connect(7)]),
        (4101, DEVICE, [Forget(), Connect(7)]),
    ],
)
def test_after_a_close(code: int | None, credentials: Credentials, then: list[Output]) -> None:
    assert after_close(code, credentials, again=7) == then
