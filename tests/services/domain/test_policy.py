"""How a target is written."""

import pytest

from services.domain.policy import Target, Unit, parse_target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("15m", Target(15, Unit.MINUTES)),
        ("2h", Target(2, Unit.HOURS)),
        ("1d", Target(1, Unit.DAYS)),
        ("3.5wd", Target(3.5, Unit.WORKING_DAYS)),
    ],
)
def test_a_target_is_read_as_it_is_written(text: str, target: Target) -> None:
    assert parse_target(text) == target
    assert str(target) == text


@pytest.mark.parametrize("text", ["15", "", "0m", "-2h", "2w", "xm"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"target|could not convert"):
        parse_target(text)
