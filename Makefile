# make          everything: site/ and dist/
# make test     all checks
# make serve    live preview
# make review   decide on doubtful links and findings
# make check    findings; exit 1 when there is one of level error
# make bench    the benchmark
# make ocr      what reads scans and photos, once
# make parquet  what writes Parquet files, once
# make mcp      what answers language models' tools, once
# make docs     the developers' pages, into build/docs
# make help     all targets

PYTHON := .venv/bin/python
GENERATOR := $(PYTHON) -m generator
CODE := generator scripts tests
LOCK := .venv/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.DEFAULT_GOAL := all
.PHONY: all help test lint unit check review serve status bench test-office test-firefox test-browsers lock clean

all: .venv/.ready-build ## everything: site/, dist/ (offline zip, packs)
	@$(GENERATOR) build

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

.venv/.ready-build: scripts/bootstrap pyproject.toml requirements.txt
	@sh scripts/bootstrap

.venv/.ready-test: scripts/bootstrap pyproject.toml requirements.txt requirements-test.txt
	@sh scripts/bootstrap test

.venv/.ready-bench: scripts/bootstrap pyproject.toml requirements.txt requirements-test.txt \
		requirements-bench.txt
	@sh scripts/bootstrap bench

.venv/.ready-scale: .venv/.ready-test requirements-cluster.txt
	@sh scripts/bootstrap scale

.venv/.ready-office: .venv/.ready-test
	@sh scripts/bootstrap office

.venv/.ready-browsers: .venv/.ready-test requirements-browsers.txt
	@sh scripts/bootstrap browsers

.venv/.ready-formats: .venv/.ready-test requirements-parquet.txt requirements-formats.txt
	@sh scripts/bootstrap formats

.venv/.ready-ocr: .venv/.ready-build requirements-ocr.txt
	@sh scripts/bootstrap ocr

.venv/.ready-parquet: .venv/.ready-build requirements-parquet.txt
	@sh scripts/bootstrap parquet

.venv/.ready-docs: .venv/.ready-build requirements-docs.txt
	@sh scripts/bootstrap docs

.venv/.ready-mcp: .venv/.ready-build requirements-mcp.txt
	@sh scripts/bootstrap mcp

.PHONY: docs
docs: .venv/.ready-docs ## the developers' pages, with the API out of its docstrings, into build/docs
	@NO_MKDOCS_2_WARNING=1 .venv/bin/mkdocs build --quiet --config-file developers.yml
	@echo "已建好：build/docs/index.html"

.PHONY: mcp
mcp: .venv/.ready-mcp ## installs what answers language models' tools (zhishiku mcp)
	@echo "已装好：zhishiku mcp 可以接到支持 MCP 的工具上"

.PHONY: parquet
parquet: .venv/.ready-parquet ## installs what writes data/parquet/ (170 MB), once
	@echo "已装好：以后每次 make 都写 data/parquet/"

.PHONY: describe
describe: .venv/.ready-test ## docs/exports.md from the description of the tables
	@$(PYTHON) scripts/describe_exports.py

.PHONY: ocr
ocr: .venv/.ready-ocr ## installs what reads scans and photos (image PDFs, PNG, JPEG)
	@echo "已装好：扫描的 PDF、PNG、JPEG 现在可以直接放入"

test: lint unit ## all checks: style, types, tests, browser

lint: .venv/.ready-test
	.venv/bin/ruff check $(CODE)
	.venv/bin/ruff format --check $(CODE)
	.venv/bin/mypy --strict $(CODE)

unit: .venv/.ready-test lint
	@command -v "$${KB_CHROMIUM:-chromium}" >/dev/null || echo "没有浏览器（apt-get install chromium），不做浏览器测试"
	@if command -v "$${KB_CHROMIUM:-chromium}" >/dev/null; then $(PYTHON) -m pytest -n 2 --dist loadfile; \
	else $(PYTHON) -m pytest -n 2 --dist loadfile -m "not browser"; fi

check: .venv/.ready-build ## findings, with codes
	@$(GENERATOR) check

status: .venv/.ready-build ## what was found in every source
	@$(GENERATOR) status

review: .venv/.ready-build ## decide what there is to decide, one by one
	@$(GENERATOR) review

serve: .venv/.ready-build ## live preview, rebuilt when content or templates change
	@$(GENERATOR) serve

bench: .venv/.ready-bench ## the benchmark: a table, and build/bench.json
	@$(PYTHON) scripts/bench.py

.PHONY: bench-scale
bench-scale: .venv/.ready-scale ## many reports: sizes, volumes, a cluster; build/bench-scale.md (PARTS=…)
	@$(PYTHON) scripts/bench_scale.py $(PARTS)

.PHONY: mutants
mutants: .venv/.ready-test ## small changes to the code, drawn at random: do the tests notice?
	@$(PYTHON) scripts/mutants.py

test-office: .venv/.ready-office ## Word packs opened in LibreOffice (installs it)
	$(PYTHON) -m pytest tests/office

.PHONY: test-formats
test-formats: .venv/.ready-formats ## e-books, JSON-LD, Parquet opened by tools of their own fields (installs them)
	$(PYTHON) -m pytest tests/formats

test-firefox: .venv/.ready-test ## the offline zip in Firefox (apt-get install firefox-esr)
	@.venv/bin/pip install --quiet marionette_driver==3.7.1
	$(PYTHON) -m pytest tests/firefox

.PHONY: test-zensical
test-zensical: .venv/.ready-test ## mkdocs.yml built with Zensical, as far as it goes (docs/decisions/0052)
	@[ -x build/zensical/bin/zensical ] || $(PYTHON) -m venv build/zensical
	@build/zensical/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-zensical.txt
	$(PYTHON) -m pytest tests/zensical

test-browsers: all .venv/.ready-browsers ## the site in old and other browsers (installs them)
	KB_BROWSERS=1 $(PYTHON) -m pytest tests/browsers

lock: .venv/.ready-test ## pyproject.toml, requirements-*.in -> requirements*.txt
	@.venv/bin/pip install --quiet pip-tools==7.6.2
	@$(LOCK) --build-deps-for editable -o requirements.txt pyproject.toml
	@$(LOCK) -o requirements-test.txt requirements-test.in
	@$(LOCK) -o requirements-bench.txt requirements-bench.in
	@$(LOCK) -o requirements-ocr.txt requirements-ocr.in
	@$(LOCK) -o requirements-mcp.txt requirements-mcp.in
	@$(LOCK) -o requirements-docs.txt requirements-docs.in
	@$(LOCK) -o requirements-zensical.txt requirements-zensical.in
	@$(LOCK) -o requirements-parquet.txt requirements-parquet.in
	@$(LOCK) -o requirements-formats.txt requirements-formats.in
	@$(LOCK) -o requirements-browsers.txt requirements-browsers.in
	@$(LOCK) -o requirements-cluster.txt requirements-cluster.in

clean: ## delete what was built (not .venv, not the fonts fetched)
	rm -rf build/cache build/*.json build/*.log site dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
