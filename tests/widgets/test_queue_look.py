"""What a row shows comes from its report: title, state, place, people, flags, and how urgent its next step is."""

import pytest

from services.domain.policy import HOUR, MINUTE
from services.domain.report import Millis
from services.domain.rows import ClaimRow, ReportRow, WaitingRow
from services.domain.urgency import Group, group
from tests.builders import NOW
from tests.widgets.queues import NAMES
from tests.widgets.rows import a_room, a_row
from widgets.paint.flags import DANGER, PROTECTED, Flag
from widgets.paint.pills import PillTone
from widgets.queue_look import Beside, describe_row, head_words, row_look, row_time, row_title, say_head
from widgets.queue_row import RowLook


def look(row: ReportRow, *, user: str = "u-sari") -> RowLook:
    return row_look(row, names=NAMES, user=user, now=NOW, language="id")


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Jalan berlubang", "Lubang besar", "Jalan berlubang"),
        ("", "  Lubang\n besar ", "Lubang besar"),
        ("", "", "Jalan rusak"),
        ("", "kata " * 30, ("kata " * 16).strip() + "…"),
        ("", "x" * 100, "x" * 80 + "…"),
    ],
)
def test_a_report_without_a_title_shows_its_first_words_or_its_label(title: str, text: str, expected: str) -> None:
    assert row_title(a_row(title=title, text=text), NAMES) == expected


def test_a_label_nobody_knows_is_shown_by_its_key() -> None:
    assert row_title(a_row(title="", text="", label="of_tomorrow"), NAMES) == "of_tomorrow"


@pytest.mark.parametrize(
    ("row", "unread"),
    [
        (a_row(), True),
        (a_row(state="queued", lapses=1), True),
        (a_row(state="queued"), False),
        (a_row(state="on_scene"), False),
    ],
)
def test_what_nobody_has_taken_stands_out(row: ReportRow, unread: bool) -> None:
    assert look(row).unread is unread


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (a_row(), "Watulimo · Tasikmadu"),
        (a_row(desa=None), "Watulimo"),
        (a_row(kecamatan=None), ""),
        (a_row(outside=True), "Di luar kabupaten"),
        (a_row(squad=None), "Belum ada pasukan · Watulimo · Tasikmadu"),
        (a_row(suspected=("r-x",)), "Watulimo · Tasikmadu · Dugaan ganda"),
    ],
)
def test_a_desa_is_never_shown_without_its_kecamatan(indonesian: None, row: ReportRow, place: str) -> None:
    assert look(row).place == place


def test_members_are_shown_by_name() -> None:
    assert look(a_row(members=("m-31", "m-99"))).people == "Suyono, m-99"


def test_the_flags_stand_in_one_order() -> None:
    row = a_row(
        claim=ClaimRow("u-rizal", "Rizal", NOW + MINUTE),
        danger=True,
        covert=True,
        escalation=2,
        handoffs=3,
        duplicates=("a", "b"),
    )

    assert look(row).flags == (
        Flag("hand", "Rizal 1 m"),
        DANGER,
        PROTECTED,
        Flag("chevrons-up", "2", bright=True),
        Flag("arrow-right-left", "3×"),
        Flag("copy", "2"),
    )


def test_ones_own_claim_is_bright_and_one_that_ran_out_is_none() -> None:
    mine = a_row(claim=ClaimRow("u-sari", "Sari", NOW + 1))
    over = a_row(claim=ClaimRow("u-sari", "Sari", NOW))

    assert look(mine).flags == (Flag("hand", "Sari", bright=True),)
    assert look(over).flags == ()


def test_an_act_under_way_is_marked() -> None:
    assert row_look(a_row(), names=NAMES, user="", now=NOW, language="id", beside=Beside(sending=True)).sending
    assert not look(a_row()).sending


@pytest.mark.parametrize(
    ("left", "text", "tone"),
    [
        (-26 * MINUTE, "−26 m", PillTone.LATE),
        (-1, "0 dtk", PillTone.LATE),
        (0, "0 dtk", PillTone.DUE),
        (30 * MINUTE, "30 m", PillTone.DUE),
        (30 * MINUTE + 1, "30 m", PillTone.PLAIN),
        (66 * MINUTE, "1 j 06 m", PillTone.PLAIN),
    ],
)
def test_the_tone_of_a_time_is_its_group(left: Millis, text: str, tone: PillTone) -> None:
    row = a_row(due_first=NOW + left)
    time = row_time(row, NOW, "id")

    assert (time.text, time.tone) == (text, tone)
    assert {Group.LATE: PillTone.LATE, Group.SOON: PillTone.DUE, Group.LATER: PillTone.PLAIN}[group(row, NOW)] is tone


def test_a_paused_report_is_dimmed_and_one_without_a_deadline_has_no_fuse() -> None:
    paused = row_time(a_row(state="waiting", waiting=WaitingRow("citizen", NOW), due_resolve=NOW + HOUR), NOW, "id")
    never = row_time(a_row(due_first=None), NOW, "id")

    assert paused.paused
    assert (never.text, never.used, never.tone) == ("–", None, PillTone.PLAIN)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (18 * MINUTE, "Oranye, Jalan berlubang, Baru, sisa 18 menit"),
        (-134 * MINUTE, "Oranye, Jalan berlubang, Baru, lewat 2 jam 14 menit"),
        (None, "Oranye, Jalan berlubang, Baru"),
    ],
)
def test_a_row_is_said_in_one_sentence(indonesian: None, due: Millis | None, expected: str) -> None:
    row = a_row(title="Jalan berlubang", due_first=None if due is None else NOW + due)

    assert describe_row(row, names=NAMES, now=NOW, language="id") == expected


def test_the_heads_of_the_groups_have_words(indonesian: None) -> None:
    assert [head_words(of, 1234) for of in range(3)] == [
        ("Lewat tenggat", "1.234"),
        ("Tenggat dalam 30 menit", "1.234"),
        ("Masih ada waktu", "1.234"),
    ]
    assert say_head(0, 4) == "Lewat tenggat, 4 laporan"


def test_a_whole_room_can_be_shown(indonesian: None) -> None:
    for row in a_room().values():
        shown = look(row)
        assert shown.title
        assert shown.state_word
