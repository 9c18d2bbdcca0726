"""What the believable day is made of is whole: a title for each text, pictures of the right size that fit something."""

import csv
import io

import pytest

import resources

SIZES = {"": (864, 652, 90_000), ".thumb": (288, 217, 20_000)}


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(resources.read_text(name), newline="")))


TEXTS = [*rows("texts.csv"), *rows("demo/more_texts.csv")]
PICTURES = rows("demo/photos.csv")


def jpeg_size(content: bytes) -> tuple[int, int]:
    """Return width and height as the frame header of a JPEG says them."""
    at = 2
    while content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if 0xC0 <= marker <= 0xC3:
            return int.from_bytes(content[at + 7 : at + 9]), int.from_bytes(content[at + 5 : at + 7])
        at += 2 + length
    raise AssertionError("no frame header")


def test_every_text_has_a_title_of_its_own() -> None:
    titles = rows("demo/titles.csv")
    assert [row["id"] for row in titles] == [row["id"] for row in TEXTS]
    assert len({row["title"] for row in titles}) == len(titles)


def test_texts_name_labels_and_places_that_exist() -> None:
    labels = {row["key"]: row["squad"] for row in rows("labels.csv")}
    places = {row["code"] for row in rows("places.csv")}
    assert {row["label"] for row in TEXTS} <= labels.keys()
    assert {row["place"] for row in TEXTS if row["place"]} <= places
    assert not [row["id"] for row in rows("demo/more_texts.csv") if labels[row["label"]] != row["squad"]]


def test_what_is_delicate_to_locate_has_no_place() -> None:
    no_place = {row["key"] for row in rows("labels.csv") if row["covert"] == "yes"}
    no_place |= {"kdrt", "kekerasan_anak", "mau_bunuh_diri", "narkoba", "miras_judi"}
    assert not [row["id"] for row in TEXTS if row["label"] in no_place and row["place"]]


def test_there_are_pictures_and_each_fits_something() -> None:
    known = {row["key"] for row in rows("labels.csv")} | {row["id"] for row in TEXTS}
    assert len({row["name"] for row in PICTURES}) == len(PICTURES) >= 14
    assert all(row["fits"] and set(row["fits"].split()) <= known for row in PICTURES)


@pytest.mark.parametrize("kind", SIZES)
@pytest.mark.parametrize("name", [row["name"] for row in PICTURES])
def test_a_picture_is_a_small_jpeg_without_metadata(name: str, kind: str) -> None:
    content = resources.path(f"demo/photos/{name}{kind}.jpg").read_bytes()
    width, height, most = SIZES[kind]
    assert jpeg_size(content) == (width, height)
    assert len(content) < most
    assert b"Exif" not in content


def test_no_picture_lies_there_unused() -> None:
    shipped = {path.name for path in resources.path("demo/photos").iterdir()}
    assert shipped == {f"{row['name']}{kind}.jpg" for row in PICTURES for kind in SIZES}
