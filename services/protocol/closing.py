"""The close codes of PROTOCOL.md section 9, and what a desk does after each."""

from enum import Enum, IntEnum, auto


class Code(IntEnum):
    """Why a connection was closed."""

    DRAIN = 4000
    SLOW = 4001
    SILENT = 4002
    GAP = 4003
    BUSY = 4005
    TOKEN_EXPIRED = 4100
    RIGHTS_CHANGED = 4101
    PROTOCOL = 4400
    NOT_SIGNED_IN = 4401
    REVOKED = 4403
    ELSEWHERE = 4409
    TOO_OLD = 4426


class Then(Enum):
    """What a desk does after a connection."""

    BACK_OFF = auto()
    SIGN_IN = auto()
    STOP = auto()
    WIPE = auto()


_THEN = {
    Code.TOKEN_EXPIRED: Then.SIGN_IN,
    Code.RIGHTS_CHANGED: Then.SIGN_IN,
    Code.PROTOCOL: Then.STOP,
    Code.NOT_SIGNED_IN: Then.STOP,
    Code.ELSEWHERE: Then.STOP,
    Code.TOO_OLD: Then.STOP,
    Code.REVOKED: Then.WIPE,
}


def after(code: int | None) -> Then:
    """Return what to do after a close code; without one, or with one nobody knows: back off and resume."""
    return next((then for known, then in _THEN.items() if known == code), Then.BACK_OFF)
