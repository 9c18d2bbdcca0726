"""What the foot of the queue says of one act on several reports: how many, how many not, which ones and why."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.batch import BatchResult, Item
from desktop.desk import UNDO_FOR
from services.domain.report import Millis, State
from widgets import words
from widgets.foot_bar import FootMessage, MessageTone
from widgets.wording import number

translate = QCoreApplication.translate

FAILED_FOR: Millis = 15_000
"""What was not done is told so long: there is more to read."""
_DONE: Mapping[str, object] = MappingProxyType(
    {
        "assign": QT_TRANSLATE_NOOP("bulk", "{n} assigned"),
        "reassign": QT_TRANSLATE_NOOP("bulk", "{n} moved"),
        "escalate": QT_TRANSLATE_NOOP("bulk", "{n} escalated"),
        "close": QT_TRANSLATE_NOOP("bulk", "{n} closed"),
    }
)
_WHY: Mapping[str, object] = MappingProxyType(
    {
        "denied": QT_TRANSLATE_NOOP("bulk", "only a supervisor may"),
        "not_found": QT_TRANSLATE_NOOP("bulk", "not on this screen any more"),
        "there": QT_TRANSLATE_NOOP("bulk", "with that squad already"),
        "needs_hub": QT_TRANSLATE_NOOP("bulk", "not possible while the link is lost"),
        "expired": QT_TRANSLATE_NOOP("bulk", "waited too long for the link"),
    }
)


def batch_message(result: BatchResult, now: Millis) -> FootMessage:
    """Return what the foot says of a batch: "2 dipindahkan, 1 tidak: sudah ditutup", below it the numbers."""
    failed = result.failed
    text = translate("bulk", str(_DONE[result.act])).format(n=number(result.done))
    whys = list(dict.fromkeys(_why(item) for item in failed))
    if failed:
        text = translate("bulk", "{done}, {n} not").format(done=text, n=number(len(failed)))
    if len(whys) == 1:
        text = f"{text}: {whys[0]}"
    until = result.at + UNDO_FOR
    return FootMessage(
        words=text,
        since=result.at,
        until=max(until, now + FAILED_FOR) if failed else until,
        detail=_named(failed, alike=len(whys) == 1),
        undo=translate("foot", "Undo") if result.done else "",
        tone=MessageTone.TROUBLE if failed and not result.done else MessageTone.DONE,
        undo_until=until,
    )


def _named(failed: tuple[Item, ...], *, alike: bool) -> str:
    if alike:
        return ", ".join(item.number for item in failed)
    return " · ".join(f"{item.number} {_why(item)}" for item in failed)


def _why(item: Item) -> str:
    if item.code == "conflict":
        name = item.by or translate("refusals", "Somebody else")
        return translate("bulk", "changed by {name}").format(name=name)
    if item.code == "bad_state":
        return _state(item.state)
    source = _WHY.get(item.code or "")
    if source is None:
        return translate("bulk", "code {code}").format(code=item.code)
    return translate("bulk", str(source))


def _state(state: str) -> str:
    if state == State.CLOSED:
        return translate("bulk", "closed already")
    if not state:
        return translate("bulk", "not possible now")
    return translate("bulk", "in the state {state}").format(state=words.plain_state_word(state))
