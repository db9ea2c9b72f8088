# One command each: make serve, make test. Both set up what they need first, from the hash-locked requirements.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1
# Tests start many processes, which need not compile the same code again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: serve build offline archive ledger test test-browser valid check expected fuzz mutants bench lock audit properdocs \
	zensical clean

serve: $(VENV)/site.done
	$(BIN)/mkdocs serve --livereload

build: $(VENV)/site.done
	$(BIN)/python -m macros.tools.address "$$SITE_URL"
	$(BIN)/mkdocs build --strict

offline: build
	$(BIN)/python -m macros.tools.offline

archive: $(VENV)/site.done
	$(BIN)/python -m macros.tools.archive

ledger: $(VENV)/site.done
	$(BIN)/mkdocs build --strict
	$(BIN)/python -m macros.tools.ledger

test: $(VENV)/test.done $(VENV)/zensical.done
	$(BIN)/python -m pytest -m "not browser" --numprocesses 2 --dist worksteal

test-browser: $(VENV)/test.done
	$(BIN)/python -m pytest -m browser --numprocesses 2 --dist worksteal

valid: $(VENV)/test.done
	$(BIN)/mkdocs build --strict
	$(BIN)/python tests/valid.py site

check: $(VENV)/test.done
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy

expected: $(VENV)/test.done
	$(BIN)/python tests/made_up.py

fuzz: $(VENV)/test.done
	MUTATIONS=50000 $(BIN)/python -m pytest tests/reading/test_mutations.py

mutants: $(VENV)/test.done
	$(BIN)/python tests/mutants.py

bench: $(VENV)/test.done
	$(BIN)/python bench/build

$(VENV)/site.done: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	touch $@

$(VENV)/test.done: requirements-test.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.txt
	touch $@ $(VENV)/site.done

lock:
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip install --quiet pip-tools
	for name in requirements requirements-test requirements-zensical; do $(VENV)/lock/bin/pip-compile --quiet --upgrade \
		--generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o $$name.txt $$name.in; done

# Asks for known vulnerabilities of what the locked files name, each by itself: they may differ; prints tables.
audit:
	$(PYTHON) -m venv $(VENV)/audit
	$(VENV)/audit/bin/python -m pip install --quiet pip-audit
	found=0; for file in requirements*.txt; do $(VENV)/audit/bin/pip-audit --disable-pip --require-hashes \
		--progress-spinner off --format markdown -r $$file || found=1; done; exit $$found

# The same site with ProperDocs, which takes up where MkDocs 1.x stopped; it reads mkdocs.yml and loads MkDocs' plugins.
properdocs: $(VENV)/test.done
	$(BIN)/python -m macros.tools.address "$$SITE_URL"
	$(BIN)/properdocs build --strict --config-file mkdocs.yml

# The same pages in the frame of Zensical, in an environment of its own.
zensical: $(VENV)/site.done $(VENV)/zensical.done
	$(BIN)/python -m macros.tools.address "$$SITE_URL"
	$(BIN)/python -m macros.site.written $(VENV)/zensical/bin/zensical

$(VENV)/zensical.done: requirements-zensical.txt
	$(PYTHON) -m venv $(VENV)/zensical
	$(VENV)/zensical/bin/python -m pip install --quiet --require-hashes -r requirements-zensical.txt
	touch $@

clean:
	rm -rf $(VENV) site offline
