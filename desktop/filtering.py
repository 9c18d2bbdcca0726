"""Leads the filter of the queue: from what is typed, chosen on the map or saved to what the queue shows."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.habits import Habits
from desktop.queue_column import QueueColumn
from desktop.surroundings import Surroundings
from widgets.filter_bar import FilterChip
from widgets.models.queue_marks import Sieve

_PARTS = {"words": "", "kecamatan": None, "member": None}


class Filtering(QObject):
    """One filter at a time over the queue that is shown.

    Signals:
        sieve_wanted(Sieve): the queue is to show this; the focus stays where somebody types.
        done(): the list has the keys again.
    """

    sieve_wanted = Signal(object)
    done = Signal()

    def __init__(
        self, queue: QueueColumn, *, around: Surroundings, habits: Habits, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._queue, self._around, self._habits = queue, around, habits
        bar = queue.filter
        bar.typed.connect(lambda words: self._change(words=words))
        bar.kept.connect(self._on_kept)
        bar.cleared.connect(self.clear)
        bar.dropped.connect(lambda part: self._change(**{part: _PARTS[part]}))
        bar.save_wanted.connect(self._on_save_wanted)
        habits.filters_changed.connect(self.say)

    @property
    def sieve(self) -> Sieve:
        """What the queue shows."""
        return self._queue.order.sieve

    def begin(self) -> None:
        """Let somebody type."""
        self._queue.typed_texts()  # made before the first letter is typed
        self._queue.filter.edit(self.sieve.words)

    def clear(self) -> None:
        """Show the whole queue again."""
        self._queue.filter.finish()
        if self.sieve.filtered:
            self.sieve_wanted.emit(self.sieve.queue)
        self.done.emit()

    def show_area(self, kecamatan: str) -> None:
        """Filter by a kecamatan; the same one again shows all."""
        self._change(kecamatan=None if kecamatan == self.sieve.kecamatan else kecamatan)
        self.done.emit()

    def say(self) -> None:
        """Show the parts of the filter."""
        sieve = self.sieve
        saved = any(each.sieve == sieve for each in self._habits.filters)
        self._queue.filter.show_filter(tuple(self._chips(sieve)), saved=saved)

    def _chips(self, sieve: Sieve) -> list[FilterChip]:
        names, chips = self._around.names, []
        if sieve.kecamatan is not None:
            place = names.kecamatan.get(sieve.kecamatan, sieve.kecamatan)
            chips.append(FilterChip("kecamatan", place, "map-pin"))
        if sieve.member is not None:
            chips.append(FilterChip("member", names.member(sieve.member), "user"))
        if sieve.words.strip():
            chips.append(FilterChip("words", sieve.words.strip(), "list-filter"))
        return chips

    def _change(self, **parts: str | None) -> None:
        change: Callable[..., Sieve] = replace
        self.sieve_wanted.emit(change(self.sieve, **parts))

    def _on_kept(self) -> None:
        self._queue.filter.finish()
        order, view = self._queue.order, self._queue.view
        if len(order) and (view.chosen is None or order.position_of(view.chosen) is None):
            view.choose(order.ids(0, 1)[0])
        self.done.emit()

    def _on_save_wanted(self) -> None:
        sieve = self.sieve
        saved = next((each for each in self._habits.filters if each.sieve == sieve), None)
        if saved is not None:
            self._habits.forget(saved.name)
            return
        self._habits.save(self.name_of(sieve), sieve)

    def name_of(self, sieve: Sieve) -> str:
        """Return the name under which a filter is saved: its queue and its parts."""
        parts = [chip.words for chip in self._chips(sieve)]
        queue = self._queue.title(sieve) if sieve.queue != Sieve() else ""
        return " · ".join(part for part in (queue, *parts) if part)
