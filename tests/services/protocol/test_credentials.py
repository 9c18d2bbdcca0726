"""What a desk signs in with goes into `hello` and nowhere else."""

import pytest

from services.protocol.credentials import Credentials, DeviceToken, Password, SessionToken, auth_of
from services.protocol.desk_messages import Auth


@pytest.mark.parametrize(
    ("credentials", "auth"),
    [
        (Password("sari", "rahasia"), Auth(user="sari", password="rahasia")),
        (SessionToken("rahasia"), Auth(token="rahasia")),
        (DeviceToken("rahasia"), Auth(token="rahasia")),
    ],
)
def test_credentials_become_auth_and_do_not_show(credentials: Credentials, auth: Auth) -> None:
    assert auth_of(credentials) == auth
    assert "rahasia" not in repr(credentials)
