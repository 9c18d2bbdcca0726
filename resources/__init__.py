"""The plain files the program ships with: fonts, icons, themes; says where each one lies."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Return where a shipped file lies, e.g. `icons/siren.svg`.

    Works from the source tree and from a frozen program, which keeps its data files beside this module.

    Raises:
        FileNotFoundError: there is no such file, or the name leads out of this folder.
    """
    found = (_HERE / name).resolve()
    if not found.is_relative_to(_HERE) or not found.exists():
        message = f"no shipped file is called {name!r}"
        raise FileNotFoundError(message)
    return found


def read_text(name: str) -> str:
    """Return the text of a shipped UTF-8 file.

    Raises:
        FileNotFoundError: as `path`.
    """
    return path(name).read_text(encoding="utf-8")
