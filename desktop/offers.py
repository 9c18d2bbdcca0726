"""What the palette offers at one moment: acts, reports, places, members, queues, settings, saved filters."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.actions import ACTS, KEYLESS, meant
from desktop.bindings import BINDINGS, KeyGroup
from desktop.habits import SavedFilter
from desktop.keymap import Keymap
from desktop.prompt import SHELVE
from services.domain.rows import MemberRow, ReportRow
from services.domain.squads import Squad
from widgets import words
from widgets.key_words import cap_word, key_word
from widgets.models.fuzzy import fold, score
from widgets.models.palette_model import PaletteEntry, PaletteGroup
from widgets.names import Names
from widgets.queue_look import row_title

translate = QCoreApplication.translate

_MOST = 6
"""Entries of a group while others have some as well."""
_BESIDE = frozenset({"new", "merge", "reply", "alarm_seen", "undo", "filter", "keys", "tables"})
_ICONS: Mapping[str, str] = {
    "new": "plus", "merge": "merge", "reply": "reply", "alarm_seen": "siren", "undo": "undo-2",
    "filter": "list-filter", "keys": "keyboard", "tables": "table",
}  # fmt: skip
_EXTRA_ICONS: Mapping[str, str] = {
    "unassigned": "user-plus", "mine": "inbox", "to_verify": "check-check", "duplicates": "copy",
}  # fmt: skip
_SQUADS: Mapping[str, str] = {str(squad.key): squad.value for squad in Squad}
SCALES = ("1", "1.1", "1.25", "1.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the offers are made of."""

    names: Names
    keys: Keymap
    squads: Collection[str]
    members: Mapping[str, MemberRow]
    filters: tuple[SavedFilter, ...]
    dark: bool
    still: bool
    language: str


Group = tuple[str, list[PaletteEntry]]


def act_offers(row: ReportRow | None, may: Collection[str], *, around: Around) -> Group:
    """Return what can be done with the report under the focus now, each act with its key."""
    squad = None if row is None else row.squad
    offers = [
        PaletteEntry(
            id=f"act:{act.name}",
            title=words.act_word(meant(act.name, may), squad),
            key=cap_word(around.keys.act_key(act.name)),
            icon=act.icon,
        )
        for act in (*ACTS, *KEYLESS)
        if meant(act.name, may) in may
    ]
    title = translate("palette", "This report")
    return (title if row is None else f"{title}, {row.number}", offers)


def command_offers(kinds: Collection[str], *, around: Around) -> Group:
    """Return what else can be done in this room; `kinds` are the meanings it has a way for."""
    offers = [
        PaletteEntry(
            id=f"press:{binding.name}",
            title=key_word(binding.name),
            key=cap_word(around.keys.key_of(binding.name)),
            icon=_ICONS[binding.press.kind],
        )
        for binding in BINDINGS
        if binding.press.kind in _BESIDE and binding.press.kind in kinds
    ]
    if SHELVE in kinds:
        title = translate("palette", "Put an alarm aside")
        offers.append(PaletteEntry(id=f"do:{SHELVE}", title=title, icon="circle-pause"))
    return translate("palette", "Commands"), offers


def queue_offers(around: Around) -> Group:
    """Return the queues of the rail."""
    offers = []
    for binding in BINDINGS:
        squad = _SQUADS.get(binding.press.value, "") if binding.press.kind == "squad" else ""
        if binding.group is not KeyGroup.QUEUES or (squad and squad not in around.squads):
            continue
        offers.append(
            PaletteEntry(
                id=f"press:{binding.name}",
                title=words.squad_full_name(squad) if squad else key_word(binding.name),
                key=cap_word(around.keys.key_of(binding.name)),
                icon=_EXTRA_ICONS.get(binding.press.value, "layers"),
                squad=squad,
            )
        )
    return translate("palette", "Queues"), offers


def filter_offers(around: Around) -> Group:
    """Return the saved filters."""
    offers = [PaletteEntry(id=f"filter:{each.name}", title=each.name, icon="bookmark") for each in around.filters]
    return translate("palette", "Saved filters"), offers


def place_offers(around: Around, kecamatan_of: Mapping[str, str]) -> Group:
    """Return kecamatan and desa; a desa is named with its kecamatan, since ten names occur twice."""
    names = around.names
    offers = [
        PaletteEntry(id=f"place:{code}", title=name, detail=translate("palette", "kecamatan"), icon="map")
        for code, name in names.kecamatan.items()
    ]
    offers += [
        PaletteEntry(
            id=f"desa:{code}", title=name, detail=names.kecamatan.get(kecamatan_of.get(code, ""), ""), icon="map-pin"
        )
        for code, name in names.desa.items()
    ]
    return translate("palette", "Places"), offers


def member_offers(around: Around) -> Group:
    """Return the members who work here, with their squad and load."""
    offers = [
        PaletteEntry(
            id=f"member:{id_}",
            title=row.name,
            detail=f"{words.squad_word(row.squad)} · {row.open}/{row.limit}",
            squad=row.squad,
        )
        for id_, row in around.members.items()
        if row.ended is None
    ]
    return translate("palette", "Members"), offers


def setting_offers(around: Around) -> Group:
    """Return how the screen can be set."""
    theme = translate("palette", "Light theme") if around.dark else translate("palette", "Dark theme")
    motion = translate("palette", "Allow motion") if around.still else translate("palette", "Reduce motion")
    letters = (
        translate("palette", "Switch single-letter keys off")
        if around.keys.letters
        else translate("palette", "Switch single-letter keys on")
    )
    offers = [
        PaletteEntry(id="set:theme", title=theme, icon="sun" if around.dark else "moon"),
        PaletteEntry(
            id="set:language",
            title="English" if around.language == "id" else "Bahasa Indonesia",
            detail=translate("palette", "language"),
            icon="languages",
        ),
        PaletteEntry(id="set:still", title=motion, icon="accessibility"),
        PaletteEntry(id="set:letters", title=letters, icon="keyboard"),
    ]
    size = translate("palette", "Text size {n}%")
    offers += [
        PaletteEntry(id=f"set:scale:{scale}", title=size.format(n=f"{float(scale) * 100:.0f}"), icon="settings")
        for scale in SCALES
    ]
    return translate("palette", "Settings"), offers


def report_entry(report: str, row: ReportRow, *, names: Names, mark: str = "", old: bool = False) -> PaletteEntry:
    """Return a report as an entry; an old one is no longer on the board."""
    area = " · ".join((row.number, *names.area(row)))
    return PaletteEntry(
        id=f"{'old' if old else 'report'}:{report}",
        title=row_title(row, names),
        detail=area,
        squad=row.squad or "",
        icon="circle-help",
        mark=mark,
    )


def matching(query: str, groups: list[Group]) -> list[tuple[int, PaletteGroup]]:
    """Return of each group the entries a query fits, the best first, with the best one's score; no query fits all."""
    typed = fold(query).split()
    found = []
    for title, entries in groups:
        fits = [(fit, entry) for entry in entries if (fit := score(typed, fold(_said(entry)))) is not None]
        fits.sort(key=lambda pair: -pair[0])
        if fits:
            found.append((fits[0][0], PaletteGroup(title, tuple(entry for _, entry in fits[:_MOST]))))
    return found


def _said(entry: PaletteEntry) -> str:
    return f"{entry.title} {entry.detail}"
