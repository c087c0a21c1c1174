"""Sample results for pictures and tests: made-up counts of the demo campaign, always the same."""

from __future__ import annotations

import hashlib
import json

from kiosk.domain.campaign import Campaign, Department

VOTERS = 2_710
FEW, SOME = 24, 33
"""Places in the timetable of a department with too few ratings and of one with withheld marks."""


def sample_results(campaign: Campaign) -> bytes:
    """A results.json as the count writes it, as far as kiosks read it."""
    departments = [_department(campaign, department) for department in campaign.departments]
    counted = sum(int(str(d["ratings"] or 0)) for d in departments)
    results = {
        "v": 1,
        "campaign": campaign.id,
        "smallest_cell": 10,
        "ratings": counted,
        "departments": departments,
    }
    return json.dumps(results, ensure_ascii=False, indent=1).encode() + b"\n"


def _department(campaign: Campaign, department: Department) -> dict[str, object]:
    options = campaign.ballot.options
    drawn = hashlib.sha256(department.id.encode()).digest()
    total = VOTERS - drawn[0]
    counts = [total * (40 + drawn[1] // 8) // 100, total * (20 + drawn[2] // 16) // 100, total * drawn[3] // 4000]
    counts.append(total - sum(counts))
    weighted = [(option.weight, number) for option, number in zip(options, counts, strict=True) if option.weight]
    score = sum(weight * number for weight, number in weighted) / sum(number for _, number in weighted)
    few, some = department.order == FEW, department.order == SOME
    shown = [not few and not (some and place < 2) for place in range(len(options))]
    return {
        "id": department.id,
        "order": department.order,
        "name": {"zh": department.name.zh, "en": department.name.en},
        "ratings": None if few else total,
        "marks": [
            {
                "id": option.id,
                "label": {"zh": option.label.zh, "en": option.label.en},
                "weight": option.weight,
                "number": number if seen else None,
                "share": round(100 * number / total, 2) if seen else None,
            }
            for option, number, seen in zip(options, counts, shown, strict=True)
        ],
        "score": None if few or some else round(score, 2),
        "withheld": "few" if few else "some" if some else "",
    }
