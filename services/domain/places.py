"""The desa and kecamatan of the regency, and which of them a code or a point belongs to."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile

REACH_KM = 4.0
"""How far from the nearest desa's inner point a place still counts as in the regency.

Measured against the desa borders: 2.6 % of the regency's area lies farther, and a strip of about this width outside
the border counts as inside. `outside` is a remark on a report, never a reason to refuse it.
"""

_KM_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Desa:
    """A desa or kelurahan: Kemendagri's code, its name (ten occur twice), its kecamatan's code, an inner point."""

    code: str
    name: str
    kecamatan: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Location:
    """Where a report is, as far as it is known: codes or None, and whether it lies outside the regency."""

    kecamatan: str | None = None
    desa: str | None = None
    outside: bool = False


class Gazetteer:
    """The places of one regency; `kecamatan` are the names by code."""

    __slots__ = ("_kilometres_east", "_names", "desas", "kecamatan")

    def __init__(self, desas: Iterable[Desa], kecamatan: Mapping[str, str]) -> None:
        self.desas: Mapping[str, Desa] = {desa.code: desa for desa in desas}
        """Every desa by its code."""
        self.kecamatan = kecamatan
        called = (*kecamatan.items(), *((desa.code, desa.name) for desa in self.desas.values()))
        self._names = sorted((word, code) for code, name in called for word in name.casefold().split())
        middle = sum(desa.lat for desa in self.desas.values()) / max(len(self.desas), 1)
        self._kilometres_east = _KM_A_DEGREE * math.cos(math.radians(middle))

    def named(self, beginning: str) -> tuple[str, ...]:
        """Return the codes of the kecamatan and desa in whose names a word begins so, upper or lower case alike."""
        wanted = beginning.casefold()
        found = takewhile(lambda one: one[0].startswith(wanted), self._names[bisect_left(self._names, (wanted,)) :])
        return tuple(dict.fromkeys(code for _, code in found))

    def locate(self, desa: str | None, lat: float | None, lon: float | None) -> Location:
        """Return where a report is from the desa's code, the point (WGS 84 degrees), both or neither.

        The code decides on desa and kecamatan, the point on `outside`. A point without a code gives the kecamatan of
        the nearest desa (right for nine tenths of the area) and no desa: that would be wrong too often. A code that is
        not the regency's own is outside; one of a kecamatan that has no such desa gives the kecamatan.
        """
        near = None if lat is None or lon is None else self._near(lat, lon)
        beyond = lat is not None and lon is not None and near is None
        if desa is None:
            return Location(kecamatan=near.kecamatan if near else None, outside=beyond)
        if known := self.desas.get(desa):
            return Location(known.kecamatan, known.code, beyond)
        return self._by_unknown_code(desa, near, beyond)

    def _by_unknown_code(self, code: str, near: Desa | None, beyond: bool) -> Location:
        """A code nobody knows: what its first digits say, else what the point says."""
        kecamatan = code.rpartition(".")[0]
        if kecamatan in self.kecamatan:
            return Location(kecamatan=kecamatan, outside=beyond)
        return Location(near.kecamatan) if near else Location(outside=True)

    def _near(self, lat: float, lon: float) -> Desa | None:
        """The desa whose inner point is nearest, if it is near enough for the regency."""
        distances = ((self._distance(desa, lat, lon), desa.code) for desa in self.desas.values())
        distance, code = min(distances, default=(math.inf, ""))
        return self.desas[code] if distance <= REACH_KM else None

    def _distance(self, desa: Desa, lat: float, lon: float) -> float:
        """Kilometres between two points a few desa apart, as if the earth were flat there."""
        return math.hypot((lat - desa.lat) * _KM_A_DEGREE, (lon - desa.lon) * self._kilometres_east)
