"""Puts the believable days together from a seed and a time: setting, arrivals, pictures, and what becomes of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from services.domain.report import Millis, Priority, Report
from services.simulator.arrivals import arrivals
from services.simulator.chance import Chance
from services.simulator.past import Days, Past, Setting
from services.simulator.scene import STAGED, staged
from services.simulator.squads import HARDLY_ANSWERS, members_of_the_room
from services.simulator.stories import load_pictures, load_stories, load_words
from services.simulator.telling import Teller
from services.store.policy_source import load_gazetteer, load_policy


@dataclass(frozen=True, slots=True)
class Regency:
    """The past, and the id under which each picture is known in it."""

    past: Past
    pictures: Mapping[str, str]


def live_through(seed: int, now: Millis) -> Regency:
    """Return thirty-one days up to `now`; the same seed and time give the same days."""
    chance = Chance(seed)
    year = datetime.fromtimestamp(now / 1000, UTC).year
    policy, gazetteer = load_policy((year - 1, year, year + 1)), load_gazetteer()
    members, on_duty = members_of_the_room(chance, gazetteer)
    fitting = load_pictures()
    pictures = {name: chance.id("p") for name in dict.fromkeys(name for names in fitting.values() for name in names)}
    ids = {label: tuple(pictures[name] for name in names) for label, names in fitting.items()}
    stories = {story.id: story for story in load_stories()}
    usual = [story for story in stories.values() if story.id not in STAGED]
    blank = Report(id="", number="", squad=None, label="", priority=Priority.P3, received=now)
    comes = [(one, None) for one in arrivals(usual, chance, now=now, policy=policy, gazetteer=gazetteer)]
    slow = next(member.id for member in members if member.name == HARDLY_ANSWERS)
    setting = Setting(policy, gazetteer, members, on_duty, load_words(), slow)
    teller = Teller(chance, policy, gazetteer, ids)
    days = Days(setting, teller, chance, now=now)
    return Regency(days.live([*comes, *staged(stories, now=now, policy=policy, blank=blank)]), pictures)
