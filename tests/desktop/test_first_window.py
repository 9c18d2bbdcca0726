"""A second start of the desk raises the first one's window."""

from pathlib import Path

from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from desktop.first_window import FirstWindow, name_of, raised


def test_a_second_start_is_told_to_the_first_and_a_third_too(tmp_path: Path, qapp: QApplication) -> None:
    del qapp
    name = name_of(tmp_path, "ws://127.0.0.1:1", "sari")
    first = FirstWindow(name)
    spy = QSignalSpy(first.raise_wanted)

    assert raised(name)
    assert spy.count() == 1 or spy.wait(2_000)
    assert raised(name)
    assert spy.count() == 2 or spy.wait(2_000)

    first.close()
    assert not raised(name)


def test_what_a_killed_program_left_behind_is_in_nobodys_way(tmp_path: Path, qapp: QApplication) -> None:
    del qapp
    name = name_of(tmp_path, "ws://127.0.0.1:1", "sari")
    FirstWindow(name)
    again = FirstWindow(name)

    assert raised(name)

    again.close()


def test_another_hub_user_or_folder_is_another_desk_and_the_name_tells_none_of_them(tmp_path: Path) -> None:
    names = {
        name_of(folder, hub, user)
        for folder in (tmp_path, tmp_path / "b")
        for hub in ("ws://127.0.0.1:1", "ws://127.0.0.1:2")
        for user in ("sari", "rizal")
    }

    assert len(names) == 8
    assert not any("sari" in name or "127" in name for name in names)
