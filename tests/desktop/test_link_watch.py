"""The link chip over time: fresh, old after 12 seconds, lost after 25, back again, and a clock that is wrong."""

import pytest

from desktop.link_watch import LinkWatch
from services.domain.commands import Acknowledge
from tests.desktop.at_hand import AtHand
from tests.desktop.conftest import Opened
from tests.desktop.looping import on_qt_loop, until
from tests.services.feed.hub_by_hand import HubByHand, Message
from widgets.link_chip import LinkLook, LinkTone

pytestmark = pytest.mark.usefixtures("indonesian")


class HubAhead(HubByHand):
    """A hub whose clock is nine seconds ahead."""

    def answer(self, message: Message) -> list[Message]:
        answers = super().answer(message)
        return [{**one, **{name: one[name] + 9_000 for name in _TIMES if name in one}} for one in answers]


_TIMES = ("received", "answered")


async def _watched(room: AtHand) -> LinkWatch:
    room.hub.put("r-1", "v1")
    watch = LinkWatch(room.desk)
    assert watch.look("id").words == "Menyambung"
    await room.signed_in()
    return watch


def said(watch: LinkWatch) -> tuple[LinkTone, str, str]:
    look: LinkLook = watch.look("id")
    return look.tone, look.words, look.detail


@on_qt_loop
async def test_the_chip_follows_a_cut_cable_and_says_what_was_sent_when_it_is_mended(at_hand: Opened) -> None:
    async with at_hand() as room:
        watch = await _watched(room)
        assert said(watch)[0] is LinkTone.LIVE
        room.hub.silent = True

        await room.clock.wind(11.9)
        assert said(watch)[1] == "Langsung"
        await room.clock.wind(0.1)
        assert said(watch) == (LinkTone.AGING, "Data 09.00.00", "")
        await room.clock.wind(13)
        assert said(watch)[:2] == (LinkTone.LOST, "Terputus 25 dtk")
        room.desk.order(Acknowledge(), "r-1")
        await room.clock.wind(13)
        assert said(watch) == (LinkTone.LOST, "Terputus 38 dtk", "1 perubahan menunggu kirim")

        room.hub.silent = False
        while said(watch)[0] is LinkTone.LOST:
            await room.clock.wind(1)
        assert said(watch) == (LinkTone.LIVE, "Tersambung", "1 terkirim")
        await room.answered()
        room.clock.now += 5_000
        assert said(watch)[1] == "Langsung"


@on_qt_loop
async def test_a_short_silence_is_not_announced_as_a_return(at_hand: Opened) -> None:
    async with at_hand() as room:
        watch = await _watched(room)
        await room.clock.wind(13)

        await room.put("r-1", "v2")

        assert said(watch)[:2] == (LinkTone.LIVE, "Langsung")


@on_qt_loop
async def test_a_desk_that_is_sent_away_for_good_says_why(at_hand: Opened) -> None:
    async with at_hand() as room:
        watch = await _watched(room)
        told: list[object] = []
        watch.told.connect(told.append)

        room.hub.hang_up(4409)

        await until(lambda: told)
        assert said(watch)[:2] == (LinkTone.LOST, "Akun ini dibuka di PC lain")


@on_qt_loop
async def test_a_wrong_clock_is_warned_of_while_the_link_lives(at_hand: Opened) -> None:
    async with at_hand(HubAhead()) as room:
        watch = await _watched(room)

        await room.clock.wind(6)

        assert room.link.offset > 8_000
        assert room.desk.now > room.clock.now + 8_000
        assert said(watch)[2].startswith("Jam PC selisih 9 dtk")
