"""Reads the shipped themes and measures strictly: a key too many or too few is an error that names it."""

import tomllib
from dataclasses import fields
from typing import Any, TypeVar

from PySide6.QtGui import QColor

import resources
from services.domain.squads import Squad
from widgets.paint.tokens import IconSizes, Measures, Radius, RowHeights, Space, SquadColours, Theme, TypeStyle

THEME_NAMES = ("dark", "light")
"""The themes that are shipped."""

_FAMILIES = ("sans", "condensed")
_T = TypeVar("_T")


class ThemeFileError(ValueError):
    """A theme file has a wrong, missing or unknown key; the message names the file and the key."""


def load_theme(name: str) -> Theme:
    """Return the shipped theme of this name, `dark` or `light`.

    Raises:
        ThemeFileError: no such theme, or its file is wrong.
    """
    if name not in THEME_NAMES:
        message = f"no theme is called {name!r}; there are {', '.join(THEME_NAMES)}"
        raise ThemeFileError(message)
    return parse_theme(resources.read_text(f"themes/{name}.toml"), where=f"{name}.toml")


def parse_theme(text: str, *, where: str) -> Theme:
    """Return the theme a TOML text describes; `where` names it in errors.

    Raises:
        ThemeFileError: a key is missing, unknown or has a wrong value.
    """
    tables = _exactly(_read(text, where), {"name", "dark", "colour", "squad"}, where)
    colour_names = _names(Theme) - {"name", "dark", "squads"}
    colours = _exactly(tables["colour"], colour_names, f"{where} [colour]")
    squads = _exactly(tables["squad"], {str(squad) for squad in Squad}, f"{where} [squad]")
    return Theme(
        name=_typed(tables["name"], str, f"{where} name"),
        dark=_typed(tables["dark"], bool, f"{where} dark"),
        squads={name: _squad(table, f"{where} [squad.{name}]") for name, table in squads.items()},
        **{name: _colour(value, f"{where} [colour] {name}") for name, value in colours.items()},
    )


def load_measures() -> Measures:
    """Return the shipped lengths and letter sizes.

    Raises:
        ThemeFileError: the file is wrong.
    """
    return parse_measures(resources.read_text("themes/measures.toml"), where="measures.toml")


def parse_measures(text: str, *, where: str) -> Measures:
    """Return the measures a TOML text describes; `where` names it in errors.

    Raises:
        ThemeFileError: a key is missing, unknown or has a wrong value.
    """
    tables = _exactly(_read(text, where), _names(Measures), where)
    return Measures(
        space=Space(**_numbers(tables["space"], Space, f"{where} [space]")),
        radius=Radius(**_numbers(tables["radius"], Radius, f"{where} [radius]")),
        row=RowHeights(**_numbers(tables["row"], RowHeights, f"{where} [row]")),
        icon=IconSizes(**_numbers(tables["icon"], IconSizes, f"{where} [icon]")),
        type={name: _style(table, f"{where} [type] {name}") for name, table in tables["type"].items()},
    )


def _read(text: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"{where}: {error}"
        raise ThemeFileError(message) from error


def _names(kind: type[Any]) -> set[str]:
    return {field.name for field in fields(kind)}


def _exactly(table: object, names: set[str], where: str) -> dict[str, Any]:
    if not isinstance(table, dict):
        message = f"{where}: must be a table"
        raise ThemeFileError(message)
    wrong = [f"{name} is unknown" for name in sorted(table.keys() - names)]
    wrong += [f"{name} is missing" for name in sorted(names - table.keys())]
    if wrong:
        message = f"{where}: {', '.join(wrong)}"
        raise ThemeFileError(message)
    return table


def _typed(value: object, kind: type[_T], where: str) -> _T:
    if not isinstance(value, kind):
        message = f"{where}: {value!r} is not a {kind.__name__}"
        raise ThemeFileError(message)
    return value


def _numbers(table: object, kind: type[Any], where: str) -> dict[str, float]:
    return {name: _number(value, f"{where} {name}") for name, value in _exactly(table, _names(kind), where).items()}


def _number(value: object, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
        message = f"{where}: {value!r} is not a length"
        raise ThemeFileError(message)
    return value


def _colour(value: object, where: str) -> QColor:
    colour = QColor(_typed(value, str, where))
    if not colour.isValid():
        message = f"{where}: {value!r} is not a colour"
        raise ThemeFileError(message)
    return colour


def _squad(table: object, where: str) -> SquadColours:
    values = _exactly(table, _names(SquadColours), where)
    return SquadColours(**{name: _colour(value, f"{where} {name}") for name, value in values.items()})


def _style(table: object, where: str) -> TypeStyle:
    values = _exactly(table, _names(TypeStyle), where)
    family = _typed(values["family"], str, f"{where} family")
    if family not in _FAMILIES:
        message = f"{where} family: {family!r} is neither {' nor '.join(_FAMILIES)}"
        raise ThemeFileError(message)
    return TypeStyle(
        px=_number(values["px"], f"{where} px"),
        weight=_typed(values["weight"], int, f"{where} weight"),
        family=family,
        line=_number(values["line"], f"{where} line"),
    )
