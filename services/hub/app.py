"""The program `hub`: opens a data folder, listens, says where, and stops when it is told to."""

import argparse
import asyncio
import json
import os
import signal
import ssl
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from services.domain.report import Millis
from services.hub.build import build
from services.hub.chores import Chores
from services.hub.clock import HubClock
from services.hub.logs import open_log
from services.hub.sockets import Sockets, may_listen
from services.store.database import Store
from services.store.failures import StoreFailure
from services.store.policy_source import load_gazetteer, load_policy

PATIENCE: Final[Millis] = 3_000
"""How long a stopping hub waits for what is under way."""
_FAREWELL: Final = 3.0
_YEARS: Final = 2
"""Years before and after this one whose holidays count."""
_FAILED, _WRONG_USE = 1, 2


def main(argv: Sequence[str]) -> int:
    """Run a hub until it is stopped; the exit status is 0 for a graceful stop, 1 for a failure told in one line."""
    wanted = _parser().parse_args(argv)
    host, port = wanted.listen
    if not may_listen(host, tls=wanted.tls_cert is not None):
        print(f"hub: {host} is not loopback: give --tls-cert and --tls-key", file=sys.stderr)
        return _WRONG_USE
    os.umask(0o077)  # what the hub writes beside the database is its owner's alone
    clock = HubClock(lambda: time.time() * 1000, lambda: time.monotonic() * 1000)
    try:
        tls = _tls(wanted.tls_cert, wanted.tls_key)
        store = Store.open(wanted.data, clock=clock)
    except (StoreFailure, OSError, ssl.SSLError) as refused:
        print(f"hub: {refused}", file=sys.stderr)
        return _FAILED
    try:
        return asyncio.run(_run(store, host, port, tls=tls))
    finally:
        store.close()


async def _run(store: Store, host: str, port: int, *, tls: ssl.SSLContext | None) -> int:
    log = open_log(store.folder)
    for warning in store.warnings:
        log.warning("store", says=warning)
    year = datetime.fromtimestamp(store.clock() / 1000, UTC).year
    hub = build(store, load_policy(range(year - _YEARS, year + _YEARS + 1)), load_gazetteer(), log=log)
    sockets = Sockets(hub)
    try:
        server = await sockets.listen(host, port, tls)
    except OSError as refused:
        print(f"hub: cannot listen on {host}:{port}: {refused.strerror or refused}", file=sys.stderr)
        return _FAILED
    stop = _stop_event()
    chores = Chores(hub=hub, store=store, sockets=sockets)
    chores.begin()
    _announce(server.sockets[0].getsockname()[:2], "ws" if tls is None else "wss")
    log.info("listening", reports=len(hub.publisher.picture.reports))
    await stop.wait()
    log.info("stopping", desks=len(hub.seats))
    await hub.drain(PATIENCE)
    server.close(close_connections=False)
    try:
        await asyncio.wait_for(server.wait_closed(), _FAREWELL)
    except TimeoutError:
        sockets.abandon(at_once=True)
    await hub.stop()
    await chores.note()
    log.info("stopped")
    return 0


def _announce(address: tuple[str, int], scheme: str) -> None:
    """Say where the hub listens: the one line on its standard output."""
    host, port = address
    shown = f"[{host}]" if ":" in host else host
    print(json.dumps({"listening": f"{scheme}://{shown}:{port}", "intake": None}), flush=True)


def _stop_event() -> asyncio.Event:
    """Return what is set when the process is told to stop; works where the loop knows no signals, too."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
        told = getattr(signal, name, None)
        if told is None:
            continue
        try:
            loop.add_signal_handler(told, stop.set)
        except NotImplementedError:
            signal.signal(told, lambda *_: loop.call_soon_threadsafe(stop.set))
    return stop


def _tls(certificate: Path | None, key: Path | None) -> ssl.SSLContext | None:
    if certificate is None:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.load_cert_chain(certificate, key)
    return context


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="main.py hub", description="The hub every desk connects to.")
    parser.add_argument("--data", type=Path, required=True, help="the folder of the database, its keys and its log")
    parser.add_argument(
        "--listen", type=_place, default=("127.0.0.1", 8765), metavar="HOST:PORT", help="port 0 picks a free one"
    )
    parser.add_argument("--tls-cert", type=Path, help="certificate chain; needed off loopback")
    parser.add_argument("--tls-key", type=Path, help="its private key")
    return parser


def _place(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65_535:  # noqa: PLR2004 - the highest port there is
        raise argparse.ArgumentTypeError(f"{text!r}: want HOST:PORT")
    return host.strip("[]"), int(port)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
