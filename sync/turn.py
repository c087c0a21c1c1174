"""How a sync makes way for what is more urgent (docs/adr/0095)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sync.pace import never


@dataclass(frozen=True, slots=True)
class Turn:
    """What a sync leaves to others, asked while it runs. By itself it takes all the time there is.

    `wants` says whether a pack of this version is worth asking for now, `wants_statuses` whether their list is; `over`
    whether content shall give the line back, which it does with the next chunk; `stopping` whether the program ends,
    and with it every exchange.
    """

    wants: Callable[[int], bool] = lambda version: True
    wants_statuses: Callable[[], bool] = lambda: True
    over: Callable[[], bool] = never
    stopping: Callable[[], bool] = never


OWN_TURN = Turn()
