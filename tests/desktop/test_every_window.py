"""Every window and everything laid over it opens in both languages, and in one that is twice as long."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.language import Languages
from tests.desktop.conftest import Opened
from tests.desktop.hands import press
from tests.desktop.looping import a_moment, on_qt_loop
from tests.desktop.pseudo import Pseudo, overflowing, speak, twice
from tests.desktop.seat import seated
from widgets.paint.source import make_paint
from widgets.sign_in import SignInForm

SIZES = [(1920, 1080), (1536, 864), (1366, 768), (1093, 614)]
OPENED: dict[str, tuple[str, ...]] = {
    "room": (),
    "question": ("P",),
    "bulk": ("X", "Shift+J", "P"),
    "note": ("N",),
    "palette": ("Ctrl+K",),
    "keys": ("?",),
    "filter": ("/",),
    "tables": ("Ctrl+T",),
    "new report": ("I",),
    "reply": ("B",),
    "merge": ("G",),
}


@pytest.fixture(params=["id", "en", "twice"])
def speaking(request: pytest.FixtureRequest, indonesian: Languages) -> Iterator[Languages]:
    """Bahasa Indonesia, English, and a language twice as long."""
    pseudo = None
    if request.param == "twice":
        pseudo = Pseudo()
        speak(pseudo)
    else:
        indonesian.use("en" if request.param == "en" else "id")
    yield indonesian
    if pseudo is not None:
        QCoreApplication.removeTranslator(pseudo)


@pytest.mark.parametrize("name", OPENED)
@on_qt_loop
async def test_nothing_sticks_out_or_lies_over_its_neighbour(at_hand: Opened, speaking: Languages, name: str) -> None:
    async with seated(at_hand, speaking) as seat:
        for size in SIZES:
            seat.window.resize(*size)
            await seat.choose("r-07")
            press(seat.view, *OPENED[name])
            await a_moment()
            seat.view.grab()
            assert (seat.view.width(), seat.view.height()) == size, "longer words make no window larger"
            assert overflowing(seat.view) == []
            press(seat.view, "Esc", "Esc", "Esc")
            await a_moment()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_sign_in_page_holds_longer_words(speaking: Languages) -> None:
    del speaking
    form = SignInForm(paint=make_paint("dark"), user="sari")
    form.resize(1024, 600)
    form.tell("Server", where="wss://pendopo.trenggalekkab.go.id:8765")
    form.show()
    form.grab()
    assert overflowing(form) == []


def test_twice_says_what_is_put_in_once() -> None:
    assert twice("{n} laporan") == "{n} laporan laporan"
