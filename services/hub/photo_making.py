"""Makes of an uploaded image the two JPEGs that are kept: upright, without metadata, at a size that is of use."""

import io
from typing import Final, NamedTuple

from PIL import Image, ImageOps

MOST_PIXELS: Final = 50_000_000
"""An image of more is refused before it is decoded: a few kilobytes can claim gigabytes."""
FULL: Final = 3_200
"""Pixels of the longer side at most."""
THUMB: Final = 288
_QUALITY: Final = 85
_FORMATS: Final = ("JPEG", "PNG", "WEBP")


class Unfit(ValueError):
    """An image that is not kept: `code` and `field` of the error."""

    def __init__(self, code: str, field: str) -> None:
        super().__init__(f"{code}: {field}")
        self.code = code
        self.field = field


class Made(NamedTuple):
    """A photo as it is kept: nothing of the file that came but its picture."""

    full: bytes
    thumb: bytes


def make(image: bytes) -> Made:
    """Return a photo in both sizes; what it is, its content says. Takes a second: for a thread.

    Raises:
        Unfit: it is no JPEG, PNG or WebP, is damaged, or has too many pixels.
    """
    try:
        with Image.open(io.BytesIO(image), formats=_FORMATS) as opened:
            fits = opened.width * opened.height <= MOST_PIXELS
            full = _upright(opened) if fits else None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        full = None
    except Exception:  # noqa: BLE001 - a broken file makes the decoders raise whatever they like
        raise Unfit("bad_format", "image") from None
    if full is None:
        raise Unfit("too_large", "pixels")
    full.thumbnail((FULL, FULL))
    thumb = full.copy()
    thumb.thumbnail((THUMB, THUMB))
    return Made(_jpeg(full), _jpeg(thumb))


def _upright(opened: Image.Image) -> Image.Image:
    """Return the first picture of a file, turned as it was taken, on white where it is transparent."""
    opened.draft("RGB", (FULL, FULL))  # a JPEG need not be decoded larger than it will be kept
    turned = ImageOps.exif_transpose(opened)
    if not turned.has_transparency_data:
        return turned.convert("RGB")
    seen = turned.convert("RGBA")
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    return paper


def _jpeg(picture: Image.Image) -> bytes:
    """Return a picture as a JPEG that carries nothing else."""
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    written = io.BytesIO()
    bare.save(written, "JPEG", quality=_QUALITY, optimize=True)
    return written.getvalue()
