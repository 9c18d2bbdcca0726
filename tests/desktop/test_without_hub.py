"""A desk that is started while there is no hub."""

from desktop.shell import Shell
from tests.desktop.looping import on_qt_loop, until
from tests.desktop.office import OpenOffice, said, view_of
from tests.end_to_end.hub_process import PASSWORD, HubProcess

GONE = "Belum tersambung ke server, mencoba lagi"


async def sits(shell: Shell) -> None:
    """Wait until the room is shown."""
    await until(lambda: shell.view is not None and shell.open_and_late())


@on_qt_loop
async def test_the_last_board_is_shown_with_its_age_and_goes_live_when_the_hub_is_back(
    office: OpenOffice, hub: HubProcess
) -> None:
    async with office() as room:
        connector = await room.hub.sign_in("lapor")
        sari = await room.room("sari")
        report = await room.report(connector, sari)
        await room.leave(sari)
        await room.hub.leave()
        hub.kill()
        try:
            again = await room.window("sari", PASSWORD)
            await sits(again)
            assert view_of(again).queue.order.counts.total > 0
            assert again.desk is not None
            assert again.desk.row(report) is not None
            assert again.desk.user.id == "u-sari"
        finally:
            hub.start()
        await until(lambda: again.link is not None and again.link.state.state.name == "LIVE")
        assert view_of(again).isVisible()


@on_qt_loop
async def test_another_password_sees_nothing_of_it(office: OpenOffice, hub: HubProcess) -> None:
    async with office() as room:
        sari = await room.room("sari")
        await room.leave(sari)
        await room.hub.leave()
        hub.kill()
        try:
            again = await room.window("sari", "not the password")
            await until(lambda: GONE in said(again))
            assert again.link is not None
            known: list[object] = []
            again.link.recall_user(known.append)
            await until(lambda: known)
            assert known == [None]
            assert again.view is None
        finally:
            hub.start()
