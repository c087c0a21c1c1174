"""A view model's surroundings without a window: a real kiosk, jobs that wait to be run, and what screens it opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from booths import Booth

from ui.jobs import JobRunner, ManualExecutor
from ui.viewmodels.context import Context, Visit


@dataclass
class Desk:
    """`opened` are the screens asked for, with their arguments. `language` may be changed as a person does."""

    booth: Booth
    language: str = "zh"
    opened: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    recorded: int = 0
    executor: ManualExecutor = field(default_factory=ManualExecutor)
    visit: Visit = field(default_factory=Visit)

    def __post_init__(self) -> None:
        self.context = Context(
            kiosk=self.booth.kiosk,
            jobs=JobRunner(self.executor),
            visit=self.visit,
            open_screen=self._open,
            go_home=lambda: self._open("home", {}),
            language=lambda: self.language,
            after_record=self._after_record,
        )

    def _open(self, name: str, args: Mapping[str, object]) -> None:
        self.opened.append((name, dict(args)))

    def _after_record(self) -> None:
        self.recorded += 1
