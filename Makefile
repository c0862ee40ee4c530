# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
#
# Everything from a bare Python 3.11 or later with venv: each target first prepares .venv by itself.
#   make run     serve Telegram or WhatsApp where they are configured, else talk to the bot in this terminal
#   make chat    talk to the bot in this terminal (also with words from a pipe)
#   make test    what must hold before a change is accepted
#   make check   check flows, words and the directory of services
#   make lint    style and types only
#   make lock    choose the versions of all packages anew
#   make PYTHON=python3.12 run     with another Python

SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input

.PHONY: run chat test check lint lock clean
.DEFAULT_GOAL := run

# Set-up speaks on stderr and reads nothing, so that stdin and stdout belong to the conversation alone.
.venv/.locked: requirements/dev.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Serve Python 3.11 o successivo: make PYTHON=python3.12 ...")' >&2
	@echo "Preparo l'ambiente in .venv (solo la prima volta)..." >&2
	@$(PYTHON) -m venv --clear .venv </dev/null >&2
	@$(PIP) install --require-hashes --no-deps -r requirements/dev.lock </dev/null >&2
	@touch $@

.venv/.installed: .venv/.locked pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation --editable . </dev/null >&2
	@touch $@

# With a channel configured, in the environment or in .env, it serves; else it talks here.
CHANNELS := TELEGRAM_TOKEN|TWILIO_ACCOUNT_SID|TWILIO_AUTH_TOKEN|WHATSAPP_SENDER
run: .venv/.installed
	@if env | grep -qE '^($(CHANNELS))=.' || grep -qsE '^(export +)?($(CHANNELS))=.' .env; \
	then exec $(BIN)/bussola serve; else exec $(BIN)/bussola chat; fi

chat: .venv/.installed
	@$(BIN)/bussola chat

check: .venv/.installed
	@$(BIN)/bussola check

lint: .venv/.installed
	@$(BIN)/ruff check .
	@$(BIN)/mypy

# The Bot API server that Telegram's tests speak with: others wrote it, and it runs on Node.
PEER := tests/telegram/peer
$(PEER)/node_modules/.package-lock.json: $(PEER)/package-lock.json
	@command -v npm >/dev/null || { echo "Per le prove serve Node.js con npm (in Debian: apt-get install nodejs npm)." >&2; exit 1; }
	@$(PEER)/install.sh >&2

test: lint $(PEER)/node_modules/.package-lock.json
	@$(BIN)/python scripts/run_tests.py
	@$(BIN)/bussola check

# Uses the uv of .venv, or a throw-away one when .venv is not there yet. Locks name packages, versions and hashes for every
# platform and every Python that we support, and no registry. UPGRADE=--upgrade takes the newest of everything.
UPGRADE ?=
COMPILE = uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate --quiet \
	--no-header --no-emit-index-url --no-emit-find-links $(UPGRADE)
lock:
	@test -x $(BIN)/uv || { $(PYTHON) -m venv .venv && $(PIP) install uv; } >&2
	@PATH="$(BIN):$$PATH"; $(COMPILE) --extra redis --output-file requirements/runtime.lock >/dev/null
	@PATH="$(BIN):$$PATH"; $(COMPILE) --extra dev --constraint requirements/runtime.lock --output-file requirements/dev.lock >/dev/null

clean:
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage dist
