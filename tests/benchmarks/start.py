"""How long it takes from the start of the process to the first painted queue, with 10,000 open reports at the hub.

The product is `main.py desk` itself. The reference is the least such a window could be: Qt with one empty chart shown,
then the snapshot transferred and decoded into the product's own message types.
"""

import io
import os
import sys
import tempfile
import time
from typing import TYPE_CHECKING

from tests.benchmarks.figure import Figure, Limits
from tests.benchmarks.hub import Hub
from tests.benchmarks.parts import run_part, say_result
from tests.benchmarks.plan import Effort
from tests.benchmarks.probe import OPEN

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from widgets.queue_view import QueueView

NOW = 1_795_485_600_000
_NANO = 1e9
_HELLO = '{"type":"hello","versions":[1],"desk":"d-bare","auth":{"user":"sari","password":"bench"}}'
_SUBSCRIBE = '{"type":"subscribe","id":1,"view":"board"}'


def measure(effort: Effort) -> list[Figure]:
    """Start product and reference in turn, each in a fresh process; the first of each is thrown away."""
    found: dict[str, list[float]] = {"desk": [], "bare": []}
    with Hub("pour", NOW, 0) as hub:
        for _ in range(effort.rounds + 1):
            for part, seconds in found.items():
                with tempfile.TemporaryDirectory() as folder:
                    began = time.monotonic_ns()
                    seconds.append((run_part("start", part, hub.url, folder) - began) / _NANO)
    product, bare = (tuple(seconds[1:]) for seconds in (found["desk"], found["bare"]))
    return [Figure(name="start", unit="s", rounds=product, reference_rounds=bare, limits=Limits(ratio=1.5))]


def desk(url: str, folder: str) -> int:
    """Start the desk as a person does; it ends as soon as a queue with all reports has been painted."""
    from main import main  # noqa: PLC0415 - what is loaded is part of the start
    from tests.benchmarks.window import shown_reports, watching  # noqa: PLC0415 - likewise

    def painted(view: "QueueView", event: "QPaintEvent") -> None:
        del event
        if shown_reports(view) >= OPEN:
            say_result(time.monotonic_ns())
            os._exit(0)

    os.environ["XDG_CONFIG_HOME"] = folder
    sys.stdin = io.StringIO("bench\n")
    with watching(painted):
        main(["desk", "--hub", url, "--user", "sari", "--password-stdin", "--data", folder])
    raise RuntimeError("the desk ended without a painted queue")


def bare(url: str, folder: str) -> int:
    """Show the bare window, take the snapshot, and return the moment it was decoded."""
    del folder
    import pyqtgraph  # noqa: PLC0415 - what is loaded is part of the start
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415 - likewise
    from websockets.sync.client import connect  # noqa: PLC0415 - likewise
    from websockets.typing import Subprotocol  # noqa: PLC0415 - likewise

    from services.protocol.codec import decode_hub_frame  # noqa: PLC0415 - likewise
    from services.protocol.hub_messages import SnapshotEnd  # noqa: PLC0415 - likewise

    application = QApplication([])
    shown = QMainWindow()
    shown.setCentralWidget(pyqtgraph.PlotWidget())
    shown.resize(1920, 1080)
    shown.show()
    application.processEvents()
    messages: list[object] = []
    with connect(url, subprotocols=[Subprotocol("feed.v1")], compression=None, max_size=None, proxy=None) as hub:
        hub.send(_HELLO)
        hub.send(_SUBSCRIBE)
        while not messages or not isinstance(messages[-1], SnapshotEnd):
            messages.append(decode_hub_frame(hub.recv(decode=False)))
        there = time.monotonic_ns()
    shown.close()
    return there
