"""A bar where somebody looks on, a line now and then where nobody does."""

import io

from services.intake.progress import Progress
from services.intake.tally import Tally


class Terminal(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


class Seconds:
    """A clock wound by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_on_a_terminal_a_bar_grows() -> None:
    out, seconds, tally = Terminal(), Seconds(), Tally(read=4, opened=1)
    progress = Progress(out, tally, seconds=seconds)

    progress.show()
    progress.show()
    tally.opened = 4
    progress.end()

    assert out.getvalue() == (
        "\r[#######.......................] 1 of 4, 0 refused\r[##############################] 4 of 4, 0 refused\n"
    )


def test_elsewhere_there_is_a_line_every_ten_seconds() -> None:
    out, seconds, tally = io.StringIO(), Seconds(), Tally(read=4, opened=1)
    progress = Progress(out, tally, seconds=seconds)

    for second in range(25):
        seconds.now = float(second)
        progress.show()
    progress.end()

    assert out.getvalue() == "read 4, opened 1, existing 0, refused 0\n" * 2


def test_nothing_to_do_is_a_full_bar() -> None:
    out = Terminal()

    Progress(out, Tally(), seconds=Seconds()).end()

    assert out.getvalue() == "\r[##############################] 0 of 0, 0 refused\n"
