"""What comes in while the room is open: a story now and then, or a landslide told by many at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from services.domain.places import Gazetteer
from services.domain.policy import Policy
from services.domain.report import Millis
from services.domain.squads import Squad
from services.simulator.arrivals import CALM, Piles, somewhere
from services.simulator.chance import Chance
from services.simulator.floor import Act
from services.simulator.people import BUDI
from services.simulator.scene import STAGED
from services.simulator.stories import Story
from services.simulator.telling import Teller

BURST = 60
"""How many tell of the landslide, one each second."""
_SLID = "35.03.09.2008"
"""Botoputih, where two of the shipped stories have it."""
_SAME = 0.75
"""Share of them that tell of the slide itself; the others of the same rain."""


class Incoming:
    """Draws the orders that open new reports, as a connector or the second operator gives them."""

    def __init__(
        self,
        stories: Sequence[Story],
        pictures: Mapping[str, tuple[str, ...]],
        chance: Chance,
        *,
        policy: Policy,
        gazetteer: Gazetteer,
    ) -> None:
        self._chance = chance
        self._gazetteer = gazetteer
        self._piles = Piles([story for story in stories if story.id not in STAGED], chance)
        self._slides = [story for story in stories if story.label == "tanah_longsor" and story.desa]
        self._rain = [
            story
            for story in stories
            if story.squad is Squad.ORANGE
            and story.anywhere
            and story.label in {"banjir", "pohon_tumbang", "jalan_rusak"}
        ]
        self._teller = Teller(chance, policy, gazetteer, pictures)

    def next(self, now: Millis) -> Act:
        """Return how the next usual report is opened."""
        story = self._teller.mistaken(somewhere(self._piles.draw(CALM), self._chance, self._gazetteer))
        return self._teller.told(story, now, operator=BUDI.user)

    def landslide(self, now: Millis) -> Act:
        """Return how one of many opens a report of the landslide and what came with it."""
        pile = self._slides if self._chance.happens(_SAME) else self._rain
        return self._teller.told(replace(self._chance.choice(pile), desa=_SLID), now, operator=BUDI.user)
