"""Who else is at a report: told, marked, gone with the link; and this desk's own look, renewed while it lasts."""

from PySide6.QtCore import QTimer

from desktop.presence import RENEW_MS, Presence, presence_line
from services.feed.outputs import Link, LinkChanged, LinkState, Looking
from tests.desktop.at_hand import AtHand, furnish
from tests.desktop.conftest import Opened
from tests.desktop.looping import a_moment, on_qt_loop, until

RIZAL = {"user": "u-rizal", "name": "Rizal", "report": "r-1", "activity": "viewing"}
SARI = {"user": "u-sari", "name": "Sari", "report": "r-1", "activity": "editing"}


class Heard:
    """A presence and what it has said."""

    def __init__(self, room: AtHand) -> None:
        self.changed: list[frozenset[str]] = []
        self.presence = Presence(room.link, me=lambda: room.desk.user.id)
        self.presence.changed.connect(self.changed.append)


async def _at(room: AtHand) -> Heard:
    furnish(room.hub)
    room.hub.put("r-1", "v1")
    await room.signed_in()
    return Heard(room)


def looks(*names: str, writing: str = "") -> tuple[Looking, ...]:
    return tuple(Looking(f"u-{name}", name, "r-1", "editing" if name == writing else "viewing") for name in names)


@on_qt_loop
async def test_the_others_at_a_report_are_told_and_not_oneself(at_hand: Opened) -> None:
    async with at_hand() as room:
        heard = await _at(room)
        room.hub.say({"type": "presence", "desks": [SARI, RIZAL]})
        await until(lambda: heard.changed)
        assert [look.name for look in heard.presence.others("r-1")] == ["Rizal"]
        assert (heard.presence.mark("r-1"), heard.presence.mark("r-2")) == ("viewing", "")

        tri = {**RIZAL, "user": "u-tri", "name": "Tri", "activity": "editing"}
        room.hub.say({"type": "presence", "desks": [RIZAL, tri]})
        await until(lambda: len(heard.changed) > 1)
        assert heard.presence.mark("r-1") == "editing", "who writes counts most"
        room.hub.say({"type": "presence", "desks": []})
        await until(lambda: len(heard.changed) > 2)
        assert heard.presence.others("r-1") == ()
        assert heard.changed == [frozenset({"r-1"})] * 3


@on_qt_loop
async def test_what_is_not_fresh_is_not_told(at_hand: Opened) -> None:
    async with at_hand() as room:
        heard = await _at(room)
        room.hub.say({"type": "presence", "desks": [RIZAL]})
        await until(lambda: heard.changed)
        room.link.link_changed.emit(LinkChanged(Link(state=LinkState.AGING, since=0)))
        assert heard.presence.others("r-1")
        room.link.link_changed.emit(LinkChanged(Link(state=LinkState.STALE, since=0)))
        assert heard.presence.others("r-1") == ()


@on_qt_loop
async def test_this_desk_says_what_it_looks_at_and_that_it_writes(at_hand: Opened) -> None:
    async with at_hand() as room:
        presence = (await _at(room)).presence

        presence.write(True)
        presence.look("r-1")
        presence.write(True)
        presence.write(True)
        presence.look("r-2")
        timer = presence.findChild(QTimer)
        assert isinstance(timer, QTimer)
        timer.timeout.emit()  # 20 seconds have passed
        presence.look(None)
        presence.write(True)
        presence.stop()
        await a_moment()

        said = [(one.get("report"), one.get("activity")) for one in room.hub.said("presence")]
        assert said == [("r-1", "viewing"), ("r-1", "editing"), ("r-2", "viewing"), ("r-2", "viewing"), (None, None)]
        assert RENEW_MS < 30_000, "the hub forgets after 30 seconds"


def test_the_line_names_who_writes_or_who_looks() -> None:
    assert presence_line(()) == ""
    assert presence_line(looks("Rizal")) == "Rizal also has this report open"
    assert presence_line(looks("Rizal", "Tri", "Endah")) == "Rizal and 2 more also have this report open"
    assert presence_line(looks("Rizal", "Tri", writing="Rizal")) == "Rizal is writing"


@on_qt_loop
async def test_of_two_windows_of_a_desk_the_one_in_use_is_what_the_others_see(at_hand: Opened) -> None:
    async with at_hand() as room:
        first = (await _at(room)).presence
        second = Presence(room.link, me=lambda: room.desk.user.id)

        def told() -> list[str | None]:
            return [look.get("report") for look in room.hub.said("presence")]

        first.come_forward()
        first.look("r-1")
        second.look("r-2")
        await until(lambda: told() and told()[-1] == "r-1")
        second.come_forward()
        await until(lambda: told()[-1] == "r-2")
        first.look("r-3")
        first.write(editing=True)
        second.stop()
        first.look("r-4")
        await until(lambda: told()[-1] == "r-4")
        second.come_forward()
        assert "r-3" not in told()
        assert room.link.looker is None, "a window that is closed does not count"
        first.stop()
