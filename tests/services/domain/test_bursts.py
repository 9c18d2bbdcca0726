"""Many like reports from one place in a short time are told of, and nothing older is remembered."""

from typing import Any

from services.domain.bursts import LEAST, WITHIN, Burst, Recent
from services.domain.policy import MINUTE
from services.domain.rows import ReportRow
from tests.builders import NOW
from tests.services.feed.builders import a_row


def reports(count: int, *, name: str = "r", **changes: Any) -> dict[str, ReportRow]:
    received = changes.pop("received", NOW - MINUTE)
    like = {"label": "longsor", "kecamatan": "35.03.10", **changes}
    return {f"{name}-{n}": a_row(received=received + n, **like) for n in range(count)}


def test_five_of_one_label_from_one_kecamatan_within_twenty_minutes_are_a_burst() -> None:
    recent = Recent()
    recent.take(reports(LEAST - 1), NOW)
    assert recent.bursts(NOW) == ()
    recent.take(reports(LEAST), NOW)
    (burst,) = recent.bursts(NOW)
    assert burst == Burst("longsor", "35.03.10", tuple(f"r-{n}" for n in range(LEAST)), NOW - MINUTE + LEAST - 1)


def test_other_labels_places_and_covert_reports_do_not_count() -> None:
    recent = Recent()
    recent.take(reports(LEAST - 1), NOW)
    recent.take(reports(1, name="label", label="banjir"), NOW)
    recent.take(reports(1, name="place", kecamatan="35.03.01"), NOW)
    recent.take(reports(1, name="nowhere", kecamatan=None), NOW)
    recent.take(reports(1, name="covert", covert=True), NOW)
    assert recent.bursts(NOW) == ()


def test_it_is_over_after_twenty_minutes_and_old_reports_are_not_looked_at() -> None:
    recent = Recent()
    recent.take(reports(LEAST, received=NOW), NOW)
    assert recent.bursts(NOW + WITHIN - 1)
    assert recent.bursts(NOW + WITHIN + LEAST) == ()
    recent.take(reports(LEAST, received=NOW - WITHIN - LEAST), NOW)
    assert recent.bursts(NOW) == ()


def test_a_report_that_turns_out_to_be_another_thing_counts_there() -> None:
    recent = Recent()
    recent.take(reports(LEAST), NOW)
    recent.take(reports(1, label="banjir"), NOW)
    assert recent.bursts(NOW) == ()


def test_the_largest_comes_first() -> None:
    recent = Recent()
    recent.take(reports(LEAST), NOW)
    recent.take(reports(LEAST + 1, name="b", label="banjir"), NOW)
    assert [burst.label for burst in recent.bursts(NOW)] == ["banjir", "longsor"]
