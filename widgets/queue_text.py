"""What of a report can be typed to find it."""

from services.domain.rows import ReportRow
from widgets import words
from widgets.names import Names
from widgets.queue_look import row_title


def typed_text(row: ReportRow, names: Names) -> str:
    """Return number (with and without its dash), title, place, members, label, state, squad and priority as one text.

    Each word of a member's name begins with `@`, so that `@wahyu` finds his reports and no others.
    """
    people = " ".join(f"@{word}" for word in names.people(row).split())
    parts = (
        row.number,
        row.number.replace("-", ""),
        row_title(row, names),
        row.place,
        *names.area(row),
        people,
        names.label(row.label),
        words.plain_state_word(row.state),
        words.squad_word(row.squad),
        row.priority,
    )
    return " ".join(part for part in parts if part)
