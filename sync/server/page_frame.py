"""The frame of every page: language, title, style and the drawn horizon (the look's colours and type)."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from pathlib import Path

from kiosk.domain.campaign import Bilingual, Campaign

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
"""Of every page."""
_PROGRAMS = ("/v1", "/metrics", "/healthz", "/openapi.json")
STYLE = """
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#FBFAF6;color:#0A2540;font:18px/1.6 "Noto Sans CJK SC","Noto Sans SC","PingFang SC",
"HarmonyOS Sans SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
main{max-width:640px;margin:0 auto;padding:20px 20px 32px}
h1,.code{font-family:"Noto Serif CJK SC","Noto Serif SC","Songti SC",STSong,serif;font-weight:700}
h1{font-size:30px;line-height:1.25;margin:4px 0 16px}
h2{font-size:18px;margin:0 0 12px}
p{margin:0 0 16px}
a{color:#0B4C79}.whole{display:inline-block}
[lang=en]{display:block;color:#2F4A63;font-size:16px;line-height:1.5;font-weight:400;
font-family:Georgia,"Noto Serif",serif}
h2 [lang=en],.eyebrow [lang=en],label [lang=en],button [lang=en],.label [lang=en]{display:inline;margin-left:.4em;
color:inherit;font-family:inherit}
.eyebrow{color:#9C2F1A;font-weight:700;font-size:16px;margin:16px 0 0}
.brand{display:flex;gap:10px;align-items:center;color:#0A2540;text-decoration:none;font-weight:700;min-height:48px}
.mark{width:40px;height:40px;flex:none}
.code{font-size:26px;letter-spacing:.04em;margin:0 0 16px}
.card{background:#fff;border-radius:20px;padding:20px;margin:0 0 20px;
box-shadow:0 1px 2px rgba(10,37,64,.05),0 8px 24px rgba(10,37,64,.07)}
.card>:last-child{margin-bottom:0}
.done{background:#E3F0EA;color:#17523F}.wait{background:#FBF0DA;color:#653F08}
.done [lang=en],.wait [lang=en]{color:inherit}
.reply p{white-space:pre-line}
.label{display:block;color:#2F4A63;font-size:16px}
.way{list-style:none;margin:0;padding:0}
.way li{position:relative;padding:0 0 1em 1.8em}
.way li::before{content:"✓" / "";position:absolute;left:0;top:.3em;width:1.6em;height:1.6em;border-radius:50%;
background:#0B4C79;color:#fff;font:700 13px/1.6 sans-serif;text-align:center}
.way li:not(:last-child)::after{content:"";position:absolute;left:.52em;top:1.5em;bottom:-.1em;width:2px;
background:#CDD9E0}
.way li.now{color:#9C2F1A;font-weight:700}
.way li.now::before{content:"…" / "";background:#fff;color:#9C2F1A;border:2px solid #9C2F1A;line-height:1.1}
time{display:block;color:#2F4A63;font-size:16px;font-weight:400;font-variant-numeric:tabular-nums}
label{display:block;font-weight:700;margin:0 0 8px}
form{margin:0 0 24px}
input{width:100%;min-height:56px;padding:8px 16px;border:2px solid #6E8798;border-radius:16px;background:#fff;
color:#0A2540;font:700 22px/1.3 "Noto Sans CJK SC",sans-serif;letter-spacing:.04em;text-transform:uppercase}
input::placeholder{color:#5E7789;font-weight:400}
button{width:100%;min-height:56px;margin-top:14px;border:0;border-radius:20px;background:#9C2F1A;color:#fff;
font:700 20px/1.3 "Noto Sans CJK SC","PingFang SC",sans-serif}
:focus-visible{outline:4px solid #0A2540;outline-offset:3px}
footer{max-width:640px;margin:0 auto;padding:0 20px 24px;color:#2F4A63;font-size:16px;overflow:hidden}
.sea{display:block;width:640px;max-width:none;height:auto;margin-top:16px}
.sample{background:#FBF0DA;color:#653F08;font-size:16px;margin:0;padding:8px 20px;text-align:center}
@media (prefers-contrast:more){body,.card,.done,.wait{background:#fff;color:#000;box-shadow:none}
.card{border:2px solid #000}[lang=en],time,.label{color:#000}}
@media print{.sea,form{display:none}}
"""
_ASSETS = Path(__file__).resolve().parents[2] / "assets"
_CODES = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)))
"""No HTML may have these, not even escaped."""
_THIN = "\u2009"
_HAN = "[\u4e00-\u9fff]"
_GAPS = (re.compile(f"({_HAN})[ \u2009]?([A-Za-z0-9])"), re.compile(f"([A-Za-z0-9%])[ \u2009]?({_HAN})"))


def is_for_programs(path: str) -> bool:
    """Whether programs ask this path; everything else is typed, scanned or touched by people."""
    return path.startswith(_PROGRAMS)


def frame(title: str, body: str, campaign: Campaign | None) -> str:
    """A whole page around `body`, which is HTML already."""
    sample = '<p class="sample">示例数据 <span lang="en">Sample data</span></p>' if campaign and campaign.sample else ""
    return f"""<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(title)} · 三民活动</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no"><style>{STYLE}</style></head>
<body>{sample}<main><a class="brand" href="/">{_drawing("logo/mark.svg", "mark")}三民活动</a>
{body}
</main><footer>听民意、聚民智、惠民生、谋发展{_drawing("scenery/horizon-1080x110.svg", "sea")}</footer></body></html>"""


def plain(text: str) -> str:
    """Any text as HTML, also as an attribute's value."""
    return escape(text.translate(_CONTROLS))


def both(text: Bilingual) -> str:
    """Chinese, then English marked as such for screen readers; nothing twice where there is no English."""
    english = f'<span lang="en">{_whole(plain(text.en))}</span>' if text.en else ""
    return words(text.zh) + english


def words(text: str) -> str:
    """Chinese as HTML, with thin spaces between Han and Latin."""
    for gap in _GAPS:
        text = gap.sub(rf"\1{_THIN}\2", text)
    return _whole(plain(text))


def _whole(html: str) -> str:
    """Receipts and dates are not broken over two lines, unless large letters leave no room for one on a line."""
    return _CODES.sub(r'<span class="whole">\g<0></span>', html)


@cache
def _drawing(name: str, style: str) -> str:
    """One of the product's drawings, inline: nothing else has to be fetched. Screen readers pass over it."""
    svg = (_ASSETS / name).read_text("utf-8").strip()
    return svg.replace("<svg ", f'<svg class="{style}" aria-hidden="true" focusable="false" ', 1)
