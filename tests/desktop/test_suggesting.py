"""When the suggestion is thought anew by itself, and from where its distances are counted."""

from desktop.acting import Acting
from desktop.places import middles
from desktop.suggesting import Suggesting
from services.domain.policy import MINUTE
from services.domain.rows import ClaimRow
from services.domain.suggestion import Suggestion, metres_between
from tests.builders import NOW
from tests.desktop.at_hand import AtHand, furnish
from tests.desktop.conftest import Opened
from tests.desktop.looping import on_qt_loop
from tests.widgets.queues import NAMES

HERE = (-8.29, 111.71)


class Heard:
    """A suggesting and what it has said."""

    def __init__(self, room: AtHand) -> None:
        self.said: list[Suggestion | None] = []
        acting = Acting(room.desk, names=lambda: NAMES, parent=room.desk)
        self.suggesting = Suggesting(room.desk, acting, own_result=lambda: False, parent=room.desk)
        self.suggesting.changed.connect(self.said.append)


async def _at(room: AtHand, **changes: object) -> Heard:
    furnish(room.hub)
    room.hub.rows["member", "m-31"]["value"]["base"] = {"desa": "35.03.08.2004", "lat": HERE[0], "lon": HERE[1]}
    room.hub.put("r-1", "v1", state="queued", queued=NOW, acknowledged=NOW, **changes)
    await room.signed_in()
    return Heard(room)


@on_qt_loop
async def test_a_lease_that_runs_out_gives_the_report_back_to_everybody(at_hand: Opened) -> None:
    async with at_hand() as room:
        heard = await _at(room, claim=ClaimRow("u-x", "Rizal", NOW + MINUTE))
        heard.suggesting.show("r-1")
        assert heard.said == [None]
        heard.suggesting.tick(NOW + 1)
        assert heard.said == [None], "nothing it hangs on has changed"

        room.clock.now += 2 * MINUTE
        heard.suggesting.tick(room.desk.now)

        assert heard.said[-1] is not None


@on_qt_loop
async def test_without_a_point_the_middle_of_the_desa_or_kecamatan_counts(at_hand: Opened) -> None:
    async with at_hand() as room:
        heard = await _at(room, lat=None, lon=None, desa=None, kecamatan="35.03.01")
        heard.suggesting.show("r-1")
        made = heard.said[-1]
        assert made is not None
        assert made.metres == round(metres_between(HERE, middles()["35.03.01"]))
        await room.put("r-1", "v2", state="queued", lat=None, lon=None, desa=None, kecamatan=None)
        heard.suggesting.show("r-1")
        assert heard.said[-1] is not None
        assert heard.said[-1].metres is None


@on_qt_loop
async def test_only_what_is_still_suggested_is_done(at_hand: Opened) -> None:
    async with at_hand() as room:
        heard = await _at(room)
        heard.suggesting.take()
        heard.suggesting.show("r-1")
        await room.put("r-1", "v2", state="queued", claim=ClaimRow("u-x", "Rizal", NOW + MINUTE))

        heard.suggesting.take()

        assert heard.said[-1] is None
        assert room.hub.said("command") == [], "Rizal has taken it in the meantime"
