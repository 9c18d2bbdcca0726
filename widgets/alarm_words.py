"""What an alarm says in three parts: its title, its cause, and what to do with the keys for it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from services.domain.alarm_folding import FEED_LOST, AlarmGroup
from services.domain.alarms import BREACHED, LAPSED, NOT_ACCEPTED, STORAGE, UNACKNOWLEDGED
from services.domain.report import Millis
from widgets import words
from widgets.names import Names
from widgets.wording import Language, clock, duration_short, number

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmBook:
    """What the words are made with; `number_of` gives a report's printed number, `key_of` a key by its meaning."""

    names: Names
    language: Language
    now: Millis
    number_of: Callable[[str], str]
    key_of: Callable[[str], str]

    def act(self, name: str) -> str:
        """Return the key of an act."""
        return self.key_of(f"act:{name}")


def title(group: AlarmGroup, book: AlarmBook) -> str:
    """Return what is the matter, with how many reports where it is more than one."""
    many = len(group.ids)
    if group.flood:
        return translate("alarms", "Alarms in a row: {n} alike").format(n=number(many))
    if many > 1:
        return _folded(group, many)
    report = book.number_of(group.reports[0]) if group.reports else ""
    squad = words.squad_word(group.squad)
    source = {
        UNACKNOWLEDGED: translate("alarms", "P1 not taken in"),
        LAPSED: translate("alarms", "New again: {number}"),
        NOT_ACCEPTED: translate("alarms", "{squad} has not accepted"),
        BREACHED: translate("alarms", "Response overdue"),
        STORAGE: translate("alarms", "The server cannot store"),
        FEED_LOST: translate("alarms", "The data is cut off"),
    }.get(group.about, group.about)
    return source.format(number=report, squad=squad)


def _folded(group: AlarmGroup, many: int) -> str:
    source = {
        UNACKNOWLEDGED: translate("alarms", "{n} P1 not taken in"),
        LAPSED: translate("alarms", "New again: {n} reports"),
        NOT_ACCEPTED: translate("alarms", "{squad} has not accepted: {n} reports"),
        BREACHED: translate("alarms", "Response overdue: {n} reports"),
    }.get(group.about, group.about)
    return source.format(n=number(many), squad=words.squad_word(group.squad))


def cause(group: AlarmGroup, book: AlarmBook) -> str:
    """Return why, of a folded line what it is that is alike."""
    if group.flood:
        return _kind(group.about)
    span = duration_short(book.now - group.since, book.language)
    if group.about == LAPSED:
        if group.by:
            return translate("alarms", "held by {name} without a next step").format(name=group.by)
        return translate("alarms", "held without a next step")
    source = {
        UNACKNOWLEDGED: translate("alarms", "{span} since it came in"),
        NOT_ACCEPTED: translate("alarms", "assigned {span} ago"),
        BREACHED: translate("alarms", "{squad}, nobody on the scene yet"),
        STORAGE: translate("alarms", "since {time}"),
        FEED_LOST: translate("alarms", "since {time}"),
    }.get(group.about, "")
    return source.format(span=span, squad=words.squad_word(group.squad), time=clock(group.since))


def _kind(about: str) -> str:
    return {
        LAPSED: translate("alarms", "new again"),
        NOT_ACCEPTED: translate("alarms", "not accepted yet"),
        BREACHED: translate("alarms", "response overdue"),
    }.get(about, about)


def to_do(group: AlarmGroup, book: AlarmBook) -> str:
    """Return what to do about it, with the keys."""
    if group.flood and group.unseen:
        return _without_empty(translate("alarms", "Mark all as seen ({key})").format(key=book.key_of("alarm_seen")))
    source = {
        UNACKNOWLEDGED: translate("alarms", "Take in ({acknowledge})"),
        LAPSED: translate("alarms", "Take in ({acknowledge}) or assign ({assign})"),
        NOT_ACCEPTED: translate("alarms", "Call by radio or move ({reassign})"),
        BREACHED: translate("alarms", "Move ({reassign}), escalate ({escalate})"),
        STORAGE: translate("alarms", "Call the technician, use the printed board"),
        FEED_LOST: translate("alarms", "Go on working, changes are kept on this PC"),
    }.get(group.about, "")
    keys = {act: book.act(act) for act in ("acknowledge", "assign", "reassign", "escalate")}
    return _without_empty(source.format(**keys))


def _without_empty(text: str) -> str:
    """Leave out the brackets of keys that somebody has switched off."""
    return text.replace(" ()", "")


def burst(label: str, kecamatan: str, *, count: int, minutes: int) -> str:
    """Return a burst of like reports in words: something to know."""
    return translate("alarms", "{n} reports: {label}, {kecamatan}, within {minutes} minutes").format(
        n=number(count), label=label, kecamatan=kecamatan, minutes=minutes
    )


def unseen(count: int) -> str:
    """Return how many alarms nobody has seen."""
    return translate("alarms", "{n} not seen").format(n=number(count))


def standing(count: int) -> str:
    """Return how many alarms stand, all of them seen."""
    text = translate("alarms", "{n} alarm") if count == 1 else translate("alarms", "{n} alarms")
    return text.format(n=number(count))


def notice(group: AlarmGroup, book: AlarmBook) -> str:
    """Return what may be told outside the window: number and squad, nothing more."""
    squad = words.squad_word(group.squad)
    if not group.reports:
        return title(group, book)
    return f"{book.number_of(group.reports[0])} · {squad}"
