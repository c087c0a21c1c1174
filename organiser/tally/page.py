"""The results as a page for people: Chinese first, then English; readable from two metres; printable on A4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from kiosk.domain.campaign import Bilingual
from organiser.tally import charts
from organiser.tally.form_page import sections
from organiser.tally.page_style import STYLE
from organiser.tally.results import DepartmentResult, Mark, Results
from organiser.tally.turnout import Group
from organiser.tally.words import DELIVERY, REASON, STAGE, WITHHELD, both, said


def page(results: Results) -> str:
    """One HTML document that needs nothing else."""
    title = f"{results.title.zh} {results.year} 评议结果"
    return "\n".join(
        (
            '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width">',
            f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>",
            charts.patterns(),
            *_head(results),
            *_departments(results),
            *_scores(results),
            *sections(results.forms),
            *_turnout(results),
            *_grounds(results),
            "</main></body></html>\n",
        )
    )


def _head(results: Results) -> Iterator[str]:
    place = f"{escape(results.city.zh)} {results.year}"
    yield f'<p class="eyebrow">{place}</p><h1>{escape(results.title.zh)}评议结果'
    yield f"<i>{escape(results.title.en)} {results.year}: results</i></h1>"
    if results.sample:
        yield '<p class="notice">示例数据 <i>Sample data</i></p>'
    if results.release.reason:
        yield '<p class="notice">部分终端的数据未到齐，经决定仍予公布 <i>Published although data of some kiosks is '
        yield f"missing</i>：{escape(results.release.reason)}</p>"
    came = results.turnout
    yield '<div class="facts">'
    yield _fact(_number(results.ratings), Bilingual("计入的评价", "ratings counted"))
    voters = "–" if came.voters is None else f"{came.voters:,} / {came.people:,}"
    yield _fact(voters, Bilingual("参与评议的市民代表", "representatives who rated"))
    yield _fact(f"{len(results.departments)}", Bilingual("述职部门", "departments"))
    yield "</div>"


def _fact(value: str, words: Bilingual) -> str:
    return f'<div class="fact"><b>{value}</b>{both(words)}</div>'


def _departments(results: Results) -> Iterator[str]:
    yield "<h2>各部门评价<i>Marks by department</i></h2>"
    marks = results.departments[0].marks if results.departments else ()
    yield f'<ul class="legend">{"".join(charts.legend((m.id, m.label.zh, m.label.en) for m in marks))}</ul>'
    yield from map(_department, results.departments)
    yield f"<p>{_rule(results.smallest_cell)}</p>"


def _rule(smallest: int) -> str:
    return (
        f"为保护个人选择，人数少于 {smallest} 的格子以及可据以推算的格子不予公布；有格子未公布的部门不公布得分。"
        f"<br><i>To keep every choice secret, cells under {smallest} and cells from which they could be computed "
        "are withheld; so is the score of a department with a withheld cell.</i>"
    )


def _department(department: DepartmentResult) -> str:
    bar = charts.stacked(department.marks, department.ratings or 0, _spoken(department))
    if department.ratings is None:
        bar = charts.share_bar(None, 1, _spoken(department))
    numbers = "".join(f"<span>{both(mark.label)} {_mark(mark)}</span>" for mark in department.marks)
    total = f"<span>{both(Bilingual('评价', 'ratings'))} {_number(department.ratings)}</span>"
    return (
        f'<section class="row"><span class="no">{department.order}</span><span class="name">'
        f"<b>{escape(department.name.zh)}</b><i>{escape(department.name.en)}</i></span>"
        f'<span class="score"><b>{_score(department.score)}</b>{both(Bilingual("得分", "score"))}</span>{bar}'
        f'<span class="numbers">{total}{numbers}{_why(department.withheld)}</span></section>'
    )


def _why(withheld: str) -> str:
    return f"<span>{both(said(WITHHELD, withheld))}</span>" if withheld else ""


def _spoken(department: DepartmentResult) -> str:
    marks = "，".join(f"{mark.label.zh} {_number(mark.number)}" for mark in department.marks)
    return f"{department.name.zh}：{marks}"


def _scores(results: Results) -> Iterator[str]:
    """The highest first; departments with the same score in the order of the timetable."""
    ranked = [(d.score, d) for d in results.departments if d.score is not None]
    if not ranked:
        return
    most = max(mark.weight or 0 for department in results.departments for mark in department.marks) or 1
    yield "<h2>得分<i>Scores</i></h2>"
    for score, department in sorted(ranked, key=lambda pair: (-pair[0], pair[1].order)):
        bar = charts.score_bar(score, most, f"{department.name.zh} {score:.2f}")
        yield _bar_row(department.name, f"{score:.2f}", bar)


def _turnout(results: Results) -> Iterator[str]:
    came = results.turnout
    yield "<h2>参与情况<i>Turnout</i></h2>"
    divisions = ((came.by_category, "类别", "Category"), (came.by_route, "产生方式", "Route"))
    for groups, zh, en in (*divisions, (came.by_district, "区市", "District")):
        yield f"<h3>{zh} <i>{en}</i></h3>"
        yield from map(_group, groups)


def _group(group: Group) -> str:
    share = "–" if group.voters is None or not group.people else f"{100 * group.voters / group.people:.1f}%"
    bar = charts.share_bar(group.voters, group.people, f"{group.name.zh} {_number(group.voters)} / {group.people}")
    return _bar_row(group.name, share, bar, f"{_number(group.voters)} / {group.people:,}")


def _bar_row(name: Bilingual, value: str, bar: str, below: str = "") -> str:
    return (
        f'<section class="row plain"><span class="name"><b>{escape(name.zh)}</b><i>{escape(name.en)}</i></span>'
        f'<span class="score"><b>{value}</b>{below}</span>{bar}</section>'
    )


def _grounds(results: Results) -> Iterator[str]:
    """What did not count and why, and whether every kiosk is in."""
    yield "<h2>未计入<i>Set aside</i></h2>"
    aside = [
        (both(said(STAGE, stage)), both(said(REASON, reason)), f"{number:,}")
        for stage, reasons in results.set_aside.items()
        for reason, number in reasons.items()
    ]
    yield _table(("步骤 <i>Stage</i>", "原因 <i>Reason</i>", "数量 <i>Number</i>"), aside)
    yield "<h2>终端数据<i>Kiosks</i></h2>"
    kiosks = [
        (escape(k.kiosk), f"{both(said(DELIVERY, k.state))}{'：' + escape(k.lost) if k.lost else ''}", f"{k.stored:,}")
        for k in results.release.kiosks
    ]
    yield _table(("终端 <i>Kiosk</i>", "状态 <i>State</i>", "记录 <i>Entries</i>"), kiosks)
    apart = [
        (escape(a.kiosk), f"{both(said(REASON, a.why))} {a.epoch[:8]}", f"{a.entries:,}") for a in results.release.aside
    ]
    if apart or results.release.frozen or results.release.quarantined:
        frozen, parked = results.release.frozen, results.release.quarantined
        yield f'<p class="notice">冻结 {frozen}，隔离 {parked} <i>{frozen} frozen, {parked} in quarantine</i></p>'
        yield _table(("终端 <i>Kiosk</i>", "原因 <i>Reason</i>", "记录 <i>Entries</i>"), apart)


def _table(head: tuple[str, str, str], rows: Iterable[tuple[str, str, str]]) -> str:
    body = "".join(f'<tr><td>{a}</td><td>{b}</td><td class="n">{c}</td></tr>' for a, b, c in rows)
    none = '<tr><td colspan="3">无 <i>none</i></td></tr>'
    return f'<table><tr><th>{head[0]}</th><th>{head[1]}</th><th class="n">{head[2]}</th></tr>{body or none}</table>'


def _number(number: int | None) -> str:
    return "–" if number is None else f"{number:,}"


def _mark(mark: Mark) -> str:
    return "–" if mark.number is None or mark.share is None else f"{mark.number:,}（{mark.share:.1f}%）"


def _score(score: float | None) -> str:
    return "–" if score is None else f"{score:.2f}"
