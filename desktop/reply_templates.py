"""Replies to citizens that are ready to be sent: which ones fit a report, and what stands in their blanks; no Qt."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import StringIO

import resources
from services.domain.rows import ReportRow
from widgets.names import Names
from widgets.wording import Language

MOST = 6
_OUR_STAFF: Mapping[Language, str] = {"id": "petugas kami", "en": "our staff"}
_YOUR_PLACE: Mapping[Language, str] = {"id": "lokasi laporan", "en": "the place you named"}
_SQUADS: Mapping[Language, str] = {"id": "Pasukan {name}", "en": "the {name} squad"}
_NAMES: Mapping[Language, Mapping[str, str]] = {
    "id": {
        "pink": "Pink",
        "white": "Putih",
        "orange": "Oranye",
        "blue": "Biru",
        "yellow": "Kuning",
        "red": "Merah",
    },
    "en": {
        "pink": "Pink",
        "white": "White",
        "orange": "Orange",
        "blue": "Blue",
        "yellow": "Yellow",
        "red": "Red",
    },
}
"""Public squads by name in the language of the letter; the covert one is named to nobody."""


@dataclass(frozen=True, slots=True)
class Template:
    """One reply in both languages; empty states, outcomes or squads mean any."""

    key: str
    states: frozenset[str]
    outcomes: frozenset[str]
    squads: frozenset[str]
    only: str
    """`danger` where it is for emergencies alone, `reopened` for reports that came back."""
    titles: Mapping[str, str]
    texts: Mapping[str, str]

    def fits(self, row: ReportRow) -> bool:
        """Whether it says something true of a report in its present state."""
        return (
            row.state in self.states
            and (not self.outcomes or row.outcome in self.outcomes)
            and (not self.squads or row.squad in self.squads)
            and self._is_time(row)
        )

    def _is_time(self, row: ReportRow) -> bool:
        match self.only:
            case "danger":
                return row.danger or row.priority == "P1"
            case "reopened":
                return row.episode > 1
            case _:
                return True


@cache
def templates() -> tuple[Template, ...]:
    """Return every shipped reply."""
    rows = csv.DictReader(StringIO(resources.read_text("replies.csv")))
    return tuple(
        Template(
            key=row["key"],
            states=frozenset(row["states"].split()),
            outcomes=frozenset(row["outcomes"].split()),
            squads=frozenset(row["squads"].split()),
            only=row["only"],
            titles={"id": row["title_id"], "en": row["title_en"]},
            texts={"id": row["text_id"], "en": row["text_en"]},
        )
        for row in rows
    )


def fitting(row: ReportRow) -> tuple[Template, ...]:
    """Return the replies that fit a report now, those for its occasion and its squad first."""
    found = [template for template in templates() if template.fits(row)]
    found.sort(key=lambda template: (not template.only, not template.squads))
    return tuple(found[:MOST])


def filled(template: Template, row: ReportRow, *, names: Names, language: Language) -> str:
    """Return a reply with its blanks filled: number, place and squad, never a person and nothing confidential.

    Of a covert report neither place nor squad is named: the message may be read by others than the reporter.
    """
    squad = None if row.covert else _NAMES[language].get(row.squad or "")
    area = () if row.covert else names.area(row)
    text = template.texts[language].format(
        number=row.number,
        place=", ".join(reversed(area)) or _YOUR_PLACE[language],
        squad=_OUR_STAFF[language] if squad is None else _SQUADS[language].format(name=squad),
    )
    return ". ".join(part[:1].upper() + part[1:] for part in text.split(". "))
