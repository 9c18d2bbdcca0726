"""What somebody waits for, and who: an answer that comes after its asker is gone is nobody's."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

Told = TypeVar("Told")


def while_alive(owner: QObject, then: Callable[[Told], None]) -> Callable[[Told], None]:
    """Return what to call with an answer: nothing happens once Qt has done away with the owner.

    Python keeps the owner's shell alive as long as something refers to it; its signals raise by then.
    """

    def tell(told: Told) -> None:
        if isValid(owner):
            then(told)

    return tell
