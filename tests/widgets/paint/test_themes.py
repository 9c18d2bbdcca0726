"""Themes and measures are read strictly: a key too many or too few is named."""

import pytest

import resources
from services.domain.squads import Squad
from widgets.paint.themes import THEME_NAMES, ThemeFileError, load_measures, load_theme, parse_measures, parse_theme

DARK = resources.read_text("themes/dark.toml")
MEASURES = resources.read_text("themes/measures.toml")


@pytest.mark.parametrize("name", THEME_NAMES)
def test_a_shipped_theme_names_itself_and_colours_every_squad(name: str) -> None:
    theme = load_theme(name)

    assert theme.name == name
    assert theme.dark is (name == "dark")
    assert set(theme.squads) == set(Squad)


def test_a_squads_fill_and_ink_are_the_same_in_every_theme() -> None:
    dark, light = (load_theme(name) for name in THEME_NAMES)

    for squad in Squad:
        assert dark.squads[squad].fill == light.squads[squad].fill
        assert dark.squads[squad].ink == light.squads[squad].ink


def test_there_is_no_theme_of_another_name() -> None:
    with pytest.raises(ThemeFileError, match=r"'sepia'; there are dark, light"):
        load_theme("sepia")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('bg0 = "#0E1215"', "", r"x\.toml \[colour\]: bg0 is missing"),
        ('bg0 = "#0E1215"', 'bg0 = "#0E1215"\nbg9 = "#000000"', r"x\.toml \[colour\]: bg9 is unknown"),
        ('bg0 = "#0E1215"', 'bg0 = "#0E121"', r"x\.toml \[colour\] bg0: '#0E121' is not a colour"),
        ('bg0 = "#0E1215"', "bg0 = 7", r"x\.toml \[colour\] bg0: 7 is not a str"),
        ("dark = true", 'dark = "yes"', r"x\.toml dark: 'yes' is not a bool"),
        ("[squad.pink]", "[squad.green]", r"x\.toml \[squad\]: green is unknown, pink is missing"),
        ('ink = "#2B0718"', "", r"x\.toml \[squad\.pink\]: ink is missing"),
        ("[colour]", "[colour", r"x\.toml: .*line"),
    ],
)
def test_a_wrong_theme_file_is_refused_naming_the_key(old: str, new: str, message: str) -> None:
    assert old in DARK

    with pytest.raises(ThemeFileError, match=message):
        parse_theme(DARK.replace(old, new, 1), where="x.toml")


def test_a_table_that_is_a_value_is_refused() -> None:
    text = 'name = "dark"\ndark = true\ncolour = 3\nsquad = {}\n'

    with pytest.raises(ThemeFileError, match=r"x\.toml \[colour\]: must be a table"):
        parse_theme(text, where="x.toml")


def test_the_shipped_measures_stand_on_the_four_pixel_grid() -> None:
    measures = load_measures()

    assert [length % measures.space.grid for length in (measures.space.queue, measures.space.detail)] == [0, 0]
    assert measures.row.normal % measures.space.grid == 0


def test_no_letter_is_smaller_than_twelve_pixels() -> None:
    assert min(style.px for style in load_measures().type.values()) == 12


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("grid = 4", "grid = 0", r"m\.toml \[space\] grid: 0 is not a length"),
        ("grid = 4", "grid = true", r"m\.toml \[space\] grid: True is not a length"),
        ("grid = 4", "", r"m\.toml \[space\]: grid is missing"),
        ('family = "condensed"', 'family = "serif"', r"m\.toml \[type\] meta family: 'serif' is neither"),
        ("weight = 600", 'weight = "bold"', r"m\.toml \[type\] clock weight: 'bold' is not a int"),
    ],
)
def test_wrong_measures_are_refused_naming_the_key(old: str, new: str, message: str) -> None:
    assert old in MEASURES

    with pytest.raises(ThemeFileError, match=message):
        parse_measures(MEASURES.replace(old, new, 1), where="m.toml")
