"""The keys' overlay at work: shows a person's keys and gives them other ones, telling every conflict."""

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.bindings import BINDINGS, BY_NAME, KeyGroup
from desktop.habits import Habits
from desktop.keymap import SHIPPED, Keymap, KeyRefused
from desktop.keys import key_text
from widgets.key_overlay import KeyOverlay
from widgets.key_row import KeyGroupLook, KeyLook
from widgets.key_words import cap_word, group_word, key_word
from widgets.paint.source import Paint

translate = QCoreApplication.translate


class Keying(QObject):
    """Joins the overlay with a person's habits.

    Signals: left() the overlay is gone.
    """

    left = Signal()

    def __init__(self, habits: Habits, *, paint: Paint, over: QWidget) -> None:
        super().__init__(over)
        self._habits = habits
        self.overlay = KeyOverlay(paint=paint, parent=over)
        self.overlay.pressed.connect(self._on_pressed)
        self.overlay.letters_wanted.connect(lambda acting: habits.use_keys(habits.keys.with_letters(acting)))
        self.overlay.reset_wanted.connect(lambda: habits.use_keys(habits.keys.reset()))
        self.overlay.closed.connect(self.left)
        habits.keys_changed.connect(self._say)

    def open(self) -> None:
        """Show the keys."""
        self._say()
        self.overlay.lay()

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self.overlay.set_paint(paint)

    def retranslate(self) -> None:
        """Speak the language of the screen."""
        if self.overlay.isVisible():
            self._say()

    def _say(self) -> None:
        keys = self._habits.keys
        self.overlay.show_keys(looks(keys), letters=keys.letters, changed=keys.own != SHIPPED.own)

    def _on_pressed(self, name: str, key: int, modifiers: Qt.KeyboardModifier) -> None:
        text = key_text(key, modifiers)
        try:
            self._habits.use_keys(self._habits.keys.bind(name, text))
        except KeyRefused as refused:
            self.overlay.tell(refusal(refused))
            return
        self._say()


def looks(keys: Keymap) -> tuple[KeyGroupLook, ...]:
    """Return all keys in their groups, as this person has them."""
    return tuple(
        KeyGroupLook(
            group_word(group.value),
            tuple(
                KeyLook(
                    name=binding.name,
                    caps=caps(keys.key_of(binding.name)),
                    words=key_word(binding.name),
                    fixed=binding.fixed,
                    own=binding.name in keys.own,
                )
                for binding in BINDINGS
                if binding.group is group
            ),
        )
        for group in KeyGroup
    )


def caps(key: str) -> tuple[str, ...]:
    """Return the caps of a key, one for each that is pressed."""
    return tuple(key.split("+")) if key else ()


def refusal(refused: KeyRefused) -> str:
    """Return why a key could not be given, in one sentence."""
    key = cap_word(refused.key)
    match refused.code:
        case "taken" if refused.holder is not None:
            taken = translate("keys", "{key} is taken: {words}")
            return taken.format(key=key, words=key_word(BY_NAME[refused.holder.name].name))
        case "reserved":
            return translate("keys", "{key} is needed by text fields").format(key=key)
        case _:
            return translate("keys", "This key cannot be used")
