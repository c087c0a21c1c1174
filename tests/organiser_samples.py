"""A small but complete campaign for the organiser's tests."""

from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta, timezone

from kiosk.crypto.sealing import OpeningKey
from kiosk.domain.campaign import (
    Ballot,
    Bilingual,
    Campaign,
    Category,
    Chapter,
    ChapterKind,
    Clip,
    ClipKind,
    Department,
    Goal,
    GoalState,
    Mode,
    PinPolicy,
    Problem,
    RatingOption,
    Session,
    Source,
    SuggestionRules,
    Topic,
    Venue,
)

CHINA = timezone(timedelta(hours=8))
TALLY_KEY = OpeningKey(bytes(range(32)))
INTAKE_KEY = OpeningKey(bytes(range(1, 33)))
DISTRICTS = (
    ("v01", "市南区"),
    ("v02", "市北区"),
    ("v03", "李沧区"),
    ("v04", "崂山区"),
    ("v05", "黄岛区（西海岸新区）"),
    ("v06", "城阳区"),
    ("v07", "即墨区"),
    ("v08", "胶州市"),
    ("v09", "平度市"),
    ("v10", "莱西市"),
    ("v11", "高新区"),
)
CATEGORIES = (
    ("enterprise", "企业代表", "Enterprise", 978),
    ("town", "镇街代表", "Town and street", 422),
    ("resident", "市民代表", "Resident", 1800),
)


def words(zh: str, en: str = "") -> Bilingual:
    return Bilingual(zh, en)


def clip(name: str, mandatory: bool) -> Clip:
    chapters = (
        Chapter(0.0, ChapterKind.OPENING, words("开场", "Opening")),
        Chapter(12.5, ChapterKind.CITY_PROJECTS, words("市办实事")),
    )
    return Clip(f"{name}.mp4", f"{name}.png", f"{name}.zh.vtt", f"{name}.en.vtt", 36.0, chapters[: 1 + mandatory])


def department(order: int, id: str) -> Department:
    return Department(
        id=id,
        order=order,
        session=1 + (order > 2),
        name=words(f"市{id}局", f"{id} bureau"),
        summary=words("第一段\n\n“第二段”", "Two paragraphs"),
        goals=(Goal(words("新开 60 条"), words("63 条"), GoalState.DONE),),
        topics=("traffic",),
        report=clip(f"{id}-report", order % 2 == 0),
        interview=clip(f"{id}-interview", False),
    )


def sample_campaign(**changes: object) -> Campaign:
    campaign = Campaign(
        id="qd2021",
        year=2021,
        title=words("三民活动", "San Min"),
        city=words("青岛市", "Qingdao"),
        mottos=("听民意", "聚民智", "惠民生", "谋发展"),
        sample=True,
        mode=Mode.LIVE,
        not_before=datetime(2021, 12, 1, tzinfo=CHINA),
        not_after=datetime(2031, 12, 31, 23, 59, 59, tzinfo=CHINA),
        salt=b"\x00salt\xff",
        tally_key=TALLY_KEY.public.raw,
        intake_key=INTAKE_KEY.public.raw,
        ballot=Ballot(
            1,
            (
                RatingOption(1, "good", words("满意", "Satisfied"), "good", 100),
                RatingOption(2, "fair", words("基本满意", "Mostly satisfied"), "fair", 70),
                RatingOption(3, "poor", words("不满意", "Not satisfied"), "poor", 30),
                RatingOption(4, "unknown", words("不了解", "Don't know"), "unknown", None),
            ),
        ),
        pin=PinPolicy(representative=False, staff=True),
        suggestion=SuggestionRules(),
        categories=tuple(Category(id, words(zh, en), seats) for id, zh, en, seats in CATEGORIES),
        sessions=(
            Session(1, datetime(2021, 12, 14, 9, tzinfo=CHINA), datetime(2021, 12, 14, 12, tzinfo=CHINA)),
            Session(2, datetime(2021, 12, 14, 14, tzinfo=CHINA), datetime(2021, 12, 14, 17, tzinfo=CHINA)),
        ),
        venues=tuple(Venue(id, words(zh)) for id, zh in DISTRICTS),
        topics=(Topic("traffic", words("交通秩序"), "traffic"),),
        sources=(Source("hotline", words("12345 热线"), "hotline"),),
        departments=tuple(department(i + 1, id) for i, id in enumerate(("fgw", "kjj", "jyj", "jtj"))),
        problems=(
            Problem(
                17,
                words("早晚高峰怎么停？"),
                ("jtj", "fgw"),
                "traffic",
                "hotline",
                words("已新增。"),
                ClipKind.REPORT,
                24.0,
            ),
        ),
    )
    return dataclasses.replace(campaign, **changes)  # type: ignore[arg-type]
