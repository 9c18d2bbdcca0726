"""What a command must look like by itself: lists, lengths and ranges, judged before anything is looked up."""

import math
from typing import assert_never

from services.domain.alarms import LONGEST_SHELF
from services.domain.commands import (
    NAME_OF,
    Accept,
    Acknowledge,
    Arrive,
    Assign,
    Close,
    Command,
    Confirm,
    Decline,
    Escalate,
    Evidence,
    HandBack,
    MemberOff,
    MemberOn,
    Merge,
    Note,
    Open,
    Prioritise,
    Reassign,
    Refuse,
    Relabel,
    Release,
    Reopen,
    Reply,
    Resolve,
    Resume,
    SeeAlarm,
    ShelveAlarm,
    TakeClaim,
    Undo,
    Unmerge,
    Verify,
    Wait,
)
from services.domain.policy import DAY, HOUR, MINUTE
from services.domain.reasons import (
    CHANNELS,
    EVIDENCE_KINDS,
    LADDER,
    MAX_EVIDENCE,
    MAX_ID,
    MAX_PLACE,
    MAX_TEXT,
    MAX_TITLE,
    MAX_WORDS,
    OTHER,
    REASONS,
    VIAS,
)
from services.domain.refusals import BadFormat
from services.domain.report import Millis, Outcome
from services.domain.table import TOP_LEVEL

SHORT_PAUSE: Millis = 72 * HOUR
"""What a dispatcher may pause by himself."""
CITIZEN_PAUSE: Millis = 7 * DAY
"""The longest pause that waits for the citizen, whoever orders it; a dispatcher may, too."""
LONGEST_PAUSE: Millis = 366 * DAY
"""An end farther away than a year is a slip of the hand."""

_Sent = Refuse | HandBack | Decline | Reopen
Reasoned = _Sent | Reassign | Wait | Escalate | Close | Prioritise | Relabel | TakeClaim | ShelveAlarm
"""Commands whose reason comes from a closed list."""


def check_format(command: Command, *, now: Millis, by_hub: bool = False) -> None:
    """Judge a command's arguments by themselves.

    Raises:
        BadFormat: naming the first field that is wrong.
    """
    if isinstance(command, Reasoned):
        _check_reason(command, by_hub=by_hub)
    _check_fields(command, now)


def _check_reason(command: Reasoned, *, by_hub: bool) -> None:
    known = REASONS[NAME_OF[type(command)]]
    _length("note", command.note, MAX_WORDS)
    if command.reason is None:
        return  # only a claim can come without one; whether it needs one depends on who holds the lease
    if command.reason not in known or (command.reason == LADDER and not by_hub):
        raise BadFormat("reason", "not in the list of this command")
    if command.reason == OTHER and not (command.note or "").strip():
        raise BadFormat("note", "the reason `other` needs one")


def _check_fields(command: Command, now: Millis) -> None:
    match command:
        case Open() | Note() | Reply():
            _check_words(command)
        case Assign() | Reassign() | Close() | Merge() | Escalate():
            _check_choice(command)
        case Accept() | Arrive() | Resolve():
            _check_field_act(command)
        case Wait() | ShelveAlarm():
            _check_until(command, now)
        case MemberOff():
            _length("reason", command.reason, MAX_ID)
        case Acknowledge() | Resume() | Verify() | Unmerge() | Confirm() | Release() | Undo() | MemberOn() | SeeAlarm():
            pass
        case Refuse() | HandBack() | Decline() | Reopen() | Prioritise() | Relabel() | TakeClaim():
            pass  # a reason and nothing else
        case never:
            assert_never(never)


def _check_words(command: Open | Note | Reply) -> None:
    match command:
        case Open():
            _check_open(command)
        case Note() | Reply():
            _filled("text", command.text)
            _length("text", command.text, MAX_WORDS)
        case never:
            assert_never(never)


def _check_open(command: Open) -> None:
    _filled("label", command.label)
    if not (command.text.strip() or command.photos or command.place.strip()):
        raise BadFormat("text", "at least one of text, photos and place is needed")
    for field, value, most in (
        ("label", command.label, MAX_TITLE),
        ("text", command.text, MAX_TEXT),
        ("title", command.title, MAX_TITLE),
        ("place", command.place, MAX_PLACE),
        ("desa", command.desa, MAX_ID),
        ("reporter", command.reporter, MAX_WORDS),
        ("source_label", command.source_label, MAX_TITLE),
    ):
        _length(field, value, most)
    for photo in command.photos:
        _identifier("photos", photo)
    if command.source:
        _identifier("source", command.source.system)
        _identifier("source", command.source.id)
    if command.channel not in CHANNELS:
        raise BadFormat("channel", "not in the list of channels")
    _check_point(command)


def _check_point(command: Open) -> None:
    if (command.lat is None) is not (command.lon is None):
        raise BadFormat("lon" if command.lon is None else "lat", "a point needs both lat and lon")
    for field, degrees, most in (("lat", command.lat, 90), ("lon", command.lon, 180)):
        if degrees is not None and not (math.isfinite(degrees) and abs(degrees) <= most):
            raise BadFormat(field, f"want degrees from -{most} to {most}")


def _check_choice(command: Assign | Reassign | Close | Merge | Escalate) -> None:
    match command:
        case Assign():
            _needed("members", bool(command.members), "at least one member is needed")
        case Reassign():
            _needed("squad", bool(command.squad or command.members), "a squad, members or both are needed")
        case Close():
            duplicate = command.outcome is Outcome.DUPLICATE
            _needed("into", duplicate is (command.into is not None), "needed for a duplicate, and for nothing else")
        case Merge():
            _identifier("into", command.into)
        case Escalate():
            _needed("level", 1 <= command.level <= TOP_LEVEL, f"want 1 to {TOP_LEVEL}")
        case never:
            assert_never(never)


def _needed(field: str, given: bool, reason: str) -> None:
    if not given:
        raise BadFormat(field, reason)


def _check_field_act(command: Accept | Arrive | Resolve) -> None:
    if command.via is not None and command.via not in VIAS:
        raise BadFormat("via", "not in the list of ways")
    match command:
        case Accept() | Arrive():
            _length("words", command.words, MAX_WORDS)
        case Resolve():
            _length("note", command.note, MAX_WORDS)
            if not 1 <= len(command.evidence) <= MAX_EVIDENCE:
                raise BadFormat("evidence", f"want 1 to {MAX_EVIDENCE} items")
            for item in command.evidence:
                _check_evidence(item)
        case never:
            assert_never(never)


def _check_evidence(item: Evidence) -> None:
    if item.kind not in EVIDENCE_KINDS:
        raise BadFormat("evidence", "not in the list of kinds")
    _length("evidence", item.id, MAX_ID)
    _length("evidence", item.words, MAX_WORDS)


def _check_until(command: Wait | ShelveAlarm, now: Millis) -> None:
    match command:
        case Wait():
            most = CITIZEN_PAUSE if command.reason == "citizen" else LONGEST_PAUSE
            within = f"{most // DAY} days"
        case ShelveAlarm():
            most, within = LONGEST_SHELF, f"{LONGEST_SHELF // MINUTE} minutes"
        case never:
            assert_never(never)
    if not now < command.until <= now + most:
        raise BadFormat("until", f"must be later than now and within {within}")


def _filled(field: str, value: str) -> None:
    if not value.strip():
        raise BadFormat(field, "must not be empty")


def _length(field: str, value: str | None, most: int) -> None:
    if value is not None and len(value) > most:
        raise BadFormat(field, f"at most {most} characters")


def _identifier(field: str, value: str) -> None:
    _filled(field, value)
    _length(field, value, MAX_ID)
