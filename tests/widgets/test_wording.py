"""Durations, clocks, dates and numbers are written as WORDS.md section 1 says."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from widgets import wording
from widgets.wording import Language

SECOND, MINUTE, HOUR, DAY = 1000, 60_000, 3_600_000, 86_400_000
NOON = int(datetime(2026, 11, 24, 7, 32, 8, tzinfo=UTC).timestamp() * 1000)


@pytest.mark.parametrize(
    ("span", "indonesian", "english"),
    [
        (0, "0 dtk", "0 s"),
        (999, "0 dtk", "0 s"),
        (-999, "0 dtk", "0 s"),
        (45 * SECOND, "45 dtk", "45 s"),
        (-45 * SECOND, "−45 dtk", "−45 s"),
        (MINUTE, "1 m", "1 m"),
        (18 * MINUTE + 59 * SECOND, "18 m", "18 m"),
        (-26 * MINUTE, "−26 m", "−26 m"),
        (HOUR, "1 j", "1 h"),
        (HOUR + 6 * MINUTE, "1 j 06 m", "1 h 06 m"),
        (-(2 * HOUR + 14 * MINUTE), "−2 j 14 m", "−2 h 14 m"),
        (23 * HOUR + 59 * MINUTE, "23 j 59 m", "23 h 59 m"),
        (DAY, "1 hari", "1 d"),
        (3 * DAY + 4 * HOUR + 5 * MINUTE, "3 hari 4 j", "3 d 4 h"),
        (None, "–", "–"),
    ],
)
def test_a_short_duration_has_at_most_two_units(span: int | None, indonesian: str, english: str) -> None:
    assert wording.duration_short(span, "id") == indonesian
    assert wording.duration_short(span, "en") == english


@pytest.mark.parametrize(
    ("span", "indonesian", "english"),
    [(30 * SECOND, "30d", "30s"), (5 * MINUTE, "5m", "5m"), (2 * HOUR, "2j", "2h"), (30 * DAY, "30h", "30d")],
)
def test_an_axis_has_one_letter(span: int, indonesian: str, english: str) -> None:
    assert wording.duration_axis(span, "id") == indonesian
    assert wording.duration_axis(span, "en") == english


@pytest.mark.parametrize(
    ("span", "language", "spoken"),
    [
        (2 * HOUR + 14 * MINUTE, "id", "2 jam 14 menit"),
        (2 * HOUR + MINUTE, "en", "2 hours 1 minute"),
        (-DAY, "en", "1 day"),
        (5 * SECOND, "id", "5 detik"),
        (None, "id", "–"),
    ],
)
def test_a_duration_read_aloud_has_whole_words(span: int | None, language: Language, spoken: str) -> None:
    assert wording.duration_spoken(span, language) == spoken


def test_a_clock_is_wib_with_a_dot() -> None:
    assert wording.clock(NOON) == "14.32"
    assert wording.clock_seconds(NOON) == "14.32.08"
    assert wording.clock(None) == wording.clock_seconds(None) == "–"


def test_a_time_before_1970_is_still_a_time() -> None:
    assert wording.clock(-HOUR) == "06.00"


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [("id", "Selasa, 24 November 2026", "Sel 24 Nov"), ("en", "Tuesday, 24 November 2026", "Tue 24 Nov")],
)
def test_a_date_is_long_or_short(language: Language, long: str, short: str) -> None:
    assert wording.date_long(NOON, language) == long
    assert wording.date_short(NOON, language) == short
    assert wording.date_and_year(NOON, language) == "24 Nov 2026"


def test_the_day_changes_at_midnight_in_wib() -> None:
    before = int(datetime(2026, 11, 24, 16, 59, tzinfo=UTC).timestamp() * 1000)

    assert wording.date_short(before, "id") == "Sel 24 Nov"
    assert wording.date_short(before + MINUTE, "id") == "Rab 25 Nov"


@pytest.mark.parametrize(
    ("day", "short"),
    [
        ((2026, 1, 2), "Jum 2 Jan"),
        ((2026, 5, 4), "Sen 4 Mei"),
        ((2026, 8, 8), "Sab 8 Agu"),
        ((2026, 10, 11), "Min 11 Okt"),
        ((2026, 12, 31), "Kam 31 Des"),
    ],
)
def test_days_and_months_are_short_in_indonesian(day: tuple[int, int, int], short: str) -> None:
    year, month, number = day
    at = int(datetime(year, month, number, 5, tzinfo=UTC).timestamp() * 1000)

    assert wording.date_short(at, "id") == short


@pytest.mark.parametrize(
    ("days", "indonesian", "english"),
    [
        (0, "14.32", "14.32"),
        (-1, "kemarin 14.32", "yesterday 14.32"),
        (1, "besok 14.32", "tomorrow 14.32"),
        (2, "Kam 26 Nov 14.32", "Thu 26 Nov 14.32"),
    ],
)
def test_a_moment_is_told_from_today(days: int, indonesian: str, english: str) -> None:
    assert wording.moment(NOON + days * DAY, now=NOON, language="id") == indonesian
    assert wording.moment(NOON + days * DAY, now=NOON, language="en") == english


def test_an_unknown_moment_is_a_dash_and_today_is_a_word() -> None:
    assert wording.moment(None, now=NOON, language="id") == "–"
    assert wording.day_word(NOON, now=NOON, language="id") == "hari ini"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1234, 0, "1.234"),
        (1234567, 0, "1.234.567"),
        (26.4, 1, "26,4"),
        (1234.5, 1, "1.234,5"),
        (-26, 0, "−26"),
        (-0.04, 1, "0,0"),
        (None, 0, "–"),
    ],
)
def test_a_number_has_dots_and_a_decimal_comma(value: float | None, decimals: int, text: str) -> None:
    assert wording.number(value, decimals=decimals) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.84, "84%"), (0.0, "0%"), (1.0, "100%"), (0.004, "<1%"), (0.999, ">99%"), (1.5, "150%"), (None, "–")],
)
def test_a_share_never_reads_as_all_or_none_where_it_is_not(share: float | None, text: str) -> None:
    assert wording.percent(share) == text


def test_intervals_times_and_money() -> None:
    assert wording.percent_range(0.69, 0.81) == "69–81%"
    assert wording.percent_range(None, 0.81) == "–"
    assert wording.times(3) == "3×"
    assert wording.rupiah(1_250_000) == "Rp1.250.000"
    assert wording.rupiah(-500) == "−Rp500"
    assert wording.rupiah(None) == "–"


def test_wording_needs_no_qt() -> None:
    code = "import sys, widgets.wording; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
