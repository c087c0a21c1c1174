"""Pages for phones: what became of a suggestion, whether an envelope is in the list. No script, no personal data."""

from __future__ import annotations

from html import escape

from kiosk.domain.campaign import Bilingual, Campaign
from kiosk.domain.receipt import group
from kiosk.domain.suggestion import Status

_STYLE = """
:root{color-scheme:light}body{margin:0;background:#FBFAF6;color:#0A2540;font:18px/1.6 "Noto Sans CJK SC","PingFang SC",
"Microsoft YaHei",sans-serif}main{max-width:640px;margin:0 auto;padding:24px 20px 64px}h1{font:700 30px/1.25
"Noto Serif CJK SC","Songti SC",serif;margin:8px 0}.eyebrow{color:#9C2F1A;font-weight:700;margin:0}.code{font:700 26px
"Noto Serif CJK SC",serif;letter-spacing:.06em}.card{background:#fff;border-radius:20px;padding:20px;margin:20px 0;
box-shadow:0 8px 24px rgba(10,37,64,.09)}ol{list-style:none;margin:0;padding:0}li{border-left:4px solid #CDD9E0;
padding:0 0 16px 18px;position:relative}
li::before{content:"";position:absolute;left:-10px;top:6px;width:16px;height:16px;
border-radius:50%;background:#0B4C79}li:last-child{border-color:transparent}
.en{color:#2F4A63;font-size:16px;display:block}
footer{color:#2F4A63;font-size:15px}.sea{height:14px;background:#0B4C79}
"""


def suggestion_page(code: str, status: Status, campaign: Campaign | None) -> str:
    """The way of one suggestion and the reply."""
    steps = "".join(
        f"<li><b>{escape(step.note.zh)}</b> · {step.on}<span class=en>{escape(step.note.en)}</span></li>"
        for step in status.steps
    )
    department = _department(campaign, status.department)
    answer = f"<section class=card><h2>答复 Reply</h2>{_both(status.reply)}</section>" if status.reply else ""
    outcome = _OUTCOMES.get(status.outcome or "", "")
    return _page(
        "您的意见建议",
        f"""<p class=eyebrow>意见建议回执 · Suggestion receipt</p><h1>{escape(status.summary.zh)}</h1>
<span class=en>{escape(status.summary.en)}</span><p class=code>{group(code)}</p>{department}
<section class=card><ol>{steps}</ol></section>{answer}{outcome}""",
    )


def ballot_page(code: str, listed: bool) -> str:
    """Whether an envelope has arrived; never what is in it."""
    words = (
        ("已收到", "您的评议信封已在名单中。", "Your sealed envelope has arrived and is in the list.")
        if listed
        else (
            "尚未收到",
            "会场终端可能还未联网，请过几天再查。",
            "The kiosk may still be offline. Please look again later.",
        )
    )
    return _page(
        words[0],
        f"""<p class=eyebrow>评议回执 · Ballot receipt</p><h1>{words[0]}</h1><p class=code>{group(code)}</p>
<section class=card>{words[1]}<span class=en>{words[2]}</span></section>
<p>回执只证明信封已收到，不含任何评价内容。<span class=en>A receipt proves that the envelope arrived and nothing about
what is in it.</span></p>""",
    )


def unknown_page(reason: str) -> str:
    """A code that is not known, or not a code."""
    zh, en = (
        ("没有查到这个回执", "No such receipt yet. If it was given today, the kiosk may still be offline.")
        if reason == "unknown-receipt"
        else ("回执码有误，请核对", "This is not a receipt code. Please check it.")
    )
    return _page(zh, f"<p class=eyebrow>回执 · Receipt</p><h1>{zh}</h1><p class=en>{en}</p>")


_OUTCOMES = {
    "planned": "<p><b>已纳入明年工作谋划</b><span class=en>Taken into next year's plans</span></p>",
    "published": "<p><b>刊发《建言与决策》</b><span class=en>Published in “Advice and Decisions”</span></p>",
}


def _department(campaign: Campaign | None, id: str | None) -> str:
    if campaign is None or id is None:
        return ""
    try:
        return f"<p>办理部门：{_both(campaign.department(id).name)}</p>"
    except KeyError:
        return ""


def _both(text: Bilingual | None) -> str:
    return "" if text is None else f"{escape(text.zh)}<span class=en>{escape(text.en)}</span>"


def _page(title: str, body: str) -> str:
    return f"""<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(title)} · 三民活动</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<style>{_STYLE}</style></head><body><div class=sea></div><main>{body}
<footer>三民活动：向市民报告、听市民意见、请市民评议</footer>
</main></body></html>"""
