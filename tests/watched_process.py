"""A process that systemd watches, reduced to its GUI thread and its lanes. It freezes one of them when told to.

Run with `gui`, `lane` or `never`; a line on standard input starts the freeze, `frozen` on standard output confirms it.
"""

from __future__ import annotations

import os
import sys
import threading

from PySide6.QtCore import QCoreApplication, QSocketNotifier, QTimer

from ui.jobs import DATABASE, JobRunner
from ui.watchdog import Notifier, Watchdog, watch_seconds


def main(what: str) -> int:
    app = QCoreApplication([])
    jobs = JobRunner()
    watchdog = Watchdog(Notifier.of(os.environ), watch_seconds(os.environ))
    watchdog.watch(jobs)
    told = QSocketNotifier(0, QSocketNotifier.Type.Read)
    told.activated.connect(lambda: freeze(what, jobs, told))
    QTimer.singleShot(0, watchdog.start)
    return app.exec()


def freeze(what: str, jobs: JobRunner, told: QSocketNotifier) -> None:
    told.setEnabled(False)
    if what == "gui":
        confirm()
        threading.Event().wait()
    elif what == "lane":
        jobs.run(DATABASE, lambda: (confirm(), threading.Event().wait()), lambda result: None)
    else:
        confirm()


def confirm() -> None:
    print("frozen", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
