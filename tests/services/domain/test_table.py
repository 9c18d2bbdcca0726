"""What a report, or a desk's row of one, allows whom."""

import pytest

from services.domain.access import project
from services.domain.people import HUB, Role, User
from services.domain.policy import DAY, HOUR
from services.domain.report import Outcome, Pending, Priority, Report, State
from services.domain.table import ROLES, STATES, allowed
from tests.builders import (
    BUDI,
    NOW,
    SARI,
    a_claim,
    a_dispatcher,
    a_policy,
    a_regent,
    a_report,
    a_supervisor,
    a_user,
    an_intake,
)

ASKED = Pending("close", SARI, NOW, "no_problem_found", outcome=Outcome.UNFOUNDED)


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("user", [a_dispatcher(), a_supervisor(), a_regent()])
def test_a_desks_row_allows_what_the_report_does(user: User, state: State) -> None:
    report = a_report(state)
    row = project(report, user, a_policy())
    assert row is not None
    assert allowed(row, user, now=NOW) == allowed(report, user, now=NOW)


def test_the_dispatchers_hints_for_a_new_report() -> None:
    assert allowed(a_report(), a_dispatcher(), now=NOW) == (
        "acknowledge",
        "assign",
        "reassign",
        "escalate",
        "close",
        "prioritise",
        "relabel",
        "merge",
        "note",
        "reply",
        "claim",
    )


@pytest.mark.parametrize(
    ("user", "names"),
    [
        (a_regent(), ("escalate", "note")),
        (an_intake(), ()),
        (a_user("u-w", Role.WALL, Role.AUDITOR), ()),
        (HUB, ("escalate",)),
    ],
)
def test_others_may_little_or_nothing(user: User, names: tuple[str, ...]) -> None:
    assert allowed(a_report(), user, now=NOW) == names


@pytest.mark.parametrize(
    ("name", "report", "user", "expected"),
    [
        ("acknowledge", a_report(State.QUEUED), a_dispatcher(), True),
        ("acknowledge", a_report(State.QUEUED, claim=a_claim(a_dispatcher(BUDI))), a_dispatcher(), False),
        ("acknowledge", a_report(State.QUEUED, claim=a_claim(a_dispatcher(), length=1)), a_dispatcher(), True),
        ("assign", a_report(squad=None), a_dispatcher(), False),
        ("escalate", a_report(escalation=3), a_supervisor(), False),
        ("escalate", a_report(escalation=2), a_dispatcher(), False),
        ("escalate", a_report(escalation=2, priority=Priority.P1), a_dispatcher(), True),
        ("escalate", a_report(escalation=2), a_regent(), True),
        ("confirm", a_report(pending=ASKED), a_supervisor(), True),
        ("decline", a_report(pending=ASKED), a_supervisor(SARI), False),
        ("confirm", a_report(pending=ASKED), a_supervisor(SARI), False),
        ("confirm", a_report(pending=ASKED), a_dispatcher(BUDI), False),
        ("confirm", a_report(), a_supervisor(), False),
        ("verify", a_report(State.RESOLVED, resolved_by=SARI), a_dispatcher(), False),
        ("verify", a_report(State.RESOLVED), a_dispatcher(), True),
        ("release", a_report(claim=a_claim(a_dispatcher())), a_dispatcher(), True),
        ("release", a_report(claim=a_claim(a_dispatcher(BUDI))), a_dispatcher(), False),
        ("release", a_report(), a_dispatcher(), False),
        ("reopen", a_report(State.CLOSED, closed=NOW - DAY), a_dispatcher(), True),
        ("reopen", a_report(State.CLOSED, closed=NOW - DAY - HOUR), a_dispatcher(), False),
        ("reopen", a_report(State.CLOSED, closed=NOW - DAY - HOUR), a_supervisor(), True),
    ],
)
def test_what_is_needed_besides_state_and_role(name: str, report: Report, user: User, expected: bool) -> None:
    assert (name in allowed(report, user, now=NOW)) is expected


def test_every_command_on_a_report_has_its_roles() -> None:
    assert set(STATES) <= set(ROLES)
