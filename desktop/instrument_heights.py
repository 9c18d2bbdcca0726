"""How high each instrument is in a column of some height: response, flow, map and alarms, one above the other."""

from dataclasses import dataclass

HEAD_AND_FOOT, BAND, LOW_BAND = 112, 35, 27
"""The response strip beside its bands, a band of a squad, and the least one can be."""
FLOW, LOW_FLOW = 172, 118
MAP, LOW_MAP = 260, 176
"""The map takes what is left; from the second height down it goes."""


@dataclass(frozen=True, slots=True)
class Heights:
    """Heights in logical pixels at text scale 1; 0: there is no room for it."""

    strip: int
    flow: int
    map: int
    alarms: int


def heights(column: float, *, squads: int, alarms: int) -> Heights:
    """Return how a column of this height is divided; `alarms` is what the alarm list wants, 0 if there is none.

    First flow and bands come closer, then the map becomes low, then the flow goes and at last the map: response
    and alarms stay.
    """
    room, rows = round(column) - alarms, max(1, squads)
    whole, low = HEAD_AND_FOOT + BAND * rows, HEAD_AND_FOOT + LOW_BAND * rows
    for strip, flow, least in (
        (whole, FLOW, MAP),
        (whole, LOW_FLOW, MAP),
        (low, LOW_FLOW, LOW_MAP),
        (low, 0, LOW_MAP),
    ):
        spare = room - strip - flow
        if spare >= least:
            strip = min(whole, strip + max(0, spare - MAP))
            return Heights(strip, flow, room - strip - flow, alarms)
    return Heights(max(low, room), 0, 0, alarms)
