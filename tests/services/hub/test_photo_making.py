"""What is kept of an uploaded image is its picture, and nothing else of the file."""

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image

from services.hub import photo_making
from services.hub.photo_making import FULL, THUMB, Unfit, make


def an_image(kind: str, size: tuple[int, int] = (40, 20), mode: str = "RGB", **how: Any) -> bytes:
    """An image file, red on its left half."""
    picture = Image.new(mode, size, 0)
    picture.paste((255, 0, 0, 255)[: len(picture.getbands())], (0, 0, size[0] // 2, size[1]))
    written = io.BytesIO()
    picture.save(written, kind, **how)
    return written.getvalue()


def read(image: bytes) -> Image.Image:
    """The picture in a file."""
    return Image.open(io.BytesIO(image))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_three_kinds_become_jpegs_in_two_sizes(kind: str) -> None:
    made = make(an_image(kind, (FULL * 2, FULL // 2)))
    full, thumb = read(made.full), read(made.thumb)
    assert (full.format, full.size) == ("JPEG", (FULL, FULL // 4))
    assert (thumb.format, thumb.size) == ("JPEG", (THUMB, THUMB // 4))


def test_a_small_image_is_not_blown_up() -> None:
    assert read(make(an_image("PNG")).full).size == (40, 20)


def test_where_and_with_what_it_was_taken_is_not_kept_but_which_way_up_is() -> None:
    taken = Image.Exif()
    taken[0x0110] = "Telepon-7"
    taken[0x0112] = 6  # turned by a quarter
    taken.get_ifd(0x8825)[1] = "S"
    made = make(an_image("JPEG", exif=taken, comment=b"rahasia", icc_profile=b"profile"))
    for image in made:
        kept = read(image)
        assert not kept.getexif()
        assert kept.info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert b"Telepon" not in image
        assert b"rahasia" not in image
    full = read(made.full)
    assert full.size == (20, 40)
    red, _, _ = full.getpixel((10, 4))  # type: ignore[misc] # three bands
    assert red > 200


@pytest.mark.parametrize(("mode", "kind"), [("RGBA", "PNG"), ("LA", "PNG"), ("L", "JPEG"), ("CMYK", "JPEG")])
def test_whatever_its_colours_are_it_is_kept(mode: str, kind: str) -> None:
    assert read(make(an_image(kind, mode=mode)).full).mode == "RGB"


def test_what_is_transparent_lies_on_white() -> None:
    blank = io.BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(blank, "PNG")
    assert read(make(blank.getvalue()).full).getpixel((4, 4)) == (255, 255, 255)


@pytest.mark.parametrize(
    "image", [b"", b"GIF89a", an_image("GIF"), an_image("BMP"), an_image("JPEG")[:200], b"<svg/>", b"\xff\xd8\xff" * 9]
)
def test_what_is_no_image_of_the_three_kinds_is_refused(image: bytes) -> None:
    with pytest.raises(Unfit) as caught:
        make(image)
    assert (caught.value.code, caught.value.field) == ("bad_format", "image")


def a_bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be this large."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(10_000, 5_001), (12_000, 10_000), (60_000, 60_000)])
def test_an_image_that_claims_too_many_pixels_is_refused_undecoded(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(photo_making, "_upright")
    with pytest.raises(Unfit) as caught:
        make(a_bomb(*size))
    assert (caught.value.code, caught.value.field) == ("too_large", "pixels")
