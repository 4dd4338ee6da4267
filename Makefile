# One word a chore. `make` is all that a change must pass; it needs python3 and nothing else.
# The first run makes .venv; later ones install again only when pyproject.toml says something new.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/pyproject.toml
OUTPUTS := plugins/csv:plugins/fit:plugins/html:plugins/ical:plugins/intervals:plugins/jinja:plugins/json:plugins/liftoscript:plugins/markdown:plugins/pdf:plugins/zwo

.DEFAULT_GOAL := all
.PHONY: all check format lint types contracts test fuzz browser clients athletes faults load fix golden tables docs requirements picture bench wheel clean help

all: check test ## everything that a change must pass (the default)

check: format lint types contracts ## all but the tests: a few seconds

format: $(READY) ## is everything formatted?
	$(BIN)/ruff format --check .

lint: $(READY) ## style, purity, known traps
	$(BIN)/ruff check .

types: $(READY) ## mypy --strict
	$(BIN)/mypy

contracts: $(READY) ## who may import whom
	PYTHONPATH=$(OUTPUTS) $(BIN)/lint-imports --no-logo

test: $(READY) ## all tests, on every core; T="-k superman" or T=tests/unit picks some
	$(BIN)/pytest -q -n auto $(T)

fuzz: $(READY) ## damaged plans and diaries, some minutes long: make fuzz RUNS=100000 SEED=7 OF=commands
	PYTHONPATH=$(OUTPUTS) $(BIN)/python -m tests.campaigns.fuzz $(RUNS) $(if $(SEED),--seed $(SEED)) $(if $(OF),--of $(OF))

clients: $(READY) .build/clients/ready ## subscribe with the calendar programs that are installed here, minutes long
	$(BIN)/pytest -q tests/clients $(T)

.build/clients/ready: tests/clients/requirements.txt tests/clients/package.json
	@test -x .build/clients/venv/bin/python || $(PYTHON) -m venv .build/clients/venv
	@-.build/clients/venv/bin/pip install -qq --disable-pip-version-check -r $<
	@-cp tests/clients/package.json .build/clients/ && npm install --silent --no-audit --no-fund --prefix .build/clients
	@touch $@

browser: $(READY) .build/browser/ready ## the html page in a real browser: timer, boxes, charts, paper, axe
	$(BIN)/pytest -q tests/browser $(T)

.build/browser/ready: tests/browser/requirements.txt
	@-$(BIN)/python -m pip install -qq --disable-pip-version-check -r $<
	@mkdir -p $(@D) && touch $@

athletes: $(READY) ## feeds of thousands of athletes, some of them broken, minutes long: make athletes COUNT=5000
	PYTHONPATH=$(OUTPUTS) $(BIN)/python -m tests.campaigns.athletes $(COUNT)

faults: $(READY) ## publishing, building and serving killed, refused by the disk, two at once: make faults RUNS=100 SEED=7
	PYTHONPATH=$(OUTPUTS) $(BIN)/python -m tests.campaigns.faults $(RUNS) $(if $(SEED),--seed $(SEED))

load: $(READY) ## the server under load, minutes long: make load OF=rebuild, or OF=requests COUNT=1000000 SEED=7
	PYTHONPATH=$(OUTPUTS) $(BIN)/python -m tests.campaigns.load $(if $(OF),--of $(OF)) $(if $(COUNT),--count $(COUNT)) $(if $(SEED),--seed $(SEED))

fix: $(READY) ## format, and mend what can be mended
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

golden: $(READY) ## rewrite tests/golden from plans/; read the difference before you commit it
	$(BIN)/pytest -q tests/golden/test_golden.py --update-golden

tables: $(READY) ## rewrite what is made ahead: parsing tables, resolved libraries, JSON Schemas
	$(BIN)/python tools/tables.py
	$(BIN)/python tools/resolve_library.py
	$(BIN)/pytest -q tests/unit/output/test_schema.py tests/unit/catalogue/test_exported.py --update-golden

docs: $(READY) ## rewrite what docs/ makes from code, and the outputs that its examples show
	$(BIN)/pytest -q tests/docs --update-golden

requirements: $(READY) ## rewrite docs/requirements.md: which spec case proves what
	$(BIN)/python -m tests.spec.requirements

picture: $(READY) ## redraw the README's picture (needs Chromium)
	$(BIN)/python tools/picture.py

bench: $(READY) ## how fast, beside what else: parsing, compiling, whole processes, imports, serving
	$(BIN)/python benchmarks/parse.py
	$(BIN)/python benchmarks/compiling.py
	$(BIN)/python benchmarks/diary.py
	$(BIN)/python benchmarks/whole_process.py
	$(BIN)/python benchmarks/start_up.py
	$(BIN)/python benchmarks/discovery.py
	$(BIN)/python benchmarks/serving.py

wheel: $(READY) ## dist/*.whl and the sdist, without the network
	$(BIN)/python -m build --no-isolation

clean: ## forget everything that was built
	rm -rf .venv .build build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "make %-13s %s\n", $$1, $$2}'

# The copy tells whether pyproject.toml says something new; a checkout alone changes only its date.
$(READY): pyproject.toml
	@cmp -s $< $@ || { \
	  test -x $(BIN)/python || $(PYTHON) -m venv .venv; \
	  $(BIN)/python -m pip install -qq 'setuptools>=77' && \
	  $(BIN)/python -m pip install -qq --no-build-isolation --editable '.[dev]'; }
	@cp $< $@
