# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
# Needs git and make; scripts/setup.sh finds or installs the rest.

PY := .venv/bin/python
# Also for a plain `sh` without a terminal: print what happens when it happens.
export PYTHONUNBUFFERED := 1

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run dev test check mutanten bench setup setup-dev static format messages lock vergrendel clean

help: ## this list
	@sed -nE 's/^([a-z -]+):.*## (.*)/\1|\2/p' Makefile | while IFS='|' read -r t w; do printf '  make %-16s %s\n' "$$t" "$$w"; done

run: setup static ## set up and serve the demo on this machine (PORT, WIJKWIJZER_DATA, DEMO_WACHTWOORD; LAN=1: the room for phones)
	@WIJKWIJZER_DEMO=1 $(PY) manage.py begin
	@export WIJKWIJZER_DEMO=1 WIJKWIJZER_LAN="$(LAN)"; exec $(PY) manage.py serveer --adres 127.0.0.1 --poort "$${PORT:-8000}"

dev: setup-dev static ## serve the demo to who works on it: a change shows at once; debug toolbar; /bouwdoos/ (PORT)
	@WIJKWIJZER_DEMO=1 $(PY) manage.py begin
	@export WIJKWIJZER_DEMO=1 WIJKWIJZER_ONTWIKKELING=1 DJANGO_SETTINGS_MODULE=ontwikkeling.settings; \
		exec $(PY) manage.py ontwikkel --poort "$${PORT:-8000}"

test: setup-dev static ## everything: linters, types, both databases, a real browser
	@exec $(PY) scripts/run_tests.py

check: setup-dev static ## the fast part: linters, types, unit tests on SQLite
	@exec $(PY) scripts/run_tests.py --fast

mutanten: setup-dev static ## change the code on purpose and see whether its tests notice (WAT="hub stand": only those)
	@exec $(PY) scripts/mutants.py $(WAT)

bench: setup-dev static ## measure, and write bench/resultaat.json (RIJEN="live-300 pdf": only those)
	@exec $(PY) bench/meet.py $(RIJEN)

setup: ## what the application needs to run
	@sh scripts/setup.sh run

setup-dev: ## and what the checks and tests need
	@sh scripts/setup.sh dev

static: ## bundle and collect the static files, if their sources changed
	@sh scripts/setup.sh static

format: setup-dev ## write code and templates in the house style
	@$(PY) -m ruff check --fix-only --quiet .
	@$(PY) -m ruff format .
	@$(PY) -m djlint templates --reformat --quiet

messages: setup-dev ## the words of guests: look for new ones, and compile what was translated
	@$(PY) manage.py makemessages --verbosity 0
	@$(PY) manage.py compilemessages --verbosity 0 --ignore .venv --ignore .tools --ignore node_modules

lock vergrendel: ## new versions of all dependencies into the lock files (needs the network)
	@sh scripts/setup.sh lock

clean: ## remove what set-up made; your data stays
	@rm -rf .venv .tools node_modules static/vendor static/vendor.new static/bundels static/bundels.new static/thema staticfiles .mypy_cache .ruff_cache .pytest_cache
