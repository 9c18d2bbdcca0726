"""A field in which a few letters find something: what is offered, chosen, and seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.widgets.showing import different, in_every_paint, picture, showing
from widgets.paint.source import Paint, make_paint
from widgets.pick_field import PickField, PickList, PickOption

OPTIONS = (
    PickOption("banjir", "Banjir", note="P1 · 15 m", squad="orange"),
    PickOption("depok-1", "Depok", detail="Bendungan", icon="map-pin"),
    PickOption("lainnya", "Lainnya"),
)


class Form(QWidget):
    """A field with room for its list."""

    def __init__(self, paint: Paint, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        self.field = PickField(paint=paint, over=self)
        self.field.set_paint(paint)
        self.field.say("Label", beside="optional", placeholder="letters")
        layout.addWidget(self.field)
        layout.addStretch(1)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self.field.set_paint(paint)


@pytest.fixture
def paint(qapp: QApplication) -> Paint:
    """The dark theme."""
    return make_paint("dark")


@pytest.fixture
def field(paint: Paint) -> Iterator[PickField]:
    """A field in sight that has the focus and a list."""
    with showing(lambda window: Form(paint, window), width=420, height=320) as form:
        form.field.field.setFocus()
        form.field.offer(OPTIONS)
        yield form.field


def test_down_and_enter_pick(field: PickField) -> None:
    picked: list[str] = []
    done: list[bool] = []
    field.picked.connect(picked.append)
    field.done.connect(lambda: done.append(True))

    QTest.keyClick(field.field, Qt.Key.Key_Down)
    QTest.keyClick(field.field, Qt.Key.Key_Return)

    assert (picked, done, field.text) == (["depok-1"], [True], "Depok")
    assert not field.list.isVisible()


def test_a_digit_and_a_click_pick(field: PickField) -> None:
    QTest.keyClick(field.field, Qt.Key.Key_3)
    assert field.pick == OPTIONS[2]

    field.offer(OPTIONS)
    QTest.mouseMove(field.list, QPoint(60, 60))
    QTest.mouseClick(field.list, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    assert field.pick == OPTIONS[0]


def test_under_a_question_enter_picks_nothing_before_somebody_has_chosen(field: PickField) -> None:
    field.offer(OPTIONS, question="Which?")
    QTest.keyClick(field.field, Qt.Key.Key_Return)
    assert field.pick is None
    assert field.list.isVisible()

    QTest.keyClick(field.field, Qt.Key.Key_Up)
    QTest.keyClick(field.field, Qt.Key.Key_Return)
    assert field.pick is not None


def test_without_a_list_digits_are_typed(field: PickField) -> None:
    field.offer(())
    typed: list[str] = []
    field.typed.connect(typed.append)

    QTest.keyClicks(field.field, "sdn 2")

    assert (typed[-1], field.pick) == ("sdn 2", None)


def test_typing_takes_back_what_was_picked(field: PickField) -> None:
    QTest.keyClick(field.field, Qt.Key.Key_1)
    picked: list[str] = []
    field.picked.connect(picked.append)
    field.refuse("wrong")

    QTest.keyClicks(field.field, "x")

    assert (picked, field.pick, field.error) == ([""], None, "")


def test_the_pointer_makes_an_option_ready(field: PickField) -> None:
    before = picture(field.list)
    QTest.mouseMove(field.list, QPoint(60, 100))
    QApplication.processEvents()
    assert field.list.at == 2
    assert different([before, picture(field.list)]) == 2


def test_what_is_picked_its_list_and_a_refusal_are_seen_in_every_paint(qapp: QApplication) -> None:
    def made(paint: Paint, window: QWidget) -> Form:
        form = Form(paint, window)
        form.field.show_pick(OPTIONS[0])
        form.field.refuse("No such label")
        return form

    assert different(in_every_paint(made, width=420, height=320)) == 3


def test_a_list_is_seen_in_every_paint(qapp: QApplication) -> None:
    def made(paint: Paint, window: QWidget) -> PickList:
        options = PickList(paint=paint, parent=window)
        options.offer(OPTIONS, at=1, question="Which?")
        return options

    assert different(in_every_paint(made, width=380, height=170)) == 3
