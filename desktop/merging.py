"""Merging reports: finds what this one may be part of, shows both side by side, gives the order or takes it back."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop.acting import Acting
from desktop.alike import Alike, alike, candidates, of_number
from desktop.desk import Desk, Frame
from desktop.surroundings import Surroundings
from services.domain.commands import Merge, Unmerge
from services.domain.rows import ReportRow
from services.feed.reading import Answer, ReadRefused, ReportsFound
from widgets import words
from widgets.merge_card import CardLook, MergeCard
from widgets.merge_sheet import MergeSheet, Sameness
from widgets.paint.source import Paint
from widgets.queue_look import row_title
from widgets.suggestion_look import distance
from widgets.wording import duration_short, moment

translate = QCoreApplication.translate


class Merging(QObject):
    """One report at a time, as it stood when its key was pressed.

    Signals: left(): the view is closed; the focus belongs to the queue again.
    """

    left = Signal()

    def __init__(self, desk: Desk, acting: Acting, *, around: Surroundings, paint: Paint, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._acting, self._around = desk, acting, around
        self._report: str | None = None
        self._base: str | None = None
        self._similar: tuple[str, ...] = ()
        self._found: str | None = None
        self._shown: str | None = None
        self._asked = 0
        self.sheet = MergeSheet(paint=paint, parent=over)
        self.sheet.stepped.connect(self._on_stepped)
        self.sheet.number_typed.connect(self._on_number)
        self.sheet.sent.connect(self._on_send)
        self.sheet.closed.connect(self._on_closed)
        desk.frame.connect(self._on_frame)

    @property
    def shown(self) -> str | None:
        """The candidate at the right."""
        return self._shown

    def open(self, report: str) -> bool:
        """Begin with a report, or take its merge back; returns whether either is possible now."""
        row, may = self._desk.row(report), self._acting.allowed(report)
        if row is not None and row.merged_into is not None and "unmerge" in may:
            self._acting.give(Unmerge(), report)
            return True
        if row is None or "merge" not in may:
            return False
        self._report, self._base = report, self._desk.base(report)
        self._similar, self._found, self._shown = (), None, None
        self._asked += 1
        asked = self._asked
        self._desk.link.ask("similar", lambda answer: self._on_similar(asked, answer), owner=self, report=report)
        self.retranslate()
        self.sheet.begin()
        return True

    def show_report(self, report: str | None) -> None:
        """Another report is under the focus: this one is not merged."""
        if report != self._report:
            self.sheet.lift()

    def stop(self) -> None:
        """Hear nothing any more."""
        self._report, self._asked = None, self._asked + 1

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self.sheet.set_paint(paint)

    def retranslate(self) -> None:
        """Speak the language of the screen."""
        row = None if self._report is None else self._desk.row(self._report)
        if row is not None:
            self.sheet.say(report=row.number)
            self._show()

    # what there is

    def _candidates(self) -> tuple[str, ...]:
        if self._report is None:
            return ()
        near = (self._report, *self._similar, *((self._found,) if self._found else ()))
        row = self._desk.row(self._report)
        near += () if row is None else row.suspected
        rows = {one: known for one in near if (known := self._desk.row(one)) is not None}
        found = candidates(self._report, rows, self._similar)
        return found if self._found is None else tuple(dict.fromkeys((self._found, *found)))

    def _on_similar(self, asked: int, answer: Answer | ReadRefused) -> None:
        if asked == self._asked and self._report is not None and isinstance(answer, ReportsFound):
            self._similar = tuple(answer.reports)
            self._show()

    def _on_number(self, typed: str) -> None:
        if self._report is None:
            return
        self._found = of_number(typed, self._desk.rows(), but=self._report)
        if self._found is not None:
            self._shown = self._found
        self._show()

    def _on_stepped(self, by: int) -> None:
        known = self._candidates()
        if known:
            at = known.index(self._shown) if self._shown in known else -1
            self._shown = known[(at + by) % len(known)]
            self._show()

    def _on_frame(self, frame: Frame) -> None:
        watched = {self._report, self._shown, *self._candidates()}
        if self._report is not None and not watched.isdisjoint({*frame.puts, *frame.removed}):
            self._show()

    # what is shown

    def _show(self) -> None:
        this = None if self._report is None else self._desk.row(self._report)
        if this is None:
            self.sheet.lift()
            return
        known = self._candidates()
        if self._shown not in known:
            self._shown = known[0] if known else None
        other = None if self._shown is None else self._desk.row(self._shown)
        like = None if other is None else alike(this, other)
        self.sheet.say_place(known.index(self._shown) if self._shown in known else 0, len(known))
        self.sheet.compare(
            self._card(this, like),
            None if other is None else self._card(other, like),
            marks=() if like is None else self._marks(like),
        )
        self._fetch(self.sheet.this, this)
        if other is not None:
            self._fetch(self.sheet.other, other)

    def _card(self, row: ReportRow, like: Alike | None) -> CardLook:
        around, now = self._around, self._desk.now
        where = " · ".join(part for part in (*around.names.area(row), row.place) if part)
        facts = (
            ("map-pin", where or translate("merge", "No place"), like is not None and like.same_area is not True),
            ("clock", moment(row.received, now=now, language=around.language), like is not None),
            ("tag", around.names.label(row.label), like is not None and not like.same_label),
            ("inbox", words.channel_word(row.channel), False),
        )
        return CardLook(
            number=row.number,
            squad=row.squad,
            priority=row.priority,
            state=row.state,
            state_word=words.state_word(row, now),
            title=row_title(row, around.names),
            text=row.text,
            facts=facts,
            photos=row.photos,
        )

    def _marks(self, like: Alike) -> tuple[Sameness, ...]:
        span = duration_short(abs(like.apart), self._around.language)
        later = (
            translate("merge", "came in {span} later")
            if like.apart >= 0
            else translate("merge", "came in {span} earlier")
        )
        label = translate("merge", "same label") if like.same_label else translate("merge", "other label")
        marks = [Sameness(label, like.same_label)]
        if like.metres is not None:
            marks.append(Sameness(translate("merge", "{far} apart").format(far=distance(like.metres))))
        elif like.same_area is not None:
            area = translate("merge", "same place") if like.same_area else translate("merge", "other place")
            marks.append(Sameness(area, like.same_area))
        marks.append(Sameness(later.format(span=span)))
        if not like.same_squad:
            marks.append(Sameness(translate("merge", "other squad"), same=False))
        return tuple(marks)

    def _fetch(self, card: MergeCard, row: ReportRow) -> None:
        if not row.photos or card.photo == row.photos[0]:
            return
        card.photo = photo = row.photos[0]

        def came(encoded: bytes | None) -> None:
            image = QImage.fromData(encoded) if encoded else QImage()
            if self._report is not None and card.photo == photo and not image.isNull():
                card.show_photo(image)

        self._desk.link.fetch_photo(photo, came, owner=card)

    # what is done

    def _on_send(self) -> None:
        report, into = self._report, self._shown
        if report is None:
            return
        typed = self.sheet.number.text().strip()
        if typed and self._found is None:
            self.sheet.refuse(translate("merge", "No open report on this board has this number"))
            return
        if into is None:
            self.sheet.refuse(translate("merge", "Type the number of the other report"))
            return
        base = self._base
        self.sheet.lift()
        self._acting.give(Merge(into=into), report, base=base)

    def _on_closed(self) -> None:
        self._report, self._asked = None, self._asked + 1
        self.left.emit()
