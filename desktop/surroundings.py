"""What rows only refer to, ready for the screen: names of members, places and labels, squads and their figures."""

from collections.abc import Mapping

from desktop.desk import Desk
from desktop.keymap import SHIPPED
from desktop.places import desa_names, kecamatan_names
from services.domain.report import Millis
from services.domain.rows import SquadRow
from services.domain.squads import Squad
from widgets import words
from widgets.models.queue_marks import EXTRAS, Sieve
from widgets.models.queue_order import QueueOrder
from widgets.names import Names
from widgets.rail_look import ExtraLook, RailLook, SquadLook
from widgets.wording import UNKNOWN, Language, duration_short


class Surroundings:
    """Names and squads as the board has them now; made anew when members, squads, labels or the language change."""

    def __init__(self, desk: Desk, language: Language) -> None:
        self._desk = desk
        self._kecamatan, self._desa = kecamatan_names(), desa_names()
        self.language = language
        self.keys = SHIPPED
        self.names = self._make_names()
        self.squads = self._make_squads()

    def renew(self, language: Language) -> None:
        """Read members, squads and labels again."""
        self.language = language
        self.names = self._make_names()
        self.squads = self._make_squads()

    def rail(self, order: QueueOrder, now: Millis) -> RailLook:
        """Return what the rail shows: counts by the queue on this desk, figures by the hub."""
        everything = Sieve()
        return RailLook(
            all_open=order.count_of(everything),
            all_late=order.late_of(everything, now),
            squads=tuple(self._squad(Squad(name), row, order=order, now=now) for name, row in self.squads.items()),
            extras=tuple(self._extra(extra, order) for extra in EXTRAS),
            chosen=order.sieve.queue,
        )

    def medians(self) -> Mapping[str, Millis | None]:
        """Return the median response of each squad, None where there is none."""
        return {name: row.p50 for name, row in self.squads.items()}

    def _squad(self, squad: Squad, row: SquadRow, *, order: QueueOrder, now: Millis) -> SquadLook:
        sieve = Sieve(squad=squad.value)
        return SquadLook(
            squad=squad.value,
            name=words.squad_word(squad.value),
            function=words.squad_task(squad.value),
            open=order.count_of(sieve),
            late=order.late_of(sieve, now),
            used50=row.used50,
            p50_text=UNKNOWN if row.p50 is None else duration_short(row.p50, self.language),
            key=self.keys.key_of(f"squad:{squad.key}"),
        )

    def _extra(self, extra: str, order: QueueOrder) -> ExtraLook:
        key = self.keys.key_of(f"extra:{extra}")
        return ExtraLook(extra, words.queue_word(extra), order.count_of(Sieve(extra=extra)), key)

    def _make_names(self) -> Names:
        language = self.language
        return Names(
            members={id_: row.name for id_, row in self._desk.members().items()},
            kecamatan=self._kecamatan,
            desa=self._desa,
            labels={key: row.name.get(language, key) for key, row in self._desk.labels().items()},
        )

    def _make_squads(self) -> dict[str, SquadRow]:
        known = self._desk.squads()
        return {squad.value: known[squad.value] for squad in Squad if squad.value in known}
