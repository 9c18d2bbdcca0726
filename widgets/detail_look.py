"""From a report's row to what the detail shows of it; words are made here, rules are the domain's."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from services.domain.clocks import citizen_clock, squad_clock
from services.domain.report import Millis, State
from services.domain.rows import ReportRow
from services.domain.urgency import SOON_WITHIN
from widgets import words
from widgets.names import Names
from widgets.paint.pills import PillTone
from widgets.queue_look import row_title
from widgets.wording import UNKNOWN, Language, clock, duration_short, moment

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ClockLook:
    """One due countdown: its name, its big figure, what stands beside it, its tone and the share that is used."""

    name: str
    figure: str
    beside: str
    tone: PillTone
    used: float | None
    paused: bool = False


@dataclass(frozen=True, slots=True)
class DetailLook:
    """Everything the head of the detail shows of one report."""

    squad: str | None
    squad_name: str
    number: str
    priority: str
    state: str
    state_word: str
    title: str
    facts: tuple[tuple[str, str], ...]
    """Icon and words, in order: where, when, by which channel, protection, who holds it."""
    presence: str = ""
    """Who else is at the report."""


@dataclass(frozen=True, slots=True)
class ClocksLook:
    """The two countdowns and under them the two clocks in one line."""

    first: ClockLook
    resolve: ClockLook
    line: str


def detail_look(row: ReportRow, *, names: Names, user: str, now: Millis, language: Language) -> DetailLook:
    """Return the head of the detail for this user (his id)."""
    return DetailLook(
        squad=row.squad,
        squad_name=words.squad_full_name(row.squad),
        number=translate("detail", "Report {number}").format(number=row.number),
        priority=row.priority,
        state=row.state,
        state_word=words.state_word(row, now),
        title=row_title(row, names),
        facts=_facts(row, names, user=user, now=now, language=language),
    )


def clocks_look(row: ReportRow, *, now: Millis, language: Language) -> ClocksLook:
    """Return the two countdowns and both clocks at this moment."""
    return ClocksLook(
        first=_first(row, now, language), resolve=_resolve(row, now, language), line=_both_clocks(row, now, language)
    )


def _facts(row: ReportRow, names: Names, *, user: str, now: Millis, language: Language) -> tuple[tuple[str, str], ...]:
    facts: list[tuple[str, str]] = []
    where = " · ".join(part for part in (*names.area(row), row.place) if part)
    if row.outside:
        where = " · ".join(part for part in (translate("queue", "Outside the regency"), row.place) if part)
    if where:
        facts.append(("map-pin", where))
    age = duration_short(max(0, now - row.received), language)
    when = translate("detail", "{time}, {age} ago").format(
        time=moment(row.received, now=now, language=language), age=age
    )
    facts.extend((("clock", when), ("tag", names.label(row.label)), ("inbox", words.channel_word(row.channel))))
    if row.members:
        facts.append(("user", names.people(row)))
    if row.danger:
        facts.append(("phone-call", translate("detail", "Reporter in danger")))
    facts.append(("lock", translate("detail", "Reporter protected")))
    if row.claim is not None and row.claim.until > now:
        facts.append(("hand", _held(row, user=user, now=now, language=language)))
    return tuple(facts)


def _held(row: ReportRow, *, user: str, now: Millis, language: Language) -> str:
    claim = row.claim
    if claim is None:
        return ""
    left = duration_short(claim.until - now, language)
    if claim.user == user:
        return translate("detail", "Held by you, {left} left").format(left=left)
    return translate("detail", "Held by {name}, {left} left").format(name=claim.name, left=left)


def _first(row: ReportRow, now: Millis, language: Language) -> ClockLook:
    return _countdown(
        translate("detail", "Response"),
        row,
        start=row.received,
        due=row.due_first,
        done=row.on_scene,
        at=(now, language),
    )


def _resolve(row: ReportRow, now: Millis, language: Language) -> ClockLook:
    start = None if row.queued is None else row.queued + row.paused
    return _countdown(
        translate("detail", "Resolution"), row, start=start, due=row.due_resolve, done=row.resolved, at=(now, language)
    )


def _countdown(
    name: str,
    row: ReportRow,
    *,
    start: Millis | None,
    due: Millis | None,
    done: Millis | None,
    at: tuple[Millis, Language],
) -> ClockLook:
    now, language = at
    if start is None or due is None:
        return ClockLook(name, UNKNOWN, "", PillTone.PLAIN, None)
    end = done if done is not None else row.closed
    used = max(0, (now if end is None else end) - start) / max(1, due - start)
    if end is not None:
        return _ended(name, start=start, due=due, done=done, end=end, used=used, language=language)
    left = due - now
    tone = PillTone.LATE if left < 0 else PillTone.DUE if left <= SOON_WITHIN else PillTone.PLAIN
    beside = translate("detail", "left of {span}") if left >= 0 else translate("detail", "late, target {span}")
    target = duration_short(due - start, language)
    paused = row.state == State.WAITING
    return ClockLook(name, duration_short(left, language), beside.format(span=target), tone, used, paused)


def _ended(
    name: str,
    *,
    start: Millis,
    due: Millis,
    done: Millis | None,
    end: Millis,
    used: float,
    language: Language,
) -> ClockLook:
    if done is None:
        return ClockLook(name, UNKNOWN, translate("detail", "closed before"), PillTone.PLAIN, None)
    tone = PillTone.LATE if end > due else PillTone.PLAIN
    beside = translate("detail", "at {time}").format(time=clock(end))
    return ClockLook(name, duration_short(end - start, language), beside, tone, used)


def _both_clocks(row: ReportRow, now: Millis, language: Language) -> str:
    citizen = duration_short(citizen_clock(row, now), language)
    squad = squad_clock(row, now)
    if squad is None:
        return translate("detail", "Citizen waiting {citizen}").format(citizen=citizen)
    return translate("detail", "Citizen waiting {citizen} · Squad {squad}").format(
        citizen=citizen, squad=duration_short(squad, language)
    )
