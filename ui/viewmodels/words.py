"""Words that view models hand to QML in both languages at once, so that a live language switch needs no reload.

A text is a map {"zh": …, "en": …}; QML shows `Theme.say(text)`.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from kiosk.domain.campaign import Bilingual, Campaign, Session

Both = dict[str, str]

THIN = "\u2009"
QINGDAO = timezone(timedelta(hours=8))
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_NUMERALS = "〇一二三四五六七八九十"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ORDINALS = ("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth")


def both(text: Bilingual | None) -> Both:
    """A bilingual text as QML takes it. Without English the Chinese stands in for it, as it is."""
    return {"zh": "", "en": ""} if text is None else {"zh": text.zh, "en": straight(text.en) or text.zh}


def straight(english: str) -> str:
    """English with straight quotation marks: in a Chinese font the curled ones are as wide as a character."""
    return english.translate(_STRAIGHT)


def same(text: str) -> Both:
    """One text for both languages: numbers, codes."""
    return {"zh": text, "en": text}


def day(moment: datetime) -> Both:
    """A date in each language's manner: 12 月 18 日, 18 Dec."""
    local = moment.astimezone(QINGDAO)
    return {
        "zh": f"{local.month}{THIN}月{THIN}{local.day}{THIN}日",
        "en": f"{local.day} {_MONTHS[local.month - 1]}",
    }


def day_and_time(moment: datetime) -> Both:
    """A date with the time of day."""
    date, clock = day(moment), moment.astimezone(QINGDAO).strftime("%H:%M")
    return {"zh": f"{date['zh']} {clock}", "en": f"{date['en']}, {clock}"}


def from_unix(seconds: int) -> datetime:
    """A moment in Qingdao's time."""
    return datetime.fromtimestamp(seconds, QINGDAO)


def half_day(moment: datetime) -> Both:
    """A date with 上午 or 下午."""
    date = day(moment)
    morning = moment.astimezone(QINGDAO).hour < 12
    return {
        "zh": f"{date['zh']} {'上午' if morning else '下午'}",
        "en": f"{date['en']}, {'morning' if morning else 'afternoon'}",
    }


def session_name(number: int) -> Both:
    """第二场, Session 2."""
    numeral = _NUMERALS[number] if number < len(_NUMERALS) else str(number)
    return {"zh": f"第{numeral}场", "en": f"Session {number}"}


def session_opens(session: Session, now: int) -> Both:
    """When a session that has not begun will: 明天 9:00 开始, or with its date."""
    start = session.start.astimezone(QINGDAO)
    clock = f"{start.hour}:{start.minute:02}"
    days = (start.date() - from_unix(now).date()).days
    if days == 0:
        return {"zh": f"今天 {clock} 开始", "en": f"Opens today {clock}"}
    if days == 1:
        return {"zh": f"明天 {clock} 开始", "en": f"Opens tomorrow {clock}"}
    date = day(session.start)
    return {"zh": f"{date['zh']}开始", "en": f"Opens {date['en']}"}


def minutes(seconds: float) -> Both:
    """A duration: 9 分 42 秒, 9 min 42 s."""
    whole = round(seconds)
    m, s = divmod(whole, 60)
    if m == 0:
        return {"zh": f"{s}{THIN}秒", "en": f"{s} s"}
    if s == 0:
        return {"zh": f"{m}{THIN}分钟", "en": f"{m} min"}
    return {"zh": f"{m}{THIN}分{THIN}{s}{THIN}秒", "en": f"{m} min {s} s"}


def clock(seconds: float) -> str:
    """A place in a clip: 6:12."""
    whole = max(0, int(seconds))
    return f"{whole // 60}:{whole % 60:02}"


def department_names(campaign: Campaign, ids: tuple[str, ...]) -> Both:
    """Several departments' names in one line."""
    names = [campaign.department(id).name for id in ids]
    return {"zh": "、".join(n.zh for n in names), "en": ", ".join(n.en for n in names)}
