"""The names of the regency's kecamatan and desa, from the shipped tables."""

import csv
from collections.abc import Mapping
from io import StringIO

import resources


def kecamatan_names() -> Mapping[str, str]:
    """Return the 14 kecamatan by Kemendagri code."""
    return _named("kecamatan_tiles.csv")


def desa_names() -> Mapping[str, str]:
    """Return the 157 desa and kelurahan by Kemendagri code."""
    return _named("places.csv")


def _named(table: str) -> Mapping[str, str]:
    return {row["code"]: row["name"] for row in csv.DictReader(StringIO(resources.read_text(table)))}
