"""Who uses the room (users with roles) and who answers reports (members of squads)."""

from dataclasses import dataclass
from enum import StrEnum

from services.domain.report import Millis
from services.domain.squads import Squad


class Role(StrEnum):
    """What a user may do; `covert` is held beside dispatcher or supervisor."""

    DISPATCHER = "dispatcher"
    SUPERVISOR = "supervisor"
    REGENT = "regent"
    WALL = "wall"
    COVERT = "covert"
    AUDITOR = "auditor"
    INTAKE = "intake"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who signs in: actor of commands and viewer of rows. `squads` None means all."""

    id: str
    name: str
    roles: frozenset[Role]
    squads: frozenset[Squad] | None = None

    @property
    def cleared(self) -> bool:
        """Whether covert reports may exist for this user at all."""
        return Role.COVERT in self.roles


HUB = User(id="hub", name="", roles=frozenset())
"""The hub itself, as the actor of timers and routing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody of a squad who answers reports in the field; `limit` is how many open ones he should hold."""

    id: str
    name: str
    squad: Squad
    on: bool = False
    on_since: Millis | None = None
    limit: int = 8
    desa: str | None = None
    lat: float | None = None
    lon: float | None = None
    ended: Millis | None = None
    replaced_by: str | None = None
    code_name: bool = False
