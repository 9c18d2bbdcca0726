"""What a desk signs in with."""

from dataclasses import dataclass, field

from services.protocol.desk_messages import Auth


@dataclass(frozen=True, slots=True)
class Password:
    """A person's name and password; used for one sign-in, after that the hub's token serves."""

    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SessionToken:
    """The token of an earlier `welcome`."""

    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class DeviceToken:
    """The token of a wall or a connector; it does not expire."""

    token: str = field(repr=False)


Credentials = Password | SessionToken | DeviceToken


def auth_of(credentials: Credentials) -> Auth:
    """Return credentials as `hello` carries them."""
    if isinstance(credentials, Password):
        return Auth(user=credentials.user, password=credentials.password)
    return Auth(token=credentials.token)
