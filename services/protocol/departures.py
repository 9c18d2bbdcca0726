"""What a desk does after a sign-in was refused or a connection ended."""

from typing import assert_never

from services.domain.report import Millis
from services.protocol.client_outputs import Connect, Forget, Output, SignInAgain, Stop, Wipe
from services.protocol.closing import Code, Then, after
from services.protocol.credentials import Credentials, DeviceToken, Password
from services.protocol.hub_messages import Refused


def after_refusal(message: Refused, credentials: Credentials, *, again: Millis) -> list[Output]:
    """Return what follows `refused`; `again` is when the desk would connect anew by its back-off."""
    match message.code:
        case "revoked":
            return [Wipe()]
        case "version":
            return [Stop(message.code)]
        case "bad_credentials" | "expired" if isinstance(credentials, DeviceToken):
            return [Stop(message.code)]
        case "bad_credentials" | "expired":
            return [SignInAgain(message.code, message.retry_after or 0)]
        case _:
            return [Connect(again)]


def after_close(code: int | None, credentials: Credentials, *, again: Millis) -> list[Output]:
    """Return what follows the end of a connection; without a code it just broke."""
    match after(code):
        case Then.BACK_OFF:
            return [Connect(again)]
        case Then.STOP:
            return [Stop(str(code))]
        case Then.WIPE:
            return [Wipe()]
        case Then.SIGN_IN:
            forget: list[Output] = [Forget()] if code == Code.RIGHTS_CHANGED else []
            may = isinstance(credentials, DeviceToken | Password) or code == Code.RIGHTS_CHANGED
            return [*forget, Connect(again) if may else SignInAgain("expired")]
        case never:
            assert_never(never)
