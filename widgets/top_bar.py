"""The bar over every window: the room, its windows, the search field, the feed, who works here, the clock."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from services.domain.squads import Squad
from widgets.alarm_chip import AlarmChip
from widgets.icon_button import IconButton
from widgets.key_button import ButtonTone, KeyButton
from widgets.link_chip import LinkChip, LinkLook
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.search_field import SearchField
from widgets.user_button import UserButton

_HEIGHT = 52.0
_STRIPE = 2.5
_STRIPE_STEP = 4.0
_MARK_HEIGHT = 20.0
_NAME_LEFT = 58.0


@dataclass(frozen=True, slots=True)
class Mode:
    """A window one can switch to, its key, and whether it is this one."""

    name: str
    words: str
    key: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class TopWords:
    """The fixed words of the bar: what the room is called and where it is; `demo` marks a room that is not real."""

    name: str
    place: str
    demo: str = ""


class TopBar(QWidget):
    """The top bar; says what is wanted.

    Signals:
        search_wanted(): the palette.
        menu_wanted(QPoint): the menu under the user's name, with its right upper corner at this place of the screen.
        mode_wanted(str): the name of a window.
        theme_wanted(): the other theme.
        language_wanted(): the other language.
    """

    search_wanted = Signal()
    menu_wanted = Signal(QPoint)
    mode_wanted = Signal(str)
    theme_wanted = Signal()
    language_wanted = Signal()

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._words = TopWords("", "")
        self._clock = ("", "")
        self._modes: list[KeyButton] = []
        self._layout = QHBoxLayout(self)
        self._gap = QSpacerItem(0, 0)
        self._layout.addItem(self._gap)
        self._search = SearchField(paint=paint, parent=self)
        self._search.clicked.connect(self.search_wanted)
        self._layout.addWidget(self._search, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addStretch(1)
        self._chip = LinkChip(paint=paint, parent=self)
        self.alarms = AlarmChip(paint=paint, parent=self)
        self.alarms.told.connect(self._fit_alarms)
        self._language, self._theme = (IconButton(paint=paint, parent=self) for _ in range(2))
        self._user = UserButton(paint=paint, parent=self)
        self._language.clicked.connect(self.language_wanted)
        self._theme.clicked.connect(self.theme_wanted)
        self._user.clicked.connect(self._on_user)
        for widget in (self.alarms, self._chip, self._language, self._theme, self._user):
            self._layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_paint(paint)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        for mode in self._modes:
            mode.set_paint(paint)
        for tool in (self._language, self._theme):
            tool.set_paint(paint)
        self._search.set_paint(paint)
        self._user.set_paint(paint)
        self._chip.set_paint(paint)
        self.alarms.set_paint(paint)
        self._fit()
        self.updateGeometry()
        self.update()

    def say(self, words: TopWords, *, theme: str, language: str) -> None:
        """Set the fixed words and those of the two switches."""
        self._words = words
        self._theme.say(theme, icon="sun" if self._paint.theme.dark else "moon")
        self._language.say(language, icon="languages")
        self._fit()
        self.update()

    def set_search(self, words: str, *, key: str) -> None:
        """Say what the search field finds, and its key."""
        self._search.say(words, key=key)

    def set_modes(self, modes: tuple[Mode, ...]) -> None:
        """Offer these windows, and no others."""
        for button in self._modes:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._modes = []
        for place, mode in enumerate(modes):
            button = KeyButton(paint=self._paint, tone=ButtonTone.QUIET, parent=self)
            button.setCheckable(True)
            button.setChecked(mode.chosen)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.say(mode.words, key=mode.key)
            button.clicked.connect(lambda _=False, mode=mode, button=button: self._on_mode(mode, button))
            self._layout.insertWidget(place, button, 0, Qt.AlignmentFlag.AlignVCenter)
            self._modes.append(button)
        self._fit_alarms()

    def set_link(self, look: LinkLook) -> None:
        """Say how fresh the data is."""
        self._chip.tell(look)
        self._fit_alarms()

    def set_user(self, name: str, role: str) -> None:
        """Say who works here and as what."""
        self._user.say(name, role)
        self._fit_alarms()

    def set_clock(self, time: str, date: str) -> None:
        """Show the hub's time with seconds, and the date; repaints only its own corner."""
        if (time, date) == self._clock:
            return
        wider = len(date) != len(self._clock[1])
        self._clock = (time, date)
        if wider:
            self._fit()
            self.update()
        self.update(self._clock_rect().toAlignedRect())

    def sizeHint(self) -> QSize:
        """As high as the design says."""
        return QSize(800, round(self._paint.px(_HEIGHT)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the alarms' words where there is room for them."""
        super().resizeEvent(event)
        self._fit_alarms()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw mark, name, date and clock."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._paint.theme.bg0)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._paint.theme.line)
        self._draw_mark(painter)
        self._draw_name(painter)
        self._draw_clock(painter)
        painter.end()

    def _on_mode(self, mode: Mode, button: KeyButton) -> None:
        button.setChecked(mode.chosen)  # a window is shown when it is there, not when it is asked for
        self.mode_wanted.emit(mode.name)

    def _on_user(self) -> None:
        self.menu_wanted.emit(self._user.mapToGlobal(QPoint(self._user.width(), self._user.height())))

    def _fit(self) -> None:
        paint = self._paint
        name = max(
            paint.texts.width(self._words.name, TextRole.STRONG), paint.texts.width(self._words.place, TextRole.META)
        )
        demo = paint.texts.width(self._words.demo, TextRole.KEY) + paint.px(34) if self._words.demo else 0
        left = paint.px(_NAME_LEFT) + name + demo + paint.px(24)
        self._layout.setContentsMargins(round(left), 0, round(self._right_width()), 0)
        self._layout.setSpacing(round(paint.px(2)))
        self._gap.changeSize(round(paint.px(14)), 0, QSizePolicy.Policy.Fixed)
        self._layout.invalidate()
        self._fit_alarms()

    def _fit_alarms(self) -> None:
        if self.alarms.isHidden():
            return
        rest = self._layout.minimumSize().width() - self.alarms.sizeHint().width()
        self.alarms.set_short(rest + self.alarms.width_of(short=False) > self.width())

    def _right_width(self) -> float:
        return self._clock_width() + self._paint.px(40)

    def _clock_width(self) -> float:
        texts = self._paint.texts
        day, _, rest = self._clock[1].partition(", ")
        dates = max(texts.width(day, TextRole.META), texts.width(rest, TextRole.META))
        return dates + self._paint.px(14) + texts.width("00.00.00", TextRole.VIEW)

    def _clock_rect(self) -> QRectF:
        width = self._clock_width() + self._paint.px(20)
        return QRectF(self.width() - width, 0, width, self.height())

    def _draw_mark(self, painter: QPainter) -> None:
        paint = self._paint
        top = self.height() / 2 - paint.px(_MARK_HEIGHT) / 2
        for place, squad in enumerate(Squad):
            x = paint.px(20 + place * _STRIPE_STEP)
            colours = paint.theme.squads[squad]
            fill = colours.fill if squad is not Squad.SHADOW else colours.line
            if squad is Squad.WHITE and not paint.theme.dark:
                fill = colours.outline
            painter.fillRect(QRectF(x, top, paint.px(_STRIPE), paint.px(_MARK_HEIGHT)), fill)

    def _draw_name(self, painter: QPainter) -> None:
        paint, middle = self._paint, self.height() / 2
        x = paint.px(_NAME_LEFT)
        end = self._two_lines(painter, x=x, first=self._words.name, second=self._words.place)
        if not self._words.demo:
            return
        line = paint.texts.line(self._words.demo, TextRole.KEY)
        box = QRectF(end + paint.px(12), middle - paint.px(10), line.width + paint.px(14), paint.px(20))
        painter.setPen(QPen(paint.theme.t2, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        paint.texts.draw_centred(painter, line, x=box.left() + paint.px(7), middle=middle, colour=paint.theme.t1)

    def _draw_clock(self, painter: QPainter) -> None:
        paint = self._paint
        self._divider(painter, self.width() - self._clock_width() - paint.px(32))
        day, _, rest = self._clock[1].partition(", ")
        time = paint.texts.line(self._clock[0], TextRole.VIEW)
        x = self.width() - paint.px(16) - paint.texts.width("00.00.00", TextRole.VIEW)
        paint.texts.draw_centred(painter, time, x=x, middle=self.height() / 2, colour=paint.theme.t1)
        for text, shift in ((day, -8), (rest, 8)):
            line = paint.texts.line(text, TextRole.META)
            left = x - paint.px(12) - line.width
            middle = self.height() / 2 + paint.px(shift)
            paint.texts.draw_centred(painter, line, x=left, middle=middle, colour=paint.theme.t2)

    def _two_lines(self, painter: QPainter, *, x: float, first: str, second: str) -> float:
        paint, middle = self._paint, self.height() / 2
        line = paint.texts.line(first, TextRole.STRONG)
        end = paint.texts.draw_centred(painter, line, x=x, middle=middle - paint.px(8), colour=paint.theme.t1)
        line = paint.texts.line(second, TextRole.META)
        other = paint.texts.draw_centred(painter, line, x=x, middle=middle + paint.px(9), colour=paint.theme.t2)
        return max(end, other)

    def _divider(self, painter: QPainter, x: float) -> None:
        height = self._paint.px(24)
        painter.fillRect(QRectF(x, self.height() / 2 - height / 2, 1, height), self._paint.theme.line2)
