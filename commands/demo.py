"""demo: everything on one machine, with sample data: server, enrolled kiosk, sample cards."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from commands.demo_world import DemoWorld
from commands.display import HOW, has_display
from commands.kiosk import parse_size
from commands.say import note, refuse
from commands.terminal import end_as_by_ctrl_c
from kiosk.domain.receipt import group
from organiser.folder.statuses import read_statuses

MAIN = Path(__file__).resolve().parent.parent / "main.py"
DATA = MAIN.parent / "build" / "demo"
STOP_S = 15


def demo(
    data: Annotated[Path, typer.Option(help="Where the demo's files go.")] = DATA,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The server's port on loopback.")] = 8470,
    windowed: Annotated[bool, typer.Option(help="In a window instead of the full screen.")] = False,
    size: Annotated[str | None, typer.Option(help="The window's size, such as 1080x1920.")] = None,
    no_kiosk: Annotated[bool, typer.Option(help="Only build and serve.")] = False,
) -> None:
    """Start the server with demo data and open an enrolled kiosk."""
    parse_size(size)
    end_as_by_ctrl_c()
    world = DemoWorld(data.resolve())
    world.build()
    server = _start_server(world, port)
    kiosk: subprocess.Popen[bytes] | None = None
    try:
        world.enrol_kiosk(f"http://127.0.0.1:{port}")
        _tell(world, port)
        if no_kiosk or not has_display():
            note("" if no_kiosk else f"\n{HOW}\n")
            note("The server keeps running. Ctrl-C ends it.")
            server.wait()
        else:
            kiosk = _start_kiosk(world, windowed or size is not None, size)
            kiosk.wait()
    except KeyboardInterrupt:
        pass
    finally:
        for child in (kiosk, server):
            _stop(child)
    if kiosk is not None and kiosk.returncode not in (0, -signal.SIGTERM, -signal.SIGINT):
        refuse(f"The kiosk ended unexpectedly (exit code {kiosk.returncode}).")


def _start_server(world: DemoWorld, port: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(MAIN), "serve", "--server", str(world.server), "--port", str(port)]
    command += ["--log-level", "warning"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE)
    line = server.stdout.readline() if server.stdout else b""
    if not line.startswith(b"Serving at"):
        server.wait()
        sys.exit(server.returncode or 2)
    threading.Thread(target=_drain, args=(server,), daemon=True).start()
    return server


def _drain(server: subprocess.Popen[bytes]) -> None:
    """Nothing else is expected on the server's standard output, but a full pipe would stop it."""
    for line in server.stdout or ():
        sys.stdout.buffer.write(line)


def _start_kiosk(world: DemoWorld, windowed: bool, size: str | None) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(MAIN), "kiosk", "--data", str(world.kiosk), "--demo-cards", str(world.sample_cards)]
    command += ["--windowed"] if windowed else []
    command += ["--size", size] if size else []
    return subprocess.Popen(command)


def _tell(world: DemoWorld, port: int) -> None:
    office = quote(str(world.office.folder))
    receipts = ", ".join(group(receipt) for receipt, _ in read_statuses(MAIN.parent / "assets" / "demo"))
    note(f"""
[bold]三民活动 demo[/] · 示例数据
  Server         http://127.0.0.1:{port}
  Sample cards   {world.cards}  (enterprise.png, town.png, resident.png, staff.png, cards.pdf)
  Sign in        without a camera or scanner: touch “示例代表证” on the sign-in screen;
                 the staff card's PIN stands beside it
  Follow         suggestions with these receipts: {receipts}
  Count          python main.py serve export COLLECTION --server {quote(str(world.server))}
                 python main.py tally count COLLECTION --pack {quote(str(world.pack))} --office {office} \\
                   --out RESULTS --smallest-cell 1 --allow-missing 示例 --share {office}/share-1.txt \\
                   --share {office}/share-3.txt --share {office}/share-5.txt
  Ctrl-C ends everything.
""")


def _stop(child: subprocess.Popen[bytes] | None) -> None:
    if child is None or child.poll() is not None:
        return
    child.terminate()
    try:
        child.wait(STOP_S)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
