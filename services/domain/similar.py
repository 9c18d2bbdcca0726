"""How alike two reports are: what they are about, where they are, how far apart in time they came in.

A likely duplicate is about the same (its label, or the roots of its words), near (the same desa, or within 300 metres;
2 kilometres where the thing itself is that large), and came in within a day, three days in office matters.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from services.domain.deadlines import label_of
from services.domain.policy import DAY, CalendarKind, Policy
from services.domain.report import Millis, Report
from services.domain.report_row import hidden
from services.domain.rows import ReportRow

WORTH_SHOWING: Final = 0.1
"""How alike (0 to 1) what is shown to somebody who asks must be."""
SUSPECT: Final = 0.25
"""How alike what the hub takes for a likely duplicate by itself must be."""
MOST_SHOWN: Final = 10
MOST_SUSPECTED: Final = 5

REACH: Final = 300.0
"""Metres between two reports of one thing."""
WIDE_REACH: Final = 2_000.0
WIDE: Final = frozenset(
    {
        *("banjir", "tanah_longsor", "kebakaran", "angin_kencang", "gempa_kerusakan", "kabel_listrik_putus"),
        *("air_pdam_mati", "kekeringan", "pencemaran", "sound_bising", "balap_liar", "kecelakaan_laut"),
    }
)
"""Labels of things that many see from far apart."""
PERSONAL: Final = frozenset(
    {
        *("kdrt", "kekerasan_anak", "difabel_butuh_bantuan", "bansos_belum_dapat", "rumah_tidak_layak"),
        *("gizi_buruk", "pelayanan_puskesmas", "bpjs_bermasalah", "ktp_belum_jadi", "kk_nik_bermasalah"),
        *("akta_belum_jadi", "izin_belum_terbit", "pelayanan_loket", "lainnya"),
    }
)
"""Labels under which neighbours have each their own case: the label alone says little."""

_METRES_A_DEGREE: Final = 111_200.0
_FEW: Final = 2
"""Shared roots that are more than chance."""
_SHORTEST: Final = 4
_WORD = re.compile(r"[a-z]{3,}")
_COMMON: Final = frozenset(
    {
        *("ada", "agar", "akan", "atau", "bahwa", "banyak", "belum", "bisa", "dan", "dari", "dekat", "dengan"),
        *("desa", "dusun", "hari", "harap", "ini", "itu", "jalan", "juga", "kami", "karena", "kasih", "kepada"),
        *("lalu", "lapor", "laporan", "malam", "masih", "mohon", "oleh", "pada", "pagi", "pak", "perlu", "saat"),
        *("sangat", "saya", "sebelah", "segera", "sejak", "sekitar", "sering", "sudah", "supaya", "tadi", "telah"),
        *("depan", "lagi", "saja", "terima", "tidak", "tolong", "untuk", "warga", "yang"),
    }
)
"""Words that stand in every report."""
_SUFFIXES: Final = ("nya", "lah", "an", "i")
_PREFIXES: Final = (
    *(("meng", ""), ("peng", ""), ("meny", "s"), ("peny", "s"), ("mem", "p"), ("pem", "p"), ("men", "t"), ("pen", "t")),
    *(("ber", ""), ("ter", ""), ("per", ""), ("me", ""), ("di", ""), ("ke", ""), ("se", "")),
)
"""Prefixes, and the letter that a vowel behind it has swallowed: `menumpuk` comes from `tumpuk`."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What of a report is compared; `within` is how far apart in time its like may come in."""

    label: str
    received: Millis
    within: Millis
    desa: str | None
    lat: float | None
    lon: float | None
    roots: frozenset[str]


def traits_of(seen: Report | ReportRow, policy: Policy) -> Traits:
    """Return what of a report, or of a viewer's row of it, is compared."""
    office = label_of(seen.label, policy).calendar is CalendarKind.OFFICE
    return Traits(
        seen.label,
        seen.received,
        3 * DAY if office else DAY,
        seen.desa,
        seen.lat,
        seen.lon,
        roots(f"{seen.title} {seen.text}"),
    )


def comparable(report: Report | None) -> bool:
    """Whether the hub looks for duplicates of a report by itself: of public, open ones alone."""
    return report is not None and report.open and not report.retired and not hidden(report)


def likeness(one: Traits, other: Traits) -> float:
    """Return how alike two reports are, from 0 to 1; the same whichever comes first."""
    within, apart = max(one.within, other.within), abs(one.received - other.received)
    if apart > within:
        return 0.0
    return _place(one, other) * _subject(one, other) * (1 - 0.3 * apart / within)


def best(wanted: Traits, others: Iterable[tuple[str, Traits]], *, least: float, most: int) -> tuple[str, ...]:
    """Return the ids of the `most` likest of at least that likeness, likest first."""
    alike = sorted((-likeness(wanted, other), id_) for id_, other in others)
    return tuple(id_ for negative, id_ in alike[:most] if -negative >= least)


def _place(one: Traits, other: Traits) -> float:
    metres = _metres(one, other)
    reach = WIDE_REACH if {one.label, other.label} & WIDE else REACH
    if metres is not None and metres <= reach:
        return 1 - metres / reach / 2
    if one.desa is None or one.desa != other.desa:
        return 0.0
    return 0.5 if metres is None else 0.35  # people report from home, too


def _metres(one: Traits, other: Traits) -> float | None:
    """Metres between two points, as if the earth were flat there; None where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    east = math.cos(math.radians((one.lat + other.lat) / 2))
    return _METRES_A_DEGREE * math.hypot(one.lat - other.lat, (one.lon - other.lon) * east)


def _subject(one: Traits, other: Traits) -> float:
    words = _words(one.roots, other.roots)
    if one.label != other.label:
        return 0.6 * words
    return (0.2 if one.label in PERSONAL else 0.6) + 0.4 * words


def _words(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter text stands in the longer; single words in common are chance."""
    shared = len(one & other)
    return shared / min(len(one), len(other)) if shared >= _FEW else 0.0


def roots(text: str) -> frozenset[str]:
    """Return the roots of the words of a text, without the words that stand in every report."""
    return frozenset(root(word) for word in _WORD.findall(text.casefold()) if word not in _COMMON)


@lru_cache(maxsize=8192)
def root(word: str) -> str:
    """Return roughly the root of an Indonesian word: the same for `menumpuk` and `tumpukan`, `bersih` and `bersihkan`.

    A last `k` goes, too: whether it belongs to the root or to the suffix is not to be seen.
    """
    suffix = next((one for one in _SUFFIXES if word.endswith(one) and len(word) - len(one) >= _SHORTEST), "")
    bare = word.removesuffix(suffix).removesuffix("k")
    for prefix, swallowed in _PREFIXES:
        if bare.startswith(prefix) and len(bare) - len(prefix) >= _SHORTEST:
            rest = bare.removeprefix(prefix)
            bare = swallowed + rest if rest[0] in "aiueo" else rest
            break
    return bare
