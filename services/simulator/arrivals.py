"""When reports come in over thirty-one days, and what of: the hours of a real city, one rainy day, nothing twice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from services.domain.calendar import WIB
from services.domain.places import Gazetteer
from services.domain.policy import DAY, HOUR, MINUTE, Policy
from services.domain.report import Millis
from services.domain.squads import Squad
from services.simulator.chance import Chance
from services.simulator.stories import Story

DAYS = 31
"""How many days lie behind now."""
_HOURS = (16, 10, 8, 7, 9, 16, 25, 42, 67, 75, 82, 74, 62, 55, 59, 55, 51, 47, 48, 48, 52, 39, 31, 23)
"""Share of a day's reports by hour in WIB, in thousandths: the curve of a neighbouring city in 2022."""
_WEEKDAYS = (1.1, 1.08, 1.07, 1.04, 1.02, 0.72, 0.6)
"""Monday first, from the same city."""
_EPOCH = date(1970, 1, 1)
_A_DAY = 8.6
_RAIN = 55
"""Reports of the rainy day besides the usual ones."""

STORM = frozenset(
    {
        *("banjir", "tanah_longsor", "pohon_tumbang", "angin_kencang", "jembatan_putus"),
        *("kabel_listrik_putus", "kecelakaan_laut", "gempa_kerusakan"),
    }
)
"""Labels that come with bad weather."""

Pile = tuple[Squad | None, bool]
"""Stories are drawn by squad, those of bad weather apart."""

CALM: Mapping[Pile, float] = {
    (Squad.PINK, False): 15,
    (Squad.WHITE, False): 16,
    (Squad.ORANGE, False): 29,
    (Squad.ORANGE, True): 3,
    (Squad.BLUE, False): 14,
    (Squad.YELLOW, False): 13,
    (Squad.RED, False): 8,
    (Squad.SHADOW, False): 2,
    (None, False): 2,
}
"""How often each pile is drawn from on a usual day."""
_RAINY: Mapping[Pile, float] = {
    (Squad.ORANGE, True): 78,
    (Squad.ORANGE, False): 8,
    (Squad.WHITE, False): 8,
    (Squad.BLUE, False): 3,
    (Squad.YELLOW, False): 3,
}


@dataclass(frozen=True, slots=True)
class Arrival:
    """A story that is told at a time; `same_as` is the arrival that told of the same thing before."""

    at: Millis
    story: Story
    same_as: "Arrival | None" = None


class Piles:
    """Stories by squad, each pile shuffled and told through before any is told again."""

    def __init__(self, stories: Sequence[Story], chance: Chance) -> None:
        self._chance = chance
        self._stories: dict[Pile, list[Story]] = {}
        for story in stories:
            if not story.same_as:
                self._stories.setdefault((story.squad, story.label in STORM), []).append(story)
        self._left: dict[Pile, list[Story]] = {}
        for told in self._stories.values():
            chance.shuffle(told)

    def draw(self, weights: Mapping[Pile, float]) -> Story:
        """Take the next story of a pile chosen by weight."""
        (pile,) = self._chance.choices(list(weights), list(weights.values()))
        left = self._left.get(pile)
        if not left:
            left = self._left[pile] = self._shuffled(pile)
        return left.pop(0)

    def _shuffled(self, pile: Pile) -> list[Story]:
        """The pile in a new order, in which what was told last comes late."""
        told = self._stories[pile]
        half = len(told) // 2
        order = [*self._chance.sample(told[:half], half), *self._chance.sample(told[half:], len(told) - half)]
        self._stories[pile] = order
        return list(order)


def arrivals(
    stories: Sequence[Story], chance: Chance, *, now: Millis, policy: Policy, gazetteer: Gazetteer
) -> list[Arrival]:
    """Return what came in during the days before `now`, in order of time."""
    piles = Piles(stories, chance)
    echoes = _echoes(stories)
    found: list[Arrival] = []
    for at, weights in sorted(_times(chance, now, policy), key=lambda one: one[0]):
        first = Arrival(at, somewhere(piles.draw(weights), chance, gazetteer))
        found.append(first)
        if chance.happens(0.95 if weights is _RAINY else 0.5):
            found += _echoed(first, echoes.get(first.story.id, ()), chance)
    return sorted((one for one in found if one.at < now), key=lambda one: one.at)


def _times(chance: Chance, now: Millis, policy: Policy) -> Iterator[tuple[Millis, Mapping[Pile, float]]]:
    """Yield when somebody reports and out of which piles; holidays are as quiet as Sundays."""
    today = (now + WIB) // DAY
    for day in range(today - DAYS, today + 1):
        midnight = day * DAY - WIB
        for _ in range(min(13, max(4, chance.poisson(_A_DAY * _busy(day, policy))))):
            (hour,) = chance.choices(range(24), _HOURS)
            yield midnight + hour * HOUR + chance.randrange(HOUR), CALM
    rain = (today - chance.randint(5, 12)) * DAY - WIB + 14 * HOUR
    for _ in range(_RAIN):
        yield rain + round(chance.triangular(0, 9 * HOUR, 2 * HOUR)), _RAINY


def _busy(day: int, policy: Policy) -> float:
    date_ = _EPOCH + timedelta(days=day)
    return _WEEKDAYS[-1 if date_ in policy.holidays else date_.weekday()]


def _echoes(stories: Sequence[Story]) -> dict[str, list[Story]]:
    by: dict[str, list[Story]] = {}
    for story in stories:
        if story.same_as:
            by.setdefault(story.same_as, []).append(story)
    return by


def _echoed(first: Arrival, others: Sequence[Story], chance: Chance) -> Iterator[Arrival]:
    for story in others:
        later = first.at + round(chance.around(25, 0.8) * MINUTE)
        yield Arrival(later, replace(story, desa=first.story.desa), first)


def somewhere(story: Story, chance: Chance, gazetteer: Gazetteer) -> Story:
    """Return the story where it is told to be, or where nothing in it speaks against another desa."""
    if not (story.anywhere and story.desa and chance.happens(0.7)):
        return story
    return replace(story, desa=chance.choice(list(gazetteer.desas)))
