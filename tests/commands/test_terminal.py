"""The command line in odd terminals: arguments that are no text, letters it lacks, readers and clients that leave."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from commands.app import app
from commands.say import answer, note, refuse
from commands.terminal import accept_every_letter, let_go_of_output, words_of_others

ROOT = Path(__file__).resolve().parents[2]


def test_an_argument_that_is_not_utf8_is_named_before_anything_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        app(["keys", "organiser", "--office", "\udcff"])
    assert left.value.code == 2 and "'\\udcff' is not UTF-8" in capsys.readouterr().err


def test_a_client_that_hangs_up_sends_no_signal_that_ends_the_process() -> None:
    with pytest.raises(SystemExit):
        app(["--help"])
    assert signal.getsignal(signal.SIGPIPE) is signal.SIG_IGN


def test_a_terminal_without_our_letters_gets_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    shown, said = io.BytesIO(), io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(shown, "ascii"))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(said, "gbk"))
    accept_every_letter()
    answer({"名": "三民"}, True, lambda: None)
    with pytest.raises(SystemExit):
        refuse("活动 ✗")
    sys.stdout.flush()
    sys.stderr.flush()
    assert json.loads(shown.getvalue()) == {"名": "三民"}
    assert "活动" in said.getvalue().decode("gbk")


def test_a_reader_that_left_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "w") as output:
        monkeypatch.setattr(sys, "stdout", output)
        print("nobody reads this")
        let_go_of_output()
        print("nor this")


def test_ctrl_c_while_a_command_is_loaded_says_nothing() -> None:
    code = (
        "import os, signal, sys; sys.path.insert(0, sys.argv[1])\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a run in the background begins with it ignored
        "class Press:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name == 'commands.app': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Press())\n"
        "import main; main.app()\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(ROOT)], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_what_a_resident_wrote_gives_the_terminal_no_orders(capsys: pytest.CaptureFixture[str]) -> None:
    note(words_of_others("路灯\x1b[2J\x9b31m\x07 [bold]不亮[/]\r\n第二行\x00\u202e\u2066\u2029"))
    assert capsys.readouterr().out == "路灯[2J31m [bold]不亮[/]\n第二行\n"
