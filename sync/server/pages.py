"""Pages for phones in Chinese and English, in the product's look. No script, nothing fetched, no personal data."""

from __future__ import annotations

import re

from kiosk.domain.campaign import Bilingual, Campaign
from kiosk.domain.receipt import group
from kiosk.domain.suggestion import CLOSED, State, Status, Step
from sync.server.page_frame import both, frame, plain, words

_OUTCOMES = {
    "planned": Bilingual("已纳入明年工作谋划", "Taken into next year's plans"),
    "published": Bilingual("刊发《建言与决策》", "Published in “Advice and Decisions”"),
}
_BAD = (
    Bilingual("回执编号有误，请核对", "This is not a receipt code. Please check it."),
    Bilingual(
        "回执编号有十个字母和数字，例如 7K4M-2P9X-3F。",
        "A receipt has ten letters and digits, such as 7K4M-2P9X-3F.",
    ),
)
_UNKNOWN = (
    Bilingual("没有查到这个回执", "This receipt is not here yet."),
    Bilingual(
        "如果是今天才提交的，会场终端可能还未联网，请明天再查。",
        "If you got it today, the kiosk may still be offline. Please look again tomorrow.",
    ),
)
_NO_PAGE = (
    Bilingual("没有这个页面", "There is no such page"),
    Bilingual(
        "网址可能输错了。请在下面输入回执编号。", "The address may be mistyped. Please enter your receipt code below."
    ),
)
_NOT_NOW = (
    Bilingual("暂时不能查询", "Not available right now"),
    Bilingual(
        "请过几分钟再试。已提交的内容不受影响。", "Please try again in a few minutes. What was handed in is safe."
    ),
)
_POINTER = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}")


def home_page(campaign: Campaign | None) -> str:
    """What this is and where to type a receipt."""
    year = f"{campaign.city.zh} {campaign.year}" if campaign else "青岛市"
    body = f"""<p class="eyebrow">{words(year)}</p>
<h1>三民活动</h1>
<p class="lead">向市民报告、听市民意见、请市民评议<span lang="en">The city reports, listens and is judged by its
citizens.</span></p>
{_form("")}
<section class="card"><h2>这里能查什么 <span lang="en">What you can look up</span></h2>
<p>您在会场提的意见建议办到哪一步、怎么答复的。<span lang="en">How far your suggestion is and what
the answer was.</span></p>
<p>您的评议信封是否已收到。<span lang="en">Whether your sealed ballot envelope has arrived.</span></p></section>
<p>查询不需要姓名和电话，本页也不记录是谁在查。<span lang="en">No name or phone number is needed, and nobody records who
looks.</span></p>"""
    return frame("查询回执", body, campaign)


def suggestion_page(code: str, status: Status, campaign: Campaign | None) -> str:
    """The way of one suggestion and the reply. `role="list"`: VoiceOver takes a list without dots for none."""
    body = f"""<p class="eyebrow">意见建议回执 <span lang="en">Suggestion receipt</span></p>
<h1>{both(status.summary)}</h1>
{_code(code)}{_department(campaign, status.department)}
<section class="card"><h2>办理进度 <span lang="en">How far it is</span></h2>
<ol class="way" role="list">{_steps(status)}</ol></section>{_reply(status)}{_outcome(status)}"""
    return frame("意见建议办理进度", body, campaign)


def ballot_page(code: str, listed: bool, campaign: Campaign | None) -> str:
    """Whether an envelope has arrived; never what is in it."""
    title, note, kind = (
        (
            Bilingual("已收到", "It has arrived"),
            Bilingual("您的评议信封已在名单中。", "Your sealed envelope is in the list."),
            "done",
        )
        if listed
        else (
            Bilingual("尚未收到", "Not here yet"),
            Bilingual(
                "会场终端可能还未联网，请过几天再查。", "The kiosk may still be offline. Please look again later."
            ),
            "wait",
        )
    )
    body = f"""<p class="eyebrow">评议回执 <span lang="en">Ballot receipt</span></p>
<h1>{both(title)}</h1>
{_code(code)}
<p class="card {kind}">{both(note)}</p>
<p>回执只证明信封已收到，不含任何评价内容，谁也不能从中看出您怎么评的。<span lang="en">A receipt proves that the
envelope arrived. It holds no rating, and nobody can learn from it how you rated.</span></p>"""
    return frame(title.zh, body, campaign)


def unknown_page(reason: str, typed: str, campaign: Campaign | None) -> str:
    """A code that is not known, or not a code, with the field to correct it."""
    title, note = _UNKNOWN if reason == "unknown-receipt" else _BAD
    body = f"""<p class="eyebrow">回执 <span lang="en">Receipt</span></p>
<h1>{both(title)}</h1><p class="card wait">{both(note)}</p>{_form(typed[:20])}"""
    return frame(title.zh, body, campaign)


def trouble_page(found: bool) -> str:
    """A person's address that leads nowhere, or a server that cannot answer now; it asks no database."""
    title, note = _NOT_NOW if found else _NO_PAGE
    body = f"""<h1>{both(title)}</h1><p class="card wait">{both(note)}</p>{_form("")}"""
    return frame(title.zh, body, None)


def _form(typed: str) -> str:
    return f"""<form action="/find" method="get"><label for="code">回执编号 <span lang="en">Receipt code</span></label>
<input id="code" name="code" value="{plain(typed)}" required maxlength="20" placeholder="7K4M-2P9X-3F"
 autocomplete="off" autocapitalize="characters" spellcheck="false">
<button>查询 <span lang="en">Look up</span></button></form>"""


def _code(code: str) -> str:
    return f'<p class="code">{group(code)}</p>'


def _steps(status: Status) -> str:
    """The way, step by step. That of a merged one has not ended: it goes on with the other one."""
    last, ended = len(status.steps) - 1, status.state in CLOSED - {State.MERGED}
    return "".join(_step(step, number == last, ended) for number, step in enumerate(status.steps))


def _step(step: Step, latest: bool, closed: bool) -> str:
    here = ' class="now" aria-current="step"' if latest and not closed else ""
    note = _POINTER.sub(lambda code: f'<a href="/s/{code[0].replace("-", "")}">{code[0]}</a>', both(step.note))
    return f'<li{here}>{note}<time datetime="{plain(step.on)}">{plain(step.on)}</time></li>'


def _reply(status: Status) -> str:
    if status.reply is None:
        return ""
    title = '答复 <span lang="en">The answer</span>'
    return f'<section class="card reply"><h2>{title}</h2><p>{both(status.reply)}</p></section>'


def _outcome(status: Status) -> str:
    outcome = _OUTCOMES.get(status.outcome or "")
    if outcome is None or status.state is not State.ADOPTED:
        return ""
    return f'<p class="card done">{both(outcome)}</p>'


def _department(campaign: Campaign | None, id: str | None) -> str:
    if campaign is None or id is None:
        return ""
    try:
        name = campaign.department(id).name
    except KeyError:
        return ""
    return f'<p class="department"><span class="label">办理部门 <span lang="en">With</span></span>{both(name)}</p>'
