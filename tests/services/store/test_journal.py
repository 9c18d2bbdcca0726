"""The log: numbers without a gap, times that never go back, and what can be asked of it."""

import pytest

from services.domain.events import DutyBegan, Noted
from services.store.database import Store
from services.store.kept import Changed, Command, Logged
from services.store.transaction import Transaction
from tests.builders import NOW
from tests.services.store.samples import DESK, TickingClock, an_answer, command, do, noted, opened_nth, write, writing


def test_numbers_have_no_gap_even_where_works_failed(store: Store) -> None:
    def failing(transaction: Transaction) -> None:
        write(transaction, noted())
        raise RuntimeError("the command was refused")

    do(store, writing(opened_nth(1)))
    with pytest.raises(RuntimeError, match="refused"):
        do(store, failing)
    do(store, writing(noted(), noted()))

    with store.read() as reader:
        assert [logged.seq for logged in reader.events(0, 100)] == [1, 2, 3]
        assert reader.head().seq == 3


def test_time_never_goes_back_when_the_clock_does(store: Store, clock: TickingClock) -> None:
    do(store, writing(opened_nth(1)))
    clock.at -= 3_600_000

    assert do(store, lambda transaction: transaction.now()) == NOW
    do(store, writing(noted()))

    with store.read() as reader:
        assert reader.head().at == NOW


def test_an_event_before_the_last_one_is_refused(store: Store) -> None:
    do(store, writing(opened_nth(1)))

    with pytest.raises(ValueError, match=f"at: {NOW - 1} lies before the last event at {NOW}"):
        do(store, writing(noted(), at=NOW - 1))


def test_history_may_be_written_with_past_times_in_order(store: Store) -> None:
    days = [NOW - day * 86_400_000 for day in (30, 29, 1)]

    def work(transaction: Transaction) -> None:
        for n, at in enumerate(days, start=1):
            write(transaction, opened_nth(n, at=at), at=at)

    do(store, work)

    with store.read() as reader:
        assert [report.received for report in reader.live_reports()] == days
        assert reader.head().at == days[-1]


def test_a_command_without_an_event_is_a_mistake_of_the_caller(store: Store) -> None:
    with pytest.raises(ValueError, match="events: want at least one"):
        do(store, lambda transaction: transaction.append([], txn="hub.1", at=NOW))


def test_the_head_seen_inside_a_work_includes_what_it_wrote(store: Store) -> None:
    def work(transaction: Transaction) -> tuple[int, int]:
        return write(transaction, opened_nth(1)), transaction.head().seq

    assert do(store, work) == (1, 1)


def test_history_is_a_report_s_events_with_their_keys(store: Store) -> None:
    do(store, command(1, opened_nth(1), opened_nth(2)))
    do(store, command(2, noted()))

    with store.read() as reader:
        assert reader.history("r-0001") == [
            Logged(1, f"{DESK}.1", opened_nth(1)),
            Logged(3, f"{DESK}.2", noted()),
        ]


def test_changed_since_names_each_report_once_with_its_last_event(store: Store) -> None:
    do(store, command(1, opened_nth(1), opened_nth(2), opened_nth(3)))
    do(store, command(2, noted("r-0002"), noted("r-0001"), noted("r-0002")))

    with store.read() as reader:
        assert reader.changed_since(3) == [Changed("r-0001", 5), Changed("r-0002", 6)]
        assert reader.changed_since(6) == []


def test_duty_is_a_change_of_a_member_and_of_no_report(store: Store) -> None:
    duty = DutyBegan(report="m-22", at=NOW, by="u-sari")
    do(store, lambda transaction: transaction.append([duty], txn="d-1.1", at=NOW))

    with store.read() as reader:
        assert reader.changed_since(0) == []
        assert reader.members_changed_since(0) == [Changed("m-22", 1)]
        assert reader.history("m-22") == [Logged(1, "d-1.1", duty)]


@pytest.mark.parametrize(("at", "seq"), [(0, 0), (NOW - 1, 0), (NOW, 2), (NOW + 5, 2), (NOW + 10, 3), (NOW + 99, 5)])
def test_seq_at_is_the_last_event_not_later_than_a_time(store: Store, at: int, seq: int) -> None:
    def work(transaction: Transaction) -> None:
        for moment, count in ((NOW, 2), (NOW + 10, 1), (NOW + 20, 2)):
            events = [Noted(report="r-1", at=moment, by="hub", text=str(n)) for n in range(count)]
            transaction.append(events, txn="hub.1", at=moment)

    do(store, work)

    with store.read() as reader:
        assert reader.seq_at(at) == seq


def test_done_gives_back_the_events_of_one_key_and_of_no_other(store: Store) -> None:
    do(store, command(1, opened_nth(1), noted()))
    do(store, command(2, noted()))

    with store.read() as reader:
        assert [logged.seq for logged in reader.done(f"{DESK}.1")] == [1, 2]
        assert [logged.seq for logged in reader.done(f"{DESK}.2")] == [3]


@pytest.mark.parametrize(
    "key", [f"{DESK}.3", "d-other.1", "nonsense", "d-9K2M.x", f"{DESK}.{10**18}", f"{DESK}.{'9' * 5_000}"]
)
def test_done_of_a_key_that_was_never_carried_out_is_empty(store: Store, key: str) -> None:
    do(store, command(1, opened_nth(1)))
    do(store, lambda transaction: transaction.put_answer(DESK, 2, an_answer()))
    do(store, lambda transaction: transaction.put_answer(DESK, 3, an_answer(result={"ok": False})))

    with store.read() as reader:
        assert reader.done(key) == []


def test_keys_since_are_a_desk_s_commands_that_happened_after_a_position(store: Store) -> None:
    do(store, command(1, opened_nth(1)))
    do(store, command(2, noted()))
    do(store, lambda transaction: transaction.put_answer(DESK, 3, an_answer(result={"ok": False})))
    do(store, command(4, noted()))
    do(store, command(1, noted(), desk="d-other"))

    with store.read() as reader:
        assert reader.keys_since(DESK, 1) == [Command(f"{DESK}.2", 2), Command(f"{DESK}.4", 3)]
        assert reader.keys_since(DESK, 3) == []
        assert reader.keys_since("d-unknown", 0) == []
