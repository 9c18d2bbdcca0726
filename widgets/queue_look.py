"""From a report's row to what its line in the queue shows and says."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from services.domain.claims import holder
from services.domain.policy import MINUTE
from services.domain.report import Millis, State
from services.domain.rows import ReportRow
from services.domain.urgency import Group, group, next_due, used
from widgets import counted, words
from widgets.names import Names
from widgets.paint.flags import DANGER, PROTECTED, Flag, escalated, merged, moved
from widgets.paint.pills import PillTone
from widgets.queue_row import RowLook, RowTime
from widgets.wording import UNKNOWN, Language, duration_short, duration_spoken, number

translate = QCoreApplication.translate

_LONGEST_TITLE = 80
_MANY_MOVES = 2
CONFLICT = Flag(icon="split", bright=True)
"""An act of this desk met a report that had moved; nobody has settled it yet."""
VIEWING, EDITING = "viewing", "editing"
_WATCHED = {VIEWING: Flag(icon="eye"), EDITING: Flag(icon="pencil", bright=True)}
_TONES = {Group.LATE: PillTone.LATE, Group.SOON: PillTone.DUE, Group.LATER: PillTone.PLAIN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a row shows that is not in the report: what this desk has done with it, and who else is at it."""

    sending: bool = False
    """It shows this desk's own act, which the hub has not confirmed yet."""
    ticked: bool = False
    conflict: bool = False
    others: str = ""
    """`viewing` or `editing` where somebody else is."""


NOTHING_BESIDE = Beside()


def row_title(row: ReportRow, names: Names) -> str:
    """Return the title of a report; without one the first words of its text, without those its label."""
    if row.title:
        return row.title
    text = " ".join(row.text.split())
    if not text:
        return names.label(row.label)
    if len(text) <= _LONGEST_TITLE:
        return text
    return text[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def row_look(
    row: ReportRow, *, names: Names, user: str, now: Millis, language: Language, beside: Beside = NOTHING_BESIDE
) -> RowLook:
    """Return what the body of a row shows to this user (his id)."""
    return RowLook(
        squad=row.squad,
        priority=row.priority,
        title=row_title(row, names),
        unread=row.state == State.RECEIVED or words.is_new_again(row, now),
        state=row.state,
        state_word=words.state_word(row, now),
        place=" · ".join(_place(row, names)),
        people=names.people(row),
        flags=_marks(beside) + _flags(row, user=user, now=now, language=language),
        sending=beside.sending,
        ticked=beside.ticked,
    )


def row_time(row: ReportRow, now: Millis, language: Language) -> RowTime:
    """Return what the time half of a row shows: the next deadline, and the share of its time that is used.

    A paused report's deadline holds the whole pause already, so its fuse is only dimmed.
    """
    due = next_due(row)
    paused = row.state == State.WAITING
    if due is None:
        return RowTime(text=UNKNOWN, tone=PillTone.PLAIN, used=None, paused=paused)
    tone = _TONES[group(row, now)]
    return RowTime(text=duration_short(due - now, language), tone=tone, used=used(row, now), paused=paused)


def describe_row(row: ReportRow, *, names: Names, now: Millis, language: Language) -> str:
    """Return a row as one sentence for a screen reader or a tool tip."""
    due = next_due(row)
    parts = {"squad": words.squad_word(row.squad), "title": row_title(row, names), "state": words.state_word(row, now)}
    if due is None:
        return translate("queue", "{squad}, {title}, {state}").format(**parts)
    span = duration_spoken(abs(due - now), language)
    if group(row, now) is Group.LATE:
        return translate("queue", "{squad}, {title}, {state}, late by {span}").format(**parts, span=span)
    return translate("queue", "{squad}, {title}, {state}, {span} left").format(**parts, span=span)


def head_words(of: int, size: int) -> tuple[str, str]:
    """Return the title and the count of a group of the queue."""
    return _group_title(of), number(size)


def say_head(of: int, size: int) -> str:
    """Return the head of a group as a screen reader says it."""
    return translate("queue", "{group}, {reports}").format(group=_group_title(of), reports=counted.reports(size))


def _group_title(of: int) -> str:
    match Group(of):
        case Group.LATE:
            return translate("queue", "Overdue")
        case Group.SOON:
            return translate("queue", "Due within 30 minutes")
        case Group.LATER:
            return translate("queue", "Still time")


def _place(row: ReportRow, names: Names) -> tuple[str, ...]:
    """The area, or why there is none, and the marks of a row."""
    marks = []
    if row.squad is None:
        marks.append(words.squad_word(None))
    if row.outside:
        marks.append(translate("queue", "Outside the regency"))
    else:
        marks.extend(names.area(row))
    if row.suspected:
        marks.append(translate("queue", "Likely duplicate"))
    return tuple(marks)


def _marks(beside: Beside) -> tuple[Flag, ...]:
    conflict = (CONFLICT,) if beside.conflict else ()
    return (*conflict, _WATCHED[beside.others]) if beside.others in _WATCHED else conflict


def _flags(row: ReportRow, *, user: str, now: Millis, language: Language) -> tuple[Flag, ...]:
    """Who holds it, danger, protection, level, moves, duplicates: in this order, so that the eye finds each."""
    flags: list[Flag] = []
    claim = holder(row, now)
    if claim is not None:
        left = duration_short(claim.until - now, language) if claim.until - now >= MINUTE else ""
        flags.append(Flag(icon="hand", text=f"{claim.name} {left}".strip(), bright=claim.user == user))
    if row.danger:
        flags.append(DANGER)
    if row.covert:
        flags.append(PROTECTED)
    if row.escalation:
        flags.append(escalated(row.escalation))
    if row.handoffs >= _MANY_MOVES:
        flags.append(moved(row.handoffs))
    if row.duplicates:
        flags.append(merged(len(row.duplicates)))
    return tuple(flags)
