"""Why the hub did not carry out an act, and what somebody else did meanwhile, in sentences without blame."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from services.domain.report import State
from services.domain.rows import ReportRow
from widgets import words
from widgets.names import Names

translate = QCoreApplication.translate

_PASSIVE: Mapping[str, object] = {
    "acknowledge": QT_TRANSLATE_NOOP("refusals", "taken in"),
    "assign": QT_TRANSLATE_NOOP("refusals", "assigned"),
    "reassign": QT_TRANSLATE_NOOP("refusals", "moved"),
    "accept": QT_TRANSLATE_NOOP("refusals", "accepted"),
    "arrive": QT_TRANSLATE_NOOP("refusals", "recorded as on the scene"),
    "wait": QT_TRANSLATE_NOOP("refusals", "paused"),
    "resume": QT_TRANSLATE_NOOP("refusals", "resumed"),
    "resolve": QT_TRANSLATE_NOOP("refusals", "resolved"),
    "verify": QT_TRANSLATE_NOOP("refusals", "verified"),
    "refuse": QT_TRANSLATE_NOOP("refusals", "refused"),
    "hand_back": QT_TRANSLATE_NOOP("refusals", "handed back"),
    "escalate": QT_TRANSLATE_NOOP("refusals", "escalated"),
    "close": QT_TRANSLATE_NOOP("refusals", "closed"),
    "confirm": QT_TRANSLATE_NOOP("refusals", "confirmed"),
    "decline": QT_TRANSLATE_NOOP("refusals", "declined"),
    "reopen": QT_TRANSLATE_NOOP("refusals", "reopened"),
    "prioritise": QT_TRANSLATE_NOOP("refusals", "given another priority"),
    "relabel": QT_TRANSLATE_NOOP("refusals", "given another label"),
    "merge": QT_TRANSLATE_NOOP("refusals", "merged"),
    "unmerge": QT_TRANSLATE_NOOP("refusals", "separated"),
    "reply": QT_TRANSLATE_NOOP("refusals", "replied to"),
    "note": QT_TRANSLATE_NOOP("refusals", "noted"),
    "claim": QT_TRANSLATE_NOOP("refusals", "held"),
    "release": QT_TRANSLATE_NOOP("refusals", "let go"),
    "undo": QT_TRANSLATE_NOOP("refusals", "undone"),
    "alarm_seen": QT_TRANSLATE_NOOP("refusals", "marked as seen"),
    "alarm_shelve": QT_TRANSLATE_NOOP("refusals", "put aside"),
}
_FIELDS: Mapping[str, object] = {
    "until": QT_TRANSLATE_NOOP("refusals", "The date is not filled in"),
    "members": QT_TRANSLATE_NOOP("refusals", "No member is chosen"),
    "member": QT_TRANSLATE_NOOP("refusals", "No member is chosen"),
    "squad": QT_TRANSLATE_NOOP("refusals", "No squad is chosen"),
    "reason": QT_TRANSLATE_NOOP("refusals", "The reason is not filled in"),
    "note": QT_TRANSLATE_NOOP("refusals", "The reason is not filled in"),
    "text": QT_TRANSLATE_NOOP("refusals", "The note is empty"),
    "evidence": QT_TRANSLATE_NOOP("refusals", "The evidence is not filled in"),
    "into": QT_TRANSLATE_NOOP("refusals", "The other report is not filled in"),
}
_CODES: Mapping[str, object] = {
    "not_found": QT_TRANSLATE_NOOP("refusals", "The report is not on this screen"),
    "too_large": QT_TRANSLATE_NOOP("refusals", "A note has at most 1.000 letters"),
    "unknown_command": QT_TRANSLATE_NOOP("refusals", "The server does not know this act, update it"),
    "key_reuse": QT_TRANSLATE_NOOP("refusals", "Sent already with other words, do it again"),
    "rate": QT_TRANSLATE_NOOP("refusals", "The server is busy, it is sent again automatically"),
    "busy": QT_TRANSLATE_NOOP("refusals", "The server is busy, it is sent again automatically"),
    "out_of_order": QT_TRANSLATE_NOOP("refusals", "The server is busy, it is sent again automatically"),
    "storage": QT_TRANSLATE_NOOP("refusals", "Not stored on the server yet, kept on this PC"),
    "withdrawn": QT_TRANSLATE_NOOP("refusals", "Taken back before it was sent"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why the hub did not carry out a command: its code, and what comes with it (PROTOCOL.md section 6)."""

    code: str
    command: str
    row: ReportRow | None = None
    by: str = ""
    field: str | None = None
    ref: str | None = None


def refusal_sentence(refusal: Refusal) -> str:
    """Return what failed and why, in one sentence without blame."""
    match refusal.code:
        case "bad_state":
            return _bad_state(refusal)
        case "denied":
            return translate("refusals", "Only a supervisor may do that")
        case "conflict":
            return _conflict(refusal)
        case "bad_format":
            source = _FIELDS.get(refusal.field or "", QT_TRANSLATE_NOOP("refusals", "Something is not filled in"))
            return translate("refusals", str(source))
        case _ if refusal.code in _CODES:
            return translate("refusals", str(_CODES[refusal.code]))
        case _:
            code = refusal.ref or refusal.code
            return translate("refusals", "Trouble on the server, code {ref}").format(ref=code)


def _bad_state(refusal: Refusal) -> str:
    act = translate("refusals", str(_PASSIVE.get(refusal.command, refusal.command)))
    if refusal.row is not None and refusal.row.state == State.CLOSED:
        return translate("refusals", "Cannot be {act}, the report is closed").format(act=act)
    if refusal.row is None:
        return translate("refusals", "Cannot be {act} now").format(act=act)
    state = words.plain_state_word(refusal.row.state)
    return translate("refusals", "Cannot be {act}, the report is in the state {state}").format(act=act, state=state)


def _conflict(refusal: Refusal) -> str:
    name = refusal.by or translate("refusals", "Somebody else")
    if refusal.command == "undo":
        return translate("refusals", "{name} has changed it already, it cannot be undone").format(name=name)
    return translate("refusals", "{name} has changed this report already").format(name=name)


def conflict_title(by: str, changed: tuple[str, ...], *, row: ReportRow, names: Names) -> str:
    """Return what another has done to a report meanwhile: "Rizal sudah memindahkan laporan ini ke Kuning"."""
    parts = {
        "name": by or translate("refusals", "Somebody else"),
        "squad": words.squad_word(row.squad),
        "members": names.people(row),
        "priority": row.priority,
        "state": words.plain_state_word(row.state),
    }
    if row.state == State.CLOSED:
        text = translate("refusals", "{name} has closed this report already")
    elif "squad" in changed:
        text = translate("refusals", "{name} has moved this report to {squad} already")
    elif "members" in changed and row.members:
        text = translate("refusals", "{name} has assigned this report to {members} already")
    elif "priority" in changed:
        text = translate("refusals", "{name} has changed the priority to {priority} already")
    elif "state" in changed:
        text = translate("refusals", "{name} has put this report into the state {state} already")
    else:
        text = translate("refusals", "{name} has changed this report already")
    return text.format(**parts)
