"""docs/operations.md has a row for everything that can be looked at: metrics, fields of health, states."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from pens import Pen
from worlds import World

from sync.server.health import Condition, KioskHealth, VenueHealth
from sync.server.metrics import metrics

DOCS = Path(__file__).parents[3] / "docs"
TEXT = (DOCS / "operations.md").read_text("utf-8")
ROWS = [line.split("|")[1:-1] for line in TEXT.splitlines() if line.startswith("| `")]


def named(cells: list[str]) -> set[str]:
    return set(re.findall(r"`([^`]+)`", cells[0]))


def test_every_metric_has_its_meaning_worry_and_remedy(lite: World) -> None:
    Pen(lite).enrol().attend().send()
    found = set(re.findall(r"^# HELP (\S+)", metrics(lite.server).decode(), re.MULTILINE))
    described = {name for row in ROWS if len(row) == 4 and all(cell.strip() for cell in row) for name in named(row)}
    assert len(found) >= 12
    assert found - described == set()
    assert {name for name in described if name.startswith("sanmin_")} - found == set()


def test_every_field_of_health_that_a_kiosk_may_write_has_a_row() -> None:
    formats = (DOCS / "formats.md").read_text("utf-8").split("`health` is the kiosk's own word")[1].split("\n## ")[0]
    written = {name for line in formats.splitlines() if line.startswith("| `") for name in named(line.split("|")[1:-1])}
    assert len(written) >= 15
    assert written - {name for row in ROWS for name in named(row)} == set()


@pytest.mark.parametrize("condition", Condition)
def test_every_state_has_a_row(condition: Condition) -> None:
    assert any(condition.value in named(row) for row in ROWS)


@pytest.mark.parametrize("field", sorted({f.name for k in (KioskHealth, VenueHealth) for f in dataclasses.fields(k)}))
def test_every_field_of_the_answers_is_named(field: str) -> None:
    assert f"`{field}`" in TEXT


@pytest.mark.parametrize(
    ("alarm", "commands"),
    [
        ("unknown-kiosk", ("serve code", "kiosk-readmit CODE", "Sync now")),
        ("forked", ("serve forks", "serve decide", "backup", "kiosk-enrol")),
        ("other-kiosk", ("restore",)),
    ],
)
def test_what_a_technician_does_at_a_refused_kiosk_is_told_step_by_step(alarm: str, commands: tuple[str, ...]) -> None:
    section = TEXT.split("### A kiosk that is refused or forked, step by step")[1].split("\n## ")[0]
    steps = next(part for part in section.split("\n\n") if part.startswith(f"**`{alarm}`"))
    assert [command for command in commands if command not in steps] == []
