"""What somebody signs in with, for whoever may not know the protocol."""

from services.protocol.credentials import Credentials, DeviceToken, Password, SessionToken

__all__ = ["Credentials", "DeviceToken", "Password", "SessionToken"]
