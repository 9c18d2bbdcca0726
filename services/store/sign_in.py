"""Signing in at a desk, and the sessions made of it: twelve hours, bound to desk and user, renewed at each sign-in."""

import hmac
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, insert, or_, select, update

from services.domain.people import User
from services.domain.report import Millis
from services.store import people
from services.store.database import Store
from services.store.kept import DeskHead
from services.store.passwords import NOBODY, fits, new_token, token_hash
from services.store.reader import Reader
from services.store.tables import session
from services.store.transaction import Transaction

SESSION_MS: Millis = 12 * 3_600_000


class SignInRefused(Exception):
    """Nobody was signed in; `code` is that of the wire: `bad_credentials`, `revoked` or `expired`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, repr=False)
class SignedIn:
    """Who signed in, the token for the next time, until when it serves, and the desk's last stored command."""

    user: User
    token: str
    token_expires: Millis
    last_command: int


def sign_in_password(store: Store, *, login: str, password: str, desk: str) -> SignedIn:
    """Sign a user in with name and password: call it in a worker thread, it waits.

    Some 50 ms go into argon2, for a name nobody has too. A desk id not used before belongs to that user from now on;
    one of somebody else is `bad_credentials`.

    Raises:
        SignInRefused: wrong name or password (indistinguishable), or revoked (said only to the right password).
    """
    with store.read() as reader:
        found = people.find_user(reader, login)
    right = fits(NOBODY if found is None else found.secret, password)
    if found is None or not right:
        raise SignInRefused("bad_credentials")
    who = found.user.id
    return store.submit(lambda transaction: _begin(transaction, who, desk)).result()


def sign_in_token(store: Store, *, token: str, desk: str) -> SignedIn:
    """Sign in with a device token, or with the token of an earlier sign-in at this desk; waits for the writer.

    The earlier token dies when its successor is first used: a `welcome` that is lost on the way locks nobody out.

    Raises:
        SignInRefused: unknown or of another desk, expired, or revoked.
    """
    given = token_hash(token)
    return store.submit(lambda transaction: _with_token(transaction, given, desk)).result()


def holder_of(reader: Reader, token: str, *, now: Millis) -> User | None:
    """Return whose token this is, of a device or of a session that has not ended; None for any other.

    It uses nothing up: this is how a page beside the feed knows its reader.
    """
    given = token_hash(token)
    device = people.find_token(reader, given)
    if device is not None:
        return people.current(reader, device.user.id)
    known = select(session).where(or_(session.c.hash == given, session.c.next_hash == given))
    row = reader.line.execute(known).one_or_none()
    expires = None if row is None else _expiry(row, given)
    if row is None or expires is None or expires <= now:
        return None
    return people.current(reader, row.user)


def renew(store: Store, *, user: str, desk: str) -> tuple[str, Millis]:
    """Give a desk that is signed in a new token and its end; waits for the writer.

    Raises:
        SignInRefused: the user was revoked meanwhile.
    """
    return store.submit(lambda transaction: _renewed(transaction, user, desk)).result()


def _begin(transaction: Transaction, who: str, desk: str) -> SignedIn:
    """Bind the desk, forget its earlier session and begin a new one."""
    user = _still(transaction, who)
    head = transaction.desk_head(desk)
    if head is None:
        head = DeskHead(user.id)
        transaction.put_desk_head(desk, head)
    if head.user != user.id:
        raise SignInRefused("bad_credentials")
    token, expires = new_token(), transaction.now() + SESSION_MS
    transaction.line.execute(delete(session).where(session.c.desk == desk))
    values = {"desk": desk, "user": user.id, "hash": token_hash(token), "expires": expires}
    transaction.line.execute(insert(session).values(values))
    return SignedIn(user, token, expires, head.last_command)


def _with_token(transaction: Transaction, given: str, desk: str) -> SignedIn:
    device = people.find_token(transaction, given)
    if device is not None:
        return _begin(transaction, device.user.id, desk)
    row = _session(transaction, desk)
    expires = None if row is None else _expiry(row, given)
    if row is None or expires is None:
        raise SignInRefused("bad_credentials")
    if expires <= transaction.now():
        raise SignInRefused("expired")
    user = _still(transaction, row.user)
    token, until = _hand_out(transaction, desk, used=given, used_until=expires)
    head = transaction.desk_head(desk)
    return SignedIn(user, token, until, 0 if head is None else head.last_command)


def _renewed(transaction: Transaction, who: str, desk: str) -> tuple[str, Millis]:
    """Hand out another token; a desk that asks has the one handed out last."""
    user, row = _still(transaction, who), _session(transaction, desk)
    if row is None or row.user != user.id:
        raise SignInRefused("revoked")
    if row.next_hash is None:
        return _hand_out(transaction, desk, used=row.hash, used_until=row.expires)
    return _hand_out(transaction, desk, used=row.next_hash, used_until=row.next_expires)


def _hand_out(transaction: Transaction, desk: str, *, used: str, used_until: Millis) -> tuple[str, Millis]:
    token, until = new_token(), transaction.now() + SESSION_MS
    values = {"hash": used, "expires": used_until, "next_hash": token_hash(token), "next_expires": until}
    transaction.line.execute(update(session).where(session.c.desk == desk).values(values))
    return token, until


def _session(transaction: Transaction, desk: str) -> Row[Any] | None:
    return transaction.line.execute(select(session).where(session.c.desk == desk)).one_or_none()


def _expiry(row: Row[Any], given: str) -> Millis | None:
    """Return until when a token serves, None if it is not one of this session."""
    if hmac.compare_digest(row.hash, given):
        return int(row.expires)
    if row.next_hash is not None and hmac.compare_digest(row.next_hash, given):
        return int(row.next_expires)
    return None


def _still(transaction: Transaction, who: str) -> User:
    user = people.current(transaction, who)
    if user is None:
        raise SignInRefused("revoked")
    return user
