"""How a story reaches the room: through which channel and by whom, from what point, with which pictures."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from services.domain.commands import Open, Source
from services.domain.people import User
from services.domain.places import Gazetteer
from services.domain.policy import HOUR, MINUTE, Label, Policy
from services.domain.report import Millis, Priority
from services.domain.squads import Squad
from services.simulator.chance import Chance
from services.simulator.floor import Act
from services.simulator.people import CONNECTOR
from services.simulator.stories import Story

_CHANNELS = {"app": 56, "lapor": 11, "sms": 9, "phone": 9, "radio": 6, "counter": 4, "walk": 2}
_OF_SQUAD: Mapping[Squad, Mapping[str, int]] = {
    Squad.WHITE: {"health119": 40, "app": 35, "phone": 15, "sms": 6},
    Squad.RED: {"app": 34, "counter": 34, "lapor": 22, "sms": 6},
    Squad.SHADOW: {"app": 60, "lapor": 40},
}
_DISASTER = {"disaster": 35, "app": 45, "radio": 10, "phone": 8}
_BY_OPERATORS = frozenset({"phone", "radio", "counter", "walk"})
"""Channels in which somebody at a desk writes it down."""
_WITH_PHOTOS = {"app": 0.85, "lapor": 0.6, "disaster": 0.4, "walk": 0.3}
_MISTAKEN = {
    "saluran_mampet": "sampah_menumpuk",
    "sampah_menumpuk": "saluran_mampet",
    "pencemaran": "saluran_mampet",
    "pantai_kotor": "fasum_rusak",
    "pengemis_gelandangan": "pkl_reklame_liar",
    "pkl_reklame_liar": "fasum_rusak",
    "macet_parkir_liar": "jalan_rusak",
    "jalan_rusak": "macet_parkir_liar",
    "bpjs_bermasalah": "bansos_belum_dapat",
    "bansos_belum_dapat": "kk_nik_bermasalah",
    "kk_nik_bermasalah": "bansos_belum_dapat",
    "pelayanan_puskesmas": "pelayanan_loket",
}
"""Labels of other squads that citizens choose by mistake."""
_MISTAKES = 0.09

_SCATTER = 0.004
"""Degrees around a desa's inner point: some 400 m."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Turns stories into orders; `pictures` are the ids of the photos that fit a label, or a single story."""

    chance: Chance
    policy: Policy
    gazetteer: Gazetteer
    pictures: Mapping[str, tuple[str, ...]]

    def mistaken(self, story: Story) -> Story:
        """Return the story, now and then under a label of another squad."""
        wrong = _MISTAKEN.get(story.label)
        return replace(story, label=wrong) if wrong and self.chance.happens(_MISTAKES) else story

    def told(self, story: Story, at: Millis, *, operator: User) -> Act:
        """Return who opens the report of a story, and the order."""
        label = self.policy.labels[story.label]
        channel = self._channel(label)
        lat, lon = self._point(story, label)
        command = Open(
            label=story.label,
            title=story.title,
            text=story.text,
            place="" if label.sensitive or label.covert else story.place,
            desa=story.desa or None,
            lat=lat,
            lon=lon,
            photos=() if label.sensitive else self._photos(story, channel),
            sent=self._sent(channel, at),
            danger=label.priority is Priority.P1 and self.chance.happens(0.3),
            channel=channel,
            source=Source("lapor", f"{self.chance.randrange(10**7):07}") if channel == "lapor" else None,
        )
        return Act(operator if channel in _BY_OPERATORS else CONNECTOR, command)

    def _channel(self, label: Label) -> str:
        usual = _OF_SQUAD.get(label.squad, _CHANNELS) if label.squad else _CHANNELS
        weights = _DISASTER if label.squad is Squad.ORANGE and label.priority is Priority.P1 else usual
        return self.chance.choices(list(weights), list(weights.values()))[0]

    def _point(self, story: Story, label: Label) -> tuple[float | None, float | None]:
        """A point near the desa's own; none where a home must not be found by it."""
        desa = self.gazetteer.desas.get(story.desa)
        if desa is None or label.sensitive or label.covert:
            return None, None
        return self._near(desa.lat), self._near(desa.lon)

    def _near(self, degrees: float) -> float:
        return round(degrees + self.chance.uniform(-_SCATTER, _SCATTER), 5)

    def _photos(self, story: Story, channel: str) -> tuple[str, ...]:
        fitting = self.pictures.get(story.id) or self.pictures.get(story.label, ())
        if not fitting or not self.chance.happens(_WITH_PHOTOS.get(channel, 0)):
            return ()
        most = min(len(fitting), self.chance.choices((1, 2, 3, 4), (45, 30, 17, 8))[0])
        return tuple(self.chance.sample(fitting, most))

    def _sent(self, channel: str, at: Millis) -> Millis | None:
        match channel:
            case "app":
                return at - self.chance.randint(3_000, 90_000)
            case "lapor":
                return at - self.chance.randint(10 * MINUTE, 6 * HOUR)
            case "sms":
                return at - self.chance.randint(20_000, 8 * MINUTE)
            case _:
                return None
