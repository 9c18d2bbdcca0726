"""What of a report can be typed to find it."""

from services.domain.report import State
from services.domain.rows import ReportRow
from services.domain.squads import Squad
from widgets import words
from widgets.names import Names
from widgets.queue_look import row_title


class TypedText:
    """Everything of a row that somebody may type, in the names and the language of the moment it was made.

    Words that many rows have are looked up once: a board of 10,000 reports is read when the filter is opened.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self._states = {state.value: words.plain_state_word(state.value) for state in State}
        self._squads = {squad.value: words.squad_word(squad.value) for squad in Squad}
        self._people: dict[tuple[str, ...], str] = {(): ""}
        self._areas: dict[tuple[str | None, str | None], str] = {}

    def __call__(self, row: ReportRow) -> str:
        """Return number (with and without its dash), title, place, members, label, state, squad and priority.

        Each word of a member's name begins with `@`, so that `@wahyu` finds his reports and no others.
        """
        number, names = row.number, self._names
        return (
            f"{number} {number.replace('-', '')} {row.title or row_title(row, names)} {row.place} {self._area(row)}"
            f" {names.label(row.label)} {self._states.get(row.state, row.state)}"
            f" {self._squads.get(row.squad or '', '')} {row.priority} {self._at(row)}"
        )

    def _at(self, row: ReportRow) -> str:
        text = self._people.get(row.members)
        if text is None:
            text = " ".join(f"@{word}" for word in self._names.people(row).split())
            self._people[row.members] = text
        return text

    def _area(self, row: ReportRow) -> str:
        place = (row.kecamatan, row.desa)
        text = self._areas.get(place)
        if text is None:
            text = " ".join(self._names.area(row))
            self._areas[place] = text
        return text
