"""What the results call their codes, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from kiosk.domain.campaign import Bilingual

WITHHELD = {
    "few": Bilingual("评价人数过少，不予公布", "withheld: too few ratings"),
    "some": Bilingual("部分不予公布", "partly withheld"),
}
STAGE = {
    "checked": Bilingual("核验", "check"),
    "deduplicated": Bilingual("去重", "deduplicate"),
    "revoked": Bilingual("剔除作废证件", "revoke"),
    "stripped": Bilingual("去除身份", "strip"),
    "shuffled": Bilingual("打乱", "shuffle"),
    "opened": Bilingual("开启", "open"),
}
REASON = {
    "not-an-entry": Bilingual("无法识别的记录", "not a record"),
    "other-form": Bilingual("不属于计票的表单", "another form"),
    "other-campaign": Bilingual("其他活动", "another campaign"),
    "rehearsal": Bilingual("演练", "rehearsal"),
    "other-version": Bilingual("其他版本的表单", "another version of the form"),
    "other-key": Bilingual("其他计票密钥", "another tally key"),
    "unknown-credential": Bilingual("未发放的证件", "a card that was not issued"),
    "unknown-item": Bilingual("表单中没有的项目", "not on the form"),
    "wrong-size": Bilingual("长度不符", "wrong size"),
    "duplicate": Bilingual("重复", "duplicate"),
    "revoked": Bilingual("作废证件", "revoked card"),
    "copied": Bilingual("密文重复", "copied ciphertext"),
    "does-not-open": Bilingual("无法开启", "does not open"),
    "not-on-the-scale": Bilingual("不在选项之内", "not on the scale"),
    "frozen": Bilingual("流水分叉，已冻结", "frozen after a fork"),
    "fork": Bilingual("分叉中未采用的记录", "the other copy of a fork"),
    "quarantine": Bilingual("隔离，未计入", "in quarantine, not counted"),
}
DELIVERY = {
    "complete": Bilingual("已到齐", "complete"),
    "lost": Bilingual("宣告灭失", "declared lost"),
    "unreported": Bilingual("未报收场数", "no closing report"),
    "missing": Bilingual("未到齐", "incomplete"),
    "frozen": Bilingual("冻结待定", "frozen"),
    "other-head": Bilingual("流水指纹不符", "another head than reported"),
}


def said(table: Mapping[str, Bilingual], code: str) -> Bilingual:
    """The words of a code; the code itself where a file says what this version does not know."""
    return table.get(code, Bilingual(code, code))


def both(words: Bilingual) -> str:
    """Chinese, then English, as HTML."""
    return f"{escape(words.zh)} <i>{escape(words.en)}</i>"


def plain(words: Bilingual) -> str:
    """Chinese, then English, as text."""
    return f"{words.zh} · {words.en}"
