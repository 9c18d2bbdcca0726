"""How a label's target is said."""

import pytest

from widgets.target_words import target_words


@pytest.mark.parametrize(
    ("target", "indonesian", "english"),
    [("15m", "15 m", "15 m"), ("2h", "2 j", "2 h"), ("3d", "3 hari", "3 d"), ("soon", "soon", "soon")],
)
def test_minutes_hours_and_days(target: str, indonesian: str, english: str) -> None:
    assert target_words(target, "id") == indonesian
    assert target_words(target, "en") == english


def test_working_days_are_counted(qapp: object) -> None:
    assert target_words("1wd", "en") == "1 working day"
    assert target_words("3.5wd", "en") == "3,5 working days"
