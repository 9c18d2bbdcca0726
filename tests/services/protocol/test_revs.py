"""A `rev` is the same on every desk and after a restart, and does not count."""

import re

from services.protocol.revs import Revs

KEY = bytes(range(32))
REVS = Revs(KEY)


def rev(n: int, projection: str = "desk", kind: str = "report", id_: str = "r-1") -> str:
    return REVS.rev(projection, kind, id_=id_, n=n)


def test_the_same_row_and_version_have_the_same_rev_after_a_restart() -> None:
    assert Revs(KEY).rev("desk", "report", id_="r-1", n=3) == rev(3)


def test_projection_kind_id_version_and_key_all_make_another_rev() -> None:
    others = {
        rev(3),
        rev(4),
        rev(3, projection="covert"),
        rev(3, kind="member"),
        rev(3, id_="r-2"),
        Revs(bytes(32)).rev("desk", "report", id_="r-1", n=3),
    }

    assert len(others) == 6


def test_names_that_read_the_same_one_after_the_other_are_kept_apart() -> None:
    assert rev(1, projection="a", kind="bc") != rev(1, projection="ab", kind="c")


def test_a_rev_is_twelve_characters_that_need_no_escape() -> None:
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{12}", rev(n)) for n in range(1, 200))


def test_a_version_is_found_by_its_rev() -> None:
    assert [REVS.find(rev(n), "desk", kind="report", id_="r-1", upto=9) for n in (1, 5, 9)] == [1, 5, 9]


def test_a_rev_never_issued_for_this_row_is_not_found() -> None:
    for other in (rev(10), rev(0), rev(3, id_="r-2"), rev(3, projection="covert"), "", "v3"):
        assert REVS.find(other, "desk", kind="report", id_="r-1", upto=9) is None
