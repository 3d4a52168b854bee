# All set-up is done by scripts/setup.sh: on a bare Debian 12 the first two commands are all that is needed.
#   make run     the window (without a screen: a tour in pictures)
#   make test    the tests
# PYTHON=python3.12 chooses the interpreter, VENV=folder the environment, TESTS=tests/index a part of the tests.

VENV ?= .venv
CORE_VENV ?= .venv-core
WHOOSH3_VENV ?= .venv-whoosh3
TESTS ?= tests
BENCH ?= search pageview startup
BENCH_PAGES ?= 1000 10000
BENCH_OUT ?= out/bench
HOSTILE ?= $(wildcard ../shared/data/badpdfs)
TORTURED ?= $(wildcard ../shared/data/badpdfs ../shared/data/typeset ../shared/data/pdfs) resources/sample
export PYTHON VENV

python = $(VENV)/bin/python
setup = @sh scripts/setup.sh
# Many small numpy calls: threads cost more than they give (docs/decisions/0004).
offscreen = QT_QPA_PLATFORM=offscreen OPENBLAS_NUM_THREADS=1

.DEFAULT_GOAL := run
.PHONY: run test core whoosh3 check lint formatted types contracts format bench torture bare sample translations constraints clean

run:
	$(setup) run
	@sh scripts/run.sh

test:
	$(setup) test
	$(offscreen) $(python) -m pytest -q -n 2 --dist loadfile $(TESTS)

# The core must live without Qt: its tests in an environment that does not have it.
core:
	@VENV=$(CORE_VENV) sh scripts/setup.sh core
	OPENBLAS_NUM_THREADS=1 $(CORE_VENV)/bin/python -m pytest -q -n 2 --dist loadfile tests/index

# Whoosh 2.7.4 is from 2016; the tests of the search with the fork that is maintained, under the same name.
whoosh3:
	@VENV=$(WHOOSH3_VENV) sh scripts/whoosh3.sh

check:
	$(setup) test
	@$(MAKE) --no-print-directory --keep-going lint formatted types contracts

lint:
	$(python) -m ruff check .

formatted:
	$(python) -m ruff format --check .

types:
	$(python) -m mypy

contracts:
	$(VENV)/bin/lint-imports

format:
	$(setup) test
	$(python) -m ruff check --fix .
	$(python) -m ruff format .

# Beside other engines of search where CHITALNYA_PEERS and CHITALNYA_XAPIAN name interpreters that have them
# (benchmarks/README.md); BENCH_PAGES=100000 asks for more, BENCH="until_searchable keystroke" for other ones.
bench:
	$(setup) test
	@set -e; for name in $(BENCH); do \
	    echo "== benchmarks.$$name"; arguments=; \
	    test $$name != search || arguments="$(BENCH_PAGES) --out $(BENCH_OUT)"; \
	    $(offscreen) $(python) -m benchmarks.$$name $$arguments; \
	done

# What `make test` does in small: an import killed over and over, storms over the search index, every hostile file
# there is beside the project, and 500 broken copies of the others.
torture:
	$(setup) test
	$(python) -m benchmarks.kill --kills 40
	$(python) -m benchmarks.storms
	$(python) -m benchmarks.note_storm
	@for folder in $(HOSTILE); do $(python) -m benchmarks.ingest $$folder --list || exit 1; done
	$(python) -m benchmarks.broken $(TORTURED)

# The two commands on a bare Debian 12, as root and as a user. Needs root and debootstrap.
bare:
	sh scripts/bare-debian.sh

sample:
	$(setup) test
	$(python) -m scripts.sample

translations:
	$(setup) test
	sh resources/translations/update.sh $(VENV)/bin

constraints:
	sh scripts/constraints.sh

clean:
	rm -rf build dist out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
