"""A real hub in a process of its own, on a data folder with people of every role."""

import json
import secrets
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.end_to_end.wire import WireDesk

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "rahasia-sekali"
_MAKE = """
import io, sys
from services.admin.app import main
for line in sys.argv[2:]:
    sys.stdin = io.StringIO({password!r})
    assert main(["--data", sys.argv[1], *line.split()]) == 0
"""
_USERS = (
    "user add sari --role dispatcher --password-stdin",
    "user add budi --role dispatcher --password-stdin",
    "user add hendro --role supervisor --password-stdin",
    "user add rina --role supervisor,covert --password-stdin",
    "user add ratna --role dispatcher --squads orange --password-stdin",
    "user add bupati --role regent --password-stdin",
    "user add dinding --role wall --password-stdin",
    "token add lapor --role intake",
    "member add --squad orange --name Wahyu",
    "member add --squad orange --name Tini",
    "member add --squad blue --name Joko",
    "member add --squad shadow --name Elang",
)


def admin(folder: Path, *lines: str) -> str:
    """Run `admin` commands on a folder, whether a hub runs on it or not; return what they print."""
    ran: subprocess.CompletedProcess[str] = subprocess.run(
        [sys.executable, "-c", _MAKE.format(password=PASSWORD + "\n"), str(folder), *lines],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return ran.stdout


def prepare(folder: Path) -> str:
    """Fill a new data folder with people of every role; return the connector's token."""
    said = admin(folder, *_USERS)
    return str(next(json.loads(line)["token"] for line in said.splitlines() if '"token"' in line))


@dataclass(eq=False)
class HubProcess:
    """The hub; `start` and `kill` may alternate, the address stays."""

    folder: Path
    token: str
    port: int = 0
    desks: list[WireDesk] = field(default_factory=list)
    _process: "subprocess.Popen[str] | None" = None

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"ws://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """Its process id."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Start it and wait until it listens."""
        arguments = ["-m", "services.hub.app", "--data", str(self.folder), "--listen", f"127.0.0.1:{self.port}"]
        self._process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self.port = int(json.loads(self._process.stdout.readline())["listening"].rpartition(":")[2])

    def kill(self) -> None:
        """Kill it as `kill -9` does."""
        assert self._process is not None
        self._process.kill()
        self._ended()

    def stop(self) -> int:
        """Stop it gracefully; return its exit status."""
        assert self._process is not None
        self._process.terminate()
        return self._ended()

    def _ended(self) -> int:
        assert self._process is not None
        assert self._process.stdout is not None
        status = self._process.wait(10)
        self._process.stdout.close()
        return status

    def desk(self, user: str, name: str | None = None) -> WireDesk:
        """Return a desk of a user; `lapor` is the connector."""
        auth: dict[str, Any] = {"token": self.token} if user == "lapor" else {"user": user, "password": PASSWORD}
        desk = WireDesk(self.url, name or f"d-{user}-{secrets.token_hex(4)}", auth)
        self.desks.append(desk)
        return desk

    async def sign_in(self, user: str, name: str | None = None) -> WireDesk:
        """Return a desk that has signed in."""
        desk = self.desk(user, name)
        assert (await desk.sign_in())["type"] == "welcome"
        return desk

    async def board(self, user: str, name: str | None = None) -> WireDesk:
        """Return a desk that follows its board."""
        desk = await self.sign_in(user, name)
        assert (await desk.subscribe())["mode"] == "snapshot"
        return desk

    async def leave(self) -> None:
        """Close all desks."""
        for desk in self.desks:
            await desk.close()
        self.desks.clear()


def copy(prepared: Path, folder: Path) -> Path:
    """Return a fresh copy of a prepared folder."""
    shutil.copytree(prepared, folder)
    for path in (folder, *folder.iterdir()):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return folder
