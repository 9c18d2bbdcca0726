"""Counts with their nouns: "1 laporan", "4 photos"; English has two forms, Bahasa Indonesia one."""

from PySide6.QtCore import QCoreApplication

from widgets.wording import number

translate = QCoreApplication.translate

_MANY = 99


def photos(count: int) -> str:
    """Return so many photos in words."""
    text = translate("counted", "{n} photo") if count == 1 else translate("counted", "{n} photos")
    return text.format(n=number(count))


def documents(count: int) -> str:
    """Return so many documents in words."""
    text = translate("counted", "{n} document") if count == 1 else translate("counted", "{n} documents")
    return text.format(n=number(count))


def visit_notes(count: int) -> str:
    """Return so many notes of visits in words."""
    text = translate("counted", "{n} visit note") if count == 1 else translate("counted", "{n} visit notes")
    return text.format(n=number(count))


def reports(count: int) -> str:
    """Return so many reports in words."""
    text = translate("counted", "{n} report") if count == 1 else translate("counted", "{n} reports")
    return text.format(n=number(count))


def open_reports(count: int) -> str:
    """Return how many reports of a queue are open."""
    return translate("counted", "{n} open").format(n=number(count))


def chosen_reports(count: int) -> str:
    """Return how many reports are ticked."""
    text = translate("counted", "{n} report chosen") if count == 1 else translate("counted", "{n} reports chosen")
    return text.format(n=number(count))


def late_reports(count: int) -> str:
    """Return how many reports are late, for a small pill."""
    return translate("counted", "{n} late").format(n=number(count))


def new_above(count: int) -> str:
    """Return how many new reports stand above what is in sight; from 99 on it says "99+"."""
    some = number(count) if count < _MANY else f"{number(_MANY)}+"
    return translate("counted", "{n} new above").format(n=some)


def evidence(kinds: tuple[str, ...]) -> str:
    """Return the evidence of a result by its kinds, "2 photos, 1 visit note"."""
    counted = (("photo", photos), ("document", documents), ("visit_note", visit_notes))
    return ", ".join(words(kinds.count(kind)) for kind, words in counted if kind in kinds)
