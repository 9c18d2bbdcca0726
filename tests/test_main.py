"""The first start on a machine: what main.py says, builds, repairs and refuses."""

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

import main

DEMO = """
import json, sys
import tiny
def main(argv):
    print(json.dumps({"prefix": sys.prefix, "argv": argv, "tiny": tiny.VERSION}))
    return len(argv)
"""


@pytest.mark.parametrize("version", [(3, 11), (3, 12, 4), (3, 13)])
def test_a_python_we_know_is_taken(version: tuple[int, ...]) -> None:
    assert main.wrong_python(version) is None


@pytest.mark.parametrize("version", [(2, 7), (3, 10, 9), (3, 14)])
def test_another_python_is_refused_by_name(version: tuple[int, ...]) -> None:
    assert f"this is {version[0]}.{version[1]}" in (main.wrong_python(version) or "")


def test_help_names_every_command_and_prepares_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["--help"]) == 0
    said = capsys.readouterr()
    assert all(f"main.py {name}" in said.out for name in main.COMMANDS)
    assert said.err == ""


def test_an_unknown_command_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["fly"]) == 2
    said = capsys.readouterr()
    assert "unknown command: fly" in said.err
    assert "main.py hub" in said.err
    assert said.out == ""


@pytest.mark.parametrize("command", [main.DEMO, *main.COMMANDS.values()], ids=lambda command: command.module)
def test_every_command_has_its_program(command: main.Command) -> None:
    program = main.ROOT / f"{command.module.replace('.', '/')}.py"
    assert "def main(argv" in program.read_text(encoding="utf-8")


def test_a_frozen_program_prepares_nothing_and_starts_its_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(main, "ENVIRONMENT", main.ROOT / "nowhere")
    monkeypatch.setitem(main.COMMANDS, "part", main.Command("part", "answers how many arguments it got"))
    monkeypatch.setitem(sys.modules, "part", SimpleNamespace(main=len))
    assert main.main(["part", "--loud", "twice"]) == 2


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Act as a Debian that has none of the libraries."""
    monkeypatch.setattr(main, "has_library", lambda _name: False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")


@pytest.mark.usefixtures("bare")
def test_a_part_without_windows_needs_no_library() -> None:
    assert main.missing_packages(main.COMMANDS["hub"]) == []


@pytest.mark.usefixtures("bare")
def test_a_part_with_windows_needs_the_screens_libraries_only_on_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(main.missing_packages(main.DEMO)) == set(main.QT_LIBRARIES.values())
    monkeypatch.setenv("DISPLAY", ":0")
    wanted = {*main.QT_LIBRARIES.values(), *main.SCREEN_LIBRARIES.values()}
    assert set(main.missing_packages(main.DEMO)) == wanted
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert set(main.missing_packages(main.DEMO)) == set(main.QT_LIBRARIES.values())


def test_who_may_not_install_is_told_the_exact_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: "/usr/bin/apt-get")
    line = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1\n"
    with pytest.raises(main.CannotStart, match="libegl1 libgl1") as refused:
        main.install_packages(["libegl1", "libgl1"], root=False)
    assert line in str(refused.value)


def test_a_system_without_apt_is_told_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(main.CannotStart, match="what Debian calls libgl1"):
        main.install_packages(["libgl1"], root=True)


def test_a_failing_program_is_named_with_what_it_said() -> None:
    with pytest.raises(main.CannotStart, match=r"(?s)failed:\nno room"):
        main.run([sys.executable, "-c", "print('no room'); raise SystemExit(3)"])


def test_progress_on_a_log_is_a_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(main, "SILENCE", -1.0)
    said = [
        "Ignoring old: markers\n",
        "Collecting numpy==2.4.6 (from -r x)\n",
        "Installing collected packages: numpy\n",
    ]
    assert main.show_progress(said, 2) == said
    assert capsys.readouterr().err.splitlines() == ["   2 of 2  numpy==2.4.6", "     unpacking them"]


def wheel(folder: Path, version: str, more: str = "") -> str:
    """Put a wheel with one module into a folder and return the lock that asks for it."""
    folder.mkdir(exist_ok=True)
    file, about = folder / f"tiny-{version}-py3-none-any.whl", f"tiny-{version}.dist-info"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("tiny.py", f"VERSION = {version!r}\n{more}")
        archive.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n")
        archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{about}/RECORD", f"tiny.py,,\n{about}/METADATA,,\n{about}/WHEEL,,\n{about}/RECORD,,\n")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return f"--no-index\n--find-links {folder}\ntiny=={version} --hash=sha256:{digest}\n"


def start(house: Path, *argv: str) -> subprocess.Popen[str]:
    """Start main.py of a small house the way a person does."""
    line = [sys.executable, str(house / "main.py"), *argv]
    return subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=house.parent)


def done(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Wait for a start to end; return its status and what it said on both streams."""
    with process:
        out, err = process.communicate(timeout=50)
        return process.returncode, out, err


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house with our main.py, one program and one package to install; no Qt to look for."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    root = tmp_path / "a house"
    (root / "desktop").mkdir(parents=True)
    (root / "tests").mkdir()
    shutil.copy(main.ROOT / "main.py", root)
    (root / "desktop" / "demo.py").write_text(DEMO)
    (root / "requirements.lock").write_text(wheel(tmp_path / "wheels", "1.0"))
    return root


def test_the_first_start_builds_once_and_every_later_one_repairs_what_it_must(house: Path) -> None:
    # two at once build one environment, speak on stderr only, and both get what they asked for
    both = [done(process) for process in [start(house), start(house, "--seconds", "5")]]
    assert [status for status, _, _ in both] == [0, 2]
    told = [json.loads(out) for _, out, _ in both]
    assert told[0] == {"prefix": str(house / ".venv"), "argv": [], "tiny": "1.0"}
    assert told[1]["argv"] == ["--seconds", "5"]
    assert "".join(err for _, _, err in both).count("making") == 1
    assert "".join(err for _, _, err in both).count("installed requirements.lock") == 1

    # afterwards nothing is said and nothing is done
    assert done(start(house))[2] == ""

    # a changed lock is installed into the environment that is there
    (house / "requirements.lock").write_text(wheel(house.parent / "wheels", "2.0"))
    _, out, err = done(start(house))
    assert json.loads(out)["tiny"] == "2.0"
    assert "installed requirements.lock" in err
    assert "making" not in err

    # an installation cut short, which leaves no stamp and a package without its last file, is repaired
    (house / ".venv" / "requirements.lock.sha256").unlink()
    next((house / ".venv").rglob("tiny-2.0.dist-info/RECORD")).unlink()
    _, out, err = done(start(house))
    assert json.loads(out)["tiny"] == "2.0"
    assert "repairing" in err

    # a file that is not the one the lock names is refused
    (house / "requirements.lock").write_text(wheel(house.parent / "wheels", "3.0"))
    wheel(house.parent / "wheels", "3.0", more="# changed on its way\n")
    status, out, err = done(start(house))
    assert status == 1
    assert out == ""
    assert "pip could not install requirements.lock" in err
    assert "DO NOT MATCH" in err
    assert not (house / ".venv" / "requirements.lock.sha256").exists()
