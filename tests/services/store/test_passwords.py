"""Passwords are kept as argon2 of some cost, and a name nobody has costs as much."""

import pytest

from services.store import passwords


def test_a_password_fits_its_kept_form_and_no_other_does() -> None:
    kept = passwords.hash_password("kopi pahit 7")

    assert passwords.fits(kept, "kopi pahit 7")
    assert not passwords.fits(kept, "kopi pahit 8")
    assert not passwords.fits(kept, "")
    assert "kopi" not in kept


def test_the_same_password_is_never_kept_the_same_way() -> None:
    assert passwords.hash_password("kopi pahit 7") != passwords.hash_password("kopi pahit 7")


@pytest.mark.parametrize("password", ["", "x" * 1_001])
def test_no_password_and_one_without_end_are_refused(password: str) -> None:
    with pytest.raises(ValueError, match="password: want 1 to 1,000 characters"):
        passwords.hash_password(password)


def test_a_name_nobody_has_costs_what_a_real_one_does() -> None:
    """The kept form that is tried for it has today's cost; only then do both take the same time."""
    assert passwords.is_password_hash(passwords.NOBODY)
    assert not passwords.fits(passwords.NOBODY, "x")


def test_a_kept_form_that_is_none_fits_nothing() -> None:
    assert not passwords.fits("plain", "plain")
    assert not passwords.is_password_hash("plain")


def test_a_cheaper_argon2_is_not_taken() -> None:
    cheap = "$argon2id$v=19$m=8,t=1,p=1$zMnDxq678vCHXomqKaArgQ$E9nUs5e2cTuS9Nbc8JCfxATCBcIDByjTeH/oxgD7rts"

    assert not passwords.is_password_hash(cheap)


def test_a_password_with_a_lone_surrogate_is_wrong_and_no_error() -> None:
    assert not passwords.fits(passwords.NOBODY, "\ud800")
    assert passwords.token_hash("\ud800") != passwords.token_hash("\ud801")


def test_tokens_are_long_and_never_the_same() -> None:
    assert len({passwords.new_token() for _ in range(100)}) == 100
    assert all(len(passwords.new_token()) == 43 for _ in range(3))
