"""How high each instrument is in a column of some height: response, flow, map and alarms, one above the other."""

from dataclasses import dataclass

HEAD_AND_FOOT, BAND, LOW_BAND = 112, 35, 27
"""The response strip beside its bands, a band of a squad, and the least one can be."""
FLOW, LOW_FLOW = 172, 122
MAP, LOW_MAP = 260, 176


@dataclass(frozen=True, slots=True)
class Heights:
    """Heights in logical pixels at text scale 1; 0: there is no room for it."""

    strip: int
    flow: int
    map: int
    alarms: int


def heights(column: float, *, squads: int, alarms: tuple[int, int] = (0, 0)) -> Heights:
    """Return how a column of this height is divided; `alarms` is what their list wants and the least it takes.

    The map has what is left. Where that is too little, flow, bands, map and alarms become lower in this order; then
    the flow goes, and at last the map: response and alarms stay.
    """
    room, rows = round(column), max(1, squads)
    whole, low = HEAD_AND_FOOT + BAND * rows, HEAD_AND_FOOT + LOW_BAND * rows
    wanted, fewer = alarms
    for strip, flow, least, foot in (
        (whole, FLOW, MAP, wanted),
        (whole, LOW_FLOW, MAP, wanted),
        (low, LOW_FLOW, LOW_MAP, wanted),
        (low, LOW_FLOW, LOW_MAP, fewer),
        (low, 0, LOW_MAP, fewer),
    ):
        spare = room - strip - flow - foot
        if spare >= least:
            taller = min(whole, strip + max(0, spare - MAP))
            return Heights(taller, flow, room - taller - flow - foot, foot)
    return Heights(max(low, room - fewer), 0, 0, fewer)
