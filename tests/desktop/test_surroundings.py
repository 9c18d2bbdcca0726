"""Names, places and figures of a board, as rail and rows show them."""

import pytest

from desktop.keymap import SHIPPED
from desktop.places import desa_names, kecamatan_names
from desktop.surroundings import Surroundings
from tests.builders import NOW
from tests.desktop.at_hand import SQUADS, furnish
from tests.desktop.conftest import Opened
from tests.desktop.looping import on_qt_loop
from tests.widgets.rows import a_room
from widgets.models.queue_marks import Sieve
from widgets.models.queue_order import QueueOrder

pytestmark = pytest.mark.usefixtures("indonesian")


def test_every_place_of_the_regency_has_a_name() -> None:
    assert (len(kecamatan_names()), len(desa_names())) == (14, 157)
    assert kecamatan_names()["35.03.08"] == "Watulimo"
    assert all(kecamatan_names().values())
    assert all(desa_names().values())


@on_qt_loop
async def test_the_rail_counts_by_this_desk_s_queue_and_takes_the_figures_of_the_hub(at_hand: Opened) -> None:
    async with at_hand() as room:
        furnish(room.hub)
        await room.signed_in()
        around = Surroundings(room.desk, "id")
        order = QueueOrder("u-sari")
        order.replace(a_room())
        order.show(Sieve(squad="orange", kecamatan="35.03.08"))
        order.settle(NOW)

        rail = around.rail(order, NOW)

        assert [squad.squad for squad in rail.squads] == list(SQUADS)
        orange = rail.squads[2]
        assert (orange.name, orange.key, orange.p50_text, orange.used50) == ("Oranye", "3", "26 m", 0.62)
        assert orange.open == sum(row.squad == "orange" for row in a_room().values())
        assert rail.chosen == Sieve(squad="orange")
        assert [(extra.extra, extra.key) for extra in rail.extras] == [
            ("unassigned", "U"), ("mine", "M"), ("to_verify", "V"), ("duplicates", "D"),
        ]  # fmt: skip
        assert around.medians()["orange"] == 1_560_000
        around.keys = SHIPPED.bind("extra:duplicates", "8").with_letters(True)
        assert around.rail(order, NOW).extras[-1].key == "8"


@on_qt_loop
async def test_names_follow_the_board_and_the_language(at_hand: Opened) -> None:
    async with at_hand() as room:
        around = Surroundings(room.desk, "id")
        assert (around.names.members, around.squads) == ({}, {})
        furnish(room.hub)
        await room.signed_in()

        around.renew("en")

        assert around.language == "en"
        assert around.names.members["m-31"] == "Suyono"
        assert around.names.label("jalan_rusak") == "Jalan rusak"
        assert list(around.squads) == list(SQUADS)
