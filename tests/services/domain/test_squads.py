"""The seven squads as they are named, lettered and numbered."""

from services.domain.squads import PUBLIC_SQUADS, Squad


def test_each_squad_has_its_letters_and_its_key() -> None:
    assert [(squad.value, squad.code, squad.key) for squad in Squad] == [
        ("pink", "PI", 1),
        ("white", "PU", 2),
        ("orange", "OR", 3),
        ("blue", "BI", 4),
        ("yellow", "KU", 5),
        ("red", "ME", 6),
        ("shadow", "BY", 7),
    ]


def test_only_the_shadow_squad_is_covert() -> None:
    assert [squad for squad in Squad if squad.covert] == [Squad.SHADOW]
    assert set(PUBLIC_SQUADS) == set(Squad) - {Squad.SHADOW}
