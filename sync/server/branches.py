"""The copies of a forked journal, put together from entries by their hash chain. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from kiosk.domain.journal import chain


@dataclass(frozen=True, slots=True)
class Node:
    """One entry of one copy. `arrived` orders copies; 0 for what is stored."""

    seq: int
    entry: bytes
    hash: bytes
    arrived: int = 0

    @property
    def stored(self) -> bool:
        """Whether it lies in the journal proper."""
        return self.arrived == 0


@dataclass(frozen=True, slots=True)
class Copy:
    """One way the journal could have gone on. `joined`: its chain leads back to what both copies share."""

    letter: str
    nodes: tuple[Node, ...]
    joined: bool

    @property
    def head(self) -> bytes:
        """The hash of its last entry."""
        return self.nodes[-1].hash


def copies_of(base: bytes, nodes: Sequence[Node]) -> list[Copy]:
    """All copies from the first doubtful seq on; `base` is the hash before it. A is what is stored."""
    by_place: dict[int, list[Node]] = {}
    for node in nodes:
        by_place.setdefault(node.seq, []).append(node)
    first = min(by_place, default=0)
    parents = {(node.seq, node.hash): _parent(node, by_place.get(node.seq - 1, ())) for node in nodes}
    inner = {(parent.seq, parent.hash) for parent in parents.values() if parent}
    paths = [_path(node, parents) for node in nodes if (node.seq, node.hash) not in inner]
    paths.sort(key=lambda path: (-sum(node.stored for node in path), min(n.arrived for n in path), path[-1].hash))
    return [
        Copy(_letter(number), path, path[0].seq == first and chain(base, path[0].entry) == path[0].hash)
        for number, path in enumerate(paths)
    ]


def _parent(node: Node, candidates: Sequence[Node]) -> Node | None:
    return next((before for before in candidates if chain(before.hash, node.entry) == node.hash), None)


def _path(leaf: Node, parents: dict[tuple[int, bytes], Node | None]) -> tuple[Node, ...]:
    path, node = [leaf], parents[leaf.seq, leaf.hash]
    while node is not None:
        path.append(node)
        node = parents[node.seq, node.hash]
    return tuple(reversed(path))


def _letter(number: int) -> str:
    return ascii_uppercase[number] if number < 26 else f"{ascii_uppercase[number % 26]}{number // 26}"
