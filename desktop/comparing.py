"""What a conflict is about, side by side: the report as it was, as one's own act would make it, and as it is now."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.desk import ConflictNews
from services.domain.expected import expect
from services.domain.people import User
from services.domain.rows import ReportRow
from widgets import words
from widgets.act_words import Wordbook
from widgets.compare_table import CompareLine, CompareLook
from widgets.wording import UNKNOWN, moment

translate = QCoreApplication.translate

_Say = Callable[[ReportRow, Wordbook], str]
_FIELDS: Mapping[str, tuple[object, _Say]] = MappingProxyType(
    {
        "state": (QT_TRANSLATE_NOOP("conflict", "state"), lambda row, _: words.plain_state_word(row.state)),
        "squad": (QT_TRANSLATE_NOOP("conflict", "squad"), lambda row, _: words.squad_word(row.squad)),
        "members": (QT_TRANSLATE_NOOP("conflict", "members"), lambda row, book: book.names.people(row) or UNKNOWN),
        "priority": (QT_TRANSLATE_NOOP("conflict", "priority"), lambda row, _: row.priority),
        "label": (QT_TRANSLATE_NOOP("conflict", "label"), lambda row, book: book.names.label(row.label)),
        "escalation": (
            QT_TRANSLATE_NOOP("conflict", "escalation"),
            lambda row, _: words.level_word(row.escalation) if row.escalation else UNKNOWN,
        ),
        "claim": (
            QT_TRANSLATE_NOOP("conflict", "who holds it"),
            lambda row, _: UNKNOWN if row.claim is None else row.claim.name,
        ),
        "waiting": (
            QT_TRANSLATE_NOOP("conflict", "pause"),
            lambda row, book: UNKNOWN if row.waiting is None else _until(row.waiting.until, book),
        ),
        "outcome": (
            QT_TRANSLATE_NOOP("conflict", "outcome"),
            lambda row, _: UNKNOWN if row.outcome is None else words.outcome_word(row.outcome),
        ),
    }
)
"""The fields a person knows by name, in the order in which they are compared; times and counters follow from them."""


def comparison(news: ConflictNews, present: ReportRow, *, user: User, book: Wordbook) -> CompareLook:
    """Return the three versions of a report that is in conflict, only the fields in which they differ."""
    answer, before = news.answer, news.sent.seen
    theirs = present if answer.current is None else answer.current.row
    mine = None if before is None else expect(before, news.sent.command, user=user, now=news.sent.at)
    lines = (
        CompareLine(translate("conflict", str(name)), *(_value(row, say, book) for row in (before, mine, theirs)))
        for name, say in _FIELDS.values()
    )
    return CompareLook(
        before=translate("conflict", "before"),
        mine=translate("conflict", "my choice"),
        theirs=answer.by or translate("conflict", "the other"),
        lines=tuple(line for line in lines if len({line.before, line.mine, line.theirs}) > 1),
    )


def _value(row: ReportRow | None, say: _Say, book: Wordbook) -> str:
    return UNKNOWN if row is None else say(row, book)


def _until(at: int, book: Wordbook) -> str:
    return moment(at, now=book.now, language=book.language)
