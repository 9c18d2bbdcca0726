"""What comes in while the room is open can be opened, and a landslide is told by many at once."""

from collections import Counter

from services.domain.commands import Open
from services.domain.formats import check_format
from services.simulator.chance import Chance
from services.simulator.incoming import BURST, Incoming
from services.simulator.people import BUDI, CONNECTOR
from services.simulator.regency import policy_at
from services.simulator.stories import load_stories
from services.store.policy_source import load_gazetteer
from tests.builders import NOW


def incoming(seed: int = 1) -> Incoming:
    pictures = {"banjir": ("p-banjir-1", "p-banjir-2")}
    return Incoming(load_stories(), pictures, Chance(seed), policy=policy_at(NOW), gazetteer=load_gazetteer())


def test_every_report_that_comes_in_is_well_formed_and_by_connector_or_operator() -> None:
    source = incoming()
    acts = [source.next(NOW) for _ in range(200)]
    for act in acts:
        check_format(act.command, now=NOW)
    assert {act.actor for act in acts} == {CONNECTOR, BUDI.user}
    assert len({act.command.label for act in acts if isinstance(act.command, Open)}) > 20


def test_the_same_seed_lets_the_same_come_in() -> None:
    one, other = incoming(3), incoming(3)
    assert [one.next(NOW) for _ in range(20)] == [other.next(NOW) for _ in range(20)]


def test_a_landslide_is_told_by_many_alike_from_one_place() -> None:
    source = incoming()
    told = [act.command for act in (source.landslide(NOW) for _ in range(BURST)) if isinstance(act.command, Open)]
    assert {command.desa for command in told} == {"35.03.09.2008"}
    assert Counter(command.label for command in told)["tanah_longsor"] > BURST // 2
