"""What the bars say: every state of the link, every reason, every conflict, in the words of the room."""

from dataclasses import replace
from itertools import product

import pytest

from desktop.desk import Acted, ConflictNews, Refusal
from desktop.keymap import SHIPPED
from desktop.overlay import Sent
from desktop.telling import (
    BACK_FOR,
    acted_message,
    back_look,
    clock_warning,
    conflict_look,
    hints,
    link_look,
    refusal_message,
    sign_in_trouble,
    trouble_message,
    undone_message,
)
from services.domain.commands import Note, Reassign, Resolve
from services.domain.squads import Squad
from services.feed.outputs import Answered, Current, Link, LinkState
from tests.builders import NOW
from tests.widgets.queues import NAMES
from tests.widgets.rows import a_row
from widgets.act_words import Wordbook
from widgets.foot_bar import MessageTone
from widgets.link_chip import LinkLook, LinkTone

pytestmark = pytest.mark.usefixtures("indonesian")

BOOK = Wordbook(names=NAMES, language="id", now=NOW)
MOVE = Sent("o-1", "r-1", Reassign(squad=Squad.BLUE, reason="wrong_squad"), NOW)


def look(state: LinkState, *, waiting: int = 0, why: str | None = None, silent: int = 0) -> LinkLook:
    link = Link(state=state, since=NOW, waiting=waiting, why=why)
    return link_look(link, data_at=NOW + 131_000, silent=silent, language="id")


@pytest.mark.parametrize(
    ("state", "tone", "words", "detail"),
    [
        (LinkState.CONNECTING, LinkTone.AGING, "Menyambung", ""),
        (LinkState.LIVE, LinkTone.LIVE, "Langsung", "data 09.02.11"),
        (LinkState.AGING, LinkTone.AGING, "Langsung", "data 09.02.11"),
        (LinkState.STALE, LinkTone.AGING, "Data 09.02.11", ""),
        (LinkState.LOST, LinkTone.LOST, "Terputus 38 dtk", "data 09.02.11"),
    ],
)
def test_the_chip_says_how_fresh_the_screen_is(state: LinkState, tone: LinkTone, words: str, detail: str) -> None:
    assert look(state, silent=38_000) == LinkLook(tone, words, detail)


def test_the_chip_of_a_lost_link_says_what_waits() -> None:
    assert look(LinkState.LOST, waiting=1, silent=38_000).detail == "1 perubahan menunggu kirim"
    assert look(LinkState.LOST, waiting=3, silent=38_000).detail == "3 perubahan menunggu kirim"
    assert look(LinkState.STALE, waiting=3).detail == "3 perubahan menunggu kirim"


def test_a_desk_that_has_given_up_says_why_in_other_words_for_every_reason() -> None:
    why = ["4409", "4426", "4403", "4400", None]
    said = [look(LinkState.STOPPED, why=code) for code in why]

    assert {one.tone for one in said} == {LinkTone.LOST}
    assert len({one.words for one in said}) == len(why)
    assert look(LinkState.STOPPED, why="version").words == said[1].words
    assert look(LinkState.STOPPED, why="revoked").words == said[2].words
    assert "4400" in said[3].words


@pytest.mark.parametrize("state", LinkState)
def test_every_state_of_the_link_says_something(state: LinkState) -> None:
    assert look(state, why="4409").words


def test_a_link_that_came_back_says_how_much_was_sent() -> None:
    assert back_look(3) == LinkLook(LinkTone.LIVE, "Tersambung", "3 terkirim")
    assert back_look(0).detail == ""
    assert BACK_FOR == 5_000


@pytest.mark.parametrize("offset", [0, 5_000, -5_000])
def test_a_clock_that_is_near_enough_is_not_warned_of(offset: int) -> None:
    assert clock_warning(offset, "id") is None


@pytest.mark.parametrize(("offset", "span"), [(5_001, "5 dtk"), (-90_000, "1 m")])
def test_a_clock_is_warned_of_from_five_seconds_on(offset: int, span: str) -> None:
    assert span in (clock_warning(offset, "id") or "")


def test_nobody_learns_whether_the_name_or_the_password_was_wrong() -> None:
    assert sign_in_trouble("bad_credentials", 0) == sign_in_trouble("slow_down", 999)
    assert "4 " in sign_in_trouble("slow_down", 3_001), "seconds are rounded up: not before that"


def test_every_reason_against_signing_in_has_words_of_its_own() -> None:
    codes = ["bad_credentials", "expired", "revoked", "busy", "version", "4409", "unheard_of"]
    said = [sign_in_trouble(code, 0) for code in codes]
    assert len(set(said)) == len(codes)
    assert all(said)


def test_an_act_done_can_be_put_back_for_eight_seconds() -> None:
    message = acted_message(Acted(MOVE, NOW + 8_000), a_row(), BOOK)

    assert message.words == "7Q3K-92 dipindahkan ke Biru"
    assert (message.undo, message.until - message.since, message.tone) == ("Urungkan", 8_000, MessageTone.DONE)
    assert acted_message(Acted(MOVE, NOW + 8_000), None, BOOK).words
    assert undone_message(NOW).undo == ""


REASONS = (
    "needs_hub", "expired", "disk", "bad_format", "too_large", "unknown_command", "key_reuse", "not_found", "conflict",
    "bad_state", "denied", "out_of_order", "rate", "busy", "storage", "internal", "a_newer_code",
)  # fmt: skip


@pytest.mark.parametrize(("code", "row"), list(product(REASONS, (a_row(), None))))
def test_every_reason_is_told_in_words(code: str, row: object) -> None:
    answer = Answered(key="o-1", command="resolve", ok=False, code=code, by="Rizal", ref="x-1")
    refusal = Refusal(Resolve(evidence=()), "r-1", code, None, answer)

    message = refusal_message(refusal, a_row() if row else None, NOW)

    assert message.tone is MessageTone.TROUBLE
    assert message.undo == ""
    assert code not in message.words
    assert "{" not in message.words


def test_this_desk_s_own_reasons_need_no_answer_and_name_the_act() -> None:
    said = {code: refusal_message(Refusal(Note(text="x"), "r-1", code), None, NOW).words for code in REASONS[:4]}

    assert len(set(said.values())) == 4
    assert all(said[code].startswith("Catatan: ") for code in ("expired", "disk"))


def test_trouble_of_the_program_stands_eight_seconds() -> None:
    message = trouble_message("Gangguan", NOW)
    assert (message.words, message.until - message.since, message.tone) == ("Gangguan", 8_000, MessageTone.TROUBLE)


def conflict(**changes: object) -> ConflictNews:
    values = {"key": "o-1", "command": "reassign", "ok": False, "code": "conflict", "changed": ("squad",)}
    return ConflictNews(MOVE, Answered(**{**values, "by": "Rizal", "changed_at": NOW, **changes}))  # type: ignore[arg-type] # by name


def test_the_banner_says_who_did_what_when_and_what_was_not_sent() -> None:
    current = Current("v2", a_row(squad="yellow"))

    said = conflict_look(conflict(current=current), a_row(squad="orange"), BOOK)

    assert said.happened == "Rizal sudah memindahkan laporan ini ke Kuning, 09.00.00"
    assert "Biru" in said.unsent
    assert "Rizal" in said.theirs
    assert len({said.theirs, said.mine, said.compare}) == 3


def test_the_banner_does_without_a_name_a_time_and_a_row() -> None:
    said = conflict_look(conflict(by="", changed_at=None, current=None), a_row(squad="yellow"), BOOK)

    assert "Kuning" in said.happened
    assert "09.00" not in said.happened
    assert not said.theirs.endswith(" ")


def test_the_hints_name_keys_and_what_they_do() -> None:
    assert all(hint.keys and hint.words for hint in hints())
    assert replace(hints()[0], words="").keys == ("J", "K")


def test_the_hints_are_a_person_s_own_keys_and_none_that_does_not_act() -> None:
    own = SHIPPED.bind("act:assign", "H")
    assert ("H",) in [hint.keys for hint in hints(own)]
    assert [hint.keys for hint in hints(own.with_letters(False))] == [("Ctrl K",)]
