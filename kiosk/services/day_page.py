"""The witness on paper: one A4 page of HTML that needs nothing else, with its QR, for staff to sign and keep."""

from __future__ import annotations

import io
from datetime import datetime, timedelta, timezone
from html import escape

import qrcode
import qrcode.image.svg

from kiosk.domain.campaign import Mode
from kiosk.domain.staff import Moment, Witness
from kiosk.services.day import Witnessed

CHINA = timezone(timedelta(hours=8))
_TITLES = {
    Moment.OPENED: ("开场零票报告", "Opening: zero report"),
    Moment.CLOSED: ("收场核对单", "Closing: reconciliation"),
}
_STYLE = """
@page { size: A4; margin: 18mm }
body { font: 12pt/1.5 "Noto Sans CJK SC", sans-serif; color: #0A2540; max-width: 174mm; margin: auto }
h1 { font-size: 22pt; margin: 0 } h1 small { display: block; font-size: 12pt; font-weight: normal }
table { width: 100%; border-collapse: collapse; margin: 6mm 0 }
td { border-bottom: 1px solid #CDD9E0; padding: 1.5mm 0 }
td:last-child { text-align: right; font-variant-numeric: tabular-nums } code { font-size: 10pt; word-break: break-all }
svg { width: 62mm; height: 62mm } .warning { border: 2px solid; padding: 3mm } .sign { margin-top: 12mm }
"""


def page(witnessed: Witnessed, venue: str) -> str:
    """The page. `venue` is the venue's name."""
    witness = witnessed.witness
    title = _TITLES[witness.moment]
    lines = "".join(f"<tr><td>{escape(label)}</td><td>{escape(value)}</td></tr>" for label, value in _lines(witness))
    return (
        f'<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{title[0]}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{title[0]}<small>{title[1]}</small></h1>"
        f"<p>{escape(venue)} · {escape(witness.kiosk)} · {_time(witness.at)}</p>{_warnings(witness)}"
        f"<table>{lines}</table><p>流水末端 Journal head<br><code>{_head(witness)}</code></p>{_code(witnessed.text)}"
        '<p class="sign">签字 Signed ____________________　监督员 Witness ____________________</p></body></html>'
    )


def _lines(witness: Witness) -> list[tuple[str, str]]:
    counts = witness.counts
    rows: list[tuple[str, object]] = [
        ("投票次数 Casts", counts.casts),
        ("评价份数 Ratings", counts.ratings),
        ("问卷 Questionnaires", counts.forms),
        ("意见建议 Suggestions", counts.suggestions),
    ]
    if witness.moment is Moment.CLOSED:
        rows += [
            ("签到代表 Signed in", counts.signed_in),
            ("= 已全部评价 Cast everything", counts.cast_all),
            ("+ 评价了一部分 Cast some", counts.cast_some),
            ("+ 未评价 Cast nothing", counts.cast_none),
        ]
    rows += [
        ("累计投票次数 Casts in all", witness.total),
        ("流水条数 Journal entries", witness.seq),
        ("尚未上传 Unsent", counts.unsent),
        ("内容包版本 Pack version", witness.pack_version),
    ]
    return [(label, str(value)) for label, value in rows]


def _warnings(witness: Witness) -> str:
    words = []
    if witness.mode is Mode.REHEARSAL:
        words.append("演练，不计票 Rehearsal: nothing counts")
    if not witness.counts.agrees:
        words.append("流水与已投记录不一致，请联系技术支持 Journal and spent marks differ: call support")
    return "".join(f'<p class="warning">{escape(text)}</p>' for text in words)


def _head(witness: Witness) -> str:
    digits = witness.head_hash.hex()
    return f"{witness.epoch.hex()} / {witness.seq}<br>" + " ".join(digits[i : i + 8] for i in range(0, 64, 8))


def _time(at: int) -> str:
    return datetime.fromtimestamp(at, CHINA).strftime("%Y-%m-%d %H:%M")


def _code(text: str) -> str:
    made = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4)
    made.add_data(text)
    stream = io.BytesIO()
    made.make_image(image_factory=qrcode.image.svg.SvgPathImage).save(stream)
    return stream.getvalue().decode("utf-8").split("?>")[-1]
