"""Casting that ends with SIGKILL, again and again, and what must be true afterwards.

A worker process is warm: it forks for every trial, so that a kill costs milliseconds instead of a cold start. The
child opens a real kiosk folder, signs in, casts and says over a pipe what was recorded; it is killed at a named
point, at a database statement or after a random time. Then the worker looks at a copy of what is left on the disk.

    PYTHONPATH=.:tests python tests/killing.py FOLDER FIRST COUNT      trials FIRST … FIRST+COUNT-1, then a JSON line
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pysqlite3
from lone_kiosk import DEPARTMENTS, LoneKiosk
from organiser_samples import sample_campaign
from sqlalchemy import event

from kiosk.domain.ballot import Cast
from kiosk.domain.canonical import encode, read
from kiosk.domain.journal import Kind, chain, decode_entry, genesis
from kiosk.domain.receipt import receipt_code
from kiosk.services.kiosk import DATABASE, Kiosk
from kiosk.services.reconciling import marks_of

POINTS = (
    "at-start",
    "before-sealing",
    "sealed",
    "statement",
    "before-commit",
    "after-commit",
    "before-answer",
    "any-time",
)
TESTS = Path(__file__).parent
TRIALS_PER_FOLDER = 40
LONGEST_S = 0.02
SALT = sample_campaign().salt


@dataclass(frozen=True)
class Plan:
    """What one seed means."""

    point: str
    occurrence: int
    delay_s: float
    person: int
    size: int

    @classmethod
    def of(cls, seed: int) -> Plan:
        dice = random.Random(seed)
        point = POINTS[seed % len(POINTS)]
        occurrence = dice.randint(1, 24 if point == "statement" else 4)
        return cls(point, occurrence, dice.uniform(0, LONGEST_S), seed + 1, seed % 3 + 1)


@dataclass
class Findings:
    """What happened over many trials. `failures` must stay empty."""

    kills: Counter[str] = field(default_factory=Counter)
    recorded: int = 0
    unreported: int = 0
    set_aside: int = 0
    failures: list[str] = field(default_factory=list)


def run(folder: Path, first: int, count: int) -> Findings:
    """Run the trials of these seeds one after another."""
    found, booth, reported = Findings(), LoneKiosk(folder), list[str]()
    for seed in range(first, first + count):
        if (seed - first) % TRIALS_PER_FOLDER == 0:
            booth, reported = LoneKiosk(folder / f"{seed}").make(), []
        said = trial(booth, Plan.of(seed), found)
        found.recorded += len(said)
        reported += said
        found.failures += [f"seed {seed}: {problem}" for problem in look(booth, reported, found)]
    return found


def trial(booth: LoneKiosk, plan: Plan, found: Findings) -> list[str]:
    """Fork, cast, kill. Returns the receipts that the child was told are recorded."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _cast_until_killed(booth, plan, theirs)
    os.close(theirs)
    said = b""
    if plan.point == "at-start":  # while the database is made, checked or migrated
        time.sleep(3 * plan.delay_s)
        os.kill(child, signal.SIGKILL)
    while not said.endswith(b"!") and (piece := os.read(ours, 4096)):
        said += piece
    if plan.point == "any-time":
        time.sleep(plan.delay_s)
        os.kill(child, signal.SIGKILL)
    while piece := os.read(ours, 4096):
        said += piece
    os.close(ours)
    _, status = os.waitpid(child, 0)
    lines = said.decode("ascii").removeprefix("!").split()
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        found.kills[plan.point] += 1
    elif "done" not in lines:
        found.failures.append(f"person {plan.person}: the child ended by itself: {' '.join(lines)}")
    return [line for line in lines if line not in ("!", "done")]


def _cast_until_killed(booth: LoneKiosk, plan: Plan, told: int) -> None:
    """The child: never returns."""
    try:
        kiosk = booth.open()
        reach = _arm(kiosk, plan)
        os.write(told, b"!")
        for person in (plan.person - 1, plan.person):  # first the one whose visit was cut short
            _visit(kiosk, booth, person, plan.size, reach, told)
        os.write(told, b"done\n")
    except BaseException as error:
        os.write(told, f"{type(error).__name__}\n".encode("ascii"))
    os._exit(0)


def _visit(kiosk: Kiosk, booth: LoneKiosk, person: int, size: int, reach: Callable[[str], None], told: int) -> None:
    signed_in = kiosk.sign_in.enter(kiosk.sign_in.present(booth.card(person)))
    left = [d for d in DEPARTMENTS if d not in kiosk.voting.spent(signed_in.credential)]
    for start in range(0, len(left), size):
        reach("before-sealing")
        marks = dict.fromkeys(left[start : start + size], 1 + person % 4)
        receipt = kiosk.voting.cast(signed_in.credential, marks)
        reach("before-answer")
        os.write(told, receipt.receipt.encode("ascii") + b"\n")


def _arm(kiosk: Kiosk, plan: Plan) -> Callable[[str], None]:
    """Die at the point's n-th occurrence. Everything here hangs on public hooks; the product knows of no faults."""
    seen = Counter[str]()

    def reach(point: str) -> None:
        if not seen["before-sealing"] and point != "before-sealing":
            return  # still signing in
        seen[point] += 1
        if point == plan.point and seen[point] == plan.occurrence:
            os.kill(os.getpid(), signal.SIGKILL)

    database = kiosk.journal.engine
    database.before_begin.append(lambda: reach("sealed"))
    database.after_commit.append(lambda: reach("after-commit"))
    event.listen(database.engine, "commit", lambda connection: reach("before-commit"))
    event.listen(database.engine, "after_cursor_execute", lambda *about: reach("statement"))
    return reach


def look(booth: LoneKiosk, reported: list[str], found: Findings) -> list[str]:
    """What is wrong with what is on the disk; nothing should be. The kiosk's own files are not opened."""
    copy = booth.folder.with_name(booth.folder.name + "-look")
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for path in booth.folder.glob(f"{DATABASE}*"):
        shutil.copy(path, copy)
    if not (copy / DATABASE).exists():
        return ["a recorded cast and no database"] if reported else []
    connection = pysqlite3.connect(str(copy / DATABASE))
    try:
        rows = connection.execute("SELECT epoch, seq, entry, hash FROM journal ORDER BY epoch, seq").fetchall()
        spent = [mark for (mark,) in connection.execute("SELECT mark FROM spent")]
        integrity = connection.execute("PRAGMA integrity_check").fetchone()[0]
    except pysqlite3.OperationalError as error:
        return [] if "no such table" in str(error) and not reported else [str(error)]
    finally:
        connection.close()
    found.set_aside += len(list(booth.folder.glob("aside/*")))
    return [*_problems(rows, spent, reported, found), *([] if integrity == "ok" else [integrity])]


def _problems(
    rows: list[tuple[bytes, int, bytes, bytes]], spent: list[bytes], reported: list[str], found: Findings
) -> list[str]:
    problems, heads, marks = [], dict[bytes, tuple[int, bytes]](), list[bytes]()
    receipts = Counter[str]()
    for epoch, seq, entry, hash_ in rows:
        before, head = heads.get(epoch, (0, genesis("v01-1", epoch)))
        heads[epoch] = seq, chain(head, entry)
        if seq != before + 1 or hash_ != heads[epoch][1]:
            problems.append(f"the chain is broken at {seq}")
        decoded = decode_entry(entry)
        if decoded.kind == Kind.CAST:
            receipts[receipt_code(encode(decoded.body))] += 1
            marks += marks_of(read(Cast, decoded.body), SALT)
    if sorted(marks) != sorted(spent):
        problems.append(f"{len(marks)} ratings recorded, {len(spent)} spent")
    problems += [f"{receipt} recorded {receipts[receipt]} times" for receipt in reported if receipts[receipt] != 1]
    found.unreported = max(found.unreported, len(receipts) - len(set(reported)))
    return problems


def run_workers(folder: Path, first: int, count: int, workers: int = 2) -> list[Findings]:
    """The trials of these seeds, shared out to warm worker processes."""
    each = -(-count // workers)
    places = {"PYTHONPATH": os.pathsep.join([str(TESTS.parent), str(TESTS)])}
    running = []
    for worker in range(workers):
        mine = folder / f"worker-{first}-{worker}"
        mine.mkdir(parents=True)
        command = [sys.executable, __file__, str(mine), str(first + worker * each), str(each)]
        running.append(subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | places))
    answers = [process.communicate()[0] for process in running]
    return [Findings(**json.loads(answer)) for answer in answers]


def main(folder: str, first: str, count: str) -> None:
    """One worker."""
    found = run(Path(folder), int(first), int(count))
    print(json.dumps({**vars(found), "kills": dict(found.kills)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
