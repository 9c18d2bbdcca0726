"""The members of the seven squads in the demo room: their names, where they start from, and who is on duty."""

from dataclasses import replace

from services.domain.people import Member
from services.domain.places import Gazetteer
from services.domain.squads import Squad
from services.simulator.chance import Chance

NAMES = {
    Squad.PINK: ("Siti R.", "Wulandari", "Yayuk M.", "Imam S.", "Lestari P."),
    Squad.WHITE: ("dr. Ratna", "Agus T.", "Ninik H.", "dr. Fajar", "Puji A.", "Mulyono"),
    Squad.ORANGE: ("Wahyu N.", "Suyono", "Tri H.", "Gatot P.", "Slamet W.", "Eko B."),
    Squad.BLUE: ("Aipda Dwi", "Bripka Joko", "Sugeng R.", "Aiptu Hari", "Teguh S.", "Rudi K."),
    Squad.YELLOW: ("Bagus W.", "Kasiran", "Marsudi", "Parno", "Yanto D."),
    Squad.RED: ("Endah P.", "Nanik S.", "Bambang I.", "Rini A."),
    Squad.SHADOW: ("Anggota 02", "Anggota 05", "Anggota 07", "Anggota 11"),
}
"""A squad's members; of the covert squad only code names exist."""

HARDLY_ANSWERS = "Kasiran"
"""The member whose radio is off."""

_LIMITS = {Squad.ORANGE: 6, Squad.RED: 10, Squad.SHADOW: 4}
_USUAL_LIMIT = 8
_OFF_DUTY = 0.12


def members_of_the_room(chance: Chance, gazetteer: Gazetteer) -> tuple[tuple[Member, ...], frozenset[str]]:
    """Return everybody, nobody on duty yet, and the ids of those who come on duty: most, and two at least a squad."""
    desas = list(gazetteer.desas.values())
    everybody: list[Member] = []
    on_duty: set[str] = set()
    for squad, names in NAMES.items():
        for place, name in enumerate(names):
            desa = chance.choice(desas)
            member = Member(
                id=chance.id("m"),
                name=name,
                squad=squad,
                limit=_LIMITS.get(squad, _USUAL_LIMIT),
                desa=desa.code,
                lat=desa.lat,
                lon=desa.lon,
            )
            everybody.append(_under_cover(member) if squad.covert else member)
            if place < 2 or not chance.happens(_OFF_DUTY):  # noqa: PLR2004 - two at least
                on_duty.add(member.id)
    return tuple(everybody), frozenset(on_duty)


def _under_cover(member: Member) -> Member:
    """Nobody is told where a covert member starts from."""
    return replace(member, code_name=True, desa=None, lat=None, lon=None)
