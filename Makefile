# The set-up is done by the targets themselves; see README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: handbook test check serve audit lock schemas clean

handbook: $(READY)  ## Build the handbook into dist/
	$(BIN)/intramentor build

check: $(READY)  ## Check the whole curriculum
	$(BIN)/intramentor check

serve: $(READY)  ## Preview on this machine
	$(BIN)/intramentor serve

test: $(READY) .make/system  ## Run every test
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

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

clean:
	rm -rf $(VENV) dist .make
