#!/bin/sh
# Tries both commands of the README on a bare Debian 12: nothing but Python 3.11, make and git.
#
#   sh scripts/bare-debian.sh [root|user ...]     default: both
#
# As root, `make test` has to install what is missing; as a user it has to print the line that installs it,
# which is then run, and after that both commands have to work. Needs root and debootstrap.
#
# BARE_FROM=tree tries the files as they lie here, not the last commit; BARE_KEEP=folder keeps the systems there.
# Mirror, proxies, certificates and settings of pip are those of this machine; none of them is written into the project.
set -eu
cd "$(dirname "$0")/.."

[ "$(id -u)" = 0 ] || { echo "bare-debian.sh: root is needed" >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "bare-debian.sh: apt-get install debootstrap" >&2; exit 1; }
[ $# -gt 0 ] || set -- root user

place=${BARE_KEEP:-$(mktemp -d)}
mkdir -p "$place"
results=$place/results
: >"$results"

unmount() {
    for system in "$place"/*/; do
        for point in dev/shm proc; do
            ! mountpoint -q "$system$point" || umount "$system$point"
        done
    done
}
finish() {
    unmount
    [ -n "${BARE_KEEP:-}" ] || rm -rf "$place"
}
trap finish EXIT

borrow() { # borrow PATH...: what of this machine's settings the bare system needs to reach the network
    for path in "$@"; do
        [ ! -e "$path" ] || { mkdir -p "$place/base$(dirname "$path")" && cp -rL "$path" "$place/base$(dirname "$path")/"; }
    done
}

make_base() {
    [ ! -f "$place/base/ready" ] || return 0
    mirror=$(sed -n 's/^URIs: *//p; s/^deb  *\([^[ ][^ ]*\).*/\1/p' \
        /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | grep -m 1 '/debian/*$' || true)
    # shellcheck disable=SC2086
    debootstrap --variant=minbase bookworm "$place/base" $mirror >"$place/debootstrap.log"
    borrow /etc/resolv.conf /etc/hosts
    grep -rhs '^Acquire.*[Pp]roxy' /etc/apt/apt.conf.d >"$place/base/etc/apt/apt.conf.d/99proxy" || true
    chroot "$place/base" sh -c 'apt-get update -q && DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends python3 make git' >"$place/base.log" 2>&1
    borrow /etc/pip.conf /etc/ssl/certs/ca-certificates.crt "$HOME/.config/pip"
    # Where ca-certificates, which comes in with pip, looks for more of them.
    mkdir -p "$place/base/usr/local/share/ca-certificates"
    cp /etc/ssl/certs/ca-certificates.crt "$place/base/usr/local/share/ca-certificates/borrowed.crt"
    chroot "$place/base" sh -c 'apt-get clean; rm -rf /var/lib/apt/lists/*; useradd -m reader'
    touch "$place/base/ready"
}

home_of() { # home_of NAME USER: as the bare system says
    awk -F: -v user="$2" '$1 == user { print $6 }' "$place/$1/etc/passwd"
}

make_system() { # make_system NAME USER
    rm -rf "${place:?}/$1" "$place/$1.log"
    cp -a "$place/base" "$place/$1"
    mount -t proc proc "$place/$1/proc"
    mkdir -p "$place/$1/dev/shm"
    mount -t tmpfs tmpfs "$place/$1/dev/shm"
    project=$place/$1$(home_of "$1" "$2")/chitalnya
    if [ "${BARE_FROM:-commit}" = tree ]; then
        mkdir -p "$project"
        git ls-files -co --exclude-standard -z | tar --null --ignore-failed-read -T - -cf - | tar -C "$project" -xf -
    else
        git clone --quiet . "$project"
    fi
    chroot "$place/$1" chown -R "$2:" "$(home_of "$1" "$2")/chitalnya"
}

inside() { # inside NAME USER COMMAND: runs it in the project's folder, with this machine's settings for pip alone
    home=$(home_of "$1" "$2")
    settings=$(env | sed -n "s/^\(PIP_CERT\|PIP_INDEX_URL\|SSL_CERT_FILE\|https*_proxy\|no_proxy\)=\(.*\)/\1=\2/p")
    # shellcheck disable=SC2086
    chroot "$place/$1" runuser -u "$2" -- env -i PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin \
        HOME="$home" $settings sh -c "cd ~/chitalnya && $3"
}

# Bytes that have come over the network so far; only right while nothing else uses it.
downloaded() { awk '/:/ && !/ lo:/ { sum += $2 } END { printf "%.0f", sum }' /proc/net/dev; }

try() { # try NAME USER COMMAND
    begun=$(date +%s) before=$(downloaded) status=0
    inside "$1" "$2" "$3" >"$place/log" 2>&1 || status=$?
    cat "$place/log" >>"$place/$1.log"
    tail -n 3 "$place/log"
    printf '%-6s %-22s exit %d  %4d s  %7.1f MB\n' "$2" "$3" "$status" $(($(date +%s) - begun)) \
        "$(awk -v a="$before" -v b="$(downloaded)" 'BEGIN { print (b - a) / 1e6 }')" | tee -a "$results"
    return 0
}

make_base
for user in "$@"; do
    if [ "$user" = root ]; then
        make_system root root
    else
        make_system user reader
        user=reader
        try user reader "make test"
        line=$(sed -n 's/^ *sudo //p' "$place/log" | head -n 1)
        [ -n "$line" ] || { echo "bare-debian.sh: no line to run was printed" >&2; exit 1; }
        echo "as root: $line"
        chroot "$place/user" sh -c "apt-get update -q && DEBIAN_FRONTEND=noninteractive $line -y" >>"$place/user.log" 2>&1
    fi
    name=$([ "$user" = root ] && echo root || echo user)
    try "$name" "$user" "make test"
    try "$name" "$user" "make run"
    try "$name" "$user" "make run"
    inside "$name" "$user" "ls out" || true
done

echo
cat "$results"
# The only command that may fail is the first of the user, which prints the line.
[ "$(grep -vc 'exit 0 ' "$results")" = "$(printf '%s\n' "$@" | grep -c user)" ]
