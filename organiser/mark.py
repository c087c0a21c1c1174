"""The event's mark on paper and in pictures, drawn from the geometry of assets/logo/mark.svg.

The file's paths are one `M` and relative `c` and `s` commands; anything else is refused rather than drawn wrongly.

    MarkDamaged              mark.svg holds something this reader does not draw
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import defusedxml.ElementTree as ElementTree

MARK_FILE = Path(__file__).parent.parent / "assets" / "logo" / "mark.svg"
GRID = 96.0
"""Width and height of the mark in its own units."""

Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]
"""A cubic Bézier curve: start, two control points, end."""
_KAPPA = 0.5522847498
_TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+")


class MarkDamaged(Exception):
    """The drawing is not what this reader knows."""


@dataclass(frozen=True, slots=True)
class Head:
    """A filled circle."""

    x: float
    y: float
    r: float
    colour: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of curves with round ends."""

    curves: tuple[Curve, ...]
    width: float
    colour: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Three heads over three waves."""

    heads: tuple[Head, ...]
    strokes: tuple[Stroke, ...]


@cache
def read_mark() -> Mark:
    """The mark in its own colours. Raises MarkDamaged and OSError."""
    root = ElementTree.parse(MARK_FILE).getroot()
    heads, strokes = [], []
    for node in root:
        match node.tag.rpartition("}")[2]:
            case "circle":
                x, y, r = (float(node.attrib[name]) for name in ("cx", "cy", "r"))
                heads.append(Head(x, y, r, node.attrib["fill"]))
            case "path":
                width = float(node.attrib["stroke-width"])
                strokes.append(Stroke(tuple(_curves(node.attrib["d"])), width, node.attrib["stroke"]))
            case other:
                raise MarkDamaged(other)
    return Mark(tuple(heads), tuple(strokes))


def _curves(path: str) -> Iterator[Curve]:
    """The absolute curves of `M x y c … s …` (SVG 1.1 §8.3.6)."""
    tokens = iter(_TOKEN.findall(path))
    if next(tokens, "") != "M":
        raise MarkDamaged("path")
    x, y = float(next(tokens)), float(next(tokens))
    command, last_control = "", (x, y)
    for token in tokens:
        if token.isalpha():
            command, token = token, next(tokens)
        count = {"c": 6, "s": 4}.get(command)
        if count is None:
            raise MarkDamaged(command)
        values = [float(token), *(float(next(tokens)) for _ in range(count - 1))]
        first = (2 * x - last_control[0], 2 * y - last_control[1])
        if command == "c":
            first = (x + values.pop(0), y + values.pop(0))
        second, end = (x + values[0], y + values[1]), (x + values[2], y + values[3])
        yield (x, y), first, second, end
        last_control, (x, y) = second, end


def pdf_operators(mark: Mark, colour: str | None = None) -> str:
    """PDF path operators in the mark's own grid, y downwards; the caller sets the matrix. `colour` overrides all."""
    lines = ["1 J 1 j"]
    for head in mark.heads:
        lines += [f"{_rgb(colour or head.colour)} rg", _circle(head), "f"]
    for stroke in mark.strokes:
        lines.append(f"{_rgb(colour or stroke.colour)} RG {stroke.width:g} w")
        lines.append("{:g} {:g} m".format(*stroke.curves[0][0]))
        for _, first, second, end in stroke.curves:
            lines.append("{:.4g} {:.4g} {:.4g} {:.4g} {:.4g} {:.4g} c".format(*first, *second, *end))
        lines.append("S")
    return "\n".join(lines)


def points(stroke: Stroke, steps: int = 24) -> list[Point]:
    """A stroke as a fine line of points."""
    line = [stroke.curves[0][0]]
    for a, b, c, d in stroke.curves:
        for step in range(1, steps + 1):
            t = step / steps
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            line.append((_mix(weights, (a, b, c, d), 0), _mix(weights, (a, b, c, d), 1)))
    return line


def _mix(weights: tuple[float, ...], corners: tuple[Point, ...], axis: int) -> float:
    return sum(weight * corner[axis] for weight, corner in zip(weights, corners, strict=True))


def _circle(head: Head) -> str:
    x, y, r, k = head.x, head.y, head.r, head.r * _KAPPA
    corners = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    curves = "\n".join("{:.5g} {:.5g} {:.5g} {:.5g} {:.5g} {:.5g} c".format(*corner) for corner in corners)
    return f"{x + r:.5g} {y:.5g} m\n{curves}"


def _rgb(colour: str) -> str:
    return " ".join(f"{int(colour[i : i + 2], 16) / 255:.3g}" for i in (1, 3, 5))
