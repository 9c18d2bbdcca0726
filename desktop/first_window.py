"""One desk a person and folder on this PC: a second start raises the first one's window and ends."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WITHIN_MS = 500


class FirstWindow(QObject):
    """Listens for further starts with the same folder, hub and user.

    Signals: raise_wanted() somebody started the desk again.
    """

    raise_wanted = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        QLocalServer.removeServer(name)  # what a killed program left behind; a living one has answered before
        self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.raise_wanted.emit()


def name_of(folder: Path, hub: str, user: str) -> str:
    """Return the name under which a desk listens; it tells nothing of whose it is."""
    return "pendopo-" + sha256(f"{folder.resolve()}\0{hub}\0{user}".encode()).hexdigest()[:24]


def raised(name: str) -> bool:
    """Ask the desk of this name to come to the front; returns whether there is one."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_WITHIN_MS):
        return False
    socket.abort()
    return True
