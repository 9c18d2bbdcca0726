"""Chance as the hub needs it."""

import math
from itertools import count

import pytest

from services.hub.draw import Draw, NumbersExhausted


def test_a_number_can_be_read_out_and_is_drawn_again_on_a_clash() -> None:
    numbers = count(1)
    draw = Draw(lambda bits: next(numbers) % (1 << bits))
    assert draw.report_id() == "r-10000000000000000000"
    first = draw.number(lambda _: False)
    assert first == "2000-03"
    assert draw.number({"4000-05"}.__contains__) == "6000-07"
    with pytest.raises(NumbersExhausted):
        draw.number(lambda _: True)


def test_ids_have_a_hundred_bits_and_use_letters_nobody_mistakes() -> None:
    id_ = Draw(lambda bits: (1 << bits) - 1).report_id()
    assert id_ == "r-" + "Z" * 20
    assert math.log2(32) * 20 == 100
