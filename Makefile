# make run: set up and run the main job. make test: set up and run every check and test. The rest: see README.md.
PYTHON ?= python3

BIN := .venv/bin
READY := .venv/.ready

# pip trusts the certificates of the system, uv its own; where the system has some, both shall trust the same.
STORES := /etc/ssl/certs/ca-certificates.crt /etc/ssl/cert.pem /etc/pki/tls/certs/ca-bundle.crt
UV := $(BIN)/uv $(if $(wildcard $(STORES)),--system-certs) --quiet

.DELETE_ON_ERROR:
.PHONY: run test check evaluate floors calibrate benchmark benchmark-warehouse copies docs requirements setup clean

run: $(READY)
	$(BIN)/shomar run

test: $(READY) check
	$(BIN)/pytest --numprocesses=auto --dist=loadscope

check: $(READY)
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports

# How well it reads. The gold sets are no part of this repository: where they lie beside it, in ../shared/gold, they are
# scored. SETS names other annotated sets in their place, SHOW how many misses and false alarms of each are listed.
SHOW ?= 10
SETS ?=

evaluate: $(READY)
	@$(BIN)/python -m tests.measure.evaluate --show $(SHOW) $(SETS)

# The same without the misses; limits of tests/floors.csv that today's figures beat are raised to them.
floors: $(READY)
	@$(BIN)/python -m tests.measure.evaluate --raise

# seeds/calibration.csv anew, from the same sets.
calibrate: $(READY)
	@$(BIN)/python -m tests.measure.calibrate $(SETS)

benchmark: $(READY)
	@$(BIN)/python -m tests.measure.benchmark

# The warehouse at growing sizes. SIZES names other numbers of documents, JOURNALS a folder that keeps what is generated.
SIZES ?=
JOURNALS ?=

benchmark-warehouse: $(READY)
	@$(BIN)/python -m tests.measure.warehouse_benchmark $(if $(JOURNALS),--journals $(JOURNALS)) $(SIZES)

# The pages of docs/ that are made, from the comments of warehouse/ and its queries.
docs: $(READY)
	@$(BIN)/python -m tests.measure.documentation

# How well copies of a report are known again: copies are made of the articles in ../shared/corpus, where they lie there.
copies: $(READY)
	@$(BIN)/python -m tests.measure.copies

# Versions only: neither a header nor notes, which would record where the packages came from.
requirements: $(READY)
	$(UV) pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
	  --no-header --no-annotate --output-file requirements.txt

setup: $(READY)

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Shomar needs Python 3.11 or later as '$(PYTHON)'; name another one: make PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "$$(grep '^uv==' requirements.txt)"
	$(UV) pip sync --python $(BIN)/python requirements.txt
	$(UV) pip install --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
