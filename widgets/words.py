"""The words of the screens for every closed list: states, reasons, squads, channels, roles; translated at call time.

English is the source, Bahasa Indonesia stands in `resources/translations`. Each function takes a wire code and returns
a word or a clause; a code that this program does not know comes back as it is, so that a newer hub is still readable.
"""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from services.domain.report import Millis, State
from services.domain.rows import ReportRow
from services.domain.squads import Squad

translate = QCoreApplication.translate

_Words = Mapping[str, object]
"""Code -> the English source, marked for translation (Qt types the mark as any object)."""


def _word(words: _Words, code: str) -> str:
    found = words.get(code)
    return code if found is None else translate("words", str(found))


_STATES: _Words = {
    "received": QT_TRANSLATE_NOOP("words", "New"),
    "queued": QT_TRANSLATE_NOOP("words", "Queued"),
    "assigned": QT_TRANSLATE_NOOP("words", "Assigned"),
    "accepted": QT_TRANSLATE_NOOP("words", "Accepted"),
    "on_scene": QT_TRANSLATE_NOOP("words", "On scene"),
    "waiting": QT_TRANSLATE_NOOP("words", "Waiting"),
    "resolved": QT_TRANSLATE_NOOP("words", "To be verified"),
    "closed": QT_TRANSLATE_NOOP("words", "Closed"),
}
_OUTCOMES: _Words = {
    "done": QT_TRANSLATE_NOOP("words", "Done"),
    "duplicate": QT_TRANSLATE_NOOP("words", "Duplicate"),
    "unfounded": QT_TRANSLATE_NOOP("words", "Unfounded"),
    "not_ours": QT_TRANSLATE_NOOP("words", "Not ours"),
    "cancelled": QT_TRANSLATE_NOOP("words", "Cancelled"),
}
_WAITING: _Words = {
    "citizen": QT_TRANSLATE_NOOP("words", "Waiting for the citizen"),
    "authority": QT_TRANSLATE_NOOP("words", "Waiting for another agency"),
    "material": QT_TRANSLATE_NOOP("words", "Waiting for material or budget"),
    "unsafe": QT_TRANSLATE_NOOP("words", "Waiting until it is safe"),
    "access": QT_TRANSLATE_NOOP("words", "Waiting for permission to enter"),
}
_OTHER = QT_TRANSLATE_NOOP("words", "other")
_REFUSE: _Words = {
    "no_evidence": QT_TRANSLATE_NOOP("words", "too little evidence"),
    "not_solved": QT_TRANSLATE_NOOP("words", "not solved yet"),
    "wrong_place": QT_TRANSLATE_NOOP("words", "wrong place"),
    "other": _OTHER,
}
_CHANGE: _Words = {
    "new_facts": QT_TRANSLATE_NOOP("words", "new facts"),
    "wrong_at_intake": QT_TRANSLATE_NOOP("words", "wrong at intake"),
    "other": _OTHER,
}
_REASONS: Mapping[str, _Words] = {
    "reassign": {
        "wrong_squad": QT_TRANSLATE_NOOP("words", "wrong squad"),
        "wrong_member": QT_TRANSLATE_NOOP("words", "wrong member"),
        "overload": QT_TRANSLATE_NOOP("words", "too much work"),
        "off_shift": QT_TRANSLATE_NOOP("words", "off duty"),
        "nearer": QT_TRANSLATE_NOOP("words", "somebody is nearer"),
        "no_answer": QT_TRANSLATE_NOOP("words", "does not answer"),
        "member_replaced": QT_TRANSLATE_NOOP("words", "member replaced"),
        "other": _OTHER,
    },
    "hand_back": {
        "not_competent": QT_TRANSLATE_NOOP("words", "not the squad's task"),
        "no_access": QT_TRANSLATE_NOOP("words", "no way in"),
        "off_shift": QT_TRANSLATE_NOOP("words", "off duty"),
        "wrong_place": QT_TRANSLATE_NOOP("words", "wrong place"),
        "other": _OTHER,
    },
    "escalate": {
        "late": QT_TRANSLATE_NOOP("words", "overdue"),
        "danger": QT_TRANSLATE_NOOP("words", "dangerous"),
        "no_answer": QT_TRANSLATE_NOOP("words", "no answer"),
        "several_agencies": QT_TRANSLATE_NOOP("words", "several agencies"),
        "media": QT_TRANSLATE_NOOP("words", "in the media"),
        "ladder": QT_TRANSLATE_NOOP("words", "automatic"),
        "other": _OTHER,
    },
    "close": {
        "done": QT_TRANSLATE_NOOP("words", "done"),
        "duplicate": QT_TRANSLATE_NOOP("words", "duplicate"),
        "citizen_withdrew": QT_TRANSLATE_NOOP("words", "withdrawn by the citizen"),
        "no_problem_found": QT_TRANSLATE_NOOP("words", "no problem found"),
        "other_authority": QT_TRANSLATE_NOOP("words", "another agency's task"),
        "test": QT_TRANSLATE_NOOP("words", "test"),
        "other": _OTHER,
    },
    "reopen": {
        "citizen_disagrees": QT_TRANSLATE_NOOP("words", "not solved, says the citizen"),
        "problem_back": QT_TRANSLATE_NOOP("words", "the problem is back"),
        "closed_by_mistake": QT_TRANSLATE_NOOP("words", "closed by mistake"),
        "other": _OTHER,
    },
    "refuse": _REFUSE,
    "decline": _REFUSE,
    "wait": {
        "citizen": QT_TRANSLATE_NOOP("words", "waiting for the citizen"),
        "authority": QT_TRANSLATE_NOOP("words", "waiting for another agency"),
        "material": QT_TRANSLATE_NOOP("words", "waiting for material or budget"),
        "unsafe": QT_TRANSLATE_NOOP("words", "waiting until it is safe"),
        "access": QT_TRANSLATE_NOOP("words", "waiting for permission to enter"),
    },
    "prioritise": _CHANGE,
    "relabel": _CHANGE,
    "claim": {
        "asked": QT_TRANSLATE_NOOP("words", "asked to"),
        "urgent": QT_TRANSLATE_NOOP("words", "urgent"),
        "absent": QT_TRANSLATE_NOOP("words", "away"),
        "shift_end": QT_TRANSLATE_NOOP("words", "end of shift"),
        "other": _OTHER,
    },
    "alarm_shelve": {
        "in_hand": QT_TRANSLATE_NOOP("words", "in hand already"),
        "known": QT_TRANSLATE_NOOP("words", "known"),
        "awaited": QT_TRANSLATE_NOOP("words", "an answer is awaited"),
        "other": _OTHER,
    },
}
_COMMANDS: _Words = {
    "open": QT_TRANSLATE_NOOP("words", "New report"),
    "acknowledge": QT_TRANSLATE_NOOP("words", "Take in"),
    "assign": QT_TRANSLATE_NOOP("words", "Assign"),
    "reassign": QT_TRANSLATE_NOOP("words", "Move"),
    "accept": QT_TRANSLATE_NOOP("words", "Record acceptance"),
    "arrive": QT_TRANSLATE_NOOP("words", "Record arrival"),
    "wait": QT_TRANSLATE_NOOP("words", "Pause"),
    "resume": QT_TRANSLATE_NOOP("words", "Resume"),
    "resolve": QT_TRANSLATE_NOOP("words", "Resolve"),
    "verify": QT_TRANSLATE_NOOP("words", "Verify"),
    "refuse": QT_TRANSLATE_NOOP("words", "Refuse result"),
    "hand_back": QT_TRANSLATE_NOOP("words", "Hand back"),
    "escalate": QT_TRANSLATE_NOOP("words", "Escalate"),
    "close": QT_TRANSLATE_NOOP("words", "Close"),
    "confirm": QT_TRANSLATE_NOOP("words", "Confirm"),
    "decline": QT_TRANSLATE_NOOP("words", "Decline"),
    "reopen": QT_TRANSLATE_NOOP("words", "Reopen"),
    "prioritise": QT_TRANSLATE_NOOP("words", "Change priority"),
    "relabel": QT_TRANSLATE_NOOP("words", "Change label"),
    "merge": QT_TRANSLATE_NOOP("words", "Merge"),
    "unmerge": QT_TRANSLATE_NOOP("words", "Separate"),
    "reply": QT_TRANSLATE_NOOP("words", "Reply"),
    "note": QT_TRANSLATE_NOOP("words", "Note"),
    "claim": QT_TRANSLATE_NOOP("words", "Hold"),
    "release": QT_TRANSLATE_NOOP("words", "Let go"),
    "undo": QT_TRANSLATE_NOOP("words", "Undo"),
    "member_on": QT_TRANSLATE_NOOP("words", "Begin duty"),
    "member_off": QT_TRANSLATE_NOOP("words", "End duty"),
    "alarm_seen": QT_TRANSLATE_NOOP("words", "Seen"),
    "alarm_shelve": QT_TRANSLATE_NOOP("words", "Put aside"),
}
_ROLES: _Words = {
    "dispatcher": QT_TRANSLATE_NOOP("words", "Operator"),
    "supervisor": QT_TRANSLATE_NOOP("words", "Supervisor"),
    "regent": QT_TRANSLATE_NOOP("words", "Regent"),
    "wall": QT_TRANSLATE_NOOP("words", "Wall screen"),
    "covert": QT_TRANSLATE_NOOP("words", "Shadow access"),
    "auditor": QT_TRANSLATE_NOOP("words", "Inspectorate"),
    "intake": QT_TRANSLATE_NOOP("words", "Intake"),
}
_SQUADS: _Words = {
    "pink": QT_TRANSLATE_NOOP("words", "Pink"),
    "white": QT_TRANSLATE_NOOP("words", "White"),
    "orange": QT_TRANSLATE_NOOP("words", "Orange"),
    "blue": QT_TRANSLATE_NOOP("words", "Blue"),
    "yellow": QT_TRANSLATE_NOOP("words", "Yellow"),
    "red": QT_TRANSLATE_NOOP("words", "Red"),
    "shadow": QT_TRANSLATE_NOOP("words", "Shadow"),
}
_TASKS: _Words = {
    "pink": QT_TRANSLATE_NOOP("words", "Social"),
    "white": QT_TRANSLATE_NOOP("words", "Health"),
    "orange": QT_TRANSLATE_NOOP("words", "Infrastructure"),
    "blue": QT_TRANSLATE_NOOP("words", "Security"),
    "yellow": QT_TRANSLATE_NOOP("words", "Cleanliness"),
    "red": QT_TRANSLATE_NOOP("words", "Documents"),
    "shadow": QT_TRANSLATE_NOOP("words", "Oversight"),
}
_FULL_NAMES: _Words = {
    "pink": QT_TRANSLATE_NOOP("words", "Pink, social matters"),
    "white": QT_TRANSLATE_NOOP("words", "White, health"),
    "orange": QT_TRANSLATE_NOOP("words", "Orange, infrastructure and disasters"),
    "blue": QT_TRANSLATE_NOOP("words", "Blue, security and public order"),
    "yellow": QT_TRANSLATE_NOOP("words", "Yellow, cleanliness"),
    "red": QT_TRANSLATE_NOOP("words", "Red, population documents and licences"),
    "shadow": QT_TRANSLATE_NOOP("words", "Shadow, oversight"),
}
_CHANNELS: _Words = {
    "app": QT_TRANSLATE_NOOP("words", "app"),
    "lapor": QT_TRANSLATE_NOOP("words", "LAPOR!"),
    "sms": QT_TRANSLATE_NOOP("words", "SMS"),
    "health119": QT_TRANSLATE_NOOP("words", "119"),
    "disaster": QT_TRANSLATE_NOOP("words", "Pusdalops BPBD"),
    "counter": QT_TRANSLATE_NOOP("words", "counter"),
    "phone": QT_TRANSLATE_NOOP("words", "telephone"),
    "radio": QT_TRANSLATE_NOOP("words", "radio"),
    "walk": QT_TRANSLATE_NOOP("words", "told in the field"),
}
_VIAS: _Words = {
    "radio": QT_TRANSLATE_NOOP("words", "radio"),
    "whatsapp": QT_TRANSLATE_NOOP("words", "WhatsApp"),
    "phone": QT_TRANSLATE_NOOP("words", "telephone"),
    "sms": QT_TRANSLATE_NOOP("words", "SMS"),
    "in_person": QT_TRANSLATE_NOOP("words", "in person"),
}
_EVIDENCE: _Words = {
    "photo": QT_TRANSLATE_NOOP("words", "photo"),
    "document": QT_TRANSLATE_NOOP("words", "document"),
    "visit_note": QT_TRANSLATE_NOOP("words", "visit note"),
}
_SOURCES: _Words = {
    "member": QT_TRANSLATE_NOOP("words", "by the member"),
    "on_behalf": QT_TRANSLATE_NOOP("words", "recorded by the operator"),
    "imported": QT_TRANSLATE_NOOP("words", "sent with the data"),
    "hub": QT_TRANSLATE_NOOP("words", "automatic"),
}
_PRIORITIES: _Words = {
    "P1": QT_TRANSLATE_NOOP("words", "P1, emergency"),
    "P2": QT_TRANSLATE_NOOP("words", "P2, urgent"),
    "P3": QT_TRANSLATE_NOOP("words", "P3, ordinary"),
}
_MEASURES: _Words = {
    "acknowledge": QT_TRANSLATE_NOOP("words", "time to take in"),
    "dispatch": QT_TRANSLATE_NOOP("words", "time to assignment"),
    "first_action": QT_TRANSLATE_NOOP("words", "time to first action"),
    "resolve": QT_TRANSLATE_NOOP("words", "time to resolution"),
    "closure": QT_TRANSLATE_NOOP("words", "how long citizens wait"),
    "reply": QT_TRANSLATE_NOOP("words", "time to reply"),
}
_LEVELS: _Words = {
    "1": QT_TRANSLATE_NOOP("words", "supervisor"),
    "2": QT_TRANSLATE_NOOP("words", "head of the agency"),
    "3": QT_TRANSLATE_NOOP("words", "Regent"),
}
_QUEUES: _Words = {
    "unassigned": QT_TRANSLATE_NOOP("words", "Not assigned yet"),
    "mine": QT_TRANSLATE_NOOP("words", "My tasks"),
    "to_verify": QT_TRANSLATE_NOOP("words", "To be verified"),
    "duplicates": QT_TRANSLATE_NOOP("words", "Likely duplicates"),
}


def state_word(row: ReportRow, now: Millis) -> str:
    """Return the state of a report as its row shows it, with its reason, outcome, or what waits for a supervisor."""
    if row.pending == "close":
        return translate("words", "{state}, closing proposed").format(state=_state(row, now))
    if row.pending == "pause":
        return translate("words", "{state}, pause proposed").format(state=_state(row, now))
    return _state(row, now)


def is_new_again(row: ReportRow, now: Millis) -> bool:
    """Whether somebody held the report, did nothing with it, and nobody holds it now."""
    held = row.claim is not None and row.claim.until > now
    return row.lapses > 0 and not held and row.state in {State.RECEIVED, State.QUEUED}


def _state(row: ReportRow, now: Millis) -> str:
    if is_new_again(row, now):
        return translate("words", "New again")
    if row.state == State.WAITING and row.waiting is not None:
        return _word(_WAITING, row.waiting.reason)
    if row.state == State.CLOSED and row.outcome is not None:
        return _word(_OUTCOMES, row.outcome)
    if row.state == State.ON_SCENE and row.squad == Squad.RED:
        return translate("words", "Being worked on")
    return _word(_STATES, row.state)


def plain_state_word(state: str) -> str:
    """Return the word of a state alone, as the hub names it."""
    return _word(_STATES, state)


def outcome_word(outcome: str) -> str:
    """Return how a report ended."""
    return _word(_OUTCOMES, outcome)


def reason_word(command: str, code: str) -> str:
    """Return a reason of a command, as a clause after a comma and on its choice."""
    return _word(_REASONS.get(command, {}), code)


def command_word(command: str) -> str:
    """Return the words on a command's button."""
    return _word(_COMMANDS, command)


def act_word(command: str, squad: str | None) -> str:
    """Return the words on a command's button for a report of this squad: the red squad's work is in an office."""
    if command == "arrive" and squad == Squad.RED:
        return translate("words", "Record start")
    return command_word(command)


def role_word(role: str) -> str:
    """Return what a role is called."""
    return _word(_ROLES, role)


def squad_word(squad: str | None) -> str:
    """Return a squad's colour name; None is a report that no squad has yet."""
    return translate("words", "No squad yet") if squad is None else _word(_SQUADS, squad)


def squad_task(squad: str) -> str:
    """Return in one word what a squad answers."""
    return _word(_TASKS, squad)


def squad_full_name(squad: str | None) -> str:
    """Return a squad's colour name and what it answers."""
    return translate("words", "No squad yet") if squad is None else _word(_FULL_NAMES, squad)


def channel_word(channel: str) -> str:
    """Return the way a report came in."""
    return _word(_CHANNELS, channel)


def via_word(via: str) -> str:
    """Return the way a member told the room."""
    return _word(_VIAS, via)


def evidence_word(kind: str) -> str:
    """Return a kind of evidence."""
    return _word(_EVIDENCE, kind)


def source_word(source: str) -> str:
    """Return who vouches for a time."""
    return _word(_SOURCES, source)


def priority_word(priority: str) -> str:
    """Return a priority with what it means."""
    return _word(_PRIORITIES, priority)


def measure_word(measure: str) -> str:
    """Return the name of a measure of speed."""
    return _word(_MEASURES, measure)


def level_word(level: int) -> str:
    """Return to whom an escalation of level 1 to 3 goes."""
    return _word(_LEVELS, str(level))


def queue_word(extra: str) -> str:
    """Return the name of one of the extra queues."""
    return _word(_QUEUES, extra)
