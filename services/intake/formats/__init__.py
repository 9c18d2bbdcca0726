"""The formats of recorded reports this program reads, by the names that are typed."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from services.intake.formats import la311, petabencana, surabaya
from services.intake.records import Record, Refused

Reader = Callable[[Path], Iterator[Record | Refused]]

FORMATS: Mapping[str, Reader] = MappingProxyType(
    {"petabencana": petabencana.read, "surabaya": surabaya.read, "la311": la311.read}
)
