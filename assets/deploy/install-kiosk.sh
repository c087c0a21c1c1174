#!/bin/bash
# Turns a bare Debian 12 into a kiosk. Run it as root; running it again repairs what is missing.
#
#     install-kiosk.sh RELEASE [--server URL] [--diagonal INCHES]
#
# RELEASE is a folder with wheels, release.cose and SHA256SUMS (docs/deploy.md). In a chroot, where no systemd runs, it
# does everything but start things.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root=/opt/sanmin
state=/var/lib/sanmin

say() { printf '\033[1m%s\033[0m\n' "$*"; }
refuse() {
    printf 'install-kiosk: %s\n' "$*" >&2
    exit 2
}

release="" server="" options=""
while [ $# -gt 0 ]; do
    case "$1" in
    --server)
        server="${2:?--server needs an address}"
        shift 2
        ;;
    --diagonal)
        options="$options --diagonal ${2:?--diagonal needs inches}"
        shift 2
        ;;
    -*) refuse "unknown option $1" ;;
    *)
        release="$1"
        shift
        ;;
    esac
done

[ "$(id -u)" = 0 ] || refuse "this must be run as root"
# shellcheck source=/dev/null
. /etc/os-release
if [ "${ID:-}" != debian ] || [ "${VERSION_ID:-0}" -lt 12 ]; then
    refuse "this is made for Debian 12, not ${PRETTY_NAME:-this system}"
fi
[ -n "$release" ] || refuse "name the release's folder"
[ -f "$release/SHA256SUMS" ] || refuse "$release is not a release: SHA256SUMS is missing"

packages() {
    say "Packages"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends \
        cage xwayland seatd dbus systemd-timesyncd python3 python3-venv ca-certificates \
        fonts-noto-cjk libegl1 libgl1 libgl1-mesa-dri libgles2 libfontconfig1 libdbus-1-3 libglib2.0-0 libpulse0 \
        libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 \
        libxcb-xinerama0 pulseaudio ddcutil dosfstools exfatprogs procps udev >/dev/null
}

user() {
    say "The kiosk's user, who can never log in"
    getent passwd sanmin >/dev/null ||
        useradd --system --home-dir "$state" --no-create-home --shell /usr/sbin/nologin --user-group sanmin
    usermod --lock --groups video,audio,render sanmin
    install -d -o sanmin -g sanmin -m 0700 "$state" "$state/kiosk"
    install -d -o root -g root -m 0700 "$state/backups"
    install -d -o root -g root -m 0755 /media/sanmin "$root" "$root/bin" "$root/versions" /etc/sanmin
}

program() {
    say "The program"
    (cd "$release" && sha256sum --quiet --strict -c SHA256SUMS) || refuse "the release is damaged"
    local wheels version folder
    wheels=("$release"/sanmin_kiosk-*.whl)
    if [ "${#wheels[@]}" != 1 ] || [ ! -f "${wheels[0]}" ]; then
        refuse "there must be one sanmin_kiosk wheel in $release"
    fi
    version="$(basename "${wheels[0]}" | cut -d- -f2)"
    folder="$root/versions/$version"
    if [ ! -e "$folder/installed" ]; then
        rm -rf "$folder"
        python3 -m venv "$folder"
        "$folder/bin/python" -m pip install --quiet --no-index --find-links "$release" "sanmin-kiosk==$version"
        printf '%s' "$version" >"$folder/installed"
    fi
    [ -L "$root/current" ] || ln -s "versions/$version" "$root/current"
    "$root/current/bin/sanmin" --help >/dev/null || refuse "the program does not start"
    install -m 0755 "$here/sanmin-screen" "$here/sanmin-trial" "$here/sanmin-usb" "$root/bin/"
}

settings() {
    say "Settings of the machine"
    install -m 0644 "$here/sanmin-kiosk.service" "$here/sanmin-usb@.service" /etc/systemd/system/
    install -D -m 0644 "$here/etc/logind.conf" /etc/systemd/logind.conf.d/sanmin.conf
    install -D -m 0644 "$here/etc/journald.conf" /etc/systemd/journald.conf.d/sanmin.conf
    install -D -m 0644 "$here/etc/coredump.conf" /etc/systemd/coredump.conf.d/sanmin.conf
    install -D -m 0644 "$here/etc/timesyncd.conf" /etc/systemd/timesyncd.conf.d/sanmin.conf
    install -D -m 0644 "$here/etc/system.conf" /etc/systemd/system.conf.d/sanmin.conf
    install -D -m 0644 "$here/etc/sysctl.conf" /etc/sysctl.d/90-sanmin.conf
    install -D -m 0644 "$here/etc/usb.rules" /etc/udev/rules.d/90-sanmin-usb.rules
    install -D -m 0644 "$here/etc/backlight.rules" /etc/udev/rules.d/90-sanmin-backlight.rules
    install -D -m 0644 "$here/etc/modules.conf" /etc/modules-load.d/sanmin.conf
    if [ ! -e /etc/sanmin/kiosk.env ] || [ -n "$server$options" ]; then
        printf 'SANMIN_OPTIONS=%s%s\n' "${server:+--server $server}" "$options" >/etc/sanmin/kiosk.env
    fi
    ln -sf /usr/share/zoneinfo/Asia/Shanghai /etc/localtime
    echo Asia/Shanghai >/etc/timezone
}

boot() {
    say "It starts unattended, never sleeps and has no terminals"
    systemctl mask --quiet sleep.target suspend.target hibernate.target hybrid-sleep.target suspend-then-hibernate.target \
        ctrl-alt-del.target autovt@.service getty@tty1.service console-getty.service emergency.service rescue.service \
        debug-shell.service
    systemctl enable --quiet seatd.service systemd-timesyncd.service sanmin-kiosk.service
    systemctl set-default --quiet graphical.target
    if [ -f /etc/default/grub ]; then
        install -d /etc/default/grub.d
        printf '%s\n' 'GRUB_TIMEOUT=0' 'GRUB_RECORDFAIL_TIMEOUT=0' 'GRUB_DISABLE_RECOVERY=true' \
            'GRUB_CMDLINE_LINUX_DEFAULT="quiet loglevel=3 vt.global_cursor_default=0 panic=10"' >/etc/default/grub.d/sanmin.cfg
        if command -v update-grub >/dev/null; then update-grub; fi
    fi
}

start() {
    if [ ! -d /run/systemd/system ]; then
        say "No systemd runs here: the kiosk starts with the next boot."
        return
    fi
    systemctl daemon-reload
    udevadm control --reload
    sysctl --quiet --system
    systemctl restart systemd-journald.service systemd-timesyncd.service
    systemctl restart --no-block sanmin-kiosk.service
    say "Done. The enrolment screen comes up; please restart the machine once to see that it starts unattended."
}

packages
user
program
settings
boot
start
