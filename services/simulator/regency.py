"""Puts the believable days together from a seed and a time: setting, arrivals, pictures, and what becomes of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from services.domain.policy import Policy
from services.domain.report import Millis, Priority, Report
from services.simulator.arrivals import arrivals
from services.simulator.chance import Chance
from services.simulator.past import Days, Past, Setting
from services.simulator.scene import STAGED, staged
from services.simulator.squads import HARDLY_ANSWERS, members_of_the_room
from services.simulator.stories import load_pictures, load_stories, load_words, picture_names
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
    policy, gazetteer = policy_at(now), load_gazetteer()
    members, on_duty = members_of_the_room(chance, gazetteer)
    pictures = {name: chance.id("p") for name in picture_names()}
    stories = {story.id: story for story in load_stories()}
    usual = [story for story in stories.values() if story.id not in STAGED]
    blank = Report(id="", number="", squad=None, label="", priority=Priority.P3, received=now)
    comes = [(one, None) for one in arrivals(usual, chance, now=now, policy=policy, gazetteer=gazetteer)]
    slow = next(member.id for member in members if member.name == HARDLY_ANSWERS)
    setting = Setting(policy, gazetteer, members, on_duty, load_words(), slow)
    teller = Teller(chance, policy, gazetteer, fitting_pictures(pictures))
    days = Days(setting, teller, chance, now=now)
    return Regency(days.live([*comes, *staged(stories, now=now, policy=policy, blank=blank)]), pictures)


def policy_at(now: Millis) -> Policy:
    """Return the rules in force at a time, with the holidays of the years around it."""
    year = datetime.fromtimestamp(now / 1000, UTC).year
    return load_policy((year - 1, year, year + 1))


def fitting_pictures(pictures: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Return the photo ids that fit each label or story; `pictures` are the ids by name."""
    fitting = load_pictures().items()
    return {what: tuple(pictures[name] for name in names if name in pictures) for what, names in fitting}
