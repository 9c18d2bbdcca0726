"""The form where a user signs in: name, password, and what went wrong without saying which."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from services.domain.squads import Squad
from widgets.key_button import ButtonTone, KeyButton
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.styles import css_font

_WIDTH = 380.0


class SignInForm(QWidget):
    """Asks for a user and a password; forgets the password as soon as it has said it.

    Signals: sign_in_wanted(str user, str password).
    """

    sign_in_wanted = Signal(str, str)

    def __init__(self, *, paint: Paint, user: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._title = QLabel(self)
        self._where = QLabel(self)
        self._trouble = QLabel(self)
        self._user_label, self._password_label = QLabel(self), QLabel(self)
        self._user = QLineEdit(user, self)
        self._password = QLineEdit(self)
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._go = KeyButton(paint=paint, tone=ButtonTone.PRIMARY, parent=self)
        self._labels = (self._title, self._where, self._trouble, self._user_label, self._password_label)
        for label in self._labels:
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.setWordWrap(True)
        self._user_label.setBuddy(self._user)
        self._password_label.setBuddy(self._password)
        self._lay_out()
        self._user.returnPressed.connect(self._password.setFocus)
        self._password.returnPressed.connect(self._on_go)
        self._go.clicked.connect(self._on_go)
        (self._password if user else self._user).setFocus()
        self.set_paint(paint)
        self.retranslate()

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self._go.set_paint(paint)
        theme = paint.theme
        inks = (theme.t1, theme.t2, theme.t1, theme.t2, theme.t2)
        roles = (TextRole.TITLE, TextRole.CAPTION, TextRole.STRONG, TextRole.CAPTION, TextRole.CAPTION)
        for label, ink, role in zip(self._labels, inks, roles, strict=True):
            label.setStyleSheet(f"color: {ink.name()}; {css_font(paint, role)}")
        for field in (self._user, self._password):
            field.setFont(paint.fonts.font(TextRole.BODY))
            field.setMinimumHeight(round(paint.px(40)))
        self.update()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self._title.setText(self.tr("Sign in"))
        self._user_label.setText(self.tr("User name"))
        self._password_label.setText(self.tr("Password"))
        self._user.setAccessibleName(self._user_label.text())
        self._password.setAccessibleName(self._password_label.text())
        self._go.say(self.tr("Sign in"), key="Enter")

    def tell(self, trouble: str, *, where: str | None = None) -> None:
        """Say what went wrong (or nothing), and to which hub this is."""
        self._trouble.setText(trouble)
        if where is not None:
            self._where.setText(where)

    def set_waiting(self, waiting: bool) -> None:
        """Take no answer while one is under way."""
        for widget in (self._user, self._password, self._go):
            widget.setEnabled(not waiting)
        if not waiting:
            self._password.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the seven stripes."""
        del event
        painter = QPainter(self)
        paint = self._paint
        painter.fillRect(self.rect(), paint.theme.bg1)
        left = (self.width() - paint.px(_WIDTH)) / 2
        top = self._title.geometry().top() - paint.px(34)
        for place, squad in enumerate(Squad):
            colours = paint.theme.squads[squad]
            fill = colours.line if squad is Squad.SHADOW else colours.fill
            if squad is Squad.WHITE and not paint.theme.dark:
                fill = colours.outline
            painter.fillRect(QRectF(left + paint.px(8 * place), top, paint.px(5), paint.px(22)), fill)
        painter.end()

    def _lay_out(self) -> None:
        column = QWidget(self)
        column.setFixedWidth(round(_WIDTH))
        form = QFormLayout(column)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(8)
        for widget in (self._title, self._where):
            form.addRow(widget)
        form.addRow(self._user_label, self._user)
        form.addRow(self._password_label, self._password)
        form.addRow(self._trouble)
        form.addRow(self._go)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    def _on_go(self) -> None:
        user, password = self._user.text().strip(), self._password.text()
        self._password.clear()
        if user and password:
            self.sign_in_wanted.emit(user, password)
