"""How a label's target is said: `15m`, `2h`, `3d`, `5wd` of the policy in the words of the screen."""

import re

from PySide6.QtCore import QCoreApplication

from widgets.wording import Language

translate = QCoreApplication.translate

_TARGET = re.compile(r"(?P<count>\d+(?:\.\d+)?)(?P<unit>m|h|d|wd)")


def target_words(target: str, language: Language) -> str:
    """Return a target in words; one that is written in another way as it stands."""
    found = _TARGET.fullmatch(target)
    if found is None:
        return target
    count = found["count"].replace(".", ",")
    match found["unit"]:
        case "m":
            return f"{count} m"
        case "h":
            return f"{count} {'j' if language == 'id' else 'h'}"
        case "d":
            return f"{count} {'hari' if language == 'id' else 'd'}"
        case _:
            one = translate("targets", "1 working day")
            return one if count == "1" else translate("targets", "{n} working days").format(n=count)
