"""Results as files: JSON for programs, a page with bars for people, a workbook for offices."""

from __future__ import annotations

import html
import json
from dataclasses import asdict
from pathlib import Path

import openpyxl

from organiser.files import new_file, write_whole
from organiser.tally.results import DepartmentResult, Results

_COLOURS = {"good": "#17523F", "fair": "#0B4C79", "poor": "#9C2F1A", "unknown": "#6E8798"}
_WITHHELD = {
    "few": "人数过少，不予公布 · withheld: too few",
    "unanimous": "意见一致，不予公布 · withheld: unanimous",
    "none": "无评价 · none",
}
_STYLE = """body{font:18px/1.5 "Noto Sans CJK SC",sans-serif;color:#0A2540;background:#FBFAF6;max-width:1100px;
margin:40px auto;padding:0 24px}h1{font-family:"Noto Serif CJK SC",serif;font-size:40px;margin:0}
table{border-collapse:collapse;width:100%;background:#fff;margin:24px 0}th,td{text-align:left;padding:8px 12px;
border-bottom:1px solid #CDD9E0}td.n{text-align:right;font-variant-numeric:tabular-nums}.bar{display:flex;height:20px;
width:320px;border-radius:6px;overflow:hidden;background:#EEF4F6}.note{color:#2F4A63}"""


def write_json(path: Path, results: Results) -> None:
    """Everything, with the dataclasses' names."""
    write_whole(path, json.dumps(asdict(results), ensure_ascii=False, indent=1).encode() + b"\n")


def write_html(path: Path, results: Results, labels: dict[str, str]) -> None:
    """A page that needs nothing else. `labels` maps option ids to words."""
    sample = "<p class=note>示例数据 · Sample data</p>" if results.sample else ""
    legend = " ".join(f'<span style="color:{_colour(id)}">■</span> {html.escape(text)}' for id, text in labels.items())
    rows = "".join(_row(department, labels) for department in results.departments)
    turnout = "".join(
        f"<tr><td>{html.escape(t.name.zh)} {html.escape(t.name.en)}<td class=n>{t.voters}<td class=n>{t.seats}"
        for t in results.turnout
    )
    aside = "".join(
        f"<tr><td>{stage}<td>{reason}<td class=n>{number}"
        for stage, reasons in results.set_aside.items()
        for reason, number in reasons.items()
        if number
    )
    page = f"""<!doctype html><html lang=zh-CN><meta charset=utf-8><title>{results.title.zh} {results.year}</title>
<style>{_STYLE}</style><h1>{results.title.zh} {results.year} 评议结果</h1>{sample}
<p>共计入 {results.ratings} 个评价 · {results.ratings} ratings counted。{legend}</p>
<table><tr><th>#<th>部门 Department<th>评价数 Ratings<th>分布 Shares<th>得分 Score{rows}</table>
<h2>参与 Turnout</h2><table><tr><th>类别 Category<th>参与 Voted<th>席位 Seats{turnout}</table>
<h2>未计入 Set aside</h2><table><tr><th>步骤 Stage<th>原因 Reason<th>数量 Count{aside or "<tr><td>–"}</table>
<p class=note>人数少于 {results.smallest_cell} 的不公布分布。Departments with fewer than {results.smallest_cell} ratings
are not broken down.</p></html>"""
    write_whole(path, page.encode())


def write_xlsx(path: Path, results: Results, labels: dict[str, str]) -> None:
    """A workbook with a sheet of departments and one of turnout."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "部门 Departments"
    sheet.append(["序号", "部门", "Department", "评价数", *labels.values(), "得分", "说明"])
    for d in results.departments:
        counts = [None] * len(labels) if d.counts is None else [d.counts[id] for id in labels]
        sheet.append([d.order, d.name.zh, d.name.en, d.ratings, *counts, d.score, _WITHHELD.get(d.withheld, "")])
    sheet.column_dimensions["B"].width = 28
    sheet.column_dimensions["C"].width = 44
    second = book.create_sheet("参与 Turnout")
    second.append(["类别", "Category", "参与", "席位"])
    for t in results.turnout:
        second.append([t.name.zh, t.name.en, t.voters, t.seats])
    with new_file(path) as stream:
        book.save(stream)


def _row(department: DepartmentResult, labels: dict[str, str]) -> str:
    name = f"{html.escape(department.name.zh)}<br><span class=note>{html.escape(department.name.en)}</span>"
    if department.counts is None:
        shares = f"<span class=note>{_WITHHELD[department.withheld]}</span>"
    else:
        parts = "".join(
            f'<span title="{html.escape(text)} {department.counts[id]}" style="width:'
            f'{100 * department.counts[id] / department.ratings:.2f}%;background:{_colour(id)}"></span>'
            for id, text in labels.items()
        )
        numbers = " · ".join(f"{html.escape(text)} {department.counts[id]}" for id, text in labels.items())
        shares = f"<div class=bar>{parts}</div><span class=note>{numbers}</span>"
    score = "–" if department.score is None else f"{department.score:.2f}"
    return f"<tr><td>{department.order}<td>{name}<td class=n>{department.ratings}<td>{shares}<td class=n>{score}"


def _colour(id: str) -> str:
    return _COLOURS.get(id, "#2F4A63")
