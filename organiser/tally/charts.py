"""Charts of the results page as inline SVG: no script, no file beside it, the same on paper as on a screen.

Marks differ by pattern as well as by colour, and every part carries its words, so that a grey print tells the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from organiser.tally.results import Mark

WIDTH, HEIGHT, THIN = 1000.0, 66.0, 30.0
COLOURS = {"good": "#17523F", "fair": "#0B4C79", "poor": "#653F08", "unknown": "#6E8798"}
"""pine, sea, amber, edge of the look; other scales take them in order."""
INK, HAIR, MIST, SEA = "#0A2540", "#CDD9E0", "#EEF4F6", "#0B4C79"
_PATTERNS = ("", "M0 12 12 0", "M0 6H12", "M6 0V12M0 6H12")
_NARROW = 118.0
"""A part narrower than this has no room for its number; the legend below has it anyway."""


def colour(mark: str, place: int) -> str:
    """A mark's colour."""
    return COLOURS.get(mark) or tuple(COLOURS.values())[place % len(COLOURS)]


def patterns() -> str:
    """Definitions that every chart of the page refers to; once per page."""
    tiles = "".join(
        f'<pattern id="p{place}" width="12" height="12" patternUnits="userSpaceOnUse">'
        f'<path d="{path}" stroke="#FFF" stroke-opacity=".34" stroke-width="2" fill="none"/></pattern>'
        for place, path in enumerate(_PATTERNS)
        if path
    )
    withheld = (
        '<pattern id="withheld" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="14" height="14" fill="{MIST}"/><path d="M0 0V14" stroke="{COLOURS["unknown"]}" '
        'stroke-width="3"/></pattern>'
    )
    return f'<svg width="0" height="0" aria-hidden="true"><defs>{tiles}{withheld}</defs></svg>'


def swatch(mark: str, place: int) -> str:
    """A mark's colour and pattern for the legend."""
    return f'<svg class="swatch" viewBox="0 0 36 36" aria-hidden="true">{_box(0, 36, 36, mark, place)}</svg>'


def stacked(marks: Iterable[Mark], ratings: int, label: str) -> str:
    """Shares of one department side by side; what is withheld is one hatched part."""
    parts, x, shown = [], 0.0, 0
    for place, mark in enumerate(marks):
        if mark.number is None:
            continue
        width = WIDTH * mark.number / ratings if ratings else 0.0
        parts.append(_part(x, width, mark, place))
        x, shown = x + width, shown + mark.number
    if shown < ratings:
        parts.append(f'<rect x="{x:.2f}" width="{WIDTH - x:.2f}" height="{HEIGHT}" fill="url(#withheld)"/>')
    return _svg("".join(parts), label)


def share_bar(part: int | None, whole: int, label: str) -> str:
    """How many of a group; hatched where that is withheld."""
    if part is None:
        return _svg(f'<rect width="{WIDTH}" height="{THIN}" fill="url(#withheld)"/>', label, THIN)
    width = WIDTH * part / whole if whole else 0.0
    return _svg(f'<rect width="{width:.2f}" height="{THIN}" fill="{SEA}"/>', label, THIN)


def score_bar(score: float, most: float, label: str) -> str:
    """A score on a scale from 0 to `most`, with a line at every quarter."""
    lines = "".join(_line(WIDTH * quarter / 4) for quarter in (1, 2, 3))
    return _svg(f'<rect width="{WIDTH * score / most:.2f}" height="{THIN}" fill="{SEA}"/>{lines}', label, THIN)


def _part(x: float, width: float, mark: Mark, place: int) -> str:
    box = _box(x, width, HEIGHT, mark.id, place)
    if width < _NARROW:
        return box
    middle = x + width / 2
    ground = f'<rect x="{middle - 54:.2f}" y="13" width="108" height="40" rx="8" fill="{colour(mark.id, place)}"/>'
    return f'{box}{ground}<text x="{middle:.2f}" y="43">{mark.share:.1f}%</text>'


def _box(x: float, width: float, height: float, mark: str, place: int) -> str:
    size = f'x="{x:.2f}" width="{max(width, 0):.2f}" height="{height:g}"'
    plain = f'<rect {size} fill="{colour(mark, place)}"/>'
    return plain + (f'<rect {size} fill="url(#p{place})"/>' if 0 < place < len(_PATTERNS) else "")


def _line(x: float) -> str:
    return f'<path d="M{x:.1f} 0V{THIN:g}" stroke="{HAIR}" stroke-width="2"/>'


def _svg(content: str, label: str, height: float = HEIGHT) -> str:
    return (
        f'<svg class="bar" viewBox="0 0 {WIDTH:g} {height:g}" role="img" aria-label="{escape(label)}">'
        f'<rect width="{WIDTH:g}" height="{height:g}" fill="{MIST}"/>{content}</svg>'
    )


def legend(names: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Swatches with words, from (id, Chinese, English)."""
    for place, (id, zh, en) in enumerate(names):
        yield f"<li>{swatch(id, place)}{escape(zh)} <i>{escape(en)}</i></li>"
