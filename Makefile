# make demo    installs what is missing, starts the server with demo data and opens an enrolled kiosk
# make test    installs and passes every test
# make check   linters and type checks      make shots   every screen as a picture      make bench   ratios
# make soak    tests that run for hours

SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
BIN := .venv/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

# make demo WINDOWED=1 SIZE=1080x1920 PORT=8443
DEMO := $(if $(WINDOWED),--windowed) $(if $(SIZE),--size $(SIZE)) $(if $(PORT),--port $(PORT)) $(if $(DATA),--data $(DATA))

.PHONY: help install demo test check shots bench bench-peers lock translations clean

help:
	@sed -n 's/^# //p' Makefile | head -4

install: build/.system .venv/.installed

# System packages: only what is missing, only where apt-get is; a stamp so that the second start is quick.
build/.system: system-packages.txt
	@mkdir -p build
	@missing=""; for p in $$(cat system-packages.txt); do \
	  [ "$$(dpkg-query -W -f='$${Status}' $$p 2>/dev/null)" = "install ok installed" ] || missing="$$missing $$p"; done; \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || missing="$$missing python3-venv"; \
	if [ -n "$$missing" ]; then \
	  command -v apt-get >/dev/null || { echo "Please install these packages:$$missing" >&2; exit 2; }; \
	  echo "Installing system packages:$$missing"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi
	@touch $@

.venv/.installed: requirements.lock pyproject.toml build/.system
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed." >&2; exit 2; }
	@[ -x $(BIN)/python ] || { echo "Making the virtual environment"; $(PYTHON) -m venv .venv; }
	@echo "Installing Python packages"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

demo: install
	@exec $(BIN)/python main.py demo $(DEMO)

test: install
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist worksteal

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m ui.lint

shots: install
	$(BIN)/python main.py shots build/shots

bench: install
	$(BIN)/python -m tests.bench

# What ours is measured against, each in a folder of its own under build/peers, never in .venv.
bench-peers: install build/peers/.morango build/peers/.pouchdb
	$(BIN)/python -m tests.bench peers

build/peers/.morango:
	@mkdir -p build/peers
	@$(PYTHON) -m venv build/peers/morango
	@build/peers/morango/bin/python -m pip install -q --disable-pip-version-check 'morango==0.8.*'
	@touch $@

build/peers/.pouchdb:
	@command -v npm >/dev/null || { echo "PouchDB needs Node: please install nodejs and npm." >&2; exit 2; }
	@mkdir -p build/peers/pouchdb
	@npm install --prefix build/peers/pouchdb --no-audit --no-fund --silent pouchdb@9 express-pouchdb@4 express@4
	@touch $@

# New texts of the screens go into the .ts file, texts that are gone leave it; then translate what is unfinished.
translations: install
	@$(BIN)/pyside6-lupdate -no-obsolete -locations none -silent ui/qml/SanMin/*.qml ui/qml/SanMin/screens/*.qml -ts assets/translations/sanmin_en.ts
	@grep -c 'type="unfinished"' assets/translations/sanmin_en.ts | sed 's/$$/ texts without English/' || echo "Every text has its English."

soak: install .venv/.fuzzing
	$(BIN)/python -m tests.soak

.venv/.fuzzing: requirements-fuzz.lock .venv/.installed
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-fuzz.lock
	@touch $@

# The lock file: exact versions with hashes, no index named.
lock:
	$(BIN)/pip-compile -q --extra dev --generate-hashes --allow-unsafe --strip-extras --no-header \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-annotate -o requirements.lock pyproject.toml

clean:
	rm -rf build .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
