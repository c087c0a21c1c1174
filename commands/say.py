"""What the command line says: sentences for every typed error (exit 2), JSON where an answer is data, progress bars."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Protocol

import typer

from commands.terminal import accept_every_letter, let_go_of_output, only_ascii, stray_argument

if TYPE_CHECKING:  # loaded with the first word that is said: a kiosk's start says none
    from rich.console import Console

    out: Console
    err: Console

EXIT_REFUSED = 2
Json = Annotated[bool, typer.Option("--json", help="Print data instead of words.")]


@cache
def _console(stderr: bool) -> Console:
    from rich.console import Console

    return Console(stderr=stderr, highlight=False)


def __getattr__(name: str) -> Console:
    if name not in ("out", "err"):
        raise AttributeError(name)
    return _console(name == "err")


class Tell(Protocol):
    """Says how far something is."""

    def __call__(self, done: int, total: int) -> None: ...


class Cli(typer.Typer):
    """A command line whose typed errors are sentences. Anything else is a defect and shows where it happened."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        accept_every_letter()
        try:
            if stray := stray_argument(args[0] if args else sys.argv[1:]):
                refuse(f"The argument {stray} is not UTF-8 text.")
            return super().__call__(*args, **kwargs)
        except KeyboardInterrupt:
            sys.exit(130)
        except Exception as error:
            refuse_for(error)
        finally:
            let_go_of_output()


def refuse_for(error: Exception) -> None:
    """Leave with the error's sentence; an error without one is a defect and goes on."""
    from commands.sentences import sentence  # knows every package; loaded only where something went wrong

    said = sentence(error)
    if said is None:
        raise error
    refuse(said)


def refuse(text: str) -> None:
    """Say why and leave with exit code 2."""
    from rich.markup import escape

    _console(True).print(f"[bold red]✗[/] {escape(text)}", soft_wrap=True)
    sys.exit(EXIT_REFUSED)


def note(text: str) -> None:
    """A line for a person; markup is Rich's."""
    _console(False).print(text, soft_wrap=True)


def answer(data: object, as_json: bool, show: Callable[[], None]) -> None:
    """Print data as JSON, or let `show` say it in words."""
    if as_json:
        print(json.dumps(plain(data), ensure_ascii=only_ascii(), indent=2))
    else:
        show()


def plain(value: Any) -> Any:
    """Dataclasses, bytes and tuples as JSON has them; bytes are hexadecimal."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    if isinstance(value, bytes):
        return value.hex()
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


@contextmanager
def bar(title: str) -> Iterator[Tell]:
    """A progress bar; call what it gives with (done, total)."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_console(True), transient=True) as progress:
        task = progress.add_task(title, total=None)

        def tell(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        yield tell


@contextmanager
def steps(title: str) -> Iterator[None]:
    """A step without a length: a spinner, then a tick."""
    err = _console(True)
    with err.status(title):
        yield
    err.print(f"[green]✓[/] {title}")
