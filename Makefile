# Everything that is done to this project; `make` lists it.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory

# The first Python that is new enough. PYTHON=/path/to/python names another.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)

VENV := .venv
BENCH_VENV := .venv-bench
HUSHREEL := $(VENV)/bin/hushreel
RUN := $(VENV)/.installed-run
EXTRAS := $(VENV)/.installed-extras
DEV := $(VENV)/.installed-dev
BENCH := $(BENCH_VENV)/.installed-bench

PIP := -m pip --disable-pip-version-check --no-input --quiet install
LOCKED := $(PIP) --require-hashes --only-binary=:all: --requirement
COMPILE := $(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links $(if $(UPGRADE),--upgrade)
PYTEST := $(VENV)/bin/python -m pytest
CORES := $(shell nproc 2>/dev/null || echo 1)
# One process more than cores: many tests wait.
BESIDE := --numprocesses=$(shell echo $$(( $(CORES) < 4 ? $(CORES) + 1 : 4 ))) --dist=worksteal

# Processes that tests start are quicker when they find what is compiled already.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup extras dev run test check answers topics chats matrix media browser pictures wire gallery faults bench lock clean machine

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(HUSHREEL) ## prepare .venv, with the hushreel command in .venv/bin

extras: $(HUSHREEL) $(EXTRAS) ## add what HUSHREEL_EMBEDDING and HUSHREEL_CHAT_MODEL need to .venv

dev: $(HUSHREEL) $(DEV) ## prepare .venv with the tools of tests and checks too

run: setup ## start Hushreel here, with a demo in the browser
	@exec $(HUSHREEL) run

test: dev ## run the tests; ARGS="-k privacy" chooses some
	$(PYTEST) $(BESIDE) $(ARGS)

check: dev ## run linters, types, import contracts, house rules and the policy's proofs
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-logo
	$(PYTEST) --quiet tests/test_house.py
	$(VENV)/bin/python -m knowledge.proofs check

answers: dev ## write docs/answers.md, what forty questions are answered with today
	$(VENV)/bin/python -m tests.questions.page

topics: dev ## what takes longer: making videos, answering questions, publishing and moderation, leaving with everything
	$(PYTEST) $(BESIDE) tests/generation tests/asking tests/verdicts tests/moderation tests/leaving $(ARGS)

chats: dev ## what the adapters of Discord and Telegram do with the real libraries, in one process
	$(PYTEST) $(BESIDE) tests/discord_bot tests/telegram_bot $(ARGS)

matrix: dev ## ask every command, button, address and door as everybody, in every state, and compare with the table
	$(PYTEST) $(BESIDE) tests/authorization $(ARGS)

media: dev ## render pictures, clips and sounds, and look at every frame; take in good files and hostile ones; doctor
	$(PYTEST) $(BESIDE) tests/media tests/contract tests/doctor $(ARGS)

browser: dev ## tell the whole story in a real Chromium; HUSHREEL_LANGUAGES="en ru" reads in these languages only
	@[[ -n "$${HUSHREEL_CHROMIUM:-$$(command -v chromium || true)}" ]] || { \
		echo "Chromium is missing. Install it: sudo apt-get install chromium (or set HUSHREEL_CHROMIUM to its path)" >&2; exit 1; }
	$(PYTEST) tests/browser $(ARGS)

pictures: dev ## take the pictures of README.md anew
	HUSHREEL_PICTURES=docs/pictures $(PYTEST) tests/browser/test_story.py tests/browser/test_publish_story.py tests/browser/test_gone_story.py tests/browser/test_kling_story.py

wire: dev ## try to get at what isn't yours, over the wire, on full and read-only disks, and live in a Discord and a Telegram of our own
	$(PYTEST) --numprocesses=3 --dist=worksteal tests/wire tests/wire_discord tests/wire_telegram $(ARGS)

gallery: dev ## make docs/gallery.md anew: contact sheets of what becomes of words, pictures, sounds and clips
	$(VENV)/bin/python -m tests.gallery

faults: dev ## kill it, and its workers, with kill -9; HUSHREEL_KILLS, HUSHREEL_{WORKER,KLING,DISCORD,TELEGRAM,PUBLISH,GONE}_KILLS, _RACES, _STEPS, _RESTORED, _OBJECTS and _CANARIES set how often
	$(PYTEST) --numprocesses=2 --dist=worksteal tests/faults $(ARGS)

bench: dev $(BENCH) ## measure, and write docs/benchmarks.md (PAGE= writes elsewhere; then PARTS="answers library" chooses)
	HUSHREEL_BENCH_MOVIEPY_PYTHON=$(BENCH_VENV)/bin/python $(VENV)/bin/python -m tests.bench $(if $(PARTS),$(or $(PAGE),$(error PARTS= needs PAGE=)),$(PAGE)) $(PARTS)

lock: dev ## pin what pyproject.toml asks for; UPGRADE=1 takes newer versions
	$(COMPILE) pyproject.toml --group build --output-file lock/run.txt
	$(COMPILE) pyproject.toml --extra model --extra chat --group build --constraint lock/run.txt --output-file lock/extras.txt
	$(COMPILE) pyproject.toml --extra model --extra chat --group build --group dev --constraint lock/extras.txt --output-file lock/dev.txt
	$(COMPILE) --group bench --output-file lock/bench.txt

clean: ## remove the environments and caches (your videos are not in this folder)
	rm -rf $(VENV) $(BENCH_VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find bots core knowledge tests -name __pycache__ -prune -exec rm -rf {} +

machine:
	@[[ "$$(uname -s)" == Linux ]] || { \
		echo "Hushreel needs Linux: it hands pictures to its workers in memory (memfd), never on a disk." >&2; exit 1; }
	@[[ -n "$(PYTHON)" ]] || { \
		echo "Python 3.11 or newer is missing. Install it: sudo apt-get install python3 python3-venv" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python's venv is missing. Install it: sudo apt-get install $(notdir $(PYTHON))-venv" >&2; exit 1; }

$(RUN): lock/run.txt | machine
	@echo "Preparing $(VENV) from $<: about a minute the first time."
	@"$(PYTHON)" -m venv $(VENV)
	@$(VENV)/bin/python $(LOCKED) $<
	@touch $@

$(HUSHREEL): $(RUN) pyproject.toml
	@$(VENV)/bin/python $(PIP) --no-deps --no-index --no-build-isolation --editable .
	@touch $@

$(DEV): lock/dev.txt $(RUN)
	@$(VENV)/bin/python $(LOCKED) $<
	@touch $@

$(EXTRAS): lock/extras.txt $(RUN)
	@$(VENV)/bin/python $(LOCKED) $<
	@touch $@

$(BENCH): lock/bench.txt | machine
	@"$(PYTHON)" -m venv $(BENCH_VENV)
	@$(BENCH_VENV)/bin/python $(LOCKED) $<
	@touch $@
