"""The hub's log: bounded in speed, without what desks sent."""

import json
import logging
from pathlib import Path

from services.hub.logs import FILE, open_log


class _Clock:
    """Moves only when a test moves it."""

    now = 0

    def __call__(self) -> int:
        return self.now


def _lines(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / FILE).read_text(encoding="utf-8").splitlines()]


def test_a_flood_writes_fifty_lines_a_second_and_the_rest_are_counted(tmp_path: Path) -> None:
    clock = _Clock()
    log = open_log(tmp_path, clock)
    for n in range(60):
        log.info("closed", n=n)
    logging.getLogger("websockets.server").warning("words of a desk")
    log.error("failed", ref="1")
    written = _lines(tmp_path)
    assert [line["n"] for line in written[:-1]] == list(range(50))
    assert (written[-1]["event"], written[-1]["left_out"]) == ("failed", 11)
    clock.now = 1_000
    log.info("closed", n=60)
    logging.getLogger("websockets.server").warning("words of a desk")
    (last, library) = _lines(tmp_path)[-2:]
    assert (last["n"], "left_out" in last) == (60, False)
    assert library["event"] == "library"
    assert "words" not in str(library)
    for handler in logging.getLogger("pendopo.hub").handlers:
        handler.close()
