# make run: set up and run the main job. make test: set up and run every check and test. The rest: see README.md.
PYTHON ?= python3

BIN := .venv/bin
READY := .venv/.ready
GOLD := ../shared/gold

# pip trusts the certificates of the system, uv its own; where the system has some, both shall trust the same.
STORES := /etc/ssl/certs/ca-certificates.crt /etc/ssl/cert.pem /etc/pki/tls/certs/ca-bundle.crt
UV := $(BIN)/uv $(if $(wildcard $(STORES)),--system-certs) --quiet

.DELETE_ON_ERROR:
.PHONY: run test check evaluate requirements setup clean

run: $(READY)
	$(BIN)/shomar run

test: $(READY) check
	$(BIN)/pytest --numprocesses=auto --dist=loadscope

check: $(READY)
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The gold sets are not part of this repository; where they lie beside it, their claims are scored.
evaluate: $(READY)
	@for set in $(GOLD) $(GOLD)/provincial; do \
	  if [ -f $$set/articles.jsonl ]; then \
	    $(BIN)/shomar extract -q $$set/articles.jsonl --out build/claims.jsonl && \
	    $(BIN)/python $(GOLD)/score.py build/claims.jsonl --gold $$set || exit 1; \
	  else echo "$$set: no gold set here, nothing to score"; fi; \
	done

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
