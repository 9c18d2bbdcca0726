"""Two people at a real hub: an emergency calls at both desks, one sees it for both, and taking it in ends it."""

from tests.desktop.hands import press
from tests.desktop.looping import a_moment, on_qt_loop, until
from tests.desktop.office import OpenOffice, choose, foot, settled, view_of


@on_qt_loop
async def test_an_emergency_calls_everybody_until_one_has_seen_it_and_stands_until_it_is_taken_in(
    office: OpenOffice,
) -> None:
    async with office() as room:
        connector = await room.hub.sign_in("lapor")
        sari, budi = await room.room("sari"), await room.room("budi", pc="pc-2")
        alarms = [view_of(shell).alarms for shell in (sari, budi)]
        report = await room.report(connector, sari)
        await until(lambda: [one.alarms.unseen for one in alarms] == [1, 1])
        (group,) = alarms[0].alarms.groups
        assert (group.about, group.reports) == ("unacknowledged", (report,))

        press(sari, "Shift+A")
        await until(lambda: [one.alarms.unseen for one in alarms] == [0, 0])
        desk = budi.desk
        assert desk is not None
        await until(lambda: [row.seen is not None and row.seen.user for row in desk.alarms().values()] == ["u-sari"])
        assert len(alarms[1].alarms.groups) == 1, "it stands until somebody takes the report in"

        await choose(budi, report)
        press(budi, "A")
        await settled(budi, report, state="queued")
        await until(lambda: [one.alarms.groups for one in alarms] == [(), ()])
        assert foot(sari) == ""
        await a_moment()
