# Few targets; each installs what it needs, or says what is missing.
#
#   make demo          a whole demonstration county on this machine, at once
#   make run           serve the database in data/ (debug build)
#   make test          everything that CI runs
#   make check         the quick part: format, lints, unit tests
#   make test-browser  the journeys in a real browser
#   make bench         the figures, printed with the machine's name

SHELL := /bin/sh
LISTEN ?= 127.0.0.1:8080

.PHONY: demo run test check lint test-unit test-databases test-browser deny bench clean-data

demo:
	@tools/need rust c-compiler node
	cargo build --profile demo --locked --bin tarjotin
	target/demo/tarjotin demo --listen $(LISTEN)

run:
	@tools/need rust c-compiler node
	cargo run --bin tarjotin -- serve --listen $(LISTEN)

test: lint test-databases test-browser deny

check: lint test-unit

lint:
	@tools/need rust c-compiler node python
	cargo fmt --all --check
	cargo fmt --manifest-path bench/Cargo.toml --check
	cargo clippy --workspace --all-targets --locked -- -D warnings

test-unit:
	@tools/need rust c-compiler node voikko pdf-tools
	cargo test --workspace --locked

# The same tests, with a PostgreSQL of their own beside SQLite.
test-databases:
	@tools/need rust c-compiler node postgresql voikko pdf-tools
	tools/with-postgres cargo test --workspace --locked

test-browser:
	@tools/need rust c-compiler node chromium java
	tools/browser-tests

# Licences, bans and sources of every dependency; advisories where the database is at hand.
deny:
	@tools/need rust python
	tools/deny

# The catalogue's figures and, beside its peers, the search's (`tools/bench search`: only those).
bench:
	@tools/need rust c-compiler node python
	tools/bench
