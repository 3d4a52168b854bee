#!/bin/sh
# Pins every package, with hashes, for Python 3.11 to 3.13 on Linux, macOS and Windows. Needs uv.
#
# constraints.txt      what the program needs
# constraints-dev.txt  what its tests and checks need besides
#
# Both are complete: they are installed with --no-deps. That is how natasha comes in as what it is to
# us, the carrier of slovnet's model files, without the packages that only its code would need
# (docs/decisions/0004). Versions already pinned stay; `sh scripts/constraints.sh --upgrade` moves them.
# shellcheck disable=SC2046,SC2086
# (unquoted variables here are lists of words)
set -eu
cd "$(dirname "$0")/.."

UV=$(command -v uv || echo .venv/bin/uv)
command -v "$UV" >/dev/null || { echo "uv is needed: pip install uv" >&2; exit 1; }

# Needed by the code of natasha alone, which is never run.
carrier="pymorphy2 pymorphy2-dicts-ru yargy ipymarkup intervaltree docopt dawg-python"

pin() { # pin TARGET SOURCE... [options]
    "$UV" pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate "$@"
}

omit() { for name in "$@"; do printf ' --no-emit-package %s' "$name"; done; }

pin "$@" --output-file constraints.txt $(omit $carrier sortedcontainers)

run_only=$(sed -n 's/^\([A-Za-z0-9._-]*\)==.*/\1/p' constraints.txt)
pin "$@" --group dev --constraint constraints.txt --output-file constraints-dev.txt $(omit $carrier $run_only)

grep -c '^[A-Za-z0-9]' constraints.txt constraints-dev.txt
