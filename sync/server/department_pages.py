"""A department's page for phones: what one took along from the kiosk by QR. Published content only."""

from __future__ import annotations

from kiosk.domain.campaign import Bilingual, Campaign, Department, Goal, GoalState, Problem
from sync.server.page_frame import both, frame, plain, words

_STATES = {GoalState.DONE: Bilingual("完成", "Done"), GoalState.SHORT: Bilingual("还差一点", "Not quite")}


def department_page(campaign: Campaign, department: Department) -> str:
    """Goals beside results, the year's summary, the key problems with their written answers."""
    body = f"""<p class="eyebrow">部门 <span lang="en">Department</span></p>
<h1>{both(department.name)}</h1>
<section class="card"><h2>目标与结果 <span lang="en">Goals and results</span></h2>{_goals(department)}</section>
<section class="card"><h2>工作总结 <span lang="en">Summary</span></h2>{_summary(department.summary)}</section>
{"".join(_problem(problem) for problem in campaign.problems_of(department.id))}"""
    return frame(department.name.zh, body, campaign)


def no_department_page(campaign: Campaign | None) -> str:
    """The address names no department of this campaign."""
    body = """<h1>没有这个部门 <span lang="en">There is no such department</span></h1>
<p class="card wait">请在会场终端上重新扫码。<span lang="en">Please scan the code at the kiosk again.</span></p>"""
    return frame("没有这个部门", body, campaign)


def _goals(department: Department) -> str:
    return "".join(_goal(goal) for goal in department.goals)


def _goal(goal: Goal) -> str:
    kind = "done" if goal.state is GoalState.DONE else "wait"
    return f"""<p>{both(goal.goal)}</p>
<p class="card {kind}"><strong>{both(_STATES[goal.state])}</strong>{both(goal.result)}</p>"""


def _summary(text: Bilingual) -> str:
    zh = "".join(f"<p>{words(part)}</p>" for part in text.zh.split("\n\n"))
    en = "".join(f'<p lang="en">{plain(part)}</p>' for part in text.en.split("\n\n") if part)
    return zh + en


def _problem(problem: Problem) -> str:
    return f"""<section class="card"><p class="eyebrow">重点问题 {problem.number}
<span lang="en">Key problem {problem.number}</span></p><h2>{both(problem.question)}</h2>
<p>{both(problem.answer)}</p></section>"""
