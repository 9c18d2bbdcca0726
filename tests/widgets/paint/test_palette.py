"""The colours can be read and told apart by everybody they are meant for (SCREENS.md sections 4 and 11)."""

from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from services.domain.squads import Squad
from tests.widgets.paint.vision import contrast, distance
from widgets.paint.themes import THEME_NAMES, load_theme

TEXT = 4.5
SHAPE = 3.0


@pytest.mark.parametrize(
    ("theme", "ink", "ground", "least"),
    [
        ("dark", "t1", "bg1", 15.9),
        ("dark", "t1", "bg3", 12.1),
        ("dark", "t2", "bg1", 9.3),
        ("dark", "t2", "bg3", 7.1),
        ("dark", "t3", "bg1", 6.6),
        ("dark", "t3", "bg3", 5.0),
        ("dark", "t4", "bg1", 3.4),
        ("dark", "acc", "bg1", 8.1),
        ("dark", "acc", "bg3", 6.2),
        ("dark", "acct", "acc", 7.9),
        ("dark", "late", "bg1", 5.7),
        ("dark", "latet", "late", 6.4),
        ("dark", "t1", "latebg", 14.4),
        ("dark", "done", "bg1", 8.0),
        ("light", "t1", "bg1", 17.4),
        ("light", "t1", "bg0", 14.8),
        ("light", "t2", "bg1", 8.7),
        ("light", "t2", "bg0", 7.4),
        ("light", "t3", "bg1", 5.3),
        ("light", "t3", "bg0", 4.5),
        ("light", "t4", "bg1", 3.3),
        ("light", "acc", "bg1", 5.1),
        ("light", "acct", "acc", 5.2),
        ("light", "late", "bg1", 5.7),
        ("light", "latet", "late", 5.9),
        ("light", "done", "bg1", 5.2),
    ],
)
def test_a_colour_stands_out_from_its_ground_as_the_table_says(theme: str, ink: str, ground: str, least: float) -> None:
    colours = load_theme(theme)

    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= least - 0.05


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize("ground", ["bg0", "bg1", "bg2", "bg3", "accbg"])
def test_main_second_and_caption_text_can_be_read_on_every_ground(name: str, ground: str) -> None:
    theme = load_theme(name)

    for ink in (theme.t1, theme.t2, theme.t3):
        assert contrast(ink, getattr(theme, ground)) >= TEXT - 0.05


@pytest.mark.parametrize("sight", ["protan", "deutan", "tritan"])
@pytest.mark.parametrize("name", THEME_NAMES)
def test_the_alarm_red_stands_out_in_every_sight(name: str, sight: str) -> None:
    theme = load_theme(name)

    assert contrast(theme.late, theme.bg1, sight) >= 4.0
    assert contrast(theme.latet, theme.late, sight) >= TEXT


@pytest.mark.parametrize("squad", Squad)
def test_a_squads_code_can_be_read_on_its_patch(squad: Squad) -> None:
    colours = load_theme("dark").squads[squad]

    assert contrast(colours.ink, colours.fill) >= TEXT


@pytest.mark.parametrize("sight", ["normal", "protan", "deutan", "tritan"])
@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize("squad", Squad)
def test_a_squads_edge_stands_out_from_the_ground_in_every_sight(squad: Squad, name: str, sight: str) -> None:
    theme = load_theme(name)

    assert contrast(theme.squads[squad].outline, theme.bg1, sight) >= SHAPE


@pytest.mark.parametrize("squad", Squad)
def test_a_squads_line_stands_out_from_the_light_ground(squad: Squad) -> None:
    theme = load_theme("light")

    assert contrast(theme.squads[squad].line, theme.bg1) >= SHAPE


@pytest.mark.parametrize(
    ("sight", "least"), [("normal", 16.7), ("protan", 9.1), ("deutan", 11.9), ("tritan", 3.3), ("grey", 0.4)]
)
def test_two_squads_fills_are_as_far_apart_as_was_measured(sight: str, least: float) -> None:
    fills = {squad: colours.fill for squad, colours in load_theme("dark").squads.items()}

    nearest = min(distance(fills[one], fills[other], sight) for one, other in combinations(fills, 2))

    assert nearest == pytest.approx(least, abs=0.05)


def test_the_accent_is_no_squads_colour() -> None:
    for name in THEME_NAMES:
        theme = load_theme(name)
        for colours in theme.squads.values():
            assert distance(theme.acc, colours.line) > 10


def test_black_on_white_has_the_contrast_the_standard_gives() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21.0)
