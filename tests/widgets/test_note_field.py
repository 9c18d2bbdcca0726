"""The note at the foot of the detail: drafts stay with their reports, Enter writes, Esc leaves."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.widgets.showing import different, in_every_paint, picture, showing
from widgets.note_field import NoteField
from widgets.paint.source import Paint, make_paint

pytestmark = pytest.mark.usefixtures("qapp")


def a_field(paint: Paint, parent: QWidget | None = None) -> NoteField:
    field = NoteField(paint=paint, parent=parent)
    field.say("Catatan internal", key="N")
    field.show_report("r-1")
    return field


class Heard:
    """A field and what it has said."""

    def __init__(self, note: NoteField) -> None:
        self.note = note
        self.said: list[object] = []
        note.written.connect(lambda report, text: self.said.append((report, text)))
        note.writing.connect(self.said.append)
        note.left.connect(lambda: self.said.append("left"))


@contextmanager
def a_note() -> Iterator[Heard]:
    with showing(lambda window: a_field(make_paint("dark"), window)) as note:
        yield Heard(note)


def test_enter_writes_what_stands_there_and_nothing_else() -> None:
    with a_note() as heard:
        heard.note.setFocus()
        QTest.keyClick(heard.note.field, Qt.Key.Key_Return)
        QTest.keyClicks(heard.note.field, " x ")
        heard.said.clear()
        QTest.keyClick(heard.note.field, Qt.Key.Key_Enter)
        assert heard.said == [False, ("r-1", "x")]
        assert heard.note.field.text() == ""


def test_esc_leaves_and_drafts_stay_with_their_reports() -> None:
    with a_note() as heard:
        heard.note.setFocus()
        QTest.keyClicks(heard.note.field, "ab")
        assert heard.said == [True, True]
        QTest.keyClick(heard.note.field, Qt.Key.Key_Escape)
        assert heard.said[-1] == "left"
        heard.note.show_report("r-2")
        assert heard.note.field.text() == ""
        heard.note.show_report(None)
        QTest.keyClick(heard.note.field, Qt.Key.Key_Return)
        heard.note.show_report("r-1")
        heard.note.show_report("r-1")
        assert heard.note.field.text() == "ab"
        heard.note.field.clear()
        heard.note.show_report("r-2")
        heard.note.show_report("r-1")
        assert heard.note.field.text() == ""
        assert not any(isinstance(one, tuple) for one in heard.said)


def test_who_leaves_writes_no_more() -> None:
    with a_note() as heard:
        heard.note.setFocus()
        QTest.keyClicks(heard.note.field, "a")
        heard.note.field.clearFocus()
        assert heard.said[-1] is False


def test_the_focus_is_seen() -> None:
    with a_note() as heard:
        heard.note.field.clearFocus()
        before = picture(heard.note)
        heard.note.setFocus()
        assert picture(heard.note) != before


def test_it_is_painted_in_every_theme_and_scale() -> None:
    assert different(in_every_paint(a_field)) == 3
