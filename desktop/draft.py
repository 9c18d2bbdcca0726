"""A report that is being written down: what it holds so far, what it still lacks, and the order it becomes; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.domain.commands import Open
from services.domain.formats import check_format
from services.domain.reasons import CHANNELS
from services.domain.refusals import BadFormat
from services.domain.report import Millis

BY_HAND = ("counter", "phone", "radio", "walk", "sms", "health119", "disaster")
"""The channels of what a person writes down, in the order of their digits."""
MISSING, AMBIGUOUS, UNKNOWN, TOO_LONG, UPLOADING, LOST, REFUSED = (
    "missing",
    "ambiguous",
    "unknown",
    "too_long",
    "uploading",
    "lost",
    "refused",
)
"""Why a field is refused: nothing there; two places have this name; no such thing; too many letters; photos on their
way; photos that did not arrive; the hub says so.
"""
_FIELDS: Mapping[str, str] = {"lat": "desa", "lon": "desa", "photo": "photos"}


@dataclass(frozen=True, slots=True)
class Problem:
    """A field that cannot be sent as it is, and why."""

    field: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What has been written down; `named` is what stands in the field of the desa when none is chosen from the list."""

    channel: str = ""
    text: str = ""
    label: str = ""
    label_typed: str = ""
    desa: str | None = None
    named: str = ""
    twins: bool = False
    """Whether what was typed as a desa means two of them."""
    place: str = ""
    danger: bool = False
    reporter: str = ""
    photos: tuple[str, ...] = ()
    uploading: int = 0
    lost: int = 0
    """Photos that are on their way to the hub, and those that did not arrive."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing anybody would miss."""
        words = (self.text, self.label, self.label_typed, self.desa, self.named, self.place, self.reporter)
        photos = self.photos or self.uploading or self.lost
        return not photos and not self.danger and not any(words)

    def problems(self, now: Millis) -> tuple[Problem, ...]:
        """Return everything that must be put right before it can be sent, in the order of the form."""
        found = [
            *self._channel(),
            *self._words(),
            *self._label(),
            *self._desa(),
            *self._photos(),
        ]
        return tuple(found) or self._format(now)

    def order(self) -> Open:
        """Return the order to open the report."""
        return Open(
            label=self.label,
            text=self.text.strip(),
            desa=self.desa,
            place=self.place.strip(),
            photos=self.photos,
            reporter=self.reporter.strip() or None,
            danger=self.danger,
            channel=self.channel,
        )

    def _channel(self) -> tuple[Problem, ...]:
        return () if self.channel in CHANNELS else (Problem("channel", MISSING),)

    def _words(self) -> tuple[Problem, ...]:
        """A report says what is the matter in words, by a photo or by its place: one of them is enough."""
        said = self.text.strip() or self.place.strip() or self.photos or self.uploading or self.lost
        return () if said else (Problem("text", MISSING),)

    def _label(self) -> tuple[Problem, ...]:
        if self.label:
            return ()
        return (Problem("label", UNKNOWN if self.label_typed.strip() else MISSING),)

    def _desa(self) -> tuple[Problem, ...]:
        """A desa may be left out; what was typed must be one."""
        if self.desa is not None or not self.named.strip():
            return ()
        return (Problem("desa", AMBIGUOUS if self.twins else UNKNOWN),)

    def _photos(self) -> tuple[Problem, ...]:
        if self.lost:
            return (Problem("photos", LOST),)
        return (Problem("photos", UPLOADING),) if self.uploading else ()

    def _format(self, now: Millis) -> tuple[Problem, ...]:
        try:
            check_format(self.order(), now=now)
        except BadFormat as wrong:
            return (problem_of(wrong.field, TOO_LONG),)
        return ()


def problem_of(field: str | None, reason: str = REFUSED) -> Problem:
    """Return what the hub, or the check of the format, has against a field, as the form's own field."""
    name = field or "text"
    return Problem(_FIELDS.get(name, name), reason)
