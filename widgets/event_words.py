"""What happened to a report, one sentence a line of its timeline (WORDS.md section 3)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from services.domain.report import Millis
from widgets import counted, words
from widgets.names import Names
from widgets.wording import Language, clock, duration_short, moment

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One event as the hub's history tells it: its name, when, by whom (display name, empty: the hub), its own fields.

    The fields are those of the event in `services.domain.events`; what is missing makes a shorter sentence.
    """

    event: str
    at: Millis
    by: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One line of a timeline: when, what, and what was written to it."""

    at: Millis
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """What earlier events say about a later one."""

    names: Names
    language: Language
    now: Millis
    priority: str = ""
    label: str = ""
    pending: str = ""
    episode: int = 1
    holder: str = ""
    held_since: Millis | None = None


_Say = Callable[[TimelineEntry, _Story], str | None]


def timeline_lines(
    entries: Iterable[TimelineEntry], *, names: Names, language: Language, now: Millis
) -> tuple[TimelineLine, ...]:
    """Return the lines of a history in its order, oldest first; events that tell a person nothing have none."""
    story = _Story(names=names, language=language, now=now)
    lines: list[TimelineLine] = []
    for entry in entries:
        text = event_sentence(entry, story)
        if text is not None:
            lines.append(TimelineLine(entry.at, text, _detail(entry)))
        story = _continued(story, entry)
    return tuple(lines)


def event_sentence(entry: TimelineEntry, story: _Story) -> str | None:
    """Return the sentence of one event, None where it tells a person nothing (a renewed lease, an unknown event)."""
    say = SENTENCES.get(entry.event)
    return None if say is None else say(entry, story)


def _detail(entry: TimelineEntry) -> str:
    """What a person wrote to it: a note, a member's own words, the reason behind `other`."""
    fields = entry.fields
    written = fields.get("note") or fields.get("words") or (entry.event in {"noted", "replied"} and fields.get("text"))
    return written if isinstance(written, str) else ""


def _continued(story: _Story, entry: TimelineEntry) -> _Story:
    fields = entry.fields
    story = replace(
        story,
        priority=fields.get("priority") or story.priority,
        label=fields.get("label") or story.label,
    )
    if entry.event in {"closed", "waiting", "confirmed", "declined"}:
        asked = {"closed": "close", "waiting": "pause"}.get(entry.event, "")
        story = replace(story, pending=asked if fields.get("pending") else "")
    if entry.event == "reopened":
        story = replace(story, episode=story.episode + 1)
    if entry.event in {"acknowledged", "claimed"} and not fields.get("renewed"):
        story = replace(story, holder=entry.by, held_since=entry.at)
    return story


def _by(entry: TimelineEntry) -> str:
    return entry.by or translate("events", "the server")


def _text(entry: TimelineEntry, field: str) -> str:
    value = entry.fields.get(field)
    return value if isinstance(value, str) else ""


def _members(entry: TimelineEntry, story: _Story) -> str:
    members = entry.fields.get("members") or ()
    return ", ".join(story.names.member(str(id_)) for id_ in members)


def _member(entry: TimelineEntry, story: _Story) -> str:
    return story.names.member(_text(entry, "member"))


def _until(entry: TimelineEntry, story: _Story) -> str:
    return moment(entry.fields.get("until"), now=story.now, language=story.language)


def _simple(source: object) -> _Say:
    """A sentence that needs nothing but who did it."""
    return lambda entry, _: translate("events", str(source)).format(name=_by(entry))


def _reasoned(command: str, source: object) -> _Say:
    """A sentence that needs who did it and why."""

    def say(entry: TimelineEntry, story: _Story) -> str:
        del story
        reason = words.reason_word(command, _text(entry, "reason"))
        return translate("events", str(source)).format(name=_by(entry), reason=reason)

    return say


_BY_PERSON = frozenset({"counter", "phone", "radio", "walk"})


def _opened(entry: TimelineEntry, story: _Story) -> str:
    del story
    code = _text(entry, "channel") or "app"
    channel, count = words.channel_word(code), len(entry.fields.get("photos") or ())
    if code in _BY_PERSON and entry.by:
        return translate("events", "Recorded by {name}, {channel}").format(name=entry.by, channel=channel)
    if count:
        shown = counted.photos(count)
        return translate("events", "Came in by {channel}, {photos}").format(channel=channel, photos=shown)
    return translate("events", "Came in by {channel}").format(channel=channel)


def _routed(entry: TimelineEntry, story: _Story) -> str:
    del story
    squad, reason = words.squad_word(_text(entry, "squad") or None), _text(entry, "reason")
    if not reason:
        return translate("events", "Routed automatically to {squad}").format(squad=squad)
    return translate("events", "Moved to {squad} by {name}, {reason}").format(
        squad=squad, name=_by(entry), reason=words.reason_word("reassign", reason)
    )


def _assigned(entry: TimelineEntry, story: _Story) -> str:
    members, reason = _members(entry, story), _text(entry, "reason")
    if not reason:
        return translate("events", "Assigned to {members} by {name}").format(members=members, name=_by(entry))
    return translate("events", "Moved to {members} by {name}, {reason}").format(
        members=members, name=_by(entry), reason=words.reason_word("reassign", reason)
    )


def _accepted(entry: TimelineEntry, story: _Story) -> str:
    member, via = _member(entry, story), _text(entry, "via")
    if not via:
        return translate("events", "Accepted by {member}, recorded by {name}").format(member=member, name=_by(entry))
    return translate("events", "Accepted by {member} by {via}, recorded by {name}").format(
        member=member, via=words.via_word(via), name=_by(entry)
    )


def _arrived(entry: TimelineEntry, story: _Story) -> str:
    member, via = _member(entry, story), _text(entry, "via")
    if not via:
        return translate("events", "{member} is on the scene, recorded by {name}").format(
            member=member, name=_by(entry)
        )
    return translate("events", "{member} is on the scene, told by {via}, recorded by {name}").format(
        member=member, via=words.via_word(via), name=_by(entry)
    )


def _waiting(entry: TimelineEntry, story: _Story) -> str:
    source = (
        translate("events", "Pause proposed by {name} until {until}, {reason}")
        if entry.fields.get("pending")
        else translate("events", "Paused by {name} until {until}, {reason}")
    )
    reason = words.reason_word("wait", _text(entry, "reason"))
    return source.format(name=_by(entry), until=_until(entry, story), reason=reason)


def _resumed(entry: TimelineEntry, story: _Story) -> str:
    del story
    if entry.fields.get("automatic"):
        return translate("events", "Resumed automatically, the pause is over")
    return translate("events", "Resumed by {name}").format(name=_by(entry))


def _resolved(entry: TimelineEntry, story: _Story) -> str:
    del story
    kinds = tuple(str(kind) for kind in entry.fields.get("kinds") or ())
    if not kinds:
        return translate("events", "Reported as resolved, recorded by {name}").format(name=_by(entry))
    return translate("events", "Reported as resolved, {evidence}, recorded by {name}").format(
        evidence=counted.evidence(kinds), name=_by(entry)
    )


def _escalated(entry: TimelineEntry, story: _Story) -> str:
    del story
    level = words.level_word(int(entry.fields.get("level") or 1))
    reason = _text(entry, "reason")
    if not entry.by or reason == "ladder":
        return translate("events", "Escalated automatically to the {level}").format(level=level)
    return translate("events", "Escalated to the {level} by {name}, {reason}").format(
        level=level, name=_by(entry), reason=words.reason_word("escalate", reason)
    )


def _closed(entry: TimelineEntry, story: _Story) -> str:
    del story
    if entry.fields.get("pending"):
        outcome = words.outcome_word(_text(entry, "outcome")).lower()
        return translate("events", "Closing proposed by {name}, {outcome}").format(name=_by(entry), outcome=outcome)
    reason = words.reason_word("close", _text(entry, "reason"))
    return translate("events", "Closed by {name}, {reason}").format(name=_by(entry), reason=reason)


def _confirmed(entry: TimelineEntry, story: _Story) -> str:
    sources = {
        "close": translate("events", "Proposed closing confirmed by {name}"),
        "pause": translate("events", "Proposed pause confirmed by {name}"),
    }
    source = sources.get(story.pending) or translate("events", "Proposal confirmed by {name}")
    return source.format(name=_by(entry))


def _declined(entry: TimelineEntry, story: _Story) -> str:
    code = _text(entry, "reason")
    if not code:
        return translate("events", "Proposal lapsed")
    sources = {
        "close": translate("events", "Proposed closing declined by {name}, {reason}"),
        "pause": translate("events", "Proposed pause declined by {name}, {reason}"),
    }
    source = sources.get(story.pending) or translate("events", "Proposal declined by {name}, {reason}")
    return source.format(name=_by(entry), reason=words.reason_word("decline", code))


def _reopened(entry: TimelineEntry, story: _Story) -> str:
    return translate("events", "Reopened by {name}, {reason}; round {n}").format(
        name=_by(entry), reason=words.reason_word("reopen", _text(entry, "reason")), n=story.episode + 1
    )


def _prioritised(entry: TimelineEntry, story: _Story) -> str:
    new, reason = _text(entry, "priority"), words.reason_word("prioritise", _text(entry, "reason"))
    return translate("events", "Priority {old} → {new} by {name}, {reason}").format(
        old=story.priority or "–", new=new, name=_by(entry), reason=reason
    )


def _relabelled(entry: TimelineEntry, story: _Story) -> str:
    new, reason = _text(entry, "label"), words.reason_word("relabel", _text(entry, "reason"))
    old = story.names.label(story.label) if story.label else "–"
    return translate("events", "Label {old} → {new} by {name}, {reason}").format(
        old=old, new=story.names.label(new), name=_by(entry), reason=reason
    )


def _tied(other: str, named: object, unnamed: object) -> _Say:
    """A sentence about another report, by its number if that is known here."""

    def say(entry: TimelineEntry, story: _Story) -> str:
        number = story.names.number(_text(entry, other))
        source = str(unnamed if number is None else named)
        return translate("events", source).format(name=_by(entry), number=number)

    return say


def _claimed(entry: TimelineEntry, story: _Story) -> str | None:
    if entry.fields.get("renewed"):
        return None
    taken, reason = _text(entry, "taken_from"), _text(entry, "reason")
    if not taken:
        return translate("events", "Held by {name}").format(name=_by(entry))
    other = story.holder or story.names.member(taken)
    if not reason:
        return translate("events", "Taken over by {name} from {other}").format(name=_by(entry), other=other)
    return translate("events", "Taken over by {name} from {other}, {reason}").format(
        name=_by(entry), other=other, reason=words.reason_word("claim", reason)
    )


def _lapsed(entry: TimelineEntry, story: _Story) -> str:
    if not story.holder or story.held_since is None:
        return translate("events", "New again, held without a next step")
    span = duration_short(entry.at - story.held_since, story.language)
    return translate("events", "New again, {span} held by {name} without a next step").format(
        span=span, name=story.holder
    )


_BREACHES: Mapping[str, object] = {
    "acknowledge": QT_TRANSLATE_NOOP("events", "Deadline for taking in missed, {time}"),
    "accept": QT_TRANSLATE_NOOP("events", "Deadline for accepting missed, {time}"),
    "first_action": QT_TRANSLATE_NOOP("events", "Deadline for first action missed, {time}"),
    "resolve": QT_TRANSLATE_NOOP("events", "Deadline for resolution missed, {time}"),
    "verify": QT_TRANSLATE_NOOP("events", "Deadline for verification missed, {time}"),
}


def _breached(entry: TimelineEntry, story: _Story) -> str:
    del story
    source = _BREACHES.get(_text(entry, "measure"), QT_TRANSLATE_NOOP("events", "Deadline missed, {time}"))
    return translate("events", str(source)).format(time=clock(entry.at))


def _shelved(entry: TimelineEntry, story: _Story) -> str:
    return translate("events", "Alarm put aside by {name} until {until}, {reason}").format(
        name=_by(entry), until=_until(entry, story), reason=words.reason_word("alarm_shelve", _text(entry, "reason"))
    )


def _on_duty(source: object) -> _Say:
    def say(entry: TimelineEntry, story: _Story) -> str:
        return translate("events", str(source)).format(member=_member(entry, story), name=_by(entry))

    return say


SENTENCES: Mapping[str, _Say] = {
    "opened": _opened,
    "acknowledged": _simple(QT_TRANSLATE_NOOP("events", "Taken in by {name}")),
    "routed": _routed,
    "assigned": _assigned,
    "accepted": _accepted,
    "arrived": _arrived,
    "waiting": _waiting,
    "resumed": _resumed,
    "resolved": _resolved,
    "verified": _simple(QT_TRANSLATE_NOOP("events", "Verified by {name}, done")),
    "refused": _reasoned("refuse", QT_TRANSLATE_NOOP("events", "Result refused by {name}, {reason}")),
    "handed_back": _reasoned("hand_back", QT_TRANSLATE_NOOP("events", "Handed back to the queue by {name}, {reason}")),
    "escalated": _escalated,
    "closed": _closed,
    "confirmed": _confirmed,
    "declined": _declined,
    "reopened": _reopened,
    "prioritised": _prioritised,
    "relabelled": _relabelled,
    "merged": _tied(
        "into",
        QT_TRANSLATE_NOOP("events", "Merged into {number} by {name}"),
        QT_TRANSLATE_NOOP("events", "Merged into another report by {name}"),
    ),
    "absorbed": _tied(
        "duplicate",
        QT_TRANSLATE_NOOP("events", "{number} was merged into this one by {name}"),
        QT_TRANSLATE_NOOP("events", "Another report was merged into this one by {name}"),
    ),
    "unmerged": _tied(
        "into",
        QT_TRANSLATE_NOOP("events", "Separated from {number} by {name}"),
        QT_TRANSLATE_NOOP("events", "Separated from another report by {name}"),
    ),
    "parted": _tied(
        "duplicate",
        QT_TRANSLATE_NOOP("events", "{number} was separated from this one by {name}"),
        QT_TRANSLATE_NOOP("events", "Another report was separated from this one by {name}"),
    ),
    "suspected": lambda _, __: None,
    "replied": _simple(QT_TRANSLATE_NOOP("events", "Reply by {name}:")),
    "noted": _simple(QT_TRANSLATE_NOOP("events", "Note by {name}:")),
    "claimed": _claimed,
    "released": _simple(QT_TRANSLATE_NOOP("events", "Let go by {name}")),
    "lapsed": _lapsed,
    "breached": _breached,
    "not_accepted": _simple(QT_TRANSLATE_NOOP("events", "Not accepted in time")),
    "alarm_seen": _simple(QT_TRANSLATE_NOOP("events", "Alarm seen by {name}")),
    "alarm_shelved": _shelved,
    "expired": _simple(QT_TRANSLATE_NOOP("events", "An automatic escalation was left out")),
    "retired": _simple(QT_TRANSLATE_NOOP("events", "Archived automatically")),
    "undone": _simple(QT_TRANSLATE_NOOP("events", "Undone by {name}")),
    "member_on": _on_duty(QT_TRANSLATE_NOOP("events", "{member} begins duty, recorded by {name}")),
    "member_off": _on_duty(QT_TRANSLATE_NOOP("events", "{member} ends duty, recorded by {name}")),
}
"""Event -> what says its sentence."""
