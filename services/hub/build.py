"""Puts a hub together from an open store: what it shows at first, what it decides with, and its parts."""

import asyncio
import secrets
from functools import partial

from structlog.typing import FilteringBoundLogger

from services.domain.places import Gazetteer
from services.domain.policy import Policy
from services.domain.report import Millis
from services.hub import alive
from services.hub.bridge import Bridge
from services.hub.commanding import Commanding
from services.hub.commit import Versions
from services.hub.counters import Counters
from services.hub.draw import Draw
from services.hub.hub import Hub
from services.hub.orders import House
from services.hub.photos import has_photo
from services.hub.picture import Picture
from services.hub.projections import COUNTED
from services.hub.publisher import Publisher
from services.hub.requests import Requests
from services.hub.response import WINDOW
from services.hub.seats import Seats
from services.hub.sign_in import SignIn
from services.hub.subscribing import Subscribing, schema_of
from services.hub.tasks import Tasks
from services.hub.uploads import Uploads
from services.protocol.revs import Revs
from services.store.database import Store


def build(store: Store, policy: Policy, gazetteer: Gazetteer, *, log: FilteringBoundLogger) -> Hub:
    """Return a hub that shows what the store holds. Wants to be called on the loop's thread.

    The store's clock is the hub's.
    """
    clock = store.clock
    now = clock()
    revs = Revs(store.keys.rev)
    house = House(policy, gazetteer, revs, Draw(secrets.randbits), partial(has_photo, store.folder))
    publisher = Publisher(picture_of(store, policy, revs, now=now), revs)
    publisher.begin(now)
    seats = Seats()
    tasks = Tasks(log, Counters(since=now))
    subscribing = Subscribing(
        publisher=publisher,
        cursor_key=store.keys.cursor,
        epoch=store.epoch,
        schema=schema_of(policy),
        chance=secrets.token_bytes,
    )
    commanding = Commanding(
        bridge=Bridge(store, asyncio.get_running_loop()),
        house=house,
        publisher=publisher,
        clock=clock,
        tasks=tasks,
        down_since=alive.read(store.folder),
    )
    commanding.begin()
    with store.read() as reader:
        commanding.outgoing.begin(reader.held_messages())
    requests = Requests(
        store=store,
        house=house,
        subscribing=subscribing,
        seats=seats,
        tasks=tasks,
        clock=clock,
        neighbours=commanding.suspecting.neighbours,
        uploads=Uploads(store=store, draw=house.draw, clock=clock),
    )
    sign_in = SignIn(store, clock)
    return Hub(
        epoch=store.epoch,
        commanding=commanding,
        publisher=publisher,
        requests=requests,
        sign_in=sign_in,
        tasks=tasks,
        seats=seats,
    )


def picture_of(store: Store, policy: Policy, revs: Revs, *, now: Millis) -> Picture:
    """Return what the desks are shown at the start: the store as of its last commit."""
    with store.read() as reader:
        head = reader.head()
        versions: dict[str, dict[str, int]] = {}
        for key, version in reader.row_versions("report").items():
            versions.setdefault(key.id, {})[key.projection] = version.n
        reports = [*reader.live_reports(), *reader.reports_since(now - WINDOW)]
        return Picture(
            policy=policy,
            revs=revs,
            position=head.seq,
            at=head.at,
            reports={report.id: report for report in reports},
            versions={id_: _known(counts) for id_, counts in versions.items()},
            members={member.id: member for member in reader.members()},
        )


def _known(counts: dict[str, int]) -> Versions:
    return {projection: counts[projection] for projection in COUNTED if projection in counts}
