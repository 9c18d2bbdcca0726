"""What every key of the desk does, in words, by the name of its meaning (`step:1`, `act:assign`, `palette` …)."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from services.domain.squads import Squad
from widgets import words

translate = QCoreApplication.translate

_WORDS: Mapping[str, object] = MappingProxyType(
    {
        "step:1": QT_TRANSLATE_NOOP("keys", "Next report"),
        "step:-1": QT_TRANSLATE_NOOP("keys", "Previous report"),
        "tick": QT_TRANSLATE_NOOP("keys", "Tick the report"),
        "extend:1": QT_TRANSLATE_NOOP("keys", "Tick downwards"),
        "extend:-1": QT_TRANSLATE_NOOP("keys", "Tick upwards"),
        "panel": QT_TRANSLATE_NOOP("keys", "Next panel"),
        "back": QT_TRANSLATE_NOOP("keys", "Back to the queue"),
        "squad:0": QT_TRANSLATE_NOOP("keys", "All squads"),
        "new": QT_TRANSLATE_NOOP("keys", "New report"),
        "suggest": QT_TRANSLATE_NOOP("keys", "Take the suggestion"),
        "merge": QT_TRANSLATE_NOOP("keys", "Merge"),
        "reply": QT_TRANSLATE_NOOP("keys", "Reply to the citizen"),
        "alarm_seen": QT_TRANSLATE_NOOP("keys", "Alarm seen"),
        "undo": QT_TRANSLATE_NOOP("keys", "Undo"),
        "filter": QT_TRANSLATE_NOOP("keys", "Filter the queue"),
        "palette": QT_TRANSLATE_NOOP("keys", "Find a report or a command"),
        "keys": QT_TRANSLATE_NOOP("keys", "All keys"),
        "tables": QT_TRANSLATE_NOOP("keys", "Charts as tables"),
        "mode:dispatcher": QT_TRANSLATE_NOOP("keys", "Operator's window"),
        "conflict:theirs": QT_TRANSLATE_NOOP("keys", "Follow what others did"),
        "conflict:mine": QT_TRANSLATE_NOOP("keys", "Send my choice"),
        "conflict:compare": QT_TRANSLATE_NOOP("keys", "Compare"),
    }
)
_GROUPS: Mapping[str, object] = MappingProxyType(
    {
        "move": QT_TRANSLATE_NOOP("keys", "Moving"),
        "queues": QT_TRANSLATE_NOOP("keys", "Queues"),
        "acts": QT_TRANSLATE_NOOP("keys", "This report"),
        "find": QT_TRANSLATE_NOOP("keys", "Finding"),
        "conflict": QT_TRANSLATE_NOOP("keys", "Where two acts met"),
    }
)
_SQUADS = {str(squad.key): squad.value for squad in Squad}


def key_word(name: str) -> str:
    """Return what a key does; one nobody has words for is shown as its name."""
    kind, _, value = name.partition(":")
    if name in _WORDS:
        return translate("keys", str(_WORDS[name]))
    if kind == "act":
        return words.command_word(value)
    if kind == "squad":
        return words.squad_word(_SQUADS[value])
    return words.queue_word(value) if kind == "extra" else name


def group_word(group: str) -> str:
    """Return the head of a group of keys."""
    return translate("keys", str(_GROUPS[group]))


def cap_word(key: str) -> str:
    """Return a key as it is printed: with what is held down before it, in the words of the screen."""
    return key.replace("+", " ")
