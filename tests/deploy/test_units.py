"""What turns a bare Debian into a kiosk: scripts and units are well-formed and say what docs/deploy.md promises."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from kiosk.storage.runs import LAST_EXIT
from ui.device import LEFT, RESTART
from ui.watchdog import watch_seconds

DEPLOY = Path(__file__).resolve().parents[2] / "assets" / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
SCRIPTS = [DEPLOY / "install-kiosk.sh", DEPLOY / "sanmin-screen", DEPLOY / "sanmin-usb"]


class Unit:
    """A unit file."""

    def __init__(self, path: Path) -> None:
        self.text = path.read_text("utf-8")

    def all(self, name: str) -> list[str]:
        """Every value of a setting."""
        return re.findall(rf"^{name}=(.*)$", self.text, re.MULTILINE)


@pytest.fixture
def unit() -> Unit:
    return Unit(DEPLOY / "sanmin-kiosk.service")


def needs(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed")
    return found


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_systemd_finds_nothing_wrong_with_a_unit(path: Path) -> None:
    done = subprocess.run(
        [needs("systemd-analyze"), "verify", "--man=no", str(path)], capture_output=True, text=True, check=False
    )
    complaints = [
        line
        for line in (done.stdout + done.stderr).splitlines()
        if path.name in line and "is not executable: No such file" not in line  # programs of a machine that is set up
    ]
    assert complaints == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_shellcheck_finds_nothing_wrong_with_a_script(path: Path) -> None:
    done = subprocess.run([needs("shellcheck"), str(path)], capture_output=True, text=True, check=False)
    assert done.stdout == ""
    assert path.stat().st_mode & 0o111


def test_the_kiosk_is_watched_and_always_started_anew(unit: Unit) -> None:
    (seconds,) = unit.all("WatchdogSec")
    assert watch_seconds({"WATCHDOG_USEC": str(int(seconds) * 1_000_000)}) == 60
    assert unit.all("Type") == ["notify"]
    assert unit.all("Restart") == ["always"]
    assert unit.all("StartLimitIntervalSec") == ["0"]  # a limit would end in a black screen
    assert unit.all("RestartForceExitStatus") == [str(RESTART)]


def test_the_program_is_the_compositors_child_and_still_feeds_the_watchdog(unit: Unit) -> None:
    (start,) = unit.all("ExecStart")
    assert unit.all("NotifyAccess") == ["all"]
    assert "-u WATCHDOG_PID" in start
    assert start.split()[0] == "/opt/sanmin/bin/sanmin-screen"
    assert re.findall(r"^cage .*", (DEPLOY / "sanmin-screen").read_text("utf-8"), re.MULTILINE)[0].split()[1:3] == [
        "-d",
        "--",  # and no -s, which would let a keyboard switch to a virtual terminal
    ]


@pytest.fixture
def screen(tmp_path: Path) -> list[str]:
    """sanmin-screen with a Cage that does as 0.1.4 does: it runs the program and ends with 0, whatever came of that."""
    cage = tmp_path / "cage"
    cage.write_text('#!/bin/sh\n[ "$1 $2" = "-d --" ] || exit 9\nshift 2\n"$@"\nexit 0\n', "utf-8")
    cage.chmod(0o755)
    (tmp_path / "pulseaudio").symlink_to("/bin/false")  # a kiosk without sound goes on
    return ["env", f"PATH={tmp_path}:{os.environ['PATH']}", str(DEPLOY / "sanmin-screen")]


@pytest.mark.parametrize(
    ("program", "end"),
    [
        ("exit 0", 0),
        (f"exit {RESTART}", RESTART),
        (f"exit {LEFT}", LEFT),
        ("exit 1", 1),
        ("kill -KILL $$", -signal.SIGKILL),
        ("kill -ABRT $$", -signal.SIGABRT),
    ],
)
def test_systemd_learns_how_the_program_ended_though_cage_does_not_say(
    screen: list[str], program: str, end: int
) -> None:
    assert subprocess.run([*screen, "sh", "-c", program], check=False, stderr=subprocess.DEVNULL).returncode == end


def test_a_screen_that_ends_before_the_program_is_a_failure(screen: list[str], tmp_path: Path) -> None:
    (tmp_path / "cage").write_text("#!/bin/sh\nexit 0\n", "utf-8")
    assert subprocess.run([*screen, "true"], check=False).returncode == 1


def test_pinyin_is_there_because_the_program_runs_on_x(unit: Unit) -> None:
    assert any("QT_QPA_PLATFORM=xcb" in line for line in unit.all("Environment"))
    assert " xwayland " in (DEPLOY / "install-kiosk.sh").read_text("utf-8")


@pytest.mark.parametrize(
    ("command", "is_it"),
    [
        (
            "/opt/sanmin/versions/0.1.0/bin/python /opt/sanmin/current/bin/sanmin kiosk --data /var/lib/sanmin/kiosk",
            True,
        ),
        ("/opt/sanmin/versions/1.2/bin/python3 /opt/sanmin/current/bin/sanmin kiosk --data /x", True),
        ("/usr/bin/cage -d -- /usr/bin/env -u WATCHDOG_PID /opt/sanmin/current/bin/sanmin kiosk --data /x", False),
        ("/bin/sh -c pkill -TERM -f ^/opt/sanmin/versions/[^ ]+/bin/python", False),
        ("/opt/sanmin/versions/0.1.0/bin/python /opt/sanmin/current/bin/sanmin upgrade /media/stick", False),
    ],
)
def test_only_the_program_is_asked_to_end_before_its_screen(unit: Unit, command: str, is_it: bool) -> None:
    (pattern,) = re.findall(r"SANMIN_PROGRAM=(\^[^\"]+)", unit.text)
    assert (re.search(pattern, command) is not None) is is_it
    ask, wait = unit.all("ExecStop")  # ${…}, not $…, which systemd would split at its spaces
    assert ask == "-/usr/bin/pkill -TERM -U sanmin -f ${SANMIN_PROGRAM}"
    assert wait.endswith("pidwait -U sanmin -f ${SANMIN_PROGRAM}")


def test_a_new_version_is_told_to_the_program_alone_for_the_signal_would_end_the_screen(unit: Unit) -> None:
    assert unit.all("ExecReload") == ["/usr/bin/pkill -USR1 -U sanmin -f ${SANMIN_PROGRAM}"]


def test_the_program_stays_in_its_unit_with_its_limits_its_watchdog_and_its_log(unit: Unit) -> None:
    """pam_systemd would move it into a session's scope, from where READY=1 does not reach the service."""
    assert unit.all("PAMName") == []
    assert any("XDG_RUNTIME_DIR=/run/sanmin-kiosk LIBSEAT_BACKEND=seatd" in line for line in unit.all("Environment"))
    assert unit.all("RuntimeDirectory") == ["sanmin-kiosk"]  # /run/user is closed by ProtectHome
    assert " seatd " in (DEPLOY / "install-kiosk.sh").read_text("utf-8")


def test_how_a_run_ended_is_written_where_the_next_one_reads_it(unit: Unit) -> None:
    (stop,) = unit.all("ExecStopPost")
    assert stop.endswith(f"> /var/lib/sanmin/kiosk/{LAST_EXIT}'")
    assert "$SERVICE_RESULT" in stop


def test_an_upgrade_is_counted_before_each_start(unit: Unit) -> None:
    count, data = unit.all("ExecStartPre")
    assert count.startswith("+/opt/sanmin/bin/sanmin-trial count")
    assert data.startswith("/opt/sanmin/bin/sanmin-trial data")  # never as root: the folder is the kiosk's


@pytest.mark.parametrize("name", ["sanmin-kiosk.service", "sanmin-server.service"])
@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("ProtectSystem", "strict"),
        ("PrivateTmp", "yes"),
        ("NoNewPrivileges", "yes"),
        ("ProtectHome", "yes"),
        ("CapabilityBoundingSet", ""),
        ("LimitCORE", "0"),
        ("UMask", "0077"),
        ("RestrictNamespaces", "yes"),
        ("ProtectKernelModules", "yes"),
        ("SystemCallArchitectures", "native"),
    ],
)
def test_both_services_are_confined(name: str, setting: str, value: str) -> None:
    assert Unit(DEPLOY / name).all(setting) == [value]


def test_the_kiosk_writes_only_where_it_must(unit: Unit) -> None:
    assert " ".join(unit.all("ReadWritePaths")).split() == [
        "/var/lib/sanmin",
        "-/media/sanmin",
        "-/sys/devices",  # for the brightness, to which alone the kiosk's group has rights
    ]
    assert unit.all("User") == ["sanmin"]


def test_calls_that_only_a_system_needs_are_refused_but_cage_and_pulseaudio_may_give_up_root(unit: Unit) -> None:
    assert unit.all("SystemCallFilter") == [
        "@system-service",
        "~@privileged",
        "@setuid capset",
    ]  # the order is the meaning
    assert unit.all("SystemCallErrorNumber") == ["EPERM"]


def test_nothing_closes_screen_or_camera(unit: Unit) -> None:
    for setting in ("PrivateDevices", "DevicePolicy", "DeviceAllow", "ProtectClock"):
        assert unit.all(setting) == []


def test_the_user_cannot_log_in_and_there_are_no_terminals() -> None:
    script = (DEPLOY / "install-kiosk.sh").read_text("utf-8")
    assert "--shell /usr/sbin/nologin" in script
    assert "usermod --lock" in script
    for masked in (
        "getty@tty1.service",
        "autovt@.service",
        "sleep.target",
        "ctrl-alt-del.target",
        "debug-shell.service",
    ):
        assert masked in script
    assert "NAutoVTs=0" in (DEPLOY / "etc" / "logind.conf").read_text("utf-8")


def test_every_file_that_the_script_installs_is_there() -> None:
    script = (DEPLOY / "install-kiosk.sh").read_text("utf-8")
    named = re.findall(r'"\$here/([^"]+)"', script)
    assert len(named) >= 12
    assert [name for name in named if not (DEPLOY / name).is_file()] == []
    installed = {path.name for path in (DEPLOY / "etc").iterdir()}
    assert installed == {Path(name).name for name in named if name.startswith("etc/")}


def test_usb_lets_in_input_storage_hubs_sound_and_cameras_only() -> None:
    rules = (DEPLOY / "etc" / "usb.rules").read_text("utf-8")
    (allowed,) = re.findall(r'ATTR\{bInterfaceClass\}!="([^"]+)"', rules)
    assert set(allowed.split("|")) == {"01", "03", "08", "09", "0e"}
    assert "noexec" in (DEPLOY / "sanmin-usb").read_text("utf-8")


def test_the_brightness_is_the_only_setting_of_a_device_that_the_kiosk_may_write() -> None:
    rules = (DEPLOY / "etc" / "backlight.rules").read_text("utf-8")
    assert re.findall(r"/bin/ch\w+ \S+ (\S+)\"", rules) == ["/sys$devpath/brightness"] * 2
    assert re.findall(r'SUBSYSTEM=="([^"]+)"', rules) == ["backlight", "i2c-dev"]
    groups = re.findall(r"--groups (\S+)", (DEPLOY / "install-kiosk.sh").read_text("utf-8"))
    assert "video" in groups[0].split(",")


def test_logs_are_bounded_and_no_memory_reaches_the_disk() -> None:
    assert "SystemMaxUse=200M" in (DEPLOY / "etc" / "journald.conf").read_text("utf-8")
    assert "Storage=none" in (DEPLOY / "etc" / "coredump.conf").read_text("utf-8")
    assert "kernel.core_pattern = |/bin/false" in (DEPLOY / "etc" / "sysctl.conf").read_text("utf-8")
