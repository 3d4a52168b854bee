#!/bin/sh
# Makes the environment ready: system libraries that Qt needs, virtual environment, pinned packages.
#
#   sh scripts/setup.sh run     what the program needs
#   sh scripts/setup.sh test    that, and what its tests and checks need
#   sh scripts/setup.sh core    tests of the core, in an environment that has no Qt at all
#
# PYTHON chooses the interpreter (3.11 or newer), VENV the folder of the environment (default .venv).
# uv is used when it is there, pip otherwise. When all is ready already it returns at once.
# shellcheck disable=SC2086,SC2116
# (unquoted variables here are lists of words)
set -eu
cd "$(dirname "$0")/.."

purpose=${1:-run}
venv=${VENV:-.venv}
python=${PYTHON:-}

# Library that is loaded : package of Debian and Ubuntu that has it.
qt_libraries="libGL.so.1:libgl1 libEGL.so.1:libegl1 libxkbcommon.so.0:libxkbcommon0
    libglib-2.0.so.0:libglib2.0-0 libfontconfig.so.1:libfontconfig1 libdbus-1.so.3:libdbus-1-3"
screen_libraries="libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxcb-cursor.so.0:libxcb-cursor0
    libxcb-icccm.so.4:libxcb-icccm4 libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-shape.so.0:libxcb-shape0
    libwayland-cursor.so.0:libwayland-cursor0"

say() { printf '%s\n' "$*" >&2; }
die() {
    for line in "$@"; do say "$line"; done
    exit 1
}

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
version_of() { "$1" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null || echo none; }

choose_python() {
    if [ -n "$python" ]; then
        command -v "$python" >/dev/null || die "PYTHON=$python: такой программы нет / no such program."
        is_new_enough "$python" ||
            die "PYTHON=$python: это $("$python" --version 2>&1); нужен Python 3.11 или новее / 3.11 or newer is needed."
        return
    fi
    for python in python3 python3.13 python3.12 python3.11; do
        command -v "$python" >/dev/null && is_new_enough "$python" && return
    done
    die "Нужен Python 3.11 или новее. На Debian 12: sudo apt-get install python3" \
        "Python 3.11 or newer is needed. Chosen with: make $purpose PYTHON=/path/to/python3.11"
}

# What the environment is made of: the stamp of one that is ready holds this.
recipe() {
    cksum scripts/setup.sh constraints.txt constraints-dev.txt
}

is_ready() {
    [ -x "$venv/bin/python" ] && [ -f "$venv/ready-$purpose" ] || return 1
    [ "$(recipe)" = "$(cat "$venv/ready-$purpose")" ] || return 1
    [ -z "$python" ] || [ "$(version_of "$venv/bin/python")" = "$(version_of "$python")" ]
}

# Prints the packages of those libraries that cannot be loaded.
missing() {
    "$python" -c '
import ctypes, sys
for pair in sys.argv[1:]:
    library, package = pair.split(":")
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package)
' "$@"
}

can_make_environments() {
    command -v uv >/dev/null || "$python" -c 'import ensurepip, venv' 2>/dev/null
}

prepare_system() {
    needed="" wished=""
    can_make_environments || needed=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(uname -s)" = Linux ] && [ "$purpose" != core ]; then
        needed="$needed $(missing $qt_libraries)" wished=$(missing $screen_libraries)
    fi
    needed=$(echo $needed) wished=$(echo $wished)
    [ -n "$needed$wished" ] || return 0

    if ! command -v apt-get >/dev/null; then
        [ -z "$needed" ] || die "Системе не хватает (названия пакетов Debian) / missing, as Debian packages: $needed"
        return 0
    fi
    if [ "$(id -u)" = 0 ]; then
        say "Ставлю системные пакеты / installing system packages:" $needed $wished
        apt_install $needed $wished
        return 0
    fi
    line=$(echo sudo apt-get install $needed $wished)
    if [ -n "$needed" ]; then
        die "Не хватает системных пакетов. Поставьте их одной строкой и повторите:" \
            "System packages are missing. Install them with one line and try again:" "" "    $line" ""
    fi
    say "Для окна на экране нужны ещё системные пакеты / a window on a screen also needs:" "    $line"
}

apt_install() {
    export DEBIAN_FRONTEND=noninteractive
    set -- apt-get install -y -q --no-install-recommends "$@"
    # The lists of packages may be missing or old: then they are fetched, and once more.
    "$@" >/dev/null 2>&1 || { apt-get update -q >/dev/null && "$@" >/dev/null; }
}

make_environment() {
    if [ -x "$venv/bin/python" ]; then
        [ "$(version_of "$venv/bin/python")" = "$(version_of "$python")" ] && return
        say "$venv: другая версия Python, делаю заново / another Python, making it anew"
    fi
    rm -rf "$venv"
    if command -v uv >/dev/null; then
        uv venv --quiet --python "$(command -v "$python")" "$venv"
    else
        "$python" -m venv "$venv"
    fi
}

install_packages() { # install_packages FILE...
    for file in "$@"; do
        say "Ставлю пакеты / installing packages: $(basename "$file")"
        if command -v uv >/dev/null; then
            uv pip install --quiet --python "$venv/bin/python" --no-deps --require-hashes -r "$file"
        else
            "$venv/bin/python" -m pip install --quiet --no-input --disable-pip-version-check \
                --no-deps --require-hashes -r "$file"
        fi
    done
}

# Prints a constraints file without Qt.
without_qt() { awk '/^[^ ]/ { keep = $0 !~ /^(pyside6|shiboken6|pytest-qt)/ } keep' "$1"; }

install_for() {
    case $purpose in
    run) install_packages constraints.txt ;;
    test) install_packages constraints.txt constraints-dev.txt ;;
    core)
        without_qt constraints.txt >"$venv/core.txt"
        without_qt constraints-dev.txt >"$venv/core-dev.txt"
        install_packages "$venv/core.txt" "$venv/core-dev.txt"
        ;;
    *) die "setup.sh: run, test or core, not '$purpose'" ;;
    esac
}

is_ready && exit 0
choose_python
prepare_system
make_environment
install_for
# Processes that read documents may not write: what is not compiled here they would compile each time.
"$venv/bin/python" -m compileall -q index resources || true
recipe >"$venv/ready-$purpose"
# An environment that can test can run.
[ "$purpose" != test ] || recipe >"$venv/ready-run"
