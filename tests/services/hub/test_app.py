"""The program `hub`: what it refuses to start with, each in one line."""

from pathlib import Path

import pytest

from services.hub.app import main
from services.store.database import Store


def _start(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str]:
    status = main(argv)
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    return status, said.err


def test_off_loopback_there_is_no_listening_without_tls(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, said = _start(capsys, "--data", str(tmp_path / "d"), "--listen", "192.168.1.5:0")
    assert status == 2
    assert "--tls-cert" in said
    assert not (tmp_path / "d").exists()


def test_a_folder_that_another_hub_holds_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store.open(tmp_path / "d", clock=lambda: 0)
    try:
        status, _ = _start(capsys, "--data", str(tmp_path / "d"), "--listen", "127.0.0.1:0")
    finally:
        store.close()
    assert status == 1


def test_a_missing_certificate_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "cert.pem")
    status, said = _start(capsys, "--data", str(tmp_path / "d"), "--tls-cert", missing, "--tls-key", missing)
    assert status == 1
    assert "No such file" in said


@pytest.mark.parametrize("place", ["8765", "127.0.0.1:", "127.0.0.1:99999", ":1"])
def test_a_place_that_is_none_is_wrong_use(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--data", str(tmp_path / "d"), "--listen", place])
    assert ended.value.code == 2
    assert "HOST:PORT" in capsys.readouterr().err
