"""The hub: takes commands, writes them down, tells every desk.

From a desk's frame to every desk's board:

    app.py           the program; build.py joins its parts
    sockets.py       sockets, and the pages.py beside the feed
    connection.py    one desk's session and its outgoing lane.py
    hub.py           who is there (seats.py) and what they ask; sign_in.py is the door (doors.py: ever more slowly)
    requests.py      views (subscribing.py: snapshot or resume.py), tokens, presence.py,
                     reads (reading.py, searching.py, day.py; fitting.py: what a frame holds), uploads.py
    commanding.py    commands into the store's writer and commits out of it (bridge.py), due events (due.py)
    chores.py        the clockwork

    works.py         what the writer's thread runs:
    dispatch.py        one command: key, rights, base, state
    bases.py           what moved since `base` (versions.py; touches.py: what a command is about)
    record.py          events, reports and versions kept

    publisher.py     a commit.py to every circle.py: the desks with the same rights and their one board (scopes.py)
    picture.py       the published state; a row is made and encoded once for a projection (projections.py)
    follower.py      one desk's view: what is pending.py becomes deltas, or a snapshot where the desk is too slow
    audiences.py     who is told which counts: standings.py of tally.py (counts) and response.py (figures)
    telling.py       what a viewer is told of events

Decisions are free of input, output and time: those stay in app, bridge, chores, requests, sign_in, sockets, tasks
and uploads.
"""
