"""Small builders of observations and columns for the tests of the figures."""

from dataclasses import replace
from typing import Any, Final

import numpy as np
from hypothesis import strategies as st

from services.figures.columns import Columns, Ints, Kind, Observation, columns_of

HOUR: Final = 3_600_000
DAY: Final = 24 * HOUR
NOW: Final = 1_764_950_000_000
AGO: Final = NOW - 40 * DAY


def answered(after: int, **changes: Any) -> Observation:
    """Return a report received forty days ago and answered `after` milliseconds later."""
    return _left(Kind.ANSWERED, after, changes)


def competing(after: int, **changes: Any) -> Observation:
    """Return a report closed as a duplicate `after` milliseconds after it was received."""
    return _left(Kind.COMPETING, after, changes)


def waiting(age: int, **changes: Any) -> Observation:
    """Return a report that has been open for `age` milliseconds."""
    return replace(Observation(received=NOW - age, start=NOW - age, end=None, kind=Kind.OPEN), **changes)


def with_target(observation: Observation, target: int) -> Observation:
    """Return the report with a target of so many milliseconds from its start."""
    return replace(observation, target=target, due=observation.start + target)


def squad(name: str | None, observation: Observation) -> Observation:
    """Return the report as one of a squad's."""
    return replace(observation, keys={**observation.keys, "squad": name})


def ints(*values: int) -> Ints:
    """Return a column of whole numbers."""
    return np.array(values, np.int64)


def _left(kind: Kind, after: int, changes: dict[str, Any]) -> Observation:
    received = changes.pop("received", AGO)
    observation = Observation(received=received, start=received, end=received + after, kind=kind)
    return replace(observation, **changes)


@st.composite
def observations(draw: st.DrawFn, *, kinds: tuple[Kind, ...] = tuple(Kind), least: int = 0) -> list[Observation]:
    """Draw reports with small whole times, so that ties are common, some of them impossible."""
    one = st.builds(
        _drawn,
        kind=st.sampled_from(kinds),
        start=st.integers(-60, 5),
        lasting=st.integers(-3 if Kind.EXCLUDED in kinds else 0, 80),
        target=st.none() | st.integers(1, 40),
        numbers=st.tuples(st.integers(0, 9), st.integers(0, 3), st.booleans(), st.booleans()),
        name=st.sampled_from(("blue", "orange", None)),
    )
    return draw(st.lists(one, min_size=least, max_size=60))


def _drawn(
    *,
    kind: Kind,
    start: int,
    lasting: int,
    target: int | None,
    numbers: tuple[int, int, bool, bool],
    name: str | None,
) -> Observation:
    paused, handoffs, reopened, refused = numbers
    begins = NOW + start * HOUR
    return Observation(
        received=begins,
        start=begins,
        end=None if kind is Kind.OPEN else begins + lasting * HOUR,
        kind=kind,
        due=None if target is None else begins + target * HOUR,
        target=None if target is None else target * HOUR,
        paused=paused,
        reopened=reopened,
        refused=refused,
        handoffs=handoffs,
        keys={"squad": name},
    )


def columns(*given: Observation) -> Columns:
    """Return the columns of the given reports."""
    return columns_of(given)
