#!/bin/sh
# Starts the program: the window where there is a screen, otherwise a tour that leaves pictures in out/.
set -eu
cd "$(dirname "$0")/.."
python=${VENV:-.venv}/bin/python

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; then
    exec "$python" main.py "$@"
fi
echo "Экрана нет: показываю программу в картинках, папка out / no screen: a tour in pictures, folder out" >&2
exec "$python" main.py --tour out "$@"
