"""`main.py test` sums up in a few lines and fails when any step fails."""

import pytest

from tests.checks import PYTEST, Outcome, Step, closing_line, main, report, run


def test_a_step_that_holds_is_one_line() -> None:
    outcome = Outcome(status=0, seconds=1.25, said="lots of words\n")
    assert report(Step("types", ()), outcome).split() == ["types", "ok", "1.2", "s"]


def test_a_step_that_fails_says_all_it_said() -> None:
    outcome = Outcome(status=1, seconds=1.0, said="main.py:1: error\n")
    assert report(Step("types", ()), outcome).startswith("main.py:1: error\ntypes")
    assert "FAILED" in report(Step("types", ()), outcome)


def test_a_step_heard_while_it_ran_is_not_repeated() -> None:
    outcome = Outcome(status=1, seconds=1.0, said="1 failed in 0.1s\n")
    assert "1 failed" not in report(Step("tests", (), live=True), outcome)


def test_the_last_word_sums_up_all_runs_of_pytest() -> None:
    first = "....\n\n3 passed, 1 skipped in 0.10s\n\n"
    assert closing_line(first) == "3 passed, 0 failed, 1 skipped"
    assert closing_line(f"{first}a word of warning\n") == "3 passed, 0 failed, 1 skipped"
    assert closing_line(first, "1 failed, 4 passed, 2 errors in 1s") == "7 passed, 3 failed, 1 skipped"
    assert closing_line("") == "0 passed, 0 failed"


def test_a_step_keeps_status_and_words_of_what_it_ran() -> None:
    outcome = run(Step("x", ("-c", "print('seen'); raise SystemExit(3)")), {})
    assert (outcome.status, outcome.said) == (3, "seen\n")


def test_help_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "main.py test" in capsys.readouterr().out


def test_pytest_is_what_arguments_go_to() -> None:
    assert PYTEST == ("-m", "pytest")
    assert main(["--no-such-option"]) == 2
    assert main(["--version"]) == 0
