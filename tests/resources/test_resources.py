"""The shipped files are found by name and nothing else is."""

import csv

import pytest

import resources


def test_a_shipped_file_is_found_by_its_name() -> None:
    assert resources.path("icons/siren.svg").is_file()
    assert resources.read_text("themes/dark.toml").startswith("#")


@pytest.mark.parametrize("name", ["icons/no-such-icon.svg", "../pyproject.toml", "/etc/hostname"])
def test_a_name_that_is_not_shipped_is_refused_by_name(name: str) -> None:
    with pytest.raises(FileNotFoundError, match=name):
        resources.path(name)


@pytest.mark.parametrize(
    ("name", "words"), [("fonts/OFL.txt", "SIL Open Font License"), ("icons/LICENSE.txt", "ISC License")]
)
def test_the_licence_lies_beside_what_it_covers(name: str, words: str) -> None:
    assert words in resources.read_text(name)


def test_every_label_has_its_icon() -> None:
    labels = list(csv.DictReader(resources.read_text("labels.csv").splitlines()))

    assert labels
    for label in labels:
        assert resources.path(f"icons/{label['icon']}.svg").is_file()
