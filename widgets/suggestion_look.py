"""From a suggested act to what its card says: the act, with whom, and why in one line."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from services.domain.rows import ReportRow
from services.domain.suggestion import Suggestion, Why
from widgets import words
from widgets.names import Names
from widgets.suggestion_card import SuggestionLook
from widgets.wording import Language, duration_short, number

translate = QCoreApplication.translate

_KILOMETRE = 1_000
_TEN = 10
_ICONS: Mapping[str, str] = MappingProxyType(
    {
        "acknowledge": "check",
        "assign": "user-plus",
        "accept": "check-check",
        "arrive": "map-pin",
        "resume": "rotate-ccw",
        "resolve": "circle-check",
        "verify": "check-check",
        "confirm": "check-check",
    }
)
_REASONS: Mapping[Why, object] = MappingProxyType(
    {
        Why.NEW: QT_TRANSLATE_NOOP("suggestion", "Nobody has it in hand yet"),
        Why.NOBODY: QT_TRANSLATE_NOOP("suggestion", "All members are shown with their load"),
        Why.ASKED: QT_TRANSLATE_NOOP("suggestion", "{people} has not answered yet"),
        Why.UNDER_WAY: QT_TRANSLATE_NOOP("suggestion", "{people} has accepted"),
        Why.BEGUN: QT_TRANSLATE_NOOP("suggestion", "{people} is on the scene"),
        Why.PAUSE_OVER: QT_TRANSLATE_NOOP("suggestion", "The pause is over"),
        Why.PROPOSED: QT_TRANSLATE_NOOP("suggestion", "A proposed closing waits for your decision"),
        Why.RESULT: QT_TRANSLATE_NOOP("suggestion", "The result waits for a second pair of eyes"),
    }
)


def suggestion_look(suggestion: Suggestion, row: ReportRow, *, names: Names, language: Language) -> SuggestionLook:
    """Return what the card shows of a suggestion for a report."""
    icon = _ICONS[suggestion.act]
    if suggestion.member is not None:
        act = translate("suggestion", "Assign to {member}, {squad}")
        who = act.format(member=names.member(suggestion.member), squad=words.squad_word(row.squad))
        return SuggestionLook(icon, who, ", ".join(_what_speaks_for_him(suggestion, language)))
    if suggestion.why is Why.NOBODY:
        act = translate("suggestion", "Nobody of {squad} is free").format(squad=words.squad_word(row.squad))
    else:
        act = words.act_word(suggestion.act, row.squad)
    return SuggestionLook(icon, act, _reason(suggestion.why, row, names))


def distance(metres: int) -> str:
    """Return a distance as a person says it: "350 m", "2,1 km", "14 km"."""
    if metres < _KILOMETRE:
        return f"{number(round(metres, -1))} m"
    kilometres = metres / _KILOMETRE
    return f"{number(kilometres, decimals=0 if kilometres >= _TEN else 1)} km"


def _reason(why: Why, row: ReportRow, names: Names) -> str:
    if why is Why.NEW and row.squad is None:
        return translate("suggestion", "Its squad is still to be named")
    if why is Why.PROPOSED and row.pending == "pause":
        return translate("suggestion", "A proposed pause waits for your decision")
    return translate("suggestion", str(_REASONS[why])).format(people=names.people(row))


def _what_speaks_for_him(suggestion: Suggestion, language: Language) -> list[str]:
    parts = []
    if suggestion.metres is not None:
        parts.append(translate("suggestion", "{distance} from the place").format(distance=distance(suggestion.metres)))
    one = suggestion.open == 1
    tasks = translate("suggestion", "{n} active task") if one else translate("suggestion", "{n} active tasks")
    parts.append(tasks.format(n=number(suggestion.open)))
    if suggestion.p50 is not None:
        parts.append(translate("suggestion", "median {span}").format(span=duration_short(suggestion.p50, language)))
    if suggestion.why is Why.ONLY:
        parts.append(translate("suggestion", "the only one free"))
    return parts
