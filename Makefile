# `make` alone lists what there is.
.DEFAULT_GOAL := help
SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
JS := tools/js/node_modules
KPI_HOME ?= data
PORT ?= 8501
ADDRESS ?= 127.0.0.1
LOCKED := --quiet --generate-hashes --universal --python-version 3.11 --no-annotate --custom-compile-command "make lock"
export KPI_HOME

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(VENV)/.app: requirements.lock
	@bash tools/venv.sh $(VENV) $< && touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.app
	@bash tools/venv.sh $(VENV) $< && touch $@

$(JS)/.installed: tools/js/package-lock.json
	@bash tools/system.sh lint
	@cd tools/js && npm ci --silent --ignore-scripts --no-audit --no-fund && touch node_modules/.installed

$(KPI_HOME)/warehouse/.filled: | $(VENV)/.app
	@if [ "$(DEMO)" = 0 ]; then $(BIN)/python -m etl status > /dev/null; else $(BIN)/python -m etl demo; fi && touch $@

run: $(VENV)/.app $(KPI_HOME)/warehouse/.filled  ## serve the dashboard on http://127.0.0.1:8501 (DEMO=0 starts empty; PORT=, ADDRESS=)
	@echo "http://$(ADDRESS):$(PORT)"
	@exec $(BIN)/python -m ui --server.address=$(ADDRESS) --browser.serverAddress=$(ADDRESS) --server.port=$(PORT)

load: $(VENV)/.app  ## load exports: make load SOURCE=mailbox FILES="a.xlsx b.xlsx"
	@$(BIN)/python -m etl load $(SOURCE) $(FILES)

test: $(VENV)/.dev $(JS)/.installed  ## run all tests on all cores, the browser's among them
	@bash tools/system.sh
	@$(BIN)/python -m pytest -q -n auto --dist worksteal $(ARGS)

test-long: $(VENV)/.dev  ## kill a loader 300 times; four loaders and four readers for a minute
	@$(BIN)/python -m pytest -q -m long tests $(ARGS)

test-documents: $(VENV)/.dev  ## open the documents with LibreOffice and look at their pages
	@bash tools/system.sh documents
	@$(BIN)/python -m pytest -q -m documents tests $(ARGS)

fuzz: $(VENV)/.dev  ## break 20,000 good files at random: each must be read, or refused with a sentence
	@$(BIN)/python -m tests.fuzz $(ARGS)

lint: $(VENV)/.dev $(JS)/.installed  ## check style, format, the arrows between the rooms, types, patterns, and the scripts of the pages
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports && $(BIN)/mypy && $(BIN)/python -m tools.patterns
	@$(JS)/.bin/eslint -c tools/js/eslint.config.mjs ui && $(JS)/.bin/tsc -p tools/js

lock: $(VENV)/.dev  ## after a change of requirements*.txt: pin all packages that get installed, with their hashes
	@$(BIN)/uv pip compile $(LOCKED) requirements-dev.txt -o requirements-dev.lock
	@$(BIN)/uv pip compile $(LOCKED) requirements.txt -c requirements-dev.lock -o requirements.lock

bench: $(VENV)/.dev  ## measure loading and the pages, as ratios within one run (kept in docs/bench.txt)
	@bash tools/system.sh
	@set -o pipefail; $(BIN)/python -m benchmarks $(ARGS) | tee docs/bench.txt

pictures: $(VENV)/.dev  ## take the README's pictures
	@bash tools/system.sh
	@$(BIN)/python tools/pictures.py

clean:  ## remove the virtual environment and caches (never data)
	rm -rf $(VENV) $(JS) .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help run load test test-long test-documents fuzz lint lock bench pictures clean
