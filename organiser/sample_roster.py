"""A sample roster for the demo: invented people on real streets, with phone numbers that no network gives out."""

from __future__ import annotations

import random
from collections.abc import Iterator

from kiosk.domain.campaign import Campaign, Venue
from kiosk.domain.credential import Role
from organiser.roster import RosterRow, Route

STAFF_PER_VENUE = 2
_SURNAMES = (
    "王李张刘陈杨孙赵徐于姜宋高林吕周马曲郭韩胡朱隋董崔纪矫梁尹辛丁谭邵薛綦战袁孟任江迟逄兰匡管",
    (90, 80, 75, 60, 40) + (20,) * 10 + (10,) * 10 + (4,) * 20,
)
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰萍红建国文斌鹏宇浩然子涵欣怡梓轩雨桐"
    "海燕春梅晓东志远振宁淑珍永福家瑞思远嘉宁一诺佳慧立新德昌凤琴"
)
_ROUTES = ((Route.RANDOM, 5), (Route.RECOMMENDED, 3), (Route.VOLUNTEER, 2))
_STREETS = {
    "v01": ("香港中路街道", "八大湖街道", "珠海路街道", "金门路街道", "湛山街道", "江苏路街道", "云南路街道"),
    "v02": ("登州路街道", "台东街道", "辽宁路街道", "延安路街道", "敦化路街道", "合肥路街道", "浮山新区街道"),
    "v03": ("振华路街道", "永清路街道", "虎山路街道", "浮山路街道", "九水街道", "湘潭路街道", "世园街道"),
    "v04": ("中韩街道", "沙子口街道", "北宅街道", "王哥庄街道", "金家岭街道"),
    "v05": ("黄岛街道", "辛安街道", "薛家岛街道", "长江路街道", "隐珠街道", "灵珠山街道", "泊里镇", "王台街道"),
    "v06": ("城阳街道", "流亭街道", "夏庄街道", "惜福镇街道", "棘洪滩街道", "上马街道"),
    "v07": ("通济街道", "环秀街道", "潮海街道", "龙山街道", "鳌山卫街道", "温泉街道", "蓝村街道", "灵山街道"),
    "v08": ("阜安街道", "中云街道", "三里河街道", "胶北街道", "胶东街道", "李哥庄镇", "铺集镇"),
    "v09": ("东阁街道", "李园街道", "同和街道", "凤台街道", "白沙河街道", "南村镇", "蓼兰镇"),
    "v10": ("水集街道", "望城街道", "沽河街道", "龙水街道", "姜山镇", "南墅镇"),
    "v11": ("河套街道", "红岛街道"),
}
_WEIGHTS = {"v01": 13, "v02": 18, "v03": 13, "v04": 7, "v05": 20, "v06": 12, "v07": 14, "v08": 11, "v09": 13, "v10": 7}
_SMALL_WEIGHT = 4


def demo_roster(campaign: Campaign, seed: int) -> tuple[RosterRow, ...]:
    """As many representatives as the campaign's categories have seats, and two staff for each venue.

    The same seed gives the same people. Phone numbers begin with 100, which no subscriber's number does.
    """
    chance = random.Random(seed)
    rows = [*_representatives(campaign, chance), *_staff(campaign, chance)]
    return tuple(_numbered(rows))


def _representatives(campaign: Campaign, chance: random.Random) -> Iterator[RosterRow]:
    weights = [_WEIGHTS.get(venue.id, _SMALL_WEIGHT) for venue in campaign.venues]
    categories = [category.id for category in campaign.categories for _ in range(category.seats)]
    chance.shuffle(categories)
    routes = [route for route, _ in _ROUTES]
    for category in categories:
        venue = chance.choices(campaign.venues, weights)[0]
        route = chance.choices(routes, [weight for _, weight in _ROUTES])[0]
        street = chance.choice(_streets(venue))
        yield RosterRow("", _name(chance), "", category, route, venue.name.zh, street, venue.id, Role.REPRESENTATIVE)


def _staff(campaign: Campaign, chance: random.Random) -> Iterator[RosterRow]:
    for venue in campaign.venues:
        for _ in range(STAFF_PER_VENUE):
            street = _streets(venue)[0]
            yield RosterRow("", _name(chance), "", "", Route.NONE, venue.name.zh, street, venue.id, Role.STAFF)


def _numbered(rows: list[RosterRow]) -> Iterator[RosterRow]:
    """The rows with running card numbers (S for staff) and phone numbers."""
    staff = 0
    for number, row in enumerate(rows, 1):
        staff += row.role is Role.STAFF
        card_no = f"S{staff:03}" if row.role is Role.STAFF else f"{number:04}"
        yield RosterRow(
            card_no, row.name, f"100{number:08}", row.category, row.route, row.district, row.street, row.venue, row.role
        )


def _streets(venue: Venue) -> tuple[str, ...]:
    return _STREETS.get(venue.id, (venue.name.zh,))


def _name(chance: random.Random) -> str:
    surname = chance.choices(_SURNAMES[0], _SURNAMES[1])[0]
    return surname + "".join(chance.choices(_GIVEN, k=1 if chance.random() < 0.2 else 2))
