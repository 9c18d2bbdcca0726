"""The texts for finding are made before anybody types, and again for another board."""

from desktop.language import Languages
from desktop.reading_ahead import ReadingAhead
from tests.desktop.conftest import Opened
from tests.desktop.looping import on_qt_loop, until
from tests.desktop.seat import seated


@on_qt_loop
async def test_all_is_read_ahead_and_begun_anew_with_another_board(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        ahead = seat.view.seeking.findChild(ReadingAhead)
        assert isinstance(ahead, ReadingAhead)
        await until(lambda: ahead.done)
        seat.desk.replaced.emit()
        assert not ahead.done
        ahead.stop()
        assert ahead.done
