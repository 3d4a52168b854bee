#!/bin/sh
# Collects the texts of the window into chitalnya_en.ts and makes chitalnya_en.qm from it.
#     resources/translations/update.sh [FOLDER OF THE TOOLS, .venv/bin by default]
# The source language is Russian; chitalnya_en.ts is edited by hand or with Qt Linguist. Counted nouns are no
# business of these files: see desktop/state/counts.py.
set -e
cd "$(dirname "$0")/../.."
tools=${1:-.venv/bin}
made=resources/translations/chitalnya_en
# shellcheck disable=SC2046 - our own file names have no blanks
"$tools/pyside6-lupdate" -silent -no-obsolete -locations none -source-language ru_RU -target-language en_US \
    $(find desktop -name '*.py' | LC_ALL=C sort) -ts "$made.ts"
"$tools/pyside6-lrelease" -silent "$made.ts" -qm "$made.qm"
