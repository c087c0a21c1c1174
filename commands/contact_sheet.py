"""A page that shows all pictures of a folder side by side: one row a scene, one column a look."""

from __future__ import annotations

import html
from pathlib import Path

PARTS = 3
"""<scene>-<language>-<mode>-<orientation>.png"""
_STYLE = """body{font:16px/1.4 sans-serif;background:#EEF4F6;color:#0A2540;margin:24px}
h2{margin:32px 0 8px}figure{display:inline-block;margin:0 12px 12px 0;vertical-align:top}
img{height:320px;background:#fff;box-shadow:0 4px 16px #0A254022}figcaption{color:#2F4A63}"""


def write_contact_sheet(folder: Path) -> Path:
    """Write index.html over every picture in the folder; its path."""
    scenes: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(folder.glob("*.png")):
        scene, *look = path.stem.rsplit("-", PARTS)
        scenes.setdefault(scene, []).append((" · ".join(look), path.name))
    rows = "".join(
        f"<h2>{html.escape(scene)}</h2>"
        + "".join(
            f'<figure><a href="{name}"><img loading=lazy src="{name}" alt="{html.escape(scene)} {look}"></a>'
            f"<figcaption>{look}</figcaption></figure>"
            for look, name in pictures
        )
        for scene, pictures in scenes.items()
    )
    page = folder / "index.html"
    page.write_text(
        f"<!doctype html><html lang=en><meta charset=utf-8><title>Screens</title><style>{_STYLE}</style>{rows}</html>",
        "utf-8",
    )
    return page
