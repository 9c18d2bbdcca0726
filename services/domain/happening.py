"""What every event carries, whatever it tells of."""

from dataclasses import dataclass

from services.domain.report import Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What every event carries."""

    report: str
    at: Millis
    by: str
    name: str = ""
