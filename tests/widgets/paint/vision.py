"""Colour vision and contrast: Machado 2009 deficiencies at severity 1, OKLab distance, WCAG 2 contrast."""

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor

Vector = npt.NDArray[np.float64]

_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
_SIGHTS = {
    "normal": np.eye(3),
    "protan": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deutan": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritan": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
    "grey": np.tile(_LUMINANCE, (3, 1)),
}
_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def seen(colour: QColor, sight: str = "normal") -> Vector:
    """Return the linear red, green and blue that someone with this sight sees."""
    encoded = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    clipped: Vector = np.clip(_SIGHTS[sight] @ linear, 0.0, 1.0)
    return clipped


def distance(one: QColor, other: QColor, sight: str = "normal") -> float:
    """Return how far two colours look apart: OKLab distance times 100."""
    return float(100 * np.linalg.norm(_oklab(seen(one, sight)) - _oklab(seen(other, sight))))


def contrast(one: QColor, other: QColor, sight: str = "normal") -> float:
    """Return the WCAG 2 contrast of two colours, 1 to 21."""
    dark, light = sorted(float(_LUMINANCE @ seen(colour, sight)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def _oklab(linear: Vector) -> Vector:
    lab: Vector = _TO_LAB @ np.cbrt(_TO_CONES @ linear)
    return lab
