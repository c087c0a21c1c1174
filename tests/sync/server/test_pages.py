"""Pages for phones: both languages, no script, nothing personal, fit for screen readers, in the look's contrast."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

import pytest
from asgi_client import AsgiClient
from pens import Pen
from worlds import World

from kiosk.domain.campaign import Bilingual
from kiosk.domain.receipt import group
from kiosk.domain.suggestion import State
from sync.server import suggestions
from sync.server.page_frame import STYLE

ANSWER = Bilingual("已安装 12 盏路灯 <b>", "Twelve lamps & more")


class Outline(HTMLParser):
    """Tags, attributes and text, and whether every element that needs an end has one."""

    void = ("meta", "input", "path", "circle", "br")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in self.void:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.void:
            assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in ("style", "title"):
            self.text += data


@pytest.fixture
def pen(lite: World) -> Pen:
    return Pen(lite).enrol()


@pytest.fixture
def receipt(pen: Pen) -> str:
    code = pen.suggest("隔壁老王太吵", phone="13800000000")
    pen.send()
    server = pen.world.server
    suggestions.summarise(server, code, Bilingual("夜间噪声", "Noise at night"))
    suggestions.forward(server, code, "jtj", "office")
    suggestions.reply(server, code, ANSWER, "office")
    return code


def everything(pen: Pen, receipt: str, client: AsgiClient) -> dict[str, str]:
    ballot = pen.cast()
    pen.send()
    paths = ("/", f"/s/{receipt}", f"/b/{ballot}", "/s/nonsense", "/b/0000000000", "/find?code=zz")
    return {path: client.get(path).text for path in paths}


def test_every_page_is_whole_has_no_script_and_fetches_nothing(pen: Pen, receipt: str, client: AsgiClient) -> None:
    for path, html in everything(pen, receipt, client).items():
        outline = Outline(html)
        assert not {"script", "img", "link", "iframe"} & set(outline.tags), path
        assert not [name for name, _ in outline.attributes if name.startswith("on")], path
        assert "url(" not in html and "http" not in re.sub(r'xmlns="[^"]*"', "", html), path


def test_every_page_is_for_phones_and_screen_readers(pen: Pen, receipt: str, client: AsgiClient) -> None:
    for path, html in everything(pen, receipt, client).items():
        outline = Outline(html)
        assert 'lang="zh-CN"' in html and '<span lang="en">' in html, path
        assert "width=device-width,initial-scale=1" in html, path
        assert outline.tags.count("h1") == 1 and outline.tags.count("main") == 1, path
        assert all('aria-hidden="true"' in svg for svg in re.findall(r"<svg[^>]*>", html)), path


def test_a_suggestions_page_tells_its_way_in_both_languages(receipt: str, client: AsgiClient) -> None:
    answer = client.get(f"/s/{receipt}")
    assert answer.status_code == 200
    text = Outline(answer.text).text
    for word in (
        "夜间噪声",
        "Noise at night",
        group(receipt),
        "已转办",
        "Passed on",
        "市jtj局".replace("jtj", "\u2009jtj\u2009"),
    ):
        assert word in text
    assert "已安装\u200912\u2009盏路灯 <b>" in text and "Twelve lamps & more" in text
    assert "2021-12-18" in text


def test_no_page_holds_the_persons_words_or_number(pen: Pen, receipt: str, client: AsgiClient) -> None:
    for html in everything(pen, receipt, client).values():
        assert "老王" not in html and "13800000000" not in html


def test_a_page_is_not_kept_by_browsers_and_tells_no_other_site(receipt: str, client: AsgiClient) -> None:
    headers = client.get(f"/s/{receipt}").headers
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("form", ["{}", "{lower}", "{grouped}"])
def test_a_receipt_may_be_written_in_any_way_and_in_a_qr_of_capitals(
    receipt: str, client: AsgiClient, form: str
) -> None:
    code = form.format(receipt, lower=receipt.lower(), grouped=group(receipt))
    for prefix in ("/s/", "/S/"):
        assert client.get(prefix + code).status_code == 200


def test_a_merged_ones_page_links_to_the_one_it_follows(pen: Pen, receipt: str, client: AsgiClient) -> None:
    other = pen.suggest("也很吵")
    pen.send()
    suggestions.merge(pen.world.server, other, receipt, "office")
    html = client.get(f"/s/{other}").text
    assert f'<a href="/s/{receipt}">{group(receipt)}</a>' in html
    assert "Twelve lamps" in html


def test_a_merged_ones_way_goes_on(pen: Pen, client: AsgiClient) -> None:
    """Only ticks would say that nothing more comes, although nobody has worked on it yet."""
    one, other = pen.suggest("甲"), pen.suggest("乙")
    pen.send()
    server = pen.world.server
    suggestions.merge(server, one, other, "office")
    assert '<li class="now" aria-current="step">合并办理' in client.get(f"/s/{one}").text
    suggestions.close(server, other, State.DECLINED, "office", reason=ANSWER)
    assert "aria-current" not in client.get(f"/s/{one}").text


def test_nothing_on_a_page_keeps_a_receipt_on_a_line_that_is_too_short_for_it() -> None:
    """On a small phone with large letters its end would be off the screen."""
    assert "nowrap" not in STYLE


def test_an_outcome_is_told(pen: Pen, receipt: str, client: AsgiClient) -> None:
    suggestions.close(pen.world.server, receipt, State.ADOPTED, "office", "published")
    assert "《建言与决策》" in client.get(f"/s/{receipt}").text


def test_a_ballots_page_says_only_whether_it_arrived(pen: Pen, client: AsgiClient) -> None:
    code = pen.cast()
    assert "尚未收到" in client.get(f"/b/{code}").text
    pen.send()
    for prefix in ("/b/", "/B/"):
        assert "已收到" in client.get(prefix + code).text


def test_a_receipt_at_the_other_kinds_address_leads_to_its_own_page(pen: Pen, receipt: str, client: AsgiClient) -> None:
    """It is not unknown: "not here yet" would let a person wait for what is there."""
    ballot = pen.cast()
    pen.send()
    for asked, own in ((f"/b/{group(receipt)}", f"/s/{receipt}"), (f"/S/{ballot.lower()}", f"/b/{ballot}")):
        answer = client.get(asked)
        assert (answer.status_code, answer.headers["location"]) == (303, own)
        assert answer.headers["cache-control"] == "no-store"


def test_the_field_leads_to_the_right_page(pen: Pen, receipt: str, client: AsgiClient) -> None:
    ballot = pen.cast()
    pen.send()
    for typed, target in ((group(receipt).lower(), f"/s/{receipt}"), (ballot, f"/b/{ballot}")):
        answer = client.get("/find", params={"code": typed})
        assert (answer.status_code, answer.headers["location"]) == (303, target)


def test_a_typing_mistake_comes_back_in_the_field_escaped(client: AsgiClient) -> None:
    answer = client.get("/find", params={"code": '"><script>'})
    assert answer.status_code == 404
    assert "<script" not in answer.text and 'value="&quot;&gt;&lt;script&gt;"' in answer.text


def test_no_character_that_html_cannot_have_comes_back(client: AsgiClient) -> None:
    answer = client.get("/find", params={"code": "7K\x00\x1b\x7f\x854M"})
    assert 'value="7K4M"' in answer.text
    assert not [c for c in answer.text if unicodedata.category(c) == "Cc" and c != "\n"]


@pytest.mark.parametrize("path", ["/s/", "/s", "/b/x/y", "/nothing", "/favicon.ico"])
def test_a_persons_address_that_leads_nowhere_is_a_page(client: AsgiClient, path: str) -> None:
    answer = client.get(path, headers={"Accept": "text/html,*/*;q=0.8"})
    assert answer.status_code == 404 and answer.headers["Content-Security-Policy"]
    assert "没有这个页面" in Outline(answer.text).text
    assert client.get(path).headers["Content-Type"] == "application/problem+json"


def test_a_persons_page_says_so_when_the_server_cannot_answer(lite: World, client: AsgiClient) -> None:
    with lite.server.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE spent RENAME TO elsewhere")
        connection.exec_driver_sql("ALTER TABLE suggestion RENAME TO elsewhere_too")
    answer = client.get("/s/3Q9ZT5S5HX", headers={"Accept": "text/html"})
    assert answer.status_code == 503 and answer.headers["Retry-After"]
    assert "暂时不能查询" in Outline(answer.text).text


@pytest.mark.parametrize("spoilt", ["gone", "of another version"])
def test_a_receipt_is_answered_while_the_pack_cannot_be_read(
    pen: Pen, receipt: str, client: AsgiClient, spoilt: str
) -> None:
    """What became of a suggestion does not depend on it; a department's page is made of it and says so."""
    ballot = pen.cast()
    pen.send()
    manifest = pen.world.server.packs / "1.cose"
    manifest.unlink() if spoilt == "gone" else manifest.write_bytes(b"a later format")
    for path in ("/", f"/s/{receipt}", f"/b/{ballot}"):
        answer = client.get(path, headers={"Accept": "text/html"})
        assert answer.status_code == 200, path
    assert "Twelve lamps" in client.get(f"/s/{receipt}").text
    assert client.get("/d/jtj", headers={"Accept": "text/html"}).status_code >= 400


@pytest.mark.parametrize("path", ["/", "/s/3Q9ZT5S5HX", "/nothing"])
def test_a_messenger_that_only_looks_gets_the_head_of_the_page(client: AsgiClient, path: str) -> None:
    page, head = (client.request(method, path, headers={"Accept": "text/html"}) for method in ("GET", "HEAD"))
    assert (head.status_code, head.content) == (page.status_code, b"")
    assert head.headers["Content-Length"] == str(len(page.content))


def test_sample_data_is_called_sample_data(client: AsgiClient) -> None:
    assert "示例数据" in client.get("/").text


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("#0A2540", "#FBFAF6"), ("#2F4A63", "#FBFAF6"), ("#2F4A63", "#FFFFFF"), ("#9C2F1A", "#FBFAF6"),
        ("#9C2F1A", "#FFFFFF"), ("#FFFFFF", "#9C2F1A"), ("#17523F", "#E3F0EA"), ("#653F08", "#FBF0DA"),
        ("#0B4C79", "#FFFFFF"), ("#FFFFFF", "#0B4C79"),
    ],
)  # fmt: skip
def test_the_colours_used_have_a_contrast_of_seven(ink: str, ground: str) -> None:
    used = STYLE.upper().replace("#FFF}", "#FFFFFF}").replace("#FFF;", "#FFFFFF;")
    assert ink in used and ground in used
    assert contrast(ink, ground) >= 7
