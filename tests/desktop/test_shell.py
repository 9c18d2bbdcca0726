"""The desk's window at a real hub: signing in, acts by keyboard seen by a second desk, a hub that dies, an end."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from services.feed.outputs import LinkState
from tests.desktop.hands import press, write
from tests.desktop.looping import a_moment, on_qt_loop, until
from tests.desktop.office import (
    OpenOffice,
    choose,
    fields,
    foot,
    link_of,
    row,
    said,
    settled,
    sign_in_by_hand,
    view_of,
)
from tests.end_to_end.hub_process import PASSWORD, HubProcess, admin
from tests.end_to_end.steps import done, opened, shown


@on_qt_loop
async def test_somebody_is_refused_without_learning_why_and_then_let_in(office: OpenOffice) -> None:
    async with office() as room:
        shell = await room.window()
        await sign_in_by_hand(shell, "sari", "salah")
        assert any("salah" in text for text in said(shell))
        first = link_of(shell)

        await sign_in_by_hand(shell, "sari", PASSWORD)

        await until(shell.open_and_late)
        assert link_of(shell) is first
        assert fields(shell)[1].text() == ""


@on_qt_loop
async def test_another_user_gets_files_of_his_own(office: OpenOffice) -> None:
    async with office() as room:
        shell = await room.window()
        await sign_in_by_hand(shell, "sarii", "salah")
        mistyped = link_of(shell).desk

        await sign_in_by_hand(shell, "sari", PASSWORD)
        await until(shell.open_and_late)

        assert link_of(shell).takes("sari")
        assert link_of(shell).desk != mistyped


@on_qt_loop
async def test_who_is_revoked_is_told_and_another_can_sign_in_in_the_same_window(
    office: OpenOffice, hub: HubProcess
) -> None:
    admin(hub.folder, "user add tono --role dispatcher --password-stdin")
    async with office() as room:
        shell = await room.room("tono")

        admin(hub.folder, "user revoke tono")

        await until(fields(shell)[0].isVisible)
        assert "Akses dicabut, data di PC dihapus" in said(shell)
        await sign_in_by_hand(shell, "sari", PASSWORD)
        await until(shell.open_and_late)
        assert link_of(shell).takes("sari")


@on_qt_loop
async def test_who_waits_for_a_hub_that_is_not_there_is_told(office: OpenOffice) -> None:
    async with office() as room:
        shell = await room.window("sari", PASSWORD, hub="ws://127.0.0.1:1")
        await until(lambda: "Belum tersambung ke server, mencoba lagi" in said(shell))
        assert shell.clock() > 0
        assert not shell.complete()
        shell.choose_first()
        shell.choose_telling()


@on_qt_loop
async def test_a_folder_that_cannot_be_used_is_named(office: OpenOffice, tmp_path: Path) -> None:
    (tmp_path / "pc-1").write_text("a file", encoding="utf-8")
    async with office() as room:
        shell = await room.window()
        assert (shell.clock(), shell.open_and_late()) == (0, {})
        await sign_in_by_hand(shell, "sari", PASSWORD)
        assert any(text.startswith("Folder berkas PC ini") for text in said(shell))


@on_qt_loop
async def test_the_whole_life_of_a_report_by_keyboard_seen_by_a_second_desk(office: OpenOffice) -> None:
    async with office() as room:
        connector, other = await room.hub.sign_in("lapor"), await room.hub.board("budi")
        sari = await room.room("sari")
        report = await room.report(connector, sari)
        steps = (
            ("A", {"state": "queued"}),
            ("T1", {"state": "assigned"}),
            ("O1", {"state": "accepted"}),
            ("L1", {"state": "on_scene"}),
            ("E11", {"escalation": 1}),
            ("S2", {"state": "resolved"}),
        )
        for keys, values in steps:
            await choose(sari, report)
            press(sari, *keys)
            await shown(other, report, **values)
            await settled(sari, report, **values)

        await choose(sari, report)
        press(sari, "C")
        await until(lambda: foot(sari) == "Hanya penyelia yang berwenang")
        assert other.report(report)["state"] == "resolved", "nobody verifies what he resolved"

        budi = await room.room("budi", pc="pc-2")
        await choose(budi, report)
        press(budi, "C")
        await shown(other, report, state="closed", outcome="done")


@on_qt_loop
async def test_moving_noting_holding_undoing_and_closing_by_keyboard(office: OpenOffice) -> None:
    async with office() as room:
        connector, other = await room.hub.sign_in("lapor"), await room.hub.board("budi")
        sari = await room.room("sari")
        report = await room.report(connector, sari, "jalan_rusak")

        press(sari, "P", "4", "1")
        await shown(other, report, squad="blue")
        await settled(sari, report, squad="blue")
        assert foot(sari).endswith("dipindahkan ke Biru")
        press(sari, "Z")
        await shown(other, report, squad="orange")
        await settled(sari, report, squad="orange")

        await choose(sari, report)
        press(sari, "F")
        await until(lambda: (held := other.report(report)["claim"]) and held["name"] == "Sari")
        await until(lambda: (now := row(sari, report)) is not None and now.claim)
        await settled(sari, report)
        press(sari, "F")
        await until(lambda: other.report(report)["claim"] is None)
        await until(lambda: (now := row(sari, report)) is not None and not now.claim)

        press(sari, "N")
        write(sari, "Pelapor asal 07")
        press(sari, "Enter")
        await settled(sari, report)
        history = await other.get("history", report=report)
        assert "Pelapor asal 07" in {event["words"] for event in history["value"]["events"]}

        press(sari, "Q", "5", "3")
        await shown(other, report, state="closed", outcome="cancelled")


@on_qt_loop
async def test_acts_given_without_waiting_follow_each_other_instead_of_meeting_in_a_conflict(
    office: OpenOffice,
) -> None:
    async with office() as room:
        connector, other = await room.hub.sign_in("lapor"), await room.hub.board("budi")
        sari = await room.room("sari")
        report = await room.report(connector, sari)

        press(sari, "A", "T", "1")
        view_of(sari).queue.view.choose(report)
        press(sari, "P", "4", "1")

        await shown(other, report, squad="blue", state="queued", handoffs=1)
        await settled(sari, report, squad="blue")
        assert not view_of(sari).detail.conflict.telling


@on_qt_loop
async def test_what_the_other_desk_does_is_seen_within_a_second_and_moves_no_focus(office: OpenOffice) -> None:
    async with office() as room:
        connector, other = await room.hub.sign_in("lapor"), await room.hub.board("budi")
        sari = await room.room("sari")
        chosen = await room.report(connector, sari)
        reports = [await opened(connector, "banjir") for _ in range(3)]
        for report in reports:
            await done(other, "acknowledge", report)
        await until(
            lambda: all((one := row(sari, report)) is not None and one.state == "queued" for report in reports),
            patience=1.0,
        )
        assert view_of(sari).queue.view.chosen == view_of(sari).detail.report == chosen


@on_qt_loop
async def test_a_conflict_at_a_real_hub_is_settled_by_keys(office: OpenOffice) -> None:
    async with office() as room:
        connector, other = await room.hub.sign_in("lapor"), await room.hub.board("budi")
        sari = await room.room("sari")
        report = await room.report(connector, sari)
        banner = view_of(sari).detail.conflict

        press(sari, "P", "4")
        await other.until(lambda: ("report", report) in other.rows)
        await done(other, "reassign", report, squad="yellow", reason="wrong_squad")
        await settled(sari, report, squad="yellow")
        press(sari, "1")
        await until(lambda: view_of(sari).queue.beside(report).conflict)
        if view_of(sari).queue.view.chosen != report:
            press(sari, "Alt+3")
        await until(lambda: banner.telling)
        assert "Budi" in banner.accessibleName()
        assert "Kuning" in banner.accessibleName()

        press(sari, "Alt+3")
        press(sari, "Alt+2")
        await shown(other, report, squad="blue")
        assert not banner.telling


@on_qt_loop
async def test_a_hub_that_is_killed_and_started_again_is_found_by_itself(office: OpenOffice, hub: HubProcess) -> None:
    async with office() as room:
        connector = await room.hub.sign_in("lapor")
        sari = await room.room("sari")
        report = await room.report(connector, sari)

        hub.kill()
        press(sari, "A")
        assert link_of(sari).state.waiting == 1
        assert link_of(sari).board.entries("report")[report].row.state == "received"
        hub.start()

        await settled(sari, report, state="queued")
        assert link_of(sari).state.state is LinkState.LIVE
        fresh = await room.hub.board("budi")
        await until(lambda: link_of(sari).board.digest() == fresh.digest())


@on_qt_loop
async def test_theme_and_language_change_the_whole_window_and_are_remembered_with_its_place(
    office: OpenOffice, tmp_path: Path
) -> None:
    async with office() as room:
        sari = await room.room("sari")
        top = view_of(sari).top
        for _ in range(2):
            top.language_wanted.emit()
            top.theme_wanted.emit()
            await a_moment()
            sari.grab()
        assert sari.windowTitle() == "Pendopo, ruang operasi"

    settings = QSettings(str(tmp_path / "pc-1" / "windows.ini"), QSettings.Format.IniFormat)
    assert {key.rpartition("/")[2] for key in settings.allKeys()} == {"geometry", "language", "theme"}


@pytest.mark.parametrize(("language", "title"), [("id", "Masuk"), ("en", "Sign in")])
@on_qt_loop
async def test_the_sign_in_page_speaks_both_languages(office: OpenOffice, language: str, title: str) -> None:
    async with office() as room:
        shell = await room.window(language=language)
        await a_moment()
        assert title in said(shell)


@on_qt_loop
async def test_closing_the_window_says_so_and_ends_nothing_by_itself(office: OpenOffice) -> None:
    async with office() as room:
        sari = await room.room("sari")
        closing: list[bool] = []
        sari.closing.connect(lambda: closing.append(True))
        sari.close()
        await a_moment()
        assert closing == [True]
        assert sari.open_and_late()
