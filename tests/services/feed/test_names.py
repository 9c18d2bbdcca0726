"""A command has one name for its desk, whatever number it gets on the wire."""

from services.feed.names import REMEMBERED, Names
from tests.services.feed.builders import an_order


def test_a_command_has_a_key_when_it_has_a_number() -> None:
    names = Names("d-1", [an_order("o-1", n=4), an_order("o-2")])

    assert (names.key_of("o-1"), names.key_of("o-2")) == ("d-1.4", None)
    assert names.done(["d-1.4", "d-1.3"]) == ("o-1", "d-1.3")


def test_a_new_number_takes_the_place_of_the_old_one() -> None:
    names = Names("d-1", [an_order("o-1", n=4)])

    names.numbered(an_order("o-1", n=3))
    names.numbered(an_order("o-2", n=4))

    assert (names.key_of("o-1"), names.key_of("o-2")) == ("d-1.3", "d-1.4")
    assert names.done(["d-1.3", "d-1.4"]) == ("o-1", "o-2")


def test_all_answered_commands_are_done_with_a_snapshot_once() -> None:
    names = Names("d-1", [an_order("o-1", n=1), an_order("o-2", n=2), an_order("o-3", n=3)])
    for tag in ("o-2", "o-1"):
        names.answered(tag)
    names.done(["d-1.1"])

    assert names.all_done() == ("o-2",)
    assert names.all_done() == ()


def test_only_so_many_are_remembered() -> None:
    names = Names("d-1")
    for n in range(1, REMEMBERED + 2):
        names.numbered(an_order(f"o-{n}", n=n))
        names.answered(f"o-{n}")

    assert names.key_of("o-1") is None
    assert names.key_of("o-2") == "d-1.2"
    assert "o-1" not in names.all_done()
