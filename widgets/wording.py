"""How durations, clocks, dates and numbers are written on every screen (WORDS.md section 1); free of Qt."""

from datetime import datetime, timedelta, timezone
from typing import Literal

from services.domain.report import Millis

Language = Literal["id", "en"]
"""The language of the screens: Bahasa Indonesia or English."""

WIB = timezone(timedelta(hours=7), "WIB")
"""The regency's time. Asia/Jakarta has had no summer time since 1964, so this needs no time zone files on the PC."""

UNKNOWN = "–"
"""Stands where a figure is not known; never 0."""

MINUS = "−"
"""The true minus sign, as wide as a digit."""

_SECOND = 1000
_MINUTE = 60 * _SECOND
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR

_UNITS: dict[Language, tuple[str, str, str, str]] = {"id": ("dtk", "m", "j", "hari"), "en": ("s", "m", "h", "d")}
_SPOKEN: dict[Language, tuple[str, str, str, str]] = {
    "id": ("detik", "menit", "jam", "hari"),
    "en": ("second", "minute", "hour", "day"),
}
_WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS: dict[Language, tuple[str, ...]] = {
    "id": (
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
_SHORT_MONTHS: dict[Language, tuple[str, ...]] = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_SHORT = 3
_WHOLE = 100
_NEAR_DAYS: dict[Language, dict[int, str]] = {
    "id": {-1: "kemarin", 0: "hari ini", 1: "besok"},
    "en": {-1: "yesterday", 0: "today", 1: "tomorrow"},
}


def duration_short(span: Millis | None, language: Language) -> str:
    """Return a length of time as pills and rows show it: "45 dtk", "18 m", "2 j 14 m", "3 hari 4 j", "−26 m".

    Never more than two units, cut off and not rounded, so that nothing is called over before it is.
    """
    if span is None:
        return UNKNOWN
    names = dict(zip(("second", "minute", "hour", "day"), _UNITS[language], strict=True))
    parts = _parts(abs(span))
    texts = [f"{parts[0][0]} {names[parts[0][1]]}"]
    texts += [
        f"{count:02} {names[unit]}" if unit == "minute" else f"{count} {names[unit]}" for count, unit in parts[1:]
    ]
    late = span < 0 and parts[0][0] > 0
    return (MINUS if late else "") + " ".join(texts)


def duration_axis(span: Millis, language: Language) -> str:
    """Return a length of time as the axis of a chart shows it: "5m", "2j", "1h" (h = hari); English "2h", "1d"."""
    count, unit = _parts(abs(span))[0]
    letters = {"second": "d" if language == "id" else "s", "minute": "m", "hour": "j", "day": "h"}
    if language == "en":
        letters |= {"hour": "h", "day": "d"}
    return f"{count}{letters[unit]}"


def duration_spoken(span: Millis | None, language: Language) -> str:
    """Return a length of time for a screen reader: "2 jam 14 menit"; its sign is left to the sentence around it."""
    if span is None:
        return UNKNOWN
    names = dict(zip(("second", "minute", "hour", "day"), _SPOKEN[language], strict=True))
    plural = {count: "" if language == "id" or count == 1 else "s" for count, _ in _parts(abs(span))}
    return " ".join(f"{count} {names[unit]}{plural[count]}" for count, unit in _parts(abs(span)))


def clock(at: Millis | None) -> str:
    """Return the time of day in WIB, "14.32"."""
    return UNKNOWN if at is None else f"{_local(at):%H.%M}"


def clock_seconds(at: Millis | None) -> str:
    """Return the time of day in WIB with seconds, "14.32.08"."""
    return UNKNOWN if at is None else f"{_local(at):%H.%M.%S}"


def weekday(at: Millis, language: Language) -> str:
    """Return the day of the week in WIB, "Selasa"."""
    return _WEEKDAYS[language][_local(at).weekday()]


def date_long(at: Millis, language: Language) -> str:
    """Return the day in WIB in full, "Selasa, 24 November 2026"."""
    day = _local(at)
    return f"{weekday(at, language)}, {day.day} {_MONTHS[language][day.month - 1]} {day.year}"


def date_short(at: Millis, language: Language) -> str:
    """Return the day in WIB in short, "Sel 24 Nov"."""
    day = _local(at)
    return f"{weekday(at, language)[:_SHORT]} {day.day} {_SHORT_MONTHS[language][day.month - 1]}"


def date_and_year(at: Millis, language: Language) -> str:
    """Return the day in WIB without its weekday, "24 Nov 2026"."""
    day = _local(at)
    return f"{day.day} {_SHORT_MONTHS[language][day.month - 1]} {day.year}"


def day_word(at: Millis, *, now: Millis, language: Language) -> str:
    """Return "kemarin", "hari ini", "besok", or the short date of any other day, by the calendar of WIB."""
    days = (_local(at).date() - _local(now).date()).days
    return _NEAR_DAYS[language].get(days) or date_short(at, language)


def moment(at: Millis | None, *, now: Millis, language: Language) -> str:
    """Return a time as a person says it now: "14.32" today, "besok 09.00", "Sel 24 Nov 14.32"."""
    if at is None:
        return UNKNOWN
    word = day_word(at, now=now, language=language)
    return clock(at) if word == _NEAR_DAYS[language][0] else f"{word} {clock(at)}"


def number(value: float | None, *, decimals: int = 0) -> str:
    """Return a number with dots for thousands and a decimal comma in both languages: "1.234", "26,4", "−3"."""
    if value is None:
        return UNKNOWN
    text = f"{abs(value):,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    negative = value < 0 and any(digit in "123456789" for digit in text)
    return (MINUS if negative else "") + text


def percent(share: float | None) -> str:
    """Return a share of 0 to 1 as "84%"; a share just short of all or none never reads as all or none."""
    if share is None:
        return UNKNOWN
    whole = round(share * _WHOLE)
    if whole == 0 and share > 0:
        return "<1%"
    if whole == _WHOLE and share < 1:
        return ">99%"
    return f"{number(whole)}%"


def percent_range(low: float | None, high: float | None) -> str:
    """Return an interval of shares of 0 to 1 as "69–81%"."""
    if low is None or high is None:
        return UNKNOWN
    return f"{number(round(low * _WHOLE))}–{number(round(high * _WHOLE))}%"


def times(count: int) -> str:
    """Return how many times something happened, "3×"."""
    return f"{number(count)}×"


def rupiah(amount: int | None) -> str:
    """Return an amount of money, "Rp1.250.000"."""
    if amount is None:
        return UNKNOWN
    return f"{MINUS if amount < 0 else ''}Rp{number(abs(amount))}"


def _local(at: Millis) -> datetime:
    return datetime.fromtimestamp(at / 1000, WIB)


def _parts(span: Millis) -> list[tuple[int, str]]:
    """Return the one or two units a length of time is said in, the second left out where it is zero."""
    if span < _MINUTE:
        return [(span // _SECOND, "second")]
    if span < _HOUR:
        return [(span // _MINUTE, "minute")]
    large, small, length = ("hour", "minute", _HOUR) if span < _DAY else ("day", "hour", _DAY)
    rest = span % length // (_MINUTE if small == "minute" else _HOUR)
    return [(span // length, large)] + ([(rest, small)] if rest else [])
