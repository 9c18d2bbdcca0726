"""Whatever is sent, the hub's side of a connection answers or closes, and keeps no memory of it."""

import json
import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from services.protocol.desk_messages import Hello
from services.protocol.server_actions import CloseWith, Execute, Send
from services.protocol.server_session import ServerSession
from tests.builders import NOW
from tests.services.protocol.builders import (
    DESK,
    a_command,
    a_frame,
    a_hello,
    an_admission,
    an_open_session,
    sent,
)


def subscribed() -> ServerSession:
    session = an_open_session()
    session.receive(NOW, a_frame("subscribe", id=1, view="board"))
    return session


NAMES = ["hello", "renew", "subscribe", "check", "command", "commands", "get", "presence", "applied", "ping", "spell"]
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
FRAMES = st.one_of(
    st.text(),
    st.binary(),
    st.fixed_dictionaries(
        {"type": st.sampled_from(NAMES) | ODD},
        optional=dict.fromkeys(
            ("id", "view", "key", "what", "items", "args", "report", "sent", "cursor", "digest"), ODD
        )
        | {"desk": st.just(DESK), "versions": st.just([1]), "auth": st.just({"token": "t"})},
    ).map(json.dumps),
    st.integers(1, 50).map(lambda n: a_frame("command", id=n, **a_command(n))),
    st.just(a_hello()),
    st.just(a_frame("subscribe", id=1, view="board")),
)


@given(st.lists(FRAMES, max_size=30), st.booleans())
def test_nothing_that_is_sent_raises_and_every_answer_can_be_read(frames: list[str | bytes], signs_in: bool) -> None:
    session = an_open_session() if signs_in else ServerSession(NOW)
    for n, frame in enumerate(frames):
        now = NOW + n * 500
        actions = session.receive(now, frame)
        if any(isinstance(action, Hello) for action in actions):
            actions += session.welcome(now, an_admission())
        actions += session.tick(now)
        assert all(one["type"] for one in sent(actions))
        assert len([action for action in actions if not isinstance(action, Send | CloseWith | Execute)]) <= 10
        session.next_tick()


def test_a_flood_of_frames_keeps_no_memory() -> None:
    session = subscribed()
    tracemalloc.start()
    for n in range(1_500):
        session.receive(NOW + n, a_frame("command", id=n, **a_command(n + 1)))
        session.receive(NOW + n, a_frame("spell", id=n))
        session.receive(NOW + n, a_frame("applied", view="board", cursor=str(n)))
        session.sent(NOW + n, "board", cursor=f"{n:0>100}")
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert kept < 400_000
