"""Who sits in the demo room: its users and devices with passwords and tokens drawn for this room alone."""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from services.domain.people import Role, User
from services.domain.report import Millis
from services.store import passwords, people
from services.store.private_files import write_new
from services.store.transaction import Transaction

FILE = "room.json"
"""Where a demo room keeps how to sign in, readable for its owner alone."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a desk, by the name to sign in with."""

    login: str
    name: str
    roles: frozenset[Role]

    @property
    def user(self) -> User:
        """The person as actor and viewer, as the store makes it."""
        return User(id=f"u-{self.login}", name=self.name, roles=self.roles)


SARI = Person("sari", "Sari", frozenset({Role.DISPATCHER}))
BUDI = Person("budi", "Budi", frozenset({Role.DISPATCHER}))
RIZAL = Person("rizal", "Rizal", frozenset({Role.DISPATCHER}))
NUR_AINI = Person("nuraini", "Nur Aini", frozenset({Role.DISPATCHER, Role.COVERT}))
HENDRO = Person("hendro", "Hendro", frozenset({Role.SUPERVISOR, Role.COVERT}))
REGENT = Person("bupati", "Bupati", frozenset({Role.REGENT}))

PEOPLE = (SARI, BUDI, RIZAL, NUR_AINI, HENDRO, REGENT)
STAFF = {person.user.id: person.user for person in PEOPLE}
"""Everybody with a desk, by id."""

INTAKE = "penerima"
WALL = "dinding"
DEVICES = {INTAKE: Role.INTAKE, WALL: Role.WALL}
CONNECTOR = User(id=f"t-{INTAKE}", name=INTAKE, roles=frozenset({Role.INTAKE}))


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """The passwords by login and the tokens by device of one room."""

    passwords: dict[str, str]
    tokens: dict[str, str]


@dataclass(frozen=True, slots=True)
class RoomKey:
    """What a room's file says: how to sign in, and the ids of the pictures by name."""

    secrets: Secrets
    pictures: dict[str, str]


class NoRoom(Exception):
    """A file does not say how to sign in to a demo room; the message is one line."""


def draw_secrets() -> Secrets:
    """Return new passwords and tokens: by true chance, whatever the seed of the day."""
    return Secrets(
        passwords={person.login: secrets.token_urlsafe(12) for person in PEOPLE},
        tokens={device: passwords.new_token() for device in DEVICES},
    )


def hashed(drawn: Secrets) -> dict[str, str]:
    """Return each password as the store keeps it; slow on purpose, so not on the store's thread."""
    return {login: passwords.hash_password(password) for login, password in drawn.passwords.items()}


def let_in(transaction: Transaction, drawn: Secrets, hashes: dict[str, str], *, now: Millis) -> None:
    """Let everybody in."""
    for person in PEOPLE:
        people.add_user(
            transaction,
            login=person.login,
            name=person.name,
            roles=person.roles,
            squads=None,
            password_hash=hashes[person.login],
            now=now,
        )
    for device, role in DEVICES.items():
        token = passwords.token_hash(drawn.tokens[device])
        people.add_token(transaction, name=device, roles=frozenset({role}), token_hash=token, now=now)


def write_room(folder: Path, key: RoomKey, *, seed: int, now: Millis) -> Path:
    """Write down how to sign in to this room, for its owner alone, and return where."""
    path = folder / FILE
    room: dict[str, Any] = {
        "data": str(folder.resolve()),
        "seed": seed,
        "now": now,
        "users": {
            person.login: {
                "name": person.name,
                "roles": sorted(role.value for role in person.roles),
                "password": key.secrets.passwords[person.login],
            }
            for person in PEOPLE
        },
        "tokens": key.secrets.tokens,
        "pictures": key.pictures,
    }
    write_new(path, json.dumps(room, indent=2, ensure_ascii=False).encode())
    return path


def read_room(path: Path) -> RoomKey:
    """Return how to sign in to a room.

    Raises:
        NoRoom: there is no such file, or it says something else.
    """
    try:
        room = json.loads(path.read_bytes())
        secrets_ = Secrets(
            passwords={login: str(user["password"]) for login, user in room["users"].items()},
            tokens={device: str(token) for device, token in room["tokens"].items()},
        )
        return RoomKey(secrets_, {name: str(photo) for name, photo in room["pictures"].items()})
    except OSError as failed:
        raise NoRoom(f"{path} cannot be read: {failed.strerror}") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise NoRoom(f"{path} does not say how to sign in to a room") from None
