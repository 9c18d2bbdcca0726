"""The answer of a speed question as it travels."""

import json

from services.figures.cells import plain
from services.figures.speed import figures
from tests.services.figures.builders import DAY, HOUR, NOW, answered, columns, competing, waiting, with_target

CELL = {
    "key", "n", "answered", "open", "competing", "excluded", "p50", "p90", "used50", "in_target", "open_age",
    "paused_share", "reopened_share", "refused_share", "handoffs", "warnings",
}  # fmt: skip


def test_a_cell_travels_under_the_names_of_the_tables() -> None:
    reports = [with_target(answered(HOUR), 2 * HOUR), *(waiting(31 * DAY) for _ in range(4)), competing(HOUR)]
    found = plain(figures(columns(*reports[:1] * 9, *reports), now=NOW, key=("orange", None)))
    assert set(found) == CELL
    assert found["key"] == ["orange", None]
    assert set(found["p50"]) == {"ms", "low", "high"}
    assert found["p90"] == {"ms": None, "beyond": 31 * DAY}
    assert list(found["in_target"]) == ["in", "of", "share", "low", "high"]
    assert set(found["open_age"]) == {"p50", "p90", "oldest"}
    assert found["warnings"] == []
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_every_figure_is_a_plain_number_of_python() -> None:
    found = plain(figures(columns(*(with_target(answered(HOUR), HOUR) for _ in range(20))), now=NOW))
    flat = [found, found["p50"], found["p90"], found["in_target"], found["open_age"]]
    kinds = {type(value) for part in flat for value in part.values()}
    assert kinds <= {int, float, type(None), list, dict}
