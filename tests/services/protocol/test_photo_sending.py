"""An announced photo gets one answer, and is given up with the connection."""

from services.protocol.client_outputs import PhotoKept, PhotoRefused, PhotoWanted
from services.protocol.desk_messages import Upload
from services.protocol.hub_messages import Error, Uploaded, UploadReady
from services.protocol.photo_sending import PhotoSending


def test_a_photo_is_announced_wanted_and_kept() -> None:
    photos = PhotoSending()
    assert photos.announce(3, 500, media="image/jpeg") == Upload(id=3, bytes=500, media="image/jpeg")
    assert photos.answer(UploadReady(reply_to=3)) == [PhotoWanted(3)]
    assert photos.answer(Uploaded(reply_to=3, photo="p-1")) == [PhotoKept(3, "p-1")]
    assert photos.answer(Uploaded(reply_to=3, photo="p-1")) == []


def test_an_error_fails_the_photo_it_is_about_and_nothing_else() -> None:
    photos = PhotoSending()
    photos.announce(3, 500, media="image/jpeg")
    assert photos.fail(Error(reply_to=4, code="busy")) == []
    assert photos.fail(Error(code="bad_format")) == []
    assert photos.fail(Error(reply_to=3, code="too_large", field="pixels")) == [PhotoRefused(3, "too_large", "pixels")]
    assert photos.fail(Error(reply_to=3, code="too_large")) == []


def test_with_the_connection_all_is_lost() -> None:
    photos = PhotoSending()
    photos.announce(3, 500, media="image/jpeg")
    assert photos.lost() == [PhotoRefused(3, "lost")]
    assert photos.lost() == []
