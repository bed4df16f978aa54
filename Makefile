# The chores of this project. `make` lists them; `make check` is the one door, and exactly what CI runs.
# A fresh machine needs Python 3.11+ and make; Node 18+ (npm) only to lint the OpenAPI document and to test with OAuth
# clients from npm.
# Written for GNU make 3.81 and newer. Nothing is computed while this file is read, so that `make run` starts at once.

PYTHON ?= python3
ARGS ?=
DATA ?=
YEAR ?=
MINUTES ?= 1
STORIES ?= 500

BIN := .venv/bin
STAMPS := .venv/stamps
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --compile
# The lock names every package: with pip resolving once more, older versions of it go looking for newer releases than
# those that are locked, and then refuse them for want of a hash.
PIP_INSTALL_LOCKED := $(PIP_INSTALL) --no-deps --require-hashes --requirement
# A core each. Tests go by their place and not by their name, which Schemathesis gives to many.
SIDE_BY_SIDE := --numprocesses auto --maxprocesses 4 --dist worksteal
TYPED := $(wildcard mockbooks tests examples bench tools)
# Tests are left out: they publish the secrets of the demo, and assert is how pytest speaks.
JUDGED := $(wildcard mockbooks examples bench tools)
VERSION := sed -n 's/^__version__ = "\(.*\)"$$/\1/p' mockbooks/__init__.py
# The headers that the tools write would name the machine and its package index: they are left out.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help setup run check format format-check lint types layers docs-lint spectral changelog-draft test npm-packages \
	golden pool example bench fuzz stories site lock changelog clean distclean

help: ## List the chores (this page)
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ---- Running -------------------------------------------------------------------------------------------------------

run: $(STAMPS)/project ## Start the server (ARGS="--port 0" passes flags on)
	@$(BIN)/mockbooks serve $(ARGS)

example: $(STAMPS)/examples ## Run the example integration (DATA=folder of orders, YEAR=1 for a whole year)
	@$(BIN)/python -m examples.webshop $(if $(DATA),--data $(DATA)) $(if $(YEAR),--year) $(ARGS)

bench: $(STAMPS)/dev ## Measure speed and memory, beside other mock servers (ARGS=--help tells what there is)
	@$(BIN)/python -m bench $(if $(DATA),--data $(DATA)) $(ARGS)

.PHONY: attack
attack: $(STAMPS)/dev ## Attack a server for some twenty minutes (ARGS="soak" for one of them, --write renews the page)
	@$(BIN)/python -m tools.attack $(ARGS)

site: $(STAMPS)/project ## Write the guide out as a site of plain files (build/site)
	@$(BIN)/python -m mockbooks.web.guide.export build/site

# ---- Checking ------------------------------------------------------------------------------------------------------

check: format-check lint types layers docs-lint image-lint changelog-draft test ## Everything that CI checks

format: $(STAMPS)/dev ## Put the code in the one format, and repair what ruff can repair
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

format-check: $(STAMPS)/dev
	@echo "== format: ruff format --check"
	@$(BIN)/ruff format --check .

lint: $(STAMPS)/dev ## Lint the Python code
	@echo "== lint: ruff check"
	@$(BIN)/ruff check .
	@echo "== lint: bandit"
	@mkdir -p build
	@$(BIN)/bandit --quiet --configfile pyproject.toml --recursive $(JUDGED) 2> build/bandit.log || { cat build/bandit.log >&2; exit 1; }

types: $(STAMPS)/dev ## Check the types
	@echo "== types: mypy --strict"
	@$(BIN)/mypy --strict $(TYPED)

layers: $(STAMPS)/dev ## Check who imports whom
	@echo "== layers: import-linter"
	@$(BIN)/lint-imports --no-logo

docs-lint: $(STAMPS)/dev ## Lint the OpenAPI document against the Dutch API Design Rules (needs npm)
	@echo "== docs-lint: Spectral on the OpenAPI document"
	@if command -v npm >/dev/null 2>&1; then $(MAKE) --no-print-directory spectral; \
	elif [ "$$CI" = true ]; then echo "FAILED: there is no npm, and CI may not skip Spectral" >&2; exit 1; \
	else echo "SKIPPED: there is no npm on this machine, so the OpenAPI document was not linted"; fi

spectral: $(STAMPS)/dev node_modules/.stamp
	@mkdir -p build
	@$(BIN)/mockbooks openapi > build/openapi.json
	@node_modules/.bin/spectral lint --quiet --ruleset tools/lint/spectral.yaml --fail-severity hint build/openapi.json

.PHONY: image-lint
image-lint: $(STAMPS)/dev ## Lint the Dockerfile
	@echo "== image-lint: hadolint"
	@$(BIN)/hadolint Dockerfile

changelog-draft: $(STAMPS)/dev
	@echo "== changelog: towncrier build --draft"
	@mkdir -p build
	@$(BIN)/towncrier build --draft --version next > build/changelog.md 2> build/changelog.log || { cat build/changelog.log >&2; exit 1; }

test: $(STAMPS)/dev ## Run the tests, with branch coverage (ARGS="-k rounding" selects)
	@echo "== test: pytest"
	@if command -v npm >/dev/null 2>&1; then $(MAKE) --no-print-directory npm-packages; fi
	@$(BIN)/python -m pytest $(if $(ARGS),--no-cov $(ARGS),--cov $(SIDE_BY_SIDE))

# Without npm the tests that need a package say so themselves: they are skipped, and fail in CI.
npm-packages: node_modules/.stamp
	@:

# What is asked is checked first: atheris is installed only where there is one and something is to be fuzzed.
fuzz: $(STAMPS)/dev ## Fuzz every parser, guided by coverage (ARGS=names, MINUTES=1 each; Linux on x86-64)
	@$(BIN)/python -m tests.fuzz.asked --minutes $(MINUTES) $(ARGS)
	@$(if $(filter -h --help,$(ARGS)),:,$(MAKE) --no-print-directory fuzz-asked)

.PHONY: fuzz-asked
fuzz-asked: $(STAMPS)/fuzz
	@$(BIN)/python -m tests.fuzz.guided --minutes $(MINUTES) $(ARGS)

stories: $(STAMPS)/dev ## Tell Schemathesis' stories of calls for long (STORIES=500, and others each time)
	@STORIES=$(STORIES) $(BIN)/python -m pytest --no-cov -k stories tests/api

golden: $(STAMPS)/dev ## Renew the golden files; read the difference before you commit it
	@RENEW_GOLDEN=1 $(BIN)/python -m pytest --quiet -m golden
	@git --no-pager diff --stat -- tests/golden docs/reference mockbooks/web/walkthrough

pool: $(STAMPS)/project ## Renew the names of the default seed, after a newer Faker
	@$(BIN)/python -c "from mockbooks.seed.pool import keep; keep()"
	@git --no-pager diff --stat -- mockbooks/seed

# ---- The image: all of this takes a Docker engine ------------------------------------------------------------------

.PHONY: image image-test
image: ## Build the image (ARGS="--build-arg PYTHON_IMAGE=…" passes flags on)
	@DOCKER_BUILDKIT=1 docker build --tag mockbooks --build-arg VERSION="$$($(VERSION))" \
		--build-arg REVISION="$$(git rev-parse HEAD 2>/dev/null || echo unknown)" $(ARGS) .

image-test: $(STAMPS)/dev image ## Build the image and test it
	@echo "== image-test: pytest on containers"
	@MOCKBOOKS_IMAGE=mockbooks $(BIN)/python -m pytest --no-cov tests/image

# ---- Releasing and tidying -----------------------------------------------------------------------------------------

lock: $(STAMPS)/dev ## Renew the locked requirements (ARGS="--upgrade" takes newer versions)
	@$(LOCK) pyproject.toml --output-file requirements/run.txt $(ARGS)
	@$(LOCK) requirements/build.in --constraint requirements/run.txt --output-file requirements/build.txt $(ARGS)
	@$(LOCK) pyproject.toml requirements/build.in --group dev --all-extras --constraint requirements/run.txt \
		--constraint requirements/build.txt --output-file requirements/dev.txt $(ARGS)
	@$(LOCK) pyproject.toml --extra examples --constraint requirements/dev.txt \
		--output-file requirements/examples.txt $(ARGS)
	@$(LOCK) --group fuzz --constraint requirements/dev.txt --output-file requirements/fuzz.txt $(ARGS)

.PHONY: dist
dist: $(STAMPS)/project ## Build the wheel and the sources (dist/); the same bytes whoever builds them
	@rm -rf dist
	@$(BIN)/python -m hatchling build --directory dist

changelog: $(STAMPS)/dev ## Gather changelog.d into CHANGELOG.md for the present version
	@$(BIN)/towncrier build --yes

clean: ## Throw away caches and built files
	@rm -rf build dist htmlcov .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache \
		.ruff_cache .schemathesis schemathesis-report
	@find . -name __pycache__ -type d -not -path './.venv/*' -not -path './node_modules/*' -prune -exec rm -rf {} +

distclean: clean ## Throw away the installed packages too
	@rm -rf .venv node_modules bench/peers/node_modules

# ---- Setting up: every step leaves a stamp, and is repeated only when what it read has changed ----------------------

setup: $(STAMPS)/dev ## Install everything that the chores need (they do so themselves when needed)

$(STAMPS)/python:
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
		echo "mockbooks needs Python 3.11 or newer, and there is no $(PYTHON) here: try make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "mockbooks needs Python 3.11 or newer; \
	$(PYTHON) is %d.%d: try make PYTHON=python3.11" % sys.version_info[:2])'
	@echo "Making .venv"
	@$(PYTHON) -m venv .venv
	@mkdir -p $(STAMPS)
	@touch $@

$(STAMPS)/run: $(STAMPS)/python requirements/run.txt requirements/build.txt
	@echo "Installing what mockbooks needs"
	@$(PIP_INSTALL_LOCKED) requirements/run.txt --requirement requirements/build.txt
	@touch $@

$(STAMPS)/project: $(STAMPS)/run pyproject.toml
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q mockbooks
	@touch $@

$(STAMPS)/examples: requirements/examples.txt | $(STAMPS)/project
	@echo "Installing what the example needs"
	@$(PIP_INSTALL_LOCKED) requirements/examples.txt
	@touch $@

$(STAMPS)/dev: requirements/dev.txt | $(STAMPS)/project
	@echo "Installing what the checks need"
	@$(PIP_INSTALL_LOCKED) requirements/dev.txt
	@touch $@

$(STAMPS)/fuzz: requirements/fuzz.txt | $(STAMPS)/dev
	@echo "Installing what fuzzing needs"
	@$(PIP_INSTALL_LOCKED) requirements/fuzz.txt
	@touch $@

node_modules/.stamp: package.json package-lock.json .npmrc
	@echo "Installing Spectral, axe and the OAuth clients of the tests"
	@npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
