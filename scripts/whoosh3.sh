#!/bin/sh
# Runs the tests of the search with whoosh3, the fork of Whoosh that is still maintained and is imported by the same
# name, in an environment of its own without Qt: Whoosh could be replaced by it.
#
# VENV is the folder of the environment (default .venv-whoosh3); arguments go to pytest.
set -eu
cd "$(dirname "$0")/.."

venv=${VENV:-.venv-whoosh3}
export VENV="$venv"
sh scripts/setup.sh core

if ! [ -f "$venv/ready-whoosh3" ] || [ "$venv/ready-core" -nt "$venv/ready-whoosh3" ]; then
    # Both have a package of the same name: the one has to go before the other comes.
    if command -v uv >/dev/null; then
        uv pip uninstall --quiet --python "$venv/bin/python" whoosh whoosh3
        uv pip install --quiet --python "$venv/bin/python" --no-deps --require-hashes -r constraints-whoosh3.txt
    else
        "$venv/bin/python" -m pip uninstall --quiet --yes whoosh whoosh3
        "$venv/bin/python" -m pip install --quiet --no-input --disable-pip-version-check \
            --no-deps --require-hashes -r constraints-whoosh3.txt
    fi
    touch "$venv/ready-whoosh3"
fi

OPENBLAS_NUM_THREADS=1 "$venv/bin/python" -m pytest -q "${@:-tests/index/search}"
