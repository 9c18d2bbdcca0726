"""The instruments share the height there is; nothing is cut, and the most needed stays."""

import pytest

from desktop.instrument_heights import LOW_BAND, LOW_FLOW, LOW_MAP, heights

ALARMS = (180, 110)


@pytest.mark.parametrize("squads", [6, 7])
@pytest.mark.parametrize("alarms", [ALARMS, (0, 0)])
@pytest.mark.parametrize("column", [1028, 900, 812, 748, 716, 660, 620])
def test_the_column_is_filled_exactly(column: int, alarms: tuple[int, int], squads: int) -> None:
    found = heights(column, squads=squads, alarms=alarms)
    assert found.strip + found.flow + found.map + found.alarms == column
    assert found.strip >= 112 + LOW_BAND * squads
    assert found.map == 0 or found.map >= LOW_MAP
    assert found.flow == 0 or found.flow >= LOW_FLOW


def test_on_a_full_screen_everything_has_its_height() -> None:
    found = heights(1028, squads=7, alarms=ALARMS)
    assert (found.strip, found.flow, found.alarms) == (357, 172, 180)
    assert found.map == 319


@pytest.mark.parametrize("column", [812, 748])
def test_on_lower_screens_all_four_are_there(column: int) -> None:
    found = heights(column, squads=7, alarms=ALARMS)
    assert min(found.strip, found.flow, found.map, found.alarms) > 0


def test_the_flow_goes_before_the_map_and_alarms_never() -> None:
    low = heights(640, squads=7, alarms=ALARMS)
    assert (low.flow, low.alarms) == (0, 110)
    assert low.map > 0
    lowest = heights(450, squads=7, alarms=ALARMS)
    assert (lowest.flow, lowest.map, lowest.alarms) == (0, 0, 110)
    assert heights(100, squads=0, alarms=ALARMS).strip > 0
