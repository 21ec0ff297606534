# The set-up is done by the targets themselves; see README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
NODE := tests/node/node_modules/.package-lock.json

.PHONY: handbook test check serve audit benchmark lock schemas clean

handbook: $(READY)  ## Build the handbook into dist/
	$(BIN)/intramentor build

check: $(READY)  ## Check the whole curriculum
	$(BIN)/intramentor check

serve: $(READY)  ## Preview on this machine
	$(BIN)/intramentor serve

test: $(READY) .make/system $(NODE)  ## Run every test
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto

audit: $(READY) .make/system $(NODE) handbook  ## Crawl every page: accessibility, HTML, links, other hosts
	$(BIN)/pytest tests/audit

benchmark: $(READY)  ## Say what it costs, compared in one run
	$(BIN)/python benchmarks/run.py

schemas: $(READY)  ## Write the JSON Schemas and the catalogue of problems anew
	$(BIN)/python -m intramentor.generated

lock: $(READY)  ## Pin every dependency anew, with hashes
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --all-extras --no-emit-index-url --no-emit-find-links \
	  --allow-unsafe --no-header --output-file requirements.lock pyproject.toml

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.make/system: scripts/system.sh
	bash scripts/system.sh
	mkdir -p .make && touch $@

# What the tests run in Node: the language server, axe, the Nu checker; exact versions, with hashes.
$(NODE): tests/node/package-lock.json | .make/system
	npm ci --prefix tests/node --no-audit --no-fund
	touch $@

clean:
	rm -rf $(VENV) dist .make tests/node/node_modules
