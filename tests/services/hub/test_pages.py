"""The pages beside the feed."""

from services.hub.counters import Counters
from services.hub.pages import CROWDED, MOST_FROM_ONE, MOST_UNSIGNED, page, too_many
from tests.builders import NOW


def test_pages_say_what_holds_and_nothing_of_reports() -> None:
    counters = Counters(since=NOW, desks=3)
    counters.closed[4001] += 2

    def at(path: str, *, writing: bool = True) -> int | None:
        found = page(path, counters=counters, writing=writing, now=NOW + 5_000)
        return None if found is None else found.status

    assert (at("/healthz"), at("/readyz"), at("/readyz", writing=False)) == (200, 200, 503)
    assert at("/") is None
    found = page("/metrics", counters=counters, writing=True, now=NOW + 5_000)
    assert found is not None
    assert "pendopo_up_seconds 5\n" in found.text
    assert 'pendopo_closed_total{code="4001"} 2\n' in found.text
    assert "report" not in found.text


def test_one_address_that_does_not_sign_in_is_refused_before_it_takes_the_room_of_others() -> None:
    def status(address: str, **waiting: int) -> int | None:
        refusal = too_many(address, waiting)
        return None if refusal is None else refusal.status

    assert status("a", a=MOST_FROM_ONE - 1) is None
    assert status("a", a=MOST_FROM_ONE) == 503
    assert status("b", a=MOST_FROM_ONE) is None
    assert status("b", a=CROWDED - 2, b=1) is None
    assert status("b", a=CROWDED - 1, b=1) == 503
    assert status("c", a=CROWDED - 1, b=1) is None
    assert status("c", a=MOST_UNSIGNED - 1) is None
    assert status("c", a=MOST_UNSIGNED) == 503
