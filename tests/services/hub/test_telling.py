"""What viewers are told of events."""

from dataclasses import replace

from services.domain.case import Mark
from services.domain.events import Absorbed, Claimed, Closed, Merged, Noted, Undone
from services.domain.link_events import Parted, Suspected, Unmerged
from services.domain.replied import Replied
from services.hub.telling import line_of, told_name
from tests.builders import NOW, a_dispatcher, a_report, a_supervisor, an_opened

SARI_ = a_dispatcher()
RINA_ = a_supervisor("u-rina", cleared=True)
MARK: Mark = {"report": "r-1", "at": NOW, "by": "u-sari", "name": "Sari"}


def test_a_renewed_lease_makes_no_line() -> None:
    assert told_name(Claimed(**MARK, until=NOW, renewed=True), SARI_) is None
    assert told_name(Claimed(**MARK, until=NOW), SARI_) == "claimed"
    assert line_of(Claimed(**MARK, until=NOW, renewed=True), SARI_) is None


def test_a_merge_into_a_covert_report_is_a_closing_like_any_other_to_the_uncleared() -> None:
    merged = Merged(**MARK, into="r-SECRET", hidden=True)
    assert told_name(merged, RINA_) == "merged"
    line = line_of(merged, SARI_)
    assert line is not None
    closed = Closed(**MARK, outcome="cancelled", reason="citizen_withdrew")
    assert line == line_of(closed, SARI_), "the very line of another report that was cancelled"
    assert line_of(replace(merged, note="Sama dengan yang rahasia"), SARI_) == line
    assert told_name(Absorbed(**MARK, duplicate="r-SECRET", hidden=True), SARI_) is None
    assert told_name(Absorbed(**MARK, duplicate="r-2"), SARI_) == "absorbed"
    assert told_name(Parted(**MARK, duplicate="r-SECRET", hidden=True), SARI_) is None
    assert told_name(Parted(**MARK, duplicate="r-SECRET", hidden=True), RINA_) == "parted"


def test_what_the_hub_suspects_makes_no_line() -> None:
    assert told_name(Suspected(**MARK, added=("r-2",)), RINA_) is None


def test_a_merge_taken_back_says_from_where_and_a_reply_what() -> None:
    back = line_of(Unmerged(**MARK, into="r-2", before=a_report()), SARI_)
    assert back is not None
    assert (back["event"], back["details"]) == ("unmerged", {"into": "r-2"})
    reply = line_of(Replied(**MARK, text="Mohon tunggu"), SARI_)
    assert reply is not None
    assert (reply["event"], reply["words"], reply["details"]) == ("replied", "Mohon tunggu", {})


def test_lines_keep_words_apart_and_leave_out_what_is_nobodys_business() -> None:
    noted = line_of(Noted(**MARK, text="Dihubungi"), SARI_)
    assert noted == {
        "event": "noted", "at": NOW, "by": "Sari", "source": "hub", "words": "Dihubungi", "details": {}
    }  # fmt: skip
    opened = line_of(an_opened(access=("u-x",), identity="i-1", source_id="s"), SARI_)
    assert opened is not None
    assert opened["details"]["number"] == "7Q3K-92"
    assert not {"access", "identity", "source_id", "text", "covert"} & opened["details"].keys()
    undone = line_of(Undone(**MARK, of="d-1.2", before=a_report()), SARI_)
    assert undone is not None
    assert undone["details"] == {"of": "d-1.2"}
