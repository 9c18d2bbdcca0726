"""Sentences about this desk's own acts: an act still to be done or sent, and an act done that can be put back."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from services.domain import commands as c
from services.domain.report import Millis, Outcome
from widgets import words
from widgets.names import Names
from widgets.wording import Language, moment

translate = QCoreApplication.translate

_PROPOSES = frozenset({Outcome.UNFOUNDED, Outcome.NOT_OURS})
"""What a supervisor must confirm is only proposed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordbook:
    """What a sentence is made with."""

    names: Names
    language: Language
    now: Millis


_INTENTS: Mapping[str, object] = {
    "assign": QT_TRANSLATE_NOOP("acts", "Assign to {members}"),
    "reassign to members": QT_TRANSLATE_NOOP("acts", "Move to {members}"),
    "reassign to squad": QT_TRANSLATE_NOOP("acts", "Move to {squad}"),
    "escalate": QT_TRANSLATE_NOOP("acts", "Escalate to the {level}"),
    "wait": QT_TRANSLATE_NOOP("acts", "Pause until {until}"),
    "prioritise": QT_TRANSLATE_NOOP("acts", "Change priority to {priority}"),
    "relabel": QT_TRANSLATE_NOOP("acts", "Change label to {label}"),
}
_DONE: Mapping[str, object] = {
    "open": QT_TRANSLATE_NOOP("acts", "Report recorded"),
    "acknowledge": QT_TRANSLATE_NOOP("acts", "{number} taken in"),
    "assign": QT_TRANSLATE_NOOP("acts", "{number} assigned to {members}"),
    "reassign to members": QT_TRANSLATE_NOOP("acts", "{number} moved to {members}"),
    "reassign to squad": QT_TRANSLATE_NOOP("acts", "{number} moved to {squad}"),
    "accept": QT_TRANSLATE_NOOP("acts", "{number} accepted by {member}"),
    "arrive": QT_TRANSLATE_NOOP("acts", "{member} is on the scene of {number}"),
    "wait": QT_TRANSLATE_NOOP("acts", "{number} paused until {until}"),
    "resume": QT_TRANSLATE_NOOP("acts", "{number} resumed"),
    "resolve": QT_TRANSLATE_NOOP("acts", "{number} reported as resolved"),
    "verify": QT_TRANSLATE_NOOP("acts", "{number} verified, done"),
    "refuse": QT_TRANSLATE_NOOP("acts", "Result of {number} refused"),
    "hand_back": QT_TRANSLATE_NOOP("acts", "{number} handed back to the queue"),
    "escalate": QT_TRANSLATE_NOOP("acts", "{number} escalated to the {level}"),
    "close": QT_TRANSLATE_NOOP("acts", "{number} closed"),
    "close proposed": QT_TRANSLATE_NOOP("acts", "Closing of {number} proposed"),
    "confirm": QT_TRANSLATE_NOOP("acts", "Proposal for {number} confirmed"),
    "decline": QT_TRANSLATE_NOOP("acts", "Proposal for {number} declined"),
    "reopen": QT_TRANSLATE_NOOP("acts", "{number} reopened"),
    "prioritise": QT_TRANSLATE_NOOP("acts", "Priority of {number} is {priority} now"),
    "relabel": QT_TRANSLATE_NOOP("acts", "Label of {number} is {label} now"),
    "merge": QT_TRANSLATE_NOOP("acts", "{number} merged"),
    "unmerge": QT_TRANSLATE_NOOP("acts", "{number} separated"),
    "reply": QT_TRANSLATE_NOOP("acts", "Goes to the citizen in 8 s"),
    "note": QT_TRANSLATE_NOOP("acts", "Note written to {number}"),
    "claim": QT_TRANSLATE_NOOP("acts", "{number} held"),
    "release": QT_TRANSLATE_NOOP("acts", "{number} let go"),
    "undo": QT_TRANSLATE_NOOP("acts", "Undone"),
    "member_on": QT_TRANSLATE_NOOP("acts", "{member} is on duty"),
    "member_off": QT_TRANSLATE_NOOP("acts", "{member} is off duty"),
    "alarm_seen": QT_TRANSLATE_NOOP("acts", "Alarm seen"),
    "alarm_shelve": QT_TRANSLATE_NOOP("acts", "Alarm put aside until {until}"),
}


def intent(command: c.Command, book: Wordbook) -> str:
    """Return an act as an order, with whom or what it names: "Tugaskan ke Wahyu N."."""
    source = _INTENTS.get(_kind(command))
    if source is None:
        return words.command_word(c.NAME_OF[type(command)])
    return translate("acts", str(source)).format(**_parts(command, book))


def not_sent(command: c.Command, book: Wordbook) -> str:
    """Return the second line of a conflict: the act that was kept and not sent."""
    return translate("acts", "Not sent yet: {act}").format(act=intent(command, book))


def done(command: c.Command, number: str, book: Wordbook) -> str:
    """Return an act as done, for the bar in which it can be put back: "7Q3K-92 dipindahkan ke Biru"."""
    return translate("acts", str(_DONE[_kind(command)])).format(number=number, **_parts(command, book))


def _kind(command: c.Command) -> str:
    match command:
        case c.Reassign():
            return "reassign to members" if command.squad is None else "reassign to squad"
        case c.Close() if command.outcome in _PROPOSES:
            return "close proposed"
        case _:
            return c.NAME_OF[type(command)]


def _parts(command: c.Command, book: Wordbook) -> dict[str, str]:
    """Return what a sentence about this act may name."""
    match command:
        case c.Assign() | c.Reassign(squad=None):
            return {"members": ", ".join(book.names.member(id_) for id_ in command.members)}
        case c.Reassign():
            return {"squad": words.squad_word(command.squad)}
        case c.Accept() | c.Arrive() | c.MemberOn() | c.MemberOff():
            return {"member": book.names.member(command.member)}
        case c.Wait() | c.ShelveAlarm() | c.Escalate() | c.Prioritise() | c.Relabel():
            return _changed(command, book)
        case _:
            return {}


def _changed(command: c.Wait | c.ShelveAlarm | c.Escalate | c.Prioritise | c.Relabel, book: Wordbook) -> dict[str, str]:
    match command:
        case c.Wait() | c.ShelveAlarm():
            return {"until": moment(command.until, now=book.now, language=book.language)}
        case c.Escalate():
            return {"level": words.level_word(command.level)}
        case c.Prioritise():
            return {"priority": command.priority}
        case c.Relabel():
            return {"label": book.names.label(command.label)}
