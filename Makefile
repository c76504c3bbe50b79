# `make` checks and tests; `make demo` shows; `make help` lists the rest.
PYTHON ?= python3
SHARED ?= ../shared
VENV := .venv
BIN := $(VENV)/bin
DEMO := demo.db
# Each worker starts databases of its own; one that is given is for one alone.
WORKERS ?= $(if $(COMMUNIQUE_TEST_URI),0,2)
PYTEST := pytest -n $(WORKERS) --dist loadscope

.PHONY: all bench bench-explorer bench-questions calibrate check clean demo docs errors eval growth help performance test test-long test-wheel

all: check test

help:
	@sed -n 's/^## //p' Makefile

$(VENV)/.product: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "communique needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable '.[embedded]'
	@touch $@

$(VENV)/.dev: $(VENV)/.product
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

## make demo       load the examples into an embedded graph and print who met whom
demo: $(VENV)/.product
	@rm -rf $(DEMO)
	@$(BIN)/communique load src/communique/examples --graph $(DEMO)
	@$(BIN)/communique query who-met-whom --graph $(DEMO) --table

## make check      ruff, ruff format, mypy strict
check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

## make test       every test but the long ones, WORKERS at a time; real releases are found by SHARED
test: $(VENV)/.dev
	SHARED='$(SHARED)' $(BIN)/$(PYTEST) -m 'not long'

## make test-long  every test, and all of them against the installed wheel
test-long: $(VENV)/.dev test-wheel
	SHARED='$(SHARED)' $(BIN)/$(PYTEST)

test-wheel: $(VENV)/.dev
	rm -rf build/wheel && $(BIN)/python -m build --quiet --wheel --outdir build/wheel
	$(PYTHON) -m venv --clear build/wheel/venv
	build/wheel/venv/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	build/wheel/venv/bin/python -m pip install --quiet "$$(ls $$PWD/build/wheel/*.whl)[embedded]" --group dev
	SHARED='$(SHARED)' build/wheel/venv/bin/$(PYTEST) -m 'not long'

## make docs       write again what is generated: docs/{model,ontology,questions}.md, SHACL shapes,
##                 the JSON-LD context, the methods of the questions and their example answers
docs: $(VENV)/.product
	$(BIN)/python -m communique.ontology.tables > docs/model.md
	$(BIN)/python -m communique.ontology.validation.shapes > build.part && mv build.part src/communique/ontology/shapes.ttl
	$(BIN)/python -m communique.ontology.context > build.part && mv build.part src/communique/ontology/context.jsonld
	$(BIN)/python -m communique.ontology.reference > docs/ontology.md
	$(BIN)/python -m communique.queries.generation
	$(BIN)/python -m communique.queries.catalogue docs/questions.md

## make eval       score the reader on GOLD (default SHARED/gold) and write docs/evaluation.md
GOLD ?= $(SHARED)/gold
eval: $(VENV)/.product
	$(BIN)/python -m communique.evaluation '$(GOLD)' --out docs/evaluation.md

## make errors     list each difference from the annotations of GOLD/dev, with its sentence
errors: $(VENV)/.product
	@$(BIN)/python -m communique.evaluation '$(GOLD)' --errors

## make bench      time reading and loading of the releases found by SHARED, then identity, RDF, questions and the explorer
bench: $(VENV)/.dev
	@$(BIN)/python benchmarks/reading.py '$(SHARED)'
	@$(BIN)/python -m benchmarks.loading '$(SHARED)'
	@$(BIN)/python -m benchmarks.growth '$(SHARED)' --releases 2000
	@$(BIN)/python -m benchmarks.identities
	@$(BIN)/python -m benchmarks.rdf
	@$(BIN)/python -m benchmarks.questions
	@$(BIN)/python -m benchmarks.explorer

## make performance  time loading as `make bench` does and write docs/performance.md
performance: $(VENV)/.dev
	@$(BIN)/python -m benchmarks.performance docs/performance.md '$(SHARED)'

## make growth     time builds of 2,000, 20,000 and 200,000 releases, for an hour, into that page
growth: $(VENV)/.dev
	@rm -rf build/growth && mkdir -p build/growth
	@$(BIN)/python -m benchmarks.growth '$(SHARED)' --folder build/growth --rows build/growth.jsonl \
		--releases 2000 --releases 20000 --releases 200000 --stage read --stage resolve
	@$(BIN)/python -m benchmarks.performance docs/performance.md --rows Growth build/growth.jsonl
	@rm -rf build/growth build/growth.jsonl

## make bench-questions  time the questions on a million events in Neo4j, a tenth of that embedded
bench-questions: $(VENV)/.dev
	@$(BIN)/python -m benchmarks.questions --server --people 100000
	@$(BIN)/python -m benchmarks.questions --embedded --people 10000

## make bench-explorer  time the explorer on a million events in Neo4j, into docs/performance.md
bench-explorer: $(VENV)/.dev
	@$(BIN)/python -m benchmarks.explorer --server --people 100000 --json > build/explorer.jsonl
	@$(BIN)/python -m benchmarks.performance docs/performance.md --rows Explorer build/explorer.jsonl
	@rm -f build/explorer.jsonl

## make calibrate  measure on GOLD/dev how often facts are right, for the confidence they carry
calibrate: $(VENV)/.product
	$(BIN)/python -m communique.evaluation.calibration '$(GOLD)/dev' \
		--out src/communique/reading/rules/data/confidence.csv

## make clean      take away what the other targets made
clean:
	rm -rf $(VENV) $(DEMO) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
