"""Messages that have gone out cost those that are held nothing."""

from services.store.database import Store
from services.store.kept import Held
from services.store.outgoing import HELD
from services.store.transaction import Transaction


def test_what_is_held_is_found_without_reading_what_was_sent_in_the_order_it_was_written(store: Store) -> None:
    messages = [Held(seq, "r-1", 5 + seq // 3) for seq in range(1, 6)]

    def work(transaction: Transaction) -> None:
        for message in messages:
            transaction.hold_message(message)
        transaction.end_message(messages[1], sent=True, at=9)

    store.submit(work).result()
    with store.read() as reader:
        assert reader.held_messages() == [messages[0], *messages[2:]]
        plan = " ".join(str(row) for row in reader.line.rows(f"EXPLAIN QUERY PLAN {HELD}"))
        assert "ix_outgoing_held" in plan
        assert "TEMP B-TREE" not in plan
