"""What is still to happen comes in the order of time."""

from services.simulator.agenda import Agenda


def test_things_happen_in_the_order_of_time_and_then_of_putting() -> None:
    agenda: Agenda[str] = Agenda(100)
    for at, what in ((30, "c"), (10, "a"), (10, "b")):
        agenda.put(at, what)
    assert list(agenda.take()) == [(10, "a"), (10, "b"), (30, "c")]


def test_nothing_happens_after_the_end_or_never() -> None:
    agenda: Agenda[str] = Agenda(100)
    agenda.put(101, "too late")
    agenda.put(None, "never")
    assert list(agenda.take()) == []


def test_what_is_wanted_for_a_time_that_is_past_happens_at_once() -> None:
    agenda: Agenda[str] = Agenda(100)
    agenda.put(50, "first")
    happened = []
    for at, what in agenda.take():
        happened.append((at, what))
        if what == "first":
            agenda.put(20, "late")
    assert happened == [(50, "first"), (50, "late")]
