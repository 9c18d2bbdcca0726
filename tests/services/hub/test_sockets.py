"""Where the hub may listen, and how fast it reads."""

import asyncio
from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any

from services.hub.lane import Lane
from services.hub.sockets import _Line, may_listen
from services.protocol.limits import FRAMES


def test_without_tls_the_hub_listens_on_loopback_only() -> None:
    assert [may_listen(host, tls=False) for host in ("127.0.0.1", "::1", "localhost")] == [True] * 3
    assert [may_listen(host, tls=False) for host in ("0.0.0.0", "192.168.1.5", "hub.example")] == [False] * 3  # noqa: S104 - refused here
    assert may_listen("192.168.1.5", tls=True)


def test_a_flood_of_frames_is_read_slowly_and_leaves_the_loop_to_others() -> None:
    class Flood:
        """A socket whose frames have all come already, so that taking one never waits."""

        async def __aiter__(self) -> AsyncIterator[str]:
            for _ in range(3 * FRAMES.burst):
                yield "{}"

    taken: list[str] = []

    async def run() -> int:
        connection: Any = SimpleNamespace(receive=lambda frame, _: taken.append(frame), lane=Lane())
        flood: Any = Flood()
        loop = asyncio.get_running_loop()
        reading = asyncio.create_task(_Line(flood, connection, lambda: int(loop.time() * 1000)).read())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        so_far = len(taken)
        await reading
        return so_far

    begun = asyncio.run(run())
    assert FRAMES.burst <= begun <= FRAMES.burst + 50
    assert len(taken) == 3 * FRAMES.burst
