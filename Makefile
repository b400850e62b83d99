# make report  builds the report of content/ into output/
# make test    runs every check and test
# Both make the environment themselves; only Python 3.11 or later is needed.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: report test check-all bench example schemas clean

report: $(VENV)/.installed
	$(BIN)/reportgen build

test: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -m "not slow" --numprocesses auto --dist loadscope

check-all: test
	$(BIN)/pytest -m slow

bench: $(VENV)/.installed-test $(VENV)/rust-docxtpl/.installed
	$(BIN)/python -m benchmarks

example: $(VENV)/.installed
	$(BIN)/python -m tools.build_example

schemas: $(VENV)/.installed
	$(BIN)/python -m tools.write_schemas

$(VENV)/.installed: requirements.lock pyproject.toml hatch_build.py $(wildcard reportgen/locales/*/LC_MESSAGES/*.po)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; name one with: make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q reportgen
	touch $@

$(VENV)/.installed-test: $(VENV)/.installed requirements-test.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-test.lock
	touch $@

# rust-docxtpl has docxtpl's import name, so that both can't stand in one environment.
$(VENV)/rust-docxtpl/.installed: $(VENV)/.installed requirements-rust.lock
	$(PYTHON) -m venv $(VENV)/rust-docxtpl
	$(VENV)/rust-docxtpl/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements-rust.lock
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
