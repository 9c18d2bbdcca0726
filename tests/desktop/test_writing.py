"""What is written down over the detail, at a real hub: a report, a reply that is put back, a merge that is put back."""

from tests.desktop.hands import press, write
from tests.desktop.looping import on_qt_loop, until
from tests.desktop.office import OpenOffice, choose, foot, row, settled, view_of
from tests.desktop.test_new_report import a_picture, write_down


@on_qt_loop
async def test_a_report_is_opened_at_a_real_hub_and_chosen(office: OpenOffice) -> None:
    async with office() as room:
        sari = await room.room("sari")
        view = view_of(sari)
        write_down(sari)
        view.writing.new.photos.add_image(a_picture())
        press(sari, "Ctrl+Enter")

        await until(lambda: foot(sari).endswith("dicatat") and foot(sari) != "Laporan dicatat")
        report = view.queue.view.chosen
        assert report is not None
        opened = row(sari, report)
        assert opened is not None
        assert (opened.text, opened.desa, opened.channel) == ("Jalan depan SD berlubang", "35.03.03.2008", "phone")
        assert opened.number in foot(sari)
        assert len(opened.photos) == 1


@on_qt_loop
async def test_a_reply_reaches_a_real_hub(office: OpenOffice) -> None:
    async with office() as room:
        sari = await room.room("sari")
        connector = await room.hub.sign_in("lapor")
        report = await room.report(connector, sari)
        press(sari, "B", "1", "Ctrl+Enter")

        assert foot(sari) == "Terkirim ke warga dalam 8 dtk"
        await settled(sari, report)
        press(sari, "Z")
        await settled(sari, report)
        assert foot(sari) == "Diurungkan"
        assert view_of(sari).queue.view.chosen == report


@on_qt_loop
async def test_a_merge_at_a_real_hub_is_undone(office: OpenOffice) -> None:
    async with office() as room:
        sari = await room.room("sari")
        connector = await room.hub.sign_in("lapor")
        first = await room.report(connector, sari, "jalan_rusak")
        second = await room.report(connector, sari, "jalan_rusak")
        await choose(sari, second)
        into = row(sari, first)
        assert into is not None
        press(sari, "G", "/")
        write(sari, into.number)
        press(sari, "Enter")

        await settled(sari, second, merged_into=first)
        assert "digabung" in foot(sari)
        press(sari, "Z")
        await settled(sari, second, merged_into=None)
        assert not view_of(sari).writing.merge.sheet.laid
