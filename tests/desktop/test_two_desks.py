"""Two people at a real hub: each sees what the other looks at, and many reports are moved and put back as one."""

from tests.desktop.hands import press, write
from tests.desktop.looping import a_moment, on_qt_loop, until
from tests.desktop.office import OpenOffice, choose, foot, link_of, row, settled, view_of
from tests.end_to_end.steps import done, opened


@on_qt_loop
async def test_each_sees_that_the_other_has_the_report_open_and_writes(office: OpenOffice) -> None:
    async with office() as room:
        connector = await room.hub.sign_in("lapor")
        sari, budi = await room.room("sari"), await room.room("budi", pc="pc-2")
        report = await room.report(connector, sari)
        another = await opened(connector, "jalan_rusak")
        await until(lambda: row(budi, report) and row(budi, another))
        await choose(budi, report)

        await until(lambda: view_of(sari).queue.beside(report).others == "viewing")
        await until(lambda: view_of(budi).queue.beside(report).others == "viewing")
        press(budi, "N")
        write(budi, "Sudah")
        await until(lambda: view_of(sari).queue.beside(report).others == "editing")
        press(budi, "Enter")
        await choose(budi, another)
        await until(lambda: view_of(sari).queue.beside(report).others == "")


@on_qt_loop
async def test_many_are_moved_the_one_that_was_closed_is_named_and_one_undo_puts_the_others_back(
    office: OpenOffice,
) -> None:
    async with office() as room:
        connector, other = await room.hub.sign_in("lapor"), await room.hub.board("budi")
        sari = await room.room("sari")
        reports = [await opened(connector, "jalan_rusak") for _ in range(3)]
        await until(lambda: all(row(sari, report) for report in reports))
        for report in reports:
            await choose(sari, report)
            press(sari, "X")
        press(sari, "P", "4")
        await other.until(lambda: ("report", reports[1]) in other.rows)
        await done(other, "close", reports[1], outcome="cancelled", reason="test")
        await settled(sari, reports[1], state="closed")

        press(sari, "1")

        await settled(sari, reports[0], squad="blue")
        await settled(sari, reports[2], squad="blue")
        await until(lambda: ", 1 " in foot(sari))
        assert foot(sari).startswith("2 ")
        number = row(sari, reports[1])
        message = view_of(sari).queue.foot.message
        assert number is not None
        assert message is not None
        assert message.detail == number.number
        press(sari, "Z")
        await settled(sari, reports[0], squad="orange")
        await settled(sari, reports[2], squad="orange")
        await a_moment()


@on_qt_loop
async def test_a_report_is_taken_in_and_assigned_at_a_real_hub_by_a_and_enter(office: OpenOffice) -> None:
    async with office() as room:
        connector, other = await room.hub.sign_in("lapor"), await room.hub.board("budi")
        sari = await room.room("sari")
        report = await room.report(connector, sari, "jalan_rusak")
        press(sari, "A")
        card = view_of(sari).detail.card
        assert (card.look is None) or "Oranye" in card.look.words, "nobody is on duty yet"
        member = next(id_ for id_, one in link_of(sari).board.entries("member").items() if one.row.name == "Tini")
        await other.command("member_on", member=member)
        await until(lambda: card.look is not None and "Tini" in card.look.words)

        press(sari, "Enter")

        await settled(sari, report, state="assigned", members=(member,))
