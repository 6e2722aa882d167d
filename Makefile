# make run    on a fresh machine: environment, packages, index, then the chat on http://127.0.0.1:7860
# make test   on a fresh machine: environment, packages, then every check
# make setup  environment and packages only
# make gate   asks the development questions and holds the scores against the committed reference; make reference moves it
# Repeating is fast: each step leaves a stamp and runs again only when what it depends on has changed.

PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3)
PY     := .venv/bin/python
CORPUS := $(or $(CEWEN_CORPUS),corpus)
INDEX  := $(or $(CEWEN_INDEX),var/index)

.PHONY: run test setup lint bench scores gate reference clean
.DELETE_ON_ERROR:

run: $(INDEX)/manifest.json
	$(PY) app.py

test: lint
	$(PY) -m pytest

lint: .venv/.setup
	.venv/bin/ruff check .
	.venv/bin/mypy

setup: .venv/.setup

bench: .venv/.setup $(INDEX)/manifest.json
	$(PY) -m bench.run

# The development questions, asked on a fixed day.
PROFILES := $(if $(wildcard eval/gold/profiles.jsonl),--profiles eval/gold/profiles.jsonl)

scores: .venv/.setup $(INDEX)/manifest.json
	$(PY) -m eval.generate --gold eval/gold/dev.jsonl --run var/runs/dev --corpus $(CORPUS) --index $(INDEX) --today 2026-11-20 \
	  $(PROFILES)
	$(PY) -m eval.score --gold eval/gold/dev.jsonl --run var/runs/dev

gate: scores
	$(PY) -m eval.gate --run var/runs/dev

reference: scores
	$(PY) -m eval.gate --run var/runs/dev --update

# The environment. Where Python comes without ensurepip (Debian without python3-venv), pip is put in by the pip outside.
.venv/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 is needed; name one with: make PYTHON=/path/to/python3.11" >&2; exit 2; }
	$(PYTHON) -m venv .venv 2>/dev/null \
	  || { $(PYTHON) -m venv --clear --without-pip .venv && $(PYTHON) -m pip --python $(PY) install --quiet pip; }
	@touch $@

.venv/.runtime: requirements.txt | .venv/.created
	$(PY) -m pip install --quiet -r requirements.txt
	@touch $@

.venv/.setup: requirements-dev.txt .venv/.runtime
	$(PY) -m pip install --quiet -r requirements-dev.txt
	@touch $@

# The catalog holds the digest of every document, so it stands for them all; index.add and index.remove write both.
$(INDEX)/manifest.json: $(CORPUS)/catalog.toml $(shell find index facts -name '*.py' -o -name '*.toml' -o -name '*.txt' 2>/dev/null) | .venv/.runtime
	$(PY) -m index.build --corpus $(CORPUS) --index $(INDEX)

clean:
	rm -rf .venv var .pytest_cache .mypy_cache .ruff_cache .hypothesis
