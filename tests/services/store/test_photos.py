"""Photos lie as JPEGs under their ids, and an id leads nowhere else."""

from pathlib import Path

import pytest

from services.store import photos

FULL, THUMB = b"\xff\xd8\xff full", b"\xff\xd8\xff thumb"


def test_a_photo_is_found_in_both_sizes(tmp_path: Path) -> None:
    photos.keep(tmp_path, "p-7Q3K", full=FULL, thumb=THUMB)
    full, thumb = photos.find(tmp_path, "p-7Q3K", "full"), photos.find(tmp_path, "p-7Q3K", "thumb")
    assert full is not None
    assert full.read_bytes() == FULL
    assert thumb is not None
    assert thumb.read_bytes() == THUMB


def test_an_unknown_photo_is_not_found(tmp_path: Path) -> None:
    assert photos.find(tmp_path, "p-0000", "full") is None


@pytest.mark.parametrize("photo", ["../keys", "p/../../x", "", "p-7Q3K.thumb", "x" * 65, "."])
def test_an_id_leads_to_no_other_file(tmp_path: Path, photo: str) -> None:
    (tmp_path / "keys.jpg").write_bytes(FULL)
    assert photos.find(tmp_path, photo, "full") is None
    with pytest.raises(photos.NotAPhoto):
        photos.keep(tmp_path, photo, full=FULL, thumb=THUMB)


@pytest.mark.parametrize(("full", "thumb"), [(b"<svg/>", THUMB), (FULL, b"GIF89a")])
def test_only_jpegs_are_kept(tmp_path: Path, full: bytes, thumb: bytes) -> None:
    with pytest.raises(photos.NotAPhoto):
        photos.keep(tmp_path, "p-7Q3K", full=full, thumb=thumb)
    assert photos.find(tmp_path, "p-7Q3K", "full") is None
