# What there is to do with Balsis. `make` alone lists it.
#
#   make run PORT=8600      another port          make run PYTHON=python3.12   another Python
#   make bench PEOPLE=300   a larger room         make shots LANGUAGE=ru EMPTY=1

is_new_enough = $(shell $(1) -c 'import sys; print(int(sys.version_info >= (3, 11)))' 2>/dev/null)
candidates    = python3 python3.13 python3.12 python3.11
PYTHON       ?= $(firstword $(foreach name,$(candidates),$(if $(filter 1,$(call is_new_enough,$(name))),$(name))) python3)
BIN           = .venv/bin
PORT         ?= 8501
PEOPLE       ?= 100
LANGUAGE     ?= lv
export PORT

.DEFAULT_GOAL := help
.PHONY: help install install-dev model run demo test lint format bench shots locales migration

help: ## list what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install:
	@$(PYTHON) -m tools.install

install-dev:
	@$(PYTHON) -m tools.install --dev

run: install ## set everything up and start Balsis
	@$(BIN)/python -m tools.run

demo: install ## the same, with an invented sample study, in a folder of its own
	@$(BIN)/python -m tools.run --demo

test: install-dev ## run the tests
	@$(BIN)/python -m tools.needed
	@$(BIN)/python -m pytest -n auto --dist worksteal $(TESTS)

lint: install-dev ## check style, formatting and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: install-dev ## put code into the house format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: install-dev ## measure a long questionnaire, then play a room of PEOPLE=100 against the running app
	@$(BIN)/python -m tools.bench_forms 2>/dev/null
	@$(BIN)/python -m tools.bench --people $(PEOPLE)

shots: install-dev ## take pictures of every page into shots/
	@$(BIN)/python -m tools.shots --language $(LANGUAGE) $(if $(EMPTY),--empty)

locales: install-dev ## say which translations are missing
	@$(BIN)/python -m tools.locales

migration: install-dev ## write the next migration: make migration WHAT="what changed"
	@$(BIN)/python -m tools.migration "$(WHAT)"

model: install ## try again to install the optional multilingual model
	@$(PYTHON) -m tools.install --model
